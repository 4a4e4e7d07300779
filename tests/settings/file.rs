//! `settings.toml`: whatever stands in it, the program starts, says what is wrong, and loses nothing of it.

use std::fs;

use rstest::rstest;
use sukima::app::{Message, SettingChange, Surface, Theme};
use sukima::width::Ambiguous;

use crate::settings::{NOW, a_terminal, been_here, engine, settings_file, unbroken};
use crate::support::talk::{Talk, program};

#[test]
fn a_choice_is_kept_with_everything_else_that_stands_in_the_file() {
    let data = been_here();
    let before = "# 情報課が置いたファイル\r\nmarks = \"ascii\" # 古い画面\r\n\r\n[later]\r\nx = 1\r\n";
    fs::write(settings_file(data.path()), before).unwrap();
    let mut talk = Talk::start(data.path(), &["--lang", "ja", "--now", NOW]);
    talk.hear();
    let page = talk.ask("s");
    assert!(page.text.contains("7 配色: 端末の色のまま"), "{}", page.text);
    assert!(page.text.contains("8 罫線と記号: 半角の記号だけ"), "{}", page.text);
    talk.ask("7");
    let changed = talk.ask("2");
    assert!(changed.text.contains("設定を保存しました"), "{}", changed.text);
    assert!(changed.text.contains("7 配色: 暗い背景に合う色"), "{}", changed.text);
    drop(talk.end_of_input());
    let after = before.replace("# 古い画面\r\n", "# 古い画面\r\ntheme = \"dark\"\r\n");
    assert_eq!(fs::read_to_string(settings_file(data.path())).unwrap(), after);
    // The next start finds it.
    let mut talk = Talk::start(data.path(), &["--lang", "ja", "--now", NOW]);
    talk.hear();
    assert!(talk.ask("s").text.contains("7 配色: 暗い背景に合う色"));
}

#[rstest]
#[case::wrong_word(b"# x\ntheme = \"blue\"\n".to_vec(), "設定ファイルの2行目: 「theme」の値「blue」は使えません。次のように書いてください: \"plain\", \"dark\", \"light\"")]
#[case::wrong_type(b"marks = true\n".to_vec(), "設定ファイルの1行目: 「marks」の値「true」は使えません。")]
#[case::wrong_surface(b"\n\nsurface = 'both'\n".to_vec(), "設定ファイルの3行目: 「surface」の値「both」は使えません。")]
#[case::wrong_width(b"widths = { xterm = \"3\" }\n".to_vec(), "設定ファイルの1行目: 「widths」の値「3」は使えません。")]
#[case::no_toml(b"marks = \"ascii\"\ntheme = dark\n".to_vec(), "設定ファイルの2行目: TOMLとして読めません")]
#[case::given_twice(b"marks = \"ascii\"\nmarks = \"auto\"\n".to_vec(), "設定ファイルの2行目: TOMLとして読めません")]
#[case::windows_path(b"lessons = \"S:\\kenshu\"\n".to_vec(), "設定ファイルの1行目: TOMLとして読めません")]
#[case::utf_16(b"\xFF\xFEt\0h\0e\0m\0e\0".to_vec(), "設定ファイル: 文字コードがUTF-8ではありません。")]
#[case::huge(vec![b'#'; 70_000], "設定ファイル: ファイルが大きすぎます")]
fn a_mistake_in_the_file_is_told_once_and_the_file_is_left_alone(#[case] bytes: Vec<u8>, #[case] told: &str) {
    let data = been_here();
    let file = settings_file(data.path());
    fs::write(&file, &bytes).unwrap();
    let mut talk = Talk::start(data.path(), &["--lang", "ja", "--now", NOW]);
    let home = unbroken(&talk.hear().text);
    assert!(home.contains(told), "{home}");
    assert!(home.contains(&format!("場所: {}", file.display())), "{home}");
    assert!(home.contains("今日の3分"), "it starts all the same: {home}");
    assert!(!unbroken(&talk.ask("s").text).contains(told), "once");
    talk.ask("7");
    let changed = talk.ask("3").text;
    assert!(changed.contains("7 配色: 明るい背景に合う色"), "the choice holds: {changed}");
    assert!(unbroken(&changed).contains("直すまで、保存できません。終わるまでの間だけ使います。"), "{changed}");
    assert!(!changed.contains("保存しました"), "{changed}");
    let (_, status) = talk.end_of_input();
    assert!(status.success());
    assert_eq!(fs::read(&file).unwrap(), bytes);
}

#[rstest]
#[case::two(
    "theme = \"blue\"\nmarks = true\n",
    "直すところがほかに1か所あります。すべて、動作確認（sukima doctor）で見られます。"
)]
#[case::three("theme = \"blue\"\nmarks = true\nfont = 1\n", "直すところがほかに2か所あります。")]
fn of_several_mistakes_the_first_is_told_and_where_all_of_them_are(#[case] text: &str, #[case] told: &str) {
    let data = been_here();
    fs::write(settings_file(data.path()), text).unwrap();
    let mut talk = Talk::start(data.path(), &["--lang", "ja", "--now", NOW]);
    let home = unbroken(&talk.hear().text);
    assert!(home.contains("設定ファイルの1行目") && home.contains(told), "{home}");
    assert!(!home.contains("の2行目"), "{home}");
    let doctor = program(data.path(), &["--lang", "ja", "--now", NOW, "doctor"]).output().unwrap();
    let all = unbroken(&String::from_utf8(doctor.stdout).unwrap());
    for line in 1..=text.lines().count() {
        assert!(all.contains(&format!("設定ファイルの{line}行目")), "{all}");
    }
}

#[rstest]
#[case::misspelt(
    "marks = \"ascii\"\nthem = \"dark\"\n",
    "設定ファイルの2行目: 「them」という項目はありません。「theme」の書き間違いではありませんか。ほかの設定は、そのまま使っています。"
)]
#[case::nothing_like_it(
    "marks = \"ascii\"\n\nfont = \"big\"\n",
    "設定ファイルの3行目: 「font」という項目はありません。項目の名前を直すか、行を消してください。この項目は使われません。ほかの設定は、そのまま使っています。"
)]
#[case::a_table("marks = \"ascii\"\n[later]\nx = 1\n", "設定ファイルの2行目: 「later」という項目はありません。")]
fn a_key_that_does_not_exist_is_told_and_the_rest_stays_in_force(#[case] text: &str, #[case] told: &str) {
    let data = been_here();
    let file = settings_file(data.path());
    fs::write(&file, text).unwrap();
    let mut talk = Talk::start(data.path(), &["--lang", "ja", "--now", NOW]);
    let home = unbroken(&talk.hear().text);
    assert!(home.contains(told) && home.contains(&format!("場所: {}", file.display())), "{home}");
    assert!(!home.contains("書き込みません"), "{home}");
    let page = talk.ask("s").text;
    assert!(page.contains("8 罫線と記号: 半角の記号だけ") && !unbroken(&page).contains(told), "{page}");
    // Nothing is lost by a choice: what it is not taken for stays where it stands.
    talk.ask("7");
    assert!(talk.ask("3").text.contains("設定を保存しました"));
    let written = fs::read_to_string(&file).unwrap();
    let added = "theme = \"light\"\n";
    assert!(written.contains(added) && written.replacen(added, "", 1) == text, "{written}");
}

#[test]
fn what_is_right_in_a_file_with_a_mistake_is_used() {
    let data = been_here();
    fs::write(settings_file(data.path()), "theme = \"dark\"\nmarks = 3\nsurface = \"lines\"\n").unwrap();
    let look = engine(data.path()).look;
    assert_eq!((look.theme, look.surface), (Theme::Dark, Some(Surface::Lines)));
}

#[test]
fn a_folder_in_its_place_is_told_and_left_alone() {
    let data = been_here();
    fs::create_dir(settings_file(data.path())).unwrap();
    let mut talk = Talk::start(data.path(), &["--lang", "en", "--now", NOW]);
    let home = talk.hear().text;
    assert!(home.contains("Settings file: The file cannot be read"), "{home}");
    talk.ask("s");
    talk.ask("8");
    assert!(talk.ask("2").text.replace('\n', " ").contains("holds until you leave"));
    assert!(settings_file(data.path()).is_dir());
}

#[test]
fn doctor_tells_what_is_wrong_with_it() {
    let data = been_here();
    fs::write(settings_file(data.path()), "theme = \"blue\"\nmarks = 1\n").unwrap();
    let doctor = program(data.path(), &["--lang", "ja", "doctor"]).output().unwrap();
    let told = String::from_utf8(doctor.stdout).unwrap();
    assert!(told.contains("設定ファイルの1行目") && told.contains("設定ファイルの2行目"), "{told}");
    assert_eq!(doctor.status.code(), Some(1));
    fs::remove_file(settings_file(data.path())).unwrap();
    let doctor = program(data.path(), &["--lang", "ja", "doctor"]).output().unwrap();
    assert!(!String::from_utf8(doctor.stdout).unwrap().contains("設定ファイル"));
}

#[rstest]
#[case::of_the_learner("1", "4", "学習の時間（1回）: 10分", "設定を変えましたが、保存できません。")]
#[case::of_the_machine("7", "2", "配色: 暗い背景に合う色", "設定を変えましたが、保存できません（")]
fn where_nothing_can_be_written_the_choice_holds_and_is_not_called_saved(
    #[case] setting: &str,
    #[case] value: &str,
    #[case] row: &str,
    #[case] told: &str,
) {
    let folder = tempfile::tempdir().unwrap();
    let in_the_way = folder.path().join("file");
    fs::write(&in_the_way, "").unwrap();
    let mut talk = Talk::start(&in_the_way, &["--lang", "ja", "--now", NOW]);
    let mut heard = talk.hear();
    for _ in 0..6 {
        if heard.prompt.contains("Enter 始める") {
            break;
        }
        heard = talk.ask(if heard.prompt.starts_with("番号") { "1" } else { "" });
    }
    talk.ask("s");
    talk.ask(setting);
    let changed = unbroken(&talk.ask(value).text);
    assert!(changed.contains(told) && changed.contains("終わるまでの間だけ使います"), "{changed}");
    assert!(changed.contains(row), "{changed}");
    assert!(!changed.contains("保存しました"), "{changed}");
    talk.ask("0");
    assert!(talk.ask("s").text.contains(row), "it holds until the end");
}

#[cfg(unix)]
#[test]
fn the_file_is_private_to_the_account_and_a_link_stays_a_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let data = been_here();
    let elsewhere = tempfile::tempdir().unwrap();
    let real = elsewhere.path().join("kept.toml");
    fs::write(&real, "# mine\n").unwrap();
    symlink(&real, settings_file(data.path())).unwrap();
    engine(data.path()).perform(sukima::app::Effect::StoreSetting(SettingChange::Theme(Theme::Dark)));
    assert!(fs::symlink_metadata(settings_file(data.path())).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&real).unwrap(), "# mine\ntheme = \"dark\"\n");
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
fn two_windows_do_not_take_each_others_choices_back() {
    let data = been_here();
    let (mut one, mut other) = (engine(data.path()), engine(data.path()));
    one.perform(sukima::app::Effect::StoreSetting(SettingChange::Theme(Theme::Dark)));
    other.perform(sukima::app::Effect::StoreSetting(SettingChange::Surface(Surface::Lines)));
    let look = engine(data.path()).look;
    assert_eq!((look.theme, look.surface), (Theme::Dark, Some(Surface::Lines)));
}

#[test]
fn the_width_of_each_terminal_is_remembered() {
    let data = been_here();
    for (name, width) in [("conhost", Ambiguous::Wide), ("xterm", Ambiguous::Narrow), ("conhost", Ambiguous::Wide)] {
        let mut engine = engine(data.path());
        engine.meet(a_terminal(name));
        let mut model = engine.model(Surface::Screens);
        engine.take(&mut model, Message::WidthMeasured(width));
        assert_eq!(model.look.ambiguous, Some(width));
        assert_eq!(model.notices, [], "nobody asked for it, so nobody is told");
    }
    let text = fs::read_to_string(settings_file(data.path())).unwrap();
    assert_eq!(text, "widths = { conhost = \"wide\", xterm = \"narrow\" }\n");
    for (name, width) in [("conhost", Some(Ambiguous::Wide)), ("xterm", Some(Ambiguous::Narrow)), ("vte", None)] {
        let mut engine = engine(data.path());
        engine.meet(a_terminal(name));
        assert_eq!(engine.look.ambiguous, width, "{name}");
    }
}

#[test]
fn an_office_that_moves_the_data_moves_the_file_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let (home, moved) = (folder.path().join("home"), folder.path().join("moved"));
    for place in [&home, &moved] {
        fs::create_dir(place).unwrap();
    }
    fs::write(settings_file(&moved), "surface = 'both'\n").unwrap();
    let office = folder.path().join("office.toml");
    fs::write(&office, format!("format = 1\ndata_dir = '{}'\n", moved.display())).unwrap();
    let doctor = std::process::Command::new(env!("CARGO_BIN_EXE_sukima"))
        .args(["--lang", "ja", "doctor", "--office"])
        .arg(&office)
        .env("HOME", &home)
        .env_remove("XDG_DATA_HOME")
        .output()
        .unwrap();
    let told = String::from_utf8(doctor.stdout).unwrap();
    assert!(told.contains("「surface」の値「both」"), "{told}");
}
