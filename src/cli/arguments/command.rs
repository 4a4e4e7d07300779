//! The shape of the command line for the argument library, with texts in one language. It reads no word that was typed.

use clap::builder::{OsStringValueParser, PathBufValueParser, StyledStr};
use clap::{Arg, ArgAction, Command, ValueHint};

use crate::domain::language::Language;
use crate::i18n::help::HelpText;

/// Wider than any line of the help, which has its own line ends: it looks the same on every terminal.
const HELP_COLUMNS: usize = 120;
/// What follows the description; the library's own template has an English word in it.
const TEMPLATE: &str = "\n\n{usage}\n\n{all-args}{after-help}";

/// The whole command line.
pub fn command(language: Language) -> Command {
    let texts = Texts(language);
    let common = Some(texts.say(HelpText::CommonOptions));
    let root = texts.command("sukima", HelpText::Program).version(env!("CARGO_PKG_VERSION"));
    let root = texts
        .at_length(root, texts.joined(&[HelpText::Program, HelpText::ProgramAtLength], "\n\n"))
        .after_help(texts.joined(&[HelpText::Examples, HelpText::Files, HelpText::ExitCodes], "\n\n"))
        .subcommand_help_heading(texts.say(HelpText::Commands))
        .propagate_version(false);
    let root =
        texts.usage(root, &format!("sukima {} {}", texts.say(HelpText::AnyOption), texts.say(HelpText::AnyCommand)));
    root.subcommands([
        texts.study(),
        texts.begin(),
        texts.check(),
        texts.lessons(),
        texts.status(),
        texts.streak(),
        texts.stats(),
        texts.calendar(),
        texts.leave(),
        texts.workdays(),
        texts.fit(),
        texts.doctor(),
        texts.completions(),
        texts.manual(),
        texts.help(),
    ])
    .arg(texts.flag("plain", HelpText::Plain))
    .args(
        [
            path(texts.option("data-dir", "DIR", HelpText::DataDir), ValueHint::DirPath),
            path(texts.option("lessons", "DIR", HelpText::LessonsDir), ValueHint::DirPath),
            path(texts.option("office", "FILE", HelpText::OfficeFile), ValueHint::FilePath),
            texts.option("lang", "ja|en", HelpText::Lang),
            texts.option("profile", "NAME", HelpText::Profile),
            texts.option("ambiguous", "WIDTH", HelpText::Ambiguous),
            texts.option("now", "TIME", HelpText::Now),
            texts.flag("help", HelpText::Help).short('h').action(ArgAction::HelpShort),
        ]
        .map(|argument| argument.global(true).help_heading(common)),
    )
    .arg(texts.flag("version", HelpText::Version).short('V').action(ArgAction::Version).help_heading(common))
}

/// Builds commands and arguments with their texts.
struct Texts(Language);

impl Texts {
    fn say(&self, text: HelpText) -> &'static str {
        text.in_language(self.0)
    }

    fn joined(&self, texts: &[HelpText], between: &str) -> String {
        texts.iter().map(|text| self.say(*text)).collect::<Vec<_>>().join(between)
    }

    fn study(&self) -> Command {
        self.usage(
            self.at_length(self.command("study", HelpText::Study), self.say(HelpText::StudyAtLength)),
            "sukima study [--minutes N] [--plain] [LESSON]",
        )
        .arg(self.word("lesson", "LESSON", HelpText::LessonToStudy))
        .arg(self.option("minutes", "N", HelpText::Minutes))
        .arg(self.flag("plain", HelpText::Plain))
    }

    fn begin(&self) -> Command {
        self.usage(
            self.at_length(self.command("begin", HelpText::Begin), self.say(HelpText::BeginAtLength)),
            "sukima begin [--plain]",
        )
        .arg(self.flag("plain", HelpText::Plain))
    }

    fn check(&self) -> Command {
        self.usage(
            self.at_length(self.command("check", HelpText::Check), self.say(HelpText::CheckAtLength)),
            "sukima check [DIR] [--fix] [--json]",
        )
        .arg(path(self.word("folder", "DIR", HelpText::FolderToCheck), ValueHint::DirPath))
        .arg(self.flag("fix", HelpText::Fix))
        .arg(self.flag("json", HelpText::Json))
    }

    fn lessons(&self) -> Command {
        self.usage(
            self.command("lessons", HelpText::Lessons),
            "sukima lessons list [--json]\n\
             sukima lessons show LESSON|FILE [--columns N]\n\
             sukima lessons unpack DIR",
        )
        .subcommand_help_heading(self.say(HelpText::Commands))
        .subcommand(
            self.usage(self.command("list", HelpText::LessonsList), "sukima lessons list [--json]")
                .arg(self.flag("json", HelpText::Json)),
        )
        .subcommand(
            self.usage(self.command("show", HelpText::LessonsShow), "sukima lessons show LESSON|FILE [--columns N]")
                .arg(
                    path(self.word("lesson", "LESSON|FILE", HelpText::LessonOrFile), ValueHint::FilePath)
                        .required(true),
                )
                .arg(self.option("columns", "N", HelpText::Columns)),
        )
        .subcommand(
            self.usage(self.command("unpack", HelpText::LessonsUnpack), "sukima lessons unpack DIR")
                .long_about(self.say(HelpText::LessonsUnpackAtLength))
                .arg(path(self.word("folder", "DIR", HelpText::FolderToUnpackInto), ValueHint::DirPath).required(true)),
        )
    }

    fn status(&self) -> Command {
        self.usage(self.command("status", HelpText::Status), "sukima status [--json]")
            .arg(self.flag("json", HelpText::Json))
    }

    fn streak(&self) -> Command {
        self.usage(self.command("streak", HelpText::Streak), "sukima streak [--explain] [--json]")
            .arg(self.flag("explain", HelpText::Explain))
            .arg(self.flag("json", HelpText::Json))
    }

    fn stats(&self) -> Command {
        self.usage(
            self.at_length(self.command("stats", HelpText::Stats), self.say(HelpText::StatsAtLength)),
            "sukima stats [--year YEAR] [--fiscal|--calendar] [--json|--csv]",
        )
        .arg(self.option("year", "YEAR", HelpText::StatsYear))
        .arg(self.flag("fiscal", HelpText::FiscalYear))
        .arg(self.flag("calendar", HelpText::CalendarYear))
        .arg(self.flag("json", HelpText::Json))
        .arg(self.flag("csv", HelpText::Csv))
    }

    fn calendar(&self) -> Command {
        self.usage(
            self.at_length(self.command("calendar", HelpText::Calendar), self.say(HelpText::CalendarAtLength)),
            "sukima calendar [YEAR] [--json]",
        )
        .arg(self.word("year", "YEAR", HelpText::Year).allow_negative_numbers(true))
        .arg(self.flag("json", HelpText::Json))
    }

    fn leave(&self) -> Command {
        self.usage(
            self.at_length(self.command("leave", HelpText::Leave), self.say(HelpText::LeaveAtLength)),
            "sukima leave [--json]\n\
             sukima leave FROM [TO] [--json]\n\
             sukima leave --cancel FROM [TO] [--json]",
        )
        .arg(self.word("from", "FROM", HelpText::LeaveFrom).allow_negative_numbers(true))
        .arg(self.word("to", "TO", HelpText::LeaveTo).allow_negative_numbers(true))
        .arg(self.flag("cancel", HelpText::LeaveCancel))
        .arg(self.flag("json", HelpText::Json))
    }

    fn workdays(&self) -> Command {
        self.usage(
            self.at_length(self.command("workdays", HelpText::Workdays), self.say(HelpText::WorkdaysAtLength)),
            "sukima workdays [--json]\n\
             sukima workdays WEEKDAY... [--from DAY] [--json]",
        )
        .arg(self.word("weekdays", "WEEKDAY", HelpText::Weekdays).num_args(0..))
        .arg(self.option("from", "DAY", HelpText::WorkdaysFrom))
        .arg(self.flag("json", HelpText::Json))
    }

    fn fit(&self) -> Command {
        self.usage(
            self.at_length(self.command("fit", HelpText::Fit), self.say(HelpText::FitAtLength)),
            "sukima fit [--json]\n\
             sukima fit --reset [--json]",
        )
        .arg(self.flag("reset", HelpText::FitReset))
        .arg(self.flag("json", HelpText::Json))
    }

    fn doctor(&self) -> Command {
        self.usage(
            self.at_length(self.command("doctor", HelpText::Doctor), self.say(HelpText::DoctorAtLength)),
            "sukima doctor [--rebuild] [--json]",
        )
        .arg(self.flag("rebuild", HelpText::Rebuild))
        .arg(self.flag("json", HelpText::Json))
    }

    fn completions(&self) -> Command {
        self.usage(
            self.at_length(self.command("completions", HelpText::Completions), self.say(HelpText::CompletionsAtLength)),
            "sukima completions SHELL",
        )
        .arg(self.word("shell", "SHELL", HelpText::Shell).required(true))
    }

    fn manual(&self) -> Command {
        self.usage(self.command("man", HelpText::Manual), "sukima man")
    }

    fn help(&self) -> Command {
        self.usage(self.command("help", HelpText::HelpCommand), "sukima help [COMMAND]...")
            .arg(self.word("topic", "COMMAND", HelpText::HelpTopic).num_args(0..))
    }

    /// A command without any English word of the library's own.
    fn command(&self, name: &'static str, about: HelpText) -> Command {
        Command::new(name)
            .about(self.say(about))
            .help_template(format!("{}{TEMPLATE}", self.say(about)))
            .term_width(HELP_COLUMNS)
            .disable_help_flag(true)
            .disable_version_flag(true)
            .disable_help_subcommand(true)
    }

    /// The same command with a longer description for its own help. The library would lay that help out with an empty
    /// line behind each option, two screens long, so it is only told the short form and given the words as its frame.
    fn at_length(&self, command: Command, description: impl Into<String>) -> Command {
        let description = description.into();
        command.help_template(format!("{description}{TEMPLATE}")).long_about(description)
    }

    /// Usage under its heading, one form a line.
    fn usage(&self, command: Command, forms: &str) -> Command {
        let mut text = format!("{}:", self.say(HelpText::Usage));
        for form in forms.lines() {
            text.push_str("\n  ");
            text.push_str(form.trim());
        }
        command.override_usage(StyledStr::from(text))
    }

    /// `--name`.
    fn flag(&self, name: &'static str, help: HelpText) -> Arg {
        Arg::new(name)
            .long(name)
            .action(ArgAction::SetTrue)
            .help(self.say(help))
            .help_heading(self.say(HelpText::Options))
    }

    /// `--name VALUE`; the value is read later, where a wrong one is answered in the reader's language.
    fn option(&self, name: &'static str, value: &'static str, help: HelpText) -> Arg {
        self.flag(name, help)
            .action(ArgAction::Set)
            .value_name(value)
            .value_parser(OsStringValueParser::new())
            .allow_negative_numbers(true)
    }

    /// A word by its place.
    fn word(&self, name: &'static str, value: &'static str, help: HelpText) -> Arg {
        Arg::new(name)
            .value_name(value)
            .value_parser(OsStringValueParser::new())
            .help(self.say(help))
            .help_heading(self.say(HelpText::Arguments))
    }
}

/// The same argument, holding a path; shells complete it by the hint.
fn path(argument: Arg, hint: ValueHint) -> Arg {
    argument.value_parser(PathBufValueParser::new()).value_hint(hint)
}
