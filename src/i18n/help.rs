//! What `--help` and the manual page say, in both languages. It knows no argument library: who builds the command line
//! asks here for each text. No line is wider than 80 columns where it is printed; a test of the command line holds that.

use crate::domain::language::Language;

/// One text of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpText {
    // -- headings
    Usage,
    Commands,
    Arguments,
    Options,
    CommonOptions,
    /// Stands for "any option" in a line of usage.
    AnyOption,
    /// Stands for "any command" in a line of usage.
    AnyCommand,
    // -- headings of the manual page
    ManualTitle,
    ManualName,
    ManualSynopsis,
    ManualDescription,
    ManualCommands,
    ManualExitCodes,
    ManualFiles,
    // -- the program
    Program,
    ProgramAtLength,
    Examples,
    ExitCodes,
    Files,
    // -- commands
    Study,
    StudyAtLength,
    Begin,
    BeginAtLength,
    Check,
    CheckAtLength,
    Lessons,
    LessonsList,
    LessonsShow,
    LessonsUnpack,
    LessonsUnpackAtLength,
    Status,
    Streak,
    Stats,
    StatsAtLength,
    Calendar,
    CalendarAtLength,
    Leave,
    LeaveAtLength,
    Workdays,
    WorkdaysAtLength,
    Fit,
    FitAtLength,
    Doctor,
    DoctorAtLength,
    Completions,
    CompletionsAtLength,
    Manual,
    HelpCommand,
    // -- arguments
    Minutes,
    Plain,
    LessonToStudy,
    FolderToCheck,
    Fix,
    Json,
    LessonOrFile,
    Columns,
    FolderToUnpackInto,
    Year,
    StatsYear,
    FiscalYear,
    CalendarYear,
    Csv,
    LeaveFrom,
    LeaveTo,
    LeaveCancel,
    Weekdays,
    WorkdaysFrom,
    FitReset,
    Explain,
    Rebuild,
    Shell,
    HelpTopic,
    // -- common options
    DataDir,
    LessonsDir,
    OfficeFile,
    Lang,
    Profile,
    Ambiguous,
    Now,
    Help,
    Version,
}

impl HelpText {
    pub fn in_language(self, language: Language) -> &'static str {
        match language {
            Language::Japanese => self.japanese(),
            Language::English => self.english(),
        }
    }

    fn japanese(self) -> &'static str {
        match self {
            HelpText::Usage => "使い方",
            HelpText::Commands => "コマンド",
            HelpText::Arguments => "引数",
            HelpText::Options => "オプション",
            HelpText::CommonOptions => "どのコマンドでも使えるオプション",
            HelpText::AnyOption => "[オプション]",
            HelpText::AnyCommand => "[コマンド]",

            HelpText::ManualTitle => "すきま学習の手引き",
            HelpText::ManualName => "名前",
            HelpText::ManualSynopsis => "書式",
            HelpText::ManualDescription => "説明",
            HelpText::ManualCommands => "コマンド",
            HelpText::ManualExitCodes => "終了コード",
            HelpText::ManualFiles => "ファイル",

            HelpText::Program => "すきま学習: 仕事の合間の3分で学ぶ、自治体職員のための端末学習プログラム",
            HelpText::ProgramAtLength => {
                "コマンドを付けずに起動すると、今日の3分が始まります。途中でやめた学習があれば、\n\
                 その続きから始まります。記録はこのパソコンの中だけに置き、外へは何も送りません。"
            }
            HelpText::Examples => {
                "例:\n\
                 \x20 sukima                          今日の3分を始める\n\
                 \x20 sukima study --minutes 5        5分で学ぶ\n\
                 \x20 sukima check lessons            教材フォルダーを調べる"
            }
            HelpText::ExitCodes => {
                "終了コード:\n\
                 \x20 0  終わりました\n\
                 \x20 1  check か doctor で、直すところが見つかりました\n\
                 \x20 2  始められませんでした\n\
                 \x20 3  終わりましたが、記録を保存できませんでした\n\
                 \x20 4  記録が新しい版のものか、別のプログラムのものでした"
            }
            HelpText::Files => {
                "記録: Windows は %LOCALAPPDATA%\\sukima\\data、Linux は ~/.local/share/sukima。\n\
                 教材: --lessons、設定、office.toml、プログラムの隣の lessons フォルダー、内蔵の\n\
                 教材の順に探し、最初に見つかったものを使います。"
            }

            HelpText::Study => "今日の学習を始める、または続ける",
            HelpText::StudyAtLength => {
                "今日の学習を始めます。途中でやめた学習があれば、その続きから始めます。\n\
                 いつやめても、答えたところまで残ります。"
            }
            HelpText::Begin => "はじめの6問に答え、最初の3本を決める",
            HelpText::BeginAtLength => {
                "仕事について6つの問いに答えると、対象と最初の3本が提案されます（約1分）。\n\
                 答えはこのパソコンにだけ残り、見るのはあなただけです。"
            }
            HelpText::Check => "教材を調べ、直すところを知らせる",
            HelpText::CheckAtLength => {
                "教材フォルダーを調べ、直すところをすべて、ファイル名と行とともに知らせます。\n\
                 1件でもあれば、終了コードは1です。"
            }
            HelpText::Lessons => "教材の一覧と中身を見る、書き出す",
            HelpText::LessonsList => "使っている教材の一覧を表示する",
            HelpText::LessonsShow => "教材を1本、そのまま表示する",
            HelpText::LessonsUnpack => "内蔵の教材をフォルダーに書き出す",
            HelpText::LessonsUnpackAtLength => {
                "内蔵の教材を、書きかえて使えるように、フォルダーへ書き出します。\n\
                 すでにあるファイルは上書きしません。"
            }
            HelpText::Status => "学習のようすを表示する",
            HelpText::Streak => "学習した日がどう続いているかを表示する",
            HelpText::Stats => "学習カレンダー、覚えている割合、学習時間などを表示する",
            HelpText::StatsAtLength => {
                "学習カレンダー、2週間以上あけて答えた問題の正解の割合、この先4週間の復習の\n\
                 見込み、週ごとの学習時間、スキルと段階を表示します。--csv は、表計算ソフトで\n\
                 開ける表です。"
            }
            HelpText::Calendar => "勤務日と休みの日を1年分表示する",
            HelpText::CalendarAtLength => {
                "勤務日と休みの日を1年分表示します。休みの日は、祝日、土日、12月29日から1月3日、\n\
                 職場の休み（office.toml）、登録した休み、勤務のない曜日です。\n\
                 休みの日は学習しなくても、続いた日数は減りません。"
            }
            HelpText::Leave => "休みを登録する、取り消す、一覧を見る",
            HelpText::LeaveAtLength => {
                "休みを登録します。その間は学習しなくても、続いた日数は減りません。\n\
                 理由は聞きません。日付を書かなければ、登録した休みの一覧を表示します。\n\
                 日付は 2026-12-01、12/1、令和8年12月1日、今日、明日、昨日のように書けます。"
            }
            HelpText::Workdays => "勤務する曜日を見る、変える",
            HelpText::WorkdaysAtLength => {
                "勤務する曜日を変えます（はじめは月〜金）。変えた日より前はそのままです。\n\
                 曜日は 月-金、火水木金土、mon,wed,fri のように書けます。"
            }
            HelpText::Fit => "覚え方の計算を、自分の回答に合わせる",
            HelpText::FitAtLength => {
                "次の復習の日を決める計算を、あなたの回答に合わせます。\n\
                 日をおいて答えた回答が600件たまると使えます。\n\
                 最近の回答をより正しく予測できたときだけ、合わせた計算に変えます。\n\
                 途中でやめても（Ctrl+C）、何も変わりません。"
            }
            HelpText::Doctor => "記録、教材、設定の動作確認をする",
            HelpText::DoctorAtLength => {
                "記録、教材、設定を確かめ、見つかったことと次にすることを知らせます。\n\
                 --rebuild を付けないかぎり、何も書きかえません。"
            }
            HelpText::Completions => "シェルの入力補完を書き出す",
            HelpText::CompletionsAtLength => {
                "シェルの入力補完を標準出力へ書き出します。例（bash）:\n\
                 \x20 sukima completions bash > ~/.local/share/bash-completion/completions/sukima\n\
                 PowerShell 用の説明は、文字化けを避けるため、いつも英語です。"
            }
            HelpText::Manual => "マニュアル（man 形式）を書き出す",
            HelpText::HelpCommand => "使い方を表示する",

            HelpText::Minutes => "学習に使う時間（1〜60分）",
            HelpText::Plain => "画面を描かず、1行ずつのやりとりで進める",
            HelpText::LessonToStudy => "教材のID（一覧は lessons list）。省略すると、今日の分から始める",
            HelpText::FolderToCheck => "教材フォルダー。省略すると、いま使っている教材を調べる",
            HelpText::Fix => "機械で直せるところを、ファイルに書きこんで直す",
            HelpText::Json => "結果を JSON で出す",
            HelpText::LessonOrFile => "教材のID、または教材ファイルのパス",
            HelpText::Columns => "表示の幅（20〜400桁）。省略すると、端末の幅",
            HelpText::FolderToUnpackInto => "書き出す先のフォルダー",
            HelpText::Year => "年（1955〜2099）。省略すると、今年",
            HelpText::StatsYear => "年（2026、令和8 など）。省略すると、今日を含む年",
            HelpText::FiscalYear => "年度（4月から3月まで）で表示する。何も書かないときと同じ",
            HelpText::CalendarYear => "1月から12月までの年で表示する",
            HelpText::Csv => "結果を CSV（表計算ソフト用の表）で出す",
            HelpText::LeaveFrom => "休みの始まりの日",
            HelpText::LeaveTo => "休みの終わりの日。省略すると、始まりの日だけ",
            HelpText::LeaveCancel => "登録を取り消す",
            HelpText::Weekdays => "勤務する曜日",
            HelpText::WorkdaysFrom => "この日から変える。省略すると、今日から",
            HelpText::FitReset => "標準の計算に戻す",
            HelpText::Explain => "1日ずつ、理由を添えて表示する",
            HelpText::Rebuild => "まとめた数字を、学習の記録から作り直す。記録そのものは変えない",
            HelpText::Shell => "bash、zsh、fish、powershell のどれか",
            HelpText::HelpTopic => "使い方を知りたいコマンド",

            HelpText::DataDir => "記録を置くフォルダー",
            HelpText::LessonsDir => "使う教材のフォルダー",
            HelpText::OfficeFile => "職場の設定ファイル（office.toml）",
            HelpText::Lang => "表示の言語。ja（日本語）か en（英語）",
            HelpText::Profile => "使う人の名前。1台を何人かで使うときに",
            HelpText::Ambiguous => {
                "①や─を表示する幅。narrow は1桁、wide は2桁、\n\
                 auto は端末に確かめる。表示がずれるときに"
            }
            HelpText::Now => {
                "試しに時計をこの時刻から始める。例: 2026-11-24T08:50\n\
                 --data-dir が必要。その記録には、ずっと「試行」と出る"
            }
            HelpText::Help => "この使い方を表示する",
            HelpText::Version => "版を表示する",
        }
    }

    fn english(self) -> &'static str {
        match self {
            HelpText::Usage => "Usage",
            HelpText::Commands => "Commands",
            HelpText::Arguments => "Arguments",
            HelpText::Options => "Options",
            HelpText::CommonOptions => "Options of every command",
            HelpText::AnyOption => "[OPTIONS]",
            HelpText::AnyCommand => "[COMMAND]",

            HelpText::ManualTitle => "sukima manual",
            HelpText::ManualName => "NAME",
            HelpText::ManualSynopsis => "SYNOPSIS",
            HelpText::ManualDescription => "DESCRIPTION",
            HelpText::ManualCommands => "COMMANDS",
            HelpText::ManualExitCodes => "EXIT STATUS",
            HelpText::ManualFiles => "FILES",

            HelpText::Program => "sukima: three spare minutes of learning for staff of Japanese town halls",
            HelpText::ProgramAtLength => {
                "Without a command, today's three minutes begin; a session that was left goes on\n\
                 where it stopped. The record stays on this computer; nothing is sent anywhere."
            }
            HelpText::Examples => {
                "Examples:\n\
                 \x20 sukima                          begin today's three minutes\n\
                 \x20 sukima study --minutes 5        study for five minutes\n\
                 \x20 sukima check lessons            check a lessons folder"
            }
            HelpText::ExitCodes => {
                "Exit codes:\n\
                 \x20 0  done\n\
                 \x20 1  check or doctor found something to mend\n\
                 \x20 2  could not start\n\
                 \x20 3  done, but the record could not be kept\n\
                 \x20 4  the record belongs to a newer version or to another program"
            }
            HelpText::Files => {
                "Record: %LOCALAPPDATA%\\sukima\\data on Windows, ~/.local/share/sukima on Linux.\n\
                 Lessons: the first found of --lessons, the settings, office.toml, a lessons\n\
                 folder beside the program, and the set built in."
            }

            HelpText::Study => "Begin today's session, or go on with it",
            HelpText::StudyAtLength => {
                "Begins today's session, or goes on with the one that was left.\n\
                 Leave whenever you like: everything answered is kept."
            }
            HelpText::Begin => "Answer six questions that choose your first three lessons",
            HelpText::BeginAtLength => {
                "Six questions about your work propose a role and your first three lessons\n\
                 (about a minute). The answers stay on this computer; only you see them."
            }
            HelpText::Check => "Check lessons and tell what to mend",
            HelpText::CheckAtLength => {
                "Checks a lessons folder and tells everything there is to mend, with file and\n\
                 line. The exit code is 1 as soon as there is one finding."
            }
            HelpText::Lessons => "List, show or unpack lessons",
            HelpText::LessonsList => "List the lessons in use",
            HelpText::LessonsShow => "Show one lesson as it is",
            HelpText::LessonsUnpack => "Write the built-in lessons into a folder",
            HelpText::LessonsUnpackAtLength => {
                "Writes the built-in lessons into a folder, to be changed and used from there.\n\
                 A file that is already there is never overwritten."
            }
            HelpText::Status => "Show how the learning stands",
            HelpText::Streak => "Show the days of study in a row",
            HelpText::Stats => "Show the study calendar, what is remembered, time studied",
            HelpText::StatsAtLength => {
                "Shows the study calendar, how much is right after two weeks or more, the reviews\n\
                 of the next four weeks, time studied each week, skills and stages. --csv is a\n\
                 table for a spreadsheet."
            }
            HelpText::Calendar => "Show working days and days off of a year",
            HelpText::CalendarAtLength => {
                "Shows working days and days off of a year. Off are national holidays, weekends,\n\
                 29 December to 3 January, days of the office's own (office.toml), leave, and\n\
                 weekdays without work. Nothing is lost without study on a day off."
            }
            HelpText::Leave => "Tell of leave, take it back, list it",
            HelpText::LeaveAtLength => {
                "Keeps leave: nothing is lost without study on those days. Nobody is asked why.\n\
                 Without a day, the leave is listed.\n\
                 Days are written like 2026-12-01, 12/1, today, tomorrow, yesterday."
            }
            HelpText::Workdays => "Show or change the weekdays that you work",
            HelpText::WorkdaysAtLength => {
                "Changes the weekdays that you work (Monday to Friday at first). Earlier days\n\
                 stay as they were. Weekdays are written like mon-fri or tue,wed,sat."
            }
            HelpText::Fit => "Fit the reckoning of memory to your own answers",
            HelpText::FitAtLength => {
                "Fits what decides the day of the next review to your answers. It takes 600\n\
                 answers a day or more apart, and is used only where it predicts your recent\n\
                 answers better.\n\
                 Ended in the middle (Ctrl+C), nothing is changed."
            }
            HelpText::Doctor => "See whether everything works",
            HelpText::DoctorAtLength => {
                "Looks at the record, the lessons and the settings, and says what was found and\n\
                 what to do. Nothing is changed unless --rebuild is given."
            }
            HelpText::Completions => "Write completions for a shell",
            HelpText::CompletionsAtLength => {
                "Writes completions for a shell to standard output. For bash:\n\
                 \x20 sukima completions bash > ~/.local/share/bash-completion/completions/sukima\n\
                 Those for PowerShell are always in English, which no code page garbles."
            }
            HelpText::Manual => "Write the manual page (man format)",
            HelpText::HelpCommand => "Show how to use a command",

            HelpText::Minutes => "Minutes to study (1 to 60)",
            HelpText::Plain => "Draw no screen: one line at a time",
            HelpText::LessonToStudy => "Id of a lesson (see lessons list); without it, what is due today",
            HelpText::FolderToCheck => "Lessons folder; without it, the lessons in use",
            HelpText::Fix => "Write into the files what a machine can mend",
            HelpText::Json => "Print JSON",
            HelpText::LessonOrFile => "Id of a lesson, or path of a lesson file",
            HelpText::Columns => "Columns to fill (20 to 400), if not the terminal's own",
            HelpText::FolderToUnpackInto => "Folder to write into",
            HelpText::Year => "The year (1955 to 2099); this year when left out",
            HelpText::StatsYear => "The year (such as 2026); this one when left out",
            HelpText::FiscalYear => "From April to March, as when nothing is said",
            HelpText::CalendarYear => "From January to December",
            HelpText::Csv => "Print CSV, a table for a spreadsheet",
            HelpText::LeaveFrom => "First day of the leave",
            HelpText::LeaveTo => "Last day of the leave; the first alone when left out",
            HelpText::LeaveCancel => "Take the leave back",
            HelpText::Weekdays => "Weekdays that you work",
            HelpText::WorkdaysFrom => "Change from this day on; from today when left out",
            HelpText::FitReset => "Back to the standard",
            HelpText::Explain => "Day by day, each with its reason",
            HelpText::Rebuild => "Work all totals out again from the record, which stays as it is",
            HelpText::Shell => "bash, zsh, fish or powershell",
            HelpText::HelpTopic => "The command to show the help of",

            HelpText::DataDir => "Folder that keeps the record",
            HelpText::LessonsDir => "Folder of the lessons to use",
            HelpText::OfficeFile => "Settings of the office (office.toml)",
            HelpText::Lang => "Language to speak: ja (Japanese) or en (English)",
            HelpText::Profile => "Who is learning, where people share a computer",
            HelpText::Ambiguous => {
                "Columns of circled digits and frames: narrow (1),\n\
                 wide (2), auto (ask). For a screen that looks wrong"
            }
            HelpText::Now => {
                "To try things out, set the clock to 2026-11-24T08:50\n\
                 Needs --data-dir; that record is a trial for good"
            }
            HelpText::Help => "Show this help",
            HelpText::Version => "Show the version",
        }
    }
}
