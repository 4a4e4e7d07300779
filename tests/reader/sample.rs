//! The sample lesson in both languages.

use sukima::domain::document::{BlockKind, Callout};
use sukima::domain::language::Language;
use sukima::domain::lesson::{Lesson, Skill, Stage};
use sukima::domain::office::Office;
use sukima::domain::question::{Answer, ClozePart, QuestionType};

use crate::reader::support::{EN, JA, PATH, Read, read_at, without_places};

fn sample(language: Language) -> Read {
    let (path, text) = match language {
        Language::Japanese => (PATH, JA),
        Language::English => ("en/safe-basics/suspicious-mail-first-move.md", EN),
    };
    read_at(path, text, Some(language), &Office::default())
}

#[test]
fn the_sample_is_clean_in_both_languages() {
    for language in Language::ALL {
        assert_eq!(sample(language).diagnostics, [], "{language:?}");
    }
}

#[test]
fn front_matter_is_read_by_type() {
    for language in Language::ALL {
        let read = sample(language);
        let lesson = read.lesson();
        assert_eq!(lesson.id.as_str(), "suspicious-mail-first-move");
        assert!(lesson.has_front_matter);
        assert_eq!(lesson.language, language);
        assert_eq!(
            (lesson.skill, lesson.stage, lesson.minutes),
            (Some(Skill::Digital), Some(Stage::Practise), Some(3))
        );
        assert_eq!(lesson.review_by.map(|day| day.iso()).as_deref(), Some("2027-11-30"));
        let basis: Vec<&str> = lesson.basis.iter().map(|source| source.as_str()).collect();
        assert_eq!(basis, ["GK05 2026-11-22", "GK06 2026-11-22", "F279"]);
    }
    assert_eq!(sample(Language::Japanese).lesson().title.as_str(), "不審メールと最初の一手");
    assert_eq!(sample(Language::English).lesson().title.as_str(), "Suspicious mail: the first move");
}

#[test]
fn the_sample_has_its_ten_questions_of_ten_types() {
    let wanted = [
        ("m3kq", QuestionType::One),
        ("p8xd", QuestionType::All),
        ("t1za", QuestionType::TrueFalse),
        ("f9ue", QuestionType::Typed),
        ("q7rm", QuestionType::Case),
        ("o5vn", QuestionType::Order),
        ("h6ws", QuestionType::Match),
        ("c2rr", QuestionType::Cloze),
        ("n4ty", QuestionType::Number),
        ("w7bc", QuestionType::Write),
    ];
    for language in Language::ALL {
        let read = sample(language);
        let found: Vec<_> =
            read.lesson().questions.iter().map(|question| (question.id.as_str(), question.question_type())).collect();
        assert_eq!(found, wanted);
        assert!(read.lesson().questions.iter().all(|question| question.id_is_written && question.revision == 1));
        assert!(read.lesson().questions.iter().all(|question| question.body.is_empty() && !question.order_is_fixed));
    }
}

/// Everything that must be alike in two languages of a lesson.
fn shape(lesson: &Lesson) -> Vec<String> {
    let mut shape: Vec<String> = lesson
        .questions
        .iter()
        .map(|question| {
            let right: Vec<bool> = question.answer.choices().iter().map(|choice| choice.is_right).collect();
            let counts = match &question.answer {
                Answer::Match { lefts, rights, .. } => vec![lefts.len(), rights.len()],
                Answer::Order(items) => vec![items.len()],
                Answer::Cloze { blanks, .. } => blanks.iter().map(|blank| blank.accepted.len()).collect(),
                Answer::Write { checklist, .. } => vec![checklist.len()],
                _ => vec![question.answer.mistakes().len()],
            };
            let names = (&question.id, &question.point, &question.confusables);
            format!("{names:?} {right:?} {counts:?} {} {}", question.explanation.len(), question.hint.len())
        })
        .collect();
    shape.push(format!("{:?}", lesson.tasks.iter().map(|task| (&task.id, task.steps.len())).collect::<Vec<_>>()));
    let cues = lesson.try_this.iter().flat_map(|try_this| &try_this.cues);
    shape.push(format!("{:?}", cues.map(|cue| cue.actions.len()).collect::<Vec<_>>()));
    shape
}

#[test]
fn the_two_languages_agree() {
    assert_eq!(shape(sample(Language::Japanese).lesson()), shape(sample(Language::English).lesson()));
}

#[test]
fn choices_have_their_feedback() {
    let read = sample(Language::Japanese);
    let question = read.question("m3kq");
    assert_eq!(question.stem.plain(), "心当たりのない請求書の添付メールが届きました。最初にすることは。");
    let choices: Vec<_> = question
        .answer
        .choices()
        .iter()
        .map(|choice| (choice.text.plain(), choice.is_right, choice.feedback.as_ref().map(|text| text.plain())))
        .collect();
    assert_eq!(choices.len(), 3);
    assert_eq!(choices[1].0, "開かずに、決められた窓口へ知らせる");
    assert_eq!(choices.iter().map(|choice| choice.1).collect::<Vec<_>>(), [false, true, false]);
    assert_eq!(choices[0].2.as_deref(), Some("開いた時点で感染することがあります。中身は窓口が確かめます。"));
    let choice = &question.answer.choices()[2];
    let written = &JA[choice.range.clone()];
    assert!(written.starts_with("- [ ] 送ったか") && written.ends_with("知らせてしまいます。"), "{written}");
}

#[test]
fn answers_in_words_and_numbers_are_read() {
    let read = sample(Language::Japanese);
    let Answer::TrueFalse { statement_is_true: false, mistakes } = &read.question("t1za").answer else { panic!() };
    assert_eq!(mistakes[0].answer.as_str(), "○");
    assert_eq!(mistakes[0].feedback.plain(), "名前は誰でも名乗れます。急ぎの依頼ほど、別の道で確かめます。");

    let Answer::Typed { accepted, mistakes } = &read.question("f9ue").answer else { panic!() };
    let accepted: Vec<&str> = accepted.iter().map(|text| text.as_str()).collect();
    assert_eq!(accepted, ["フィッシングメール", "フィッシング", "フィッシング詐欺"]);
    assert_eq!(mistakes[0].answer.as_str(), "スパム");
    assert_eq!(read.question("f9ue").hint.len(), 1);

    let Answer::Number { least, most, unit, as_written, mistakes } = &read.question("n4ty").answer else { panic!() };
    assert_eq!((*least, *most, unit.as_str(), as_written.as_str()), (3.0, 3.0, "分", "3 ± 0 分"));
    assert_eq!(mistakes[0].answer.as_str(), "5");
}

#[test]
fn answers_to_arrange_and_to_write_are_read() {
    let read = sample(Language::Japanese);
    let Answer::Cloze { parts, blanks, .. } = &read.question("c2rr").answer else { panic!() };
    let text: String = parts
        .iter()
        .map(|part| match part {
            ClozePart::Text(text) => text.to_string(),
            ClozePart::Blank(place) => format!("<{place}>"),
        })
        .collect();
    assert_eq!(text, "迷ったときは<0>前に、決められた<1>へ知らせる。");
    assert_eq!(blanks[0].accepted.len(), 1);
    assert_eq!(blanks[1].accepted.iter().map(|text| text.as_str()).collect::<Vec<_>>(), ["窓口", "報告先"]);

    let Answer::Order(items) = &read.question("o5vn").answer else { panic!() };
    assert_eq!(items[3].plain(), "経過を書き残す");
    let BlockKind::Paragraph(explanation) = &read.question("o5vn").explanation[0].kind else { panic!() };
    assert_eq!(explanation.plain(), "先に消したり調べたりすると、手がかりが失われます。");

    let Answer::Match { left_heading, lefts, rights, .. } = &read.question("h6ws").answer else { panic!() };
    assert_eq!((left_heading.plain().as_str(), lefts.len(), rights.len()), ("手がかり", 3, 4));
    assert_eq!(rights[3].plain(), "件名の長さを見る");

    let Answer::Write { model, checklist } = &read.question("w7bc").answer else { panic!() };
    let BlockKind::Paragraph(model) = &model[0].kind else { panic!() };
    assert_eq!(model.plain(), "9時58分に不審なメールの添付を開きました。今は操作を止めています。");
    assert_eq!(checklist.len(), 3);
}

#[test]
fn text_practice_and_places_are_read() {
    let read = sample(Language::Japanese);
    let lesson = read.lesson();
    assert_eq!(lesson.main.len(), 4, "paragraph, table, paragraph, callout; the title is not repeated");
    assert!(matches!(lesson.main[3].kind, BlockKind::Quote { callout: Some(Callout::Important), .. }));
    assert_eq!(lesson.more.len(), 1);

    assert_eq!(lesson.tasks.len(), 1);
    assert_eq!(lesson.tasks[0].title.plain(), "報告先を席に貼る");
    assert_eq!(lesson.tasks[0].worksheet.as_ref().map(|id| id.as_str()), Some("near-miss"));
    let try_this = lesson.try_this.as_ref().expect("the sample has cues");
    assert_eq!(try_this.ask_after, 5);
    assert_eq!(try_this.cues[0].when.plain(), "知らない差出人から添付が届いたら");
    assert_eq!(try_this.cues[0].actions[0].plain(), "開かずに決められた窓口へ電話する");

    let confusable = &read.question("q7rm").confusables[0];
    assert_eq!(confusable.to_string(), "suspicious-mail-first-move/m3kq");
    let question = read.question("n4ty");
    assert!(JA[question.heading_range.clone()].starts_with("### 問9（数値）"));
    assert!(JA[question.range.clone()].ends_with("よくある誤り: 5 → 気づいた時刻から数えます。"));
    let places: Vec<&str> = lesson.office_values.iter().map(|used| &JA[used.range.clone()]).collect();
    assert_eq!(places, ["{{report_desk}}", "{{report_desk}}"]);
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing_but_places() {
    for (text, language) in [(JA, Language::Japanese), (EN, Language::English)] {
        let plain = read_at(PATH, text, Some(language), &Office::default());
        let windows = text.replace('\n', "\r\n");
        let marked = format!("\u{FEFF}{windows}");
        for variant in [&windows, &marked] {
            let read = read_at(PATH, variant, Some(language), &Office::default());
            assert_eq!(read.diagnostics, []);
            assert_eq!(without_places(&read.content), without_places(&plain.content));
            for (one, other) in read.lesson().questions.iter().zip(&plain.lesson().questions) {
                assert_eq!(variant[one.heading_range.clone()], text[other.heading_range.clone()]);
                assert_eq!(variant[one.range.clone()].replace('\r', ""), text[other.range.clone()]);
            }
        }
    }
}
