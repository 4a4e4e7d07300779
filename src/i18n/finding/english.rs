//! Findings in English.

use super::{megabytes, path, quoted};
use crate::domain::diagnostic::{Disagreement, Finding, ImeSlip, LengthUnit};

/// What was found, and what to do.
pub fn sentences(finding: &Finding) -> (String, String) {
    match finding {
        // -- files
        Finding::FolderMissing => told("There is no such lessons folder.", "Check where the folder is and its name."),
        Finding::FolderUnreadable { cause } => told(
            format!("The folder cannot be opened ({}).", quoted(cause)),
            "Check where the folder is and that you may read it.",
        ),
        Finding::FolderEmpty => told(
            "The folder holds no lessons (.md files).",
            "Put lesson files into it, or name the folder that holds them.",
        ),
        Finding::FileUnreadable { cause } => told(
            format!("The file cannot be read ({}).", quoted(cause)),
            "Check where the file is and that you may read it. The other lessons can be used.",
        ),
        Finding::FileTooLarge { bytes, limit } => told(
            format!("The file is too large ({}, at most {}).", megabytes(*bytes), megabytes(*limit)),
            "Split the lesson into several files. This file was not read.",
        ),
        Finding::NotUtf8 { looks_like_shift_jis: true } => told(
            "The file seems to be in Shift_JIS.",
            "Save it again with the encoding \"UTF-8\", in Notepad for instance. This file was not read.",
        ),
        Finding::NotUtf8 { looks_like_shift_jis: false } => {
            told("The file is not UTF-8.", "Save it again with the encoding \"UTF-8\". This file was not read.")
        }
        Finding::LinkNotFollowed => told(
            "This is a link, and links are not followed.",
            "Put the lessons themselves into this folder, or remove the link.",
        ),
        Finding::FolderTooDeep { limit } => told(
            format!("The folder lies too deep (at most {limit} levels)."),
            "Move the lessons to a shallower folder. What is inside was not read.",
        ),
        Finding::TooManyFiles { limit } => told(
            format!("There are too many files (at most {limit})."),
            "Name a folder that holds lessons only. What is beyond the limit was not read.",
        ),
        Finding::FolderTooLarge { limit } => told(
            format!("The folder as a whole is too large (at most {}).", megabytes(*limit)),
            "Name a folder that holds lessons only. The remaining files were not read.",
        ),
        Finding::NestingCut { limit } => told(
            format!("Quotes or lists are nested too deep (at most {limit} levels)."),
            "Nest them less. What lies deeper is shown at the last level.",
        ),
        Finding::ReaderPanicked => told(
            "The program itself failed while it read this file.",
            "The other lessons can be used. Please send this file to the makers of the program.",
        ),
        Finding::UnsafeCharacter { code_point } => told(
            format!("There is a character that cannot be shown (U+{code_point:04X})."),
            match *code_point {
                0xE000..=0xF8FF | 0xF_0000..=0x10_FFFF => {
                    "Private characters look different on each computer. Write a standard one (on screen it is 〓)."
                }
                _ => "It is invisible or changes the direction of text. Delete it.",
            },
        ),
        // -- front matter and settings files
        Finding::FrontMatterUnclosed => told(
            "The settings at the top (---) are not closed.",
            "Put a line with nothing but --- below the last setting.",
        ),
        Finding::FrontMatterInvalid { detail } => told(
            format!("The settings at the top cannot be read ({}).", quoted(detail)),
            "Check that each line reads \"name: value\" and that brackets and quotes are closed.",
        ),
        Finding::TomlInvalid { detail } => told(
            format!("This is not valid TOML ({}).", quoted(detail)),
            "Check that it reads name = \"value\". Put paths with \\ into ', as in 'S:\\lessons'.",
        ),
        Finding::UnknownKey { key, nearest: Some(nearest) } => {
            told(format!("There is no key \"{}\".", quoted(key)), format!("Did you mean \"{}\"?", quoted(nearest)))
        }
        Finding::UnknownKey { key, nearest: None } => told(
            format!("There is no key \"{}\".", quoted(key)),
            "Correct its name or remove the line. It is not used.",
        ),
        Finding::InvalidValue { key, value, allowed } => told(
            format!("\"{}\" cannot be \"{}\".", quoted(key), quoted(value)),
            format!("Write it like this: {}", quoted(allowed)),
        ),
        Finding::MissingKey { key } => {
            told(format!("\"{}\" is missing.", quoted(key)), format!("Add a line for \"{}\".", quoted(key)))
        }
        Finding::UnsupportedFormat { found } => told(
            format!("This version cannot read the format of this file (format = {found})."),
            "Use a newer version of the program, or write the file as format = 1.",
        ),
        Finding::FolderLanguageDiffers { folder, language } => told(
            format!(
                "The folder is \"{}\", but the language of the lesson is \"{}\".",
                quoted(folder),
                quoted(language)
            ),
            "Correct the value of lang, or move the file to the folder of its language.",
        ),
        Finding::DuplicateLessonId { id, other_path } => told(
            format!("There is another file with the id \"{}\".", quoted(id)),
            format!("Change the id of {} or of this file. This file is not used.", path(other_path)),
        ),
        Finding::UnknownLessonInCourse { course, lesson } => told(
            format!("The lesson \"{}\" of the course \"{}\" does not exist.", quoted(lesson), quoted(course)),
            "Check that it is spelt like the id of the lesson.",
        ),
        Finding::UnknownCourse { place, course } => told(
            format!("The course \"{}\" of \"{}\" does not exist.", quoted(course), quoted(place)),
            "Check that it is spelt like the id of a [[course]].",
        ),
        Finding::DuplicateEntry { id } => told(
            format!("The id \"{}\" is written twice.", quoted(id)),
            "Remove one of them or change its id. The second one is not used.",
        ),
        Finding::MissingBasis => {
            told("The basis is missing.", "Say where the facts come from, as in basis: [source date].")
        }
        // -- questions
        Finding::MissingQuestionId { id } => told(
            "The question has no id.",
            format!(
                "Write <!-- id: {} --> on the line below the heading. If the other language has this question, use the id it has there.",
                quoted(id)
            ),
        ),
        Finding::DuplicateQuestionId { id } => told(
            format!("The id \"{}\" is used twice in this lesson.", quoted(id)),
            "Change one of the two ids. The second question is not asked.",
        ),
        Finding::InvalidId { id } => {
            told(format!("\"{}\" cannot be an id.", quoted(id)), "Use lower-case letters, digits and hyphens.")
        }
        Finding::UnknownMarker { marker } => told(
            format!("There is no question type \"{}\".", quoted(marker)),
            "There are one, all, case, true-false, number, typed, cloze, order, match and write.",
        ),
        Finding::NoAnswerPart => {
            told("The question has no answer part.", "Write choices, a line \"Answer:\", a numbered order or a table.")
        }
        Finding::NoRightAnswer => told("There is no right answer.", "Mark the right choice with - [x]."),
        Finding::SeveralRightAnswers => {
            told("There are two or more right answers.", "Leave one, or change the type in the heading to (all).")
        }
        Finding::TooFewChoices { count } => {
            told(format!("The number of choices is {count}."), "Give at least two choices.")
        }
        Finding::WrongChoiceWithoutFeedback => {
            told("A wrong choice has no feedback.", "Say why it is wrong, on the line below, indented and with a -.")
        }
        Finding::ConsequenceMissing => told(
            "A choice of a case has no consequence.",
            "Say what follows from it, on the line below, indented and with a -.",
        ),
        Finding::FeedbackTooShort { characters, least } => told(
            format!("The feedback is too short ({characters} characters)."),
            format!("Say why, in at least {least} characters."),
        ),
        Finding::FeedbackRepeated => {
            told("The same feedback stands twice in this lesson.", "Give the reason that belongs to this choice.")
        }
        Finding::InvalidTrueFalse { found } => told(
            format!("\"{}\" is neither true nor false.", quoted(found)),
            "Write \"Answer: true\" or \"Answer: false\".",
        ),
        Finding::InvalidNumber { found } => told(
            format!("\"{}\" is not a number.", quoted(found)),
            "Write it like \"Answer: 30\", \"Answer: 30 ± 2 min\" or \"Answer: 10〜20\".",
        ),
        Finding::NoBlank => told("The cloze has no blank.", "Make the word to be filled in bold, as in **word**."),
        Finding::NoModelAnswer => told("There is no model answer.", "Give a good answer on a line \"Answer:\"."),
        Finding::NoChecklist => told(
            "There is nothing to check an answer by.",
            "List what a good answer holds, as in \"- [ ] I said when\".",
        ),
        Finding::TooFewItems { count } => {
            told(format!("The number of items to order or to match is {count}."), "Give at least two items.")
        }
        Finding::InvalidMatchTable => told(
            "The table of the match cannot be read.",
            "Make it a table with two columns. A row with an empty left cell is an extra choice.",
        ),
        Finding::UnknownConfusable { target } => told(
            format!("The confusable question \"{}\" does not exist.", quoted(target)),
            "Check its spelling: the id of the lesson, a slash, the id of the question.",
        ),
        Finding::RightAlwaysLongest { questions } => told(
            format!("The right answer is the longest choice in all {questions} questions."),
            "Write the wrong choices just as fully. Their length gives the answer away.",
        ),
        Finding::RightAlwaysInPlace { place, questions } => told(
            format!("The right answer is choice {place} in all {questions} questions."),
            "Move the right answer from question to question.",
        ),
        Finding::UnsetOfficeValue { name } => told(
            format!("office.toml has no value for \"{}\".", quoted(name)),
            format!(
                "Write {} = \"...\" under [values] of office.toml. Without it the text says \"the desk that the office has named\".",
                quoted(name)
            ),
        ),
        // -- text
        Finding::MainTooLong { length, limit, unit } => told(
            format!("The main text is too long ({}, {} is enough).", counted(*length, *unit), counted(*limit, *unit)),
            "Cut it to what three minutes hold, or move some of it to \"More\".",
        ),
        Finding::LessonTooLong { length, limit, unit } => told(
            format!(
                "The text with \"More\" is too long ({}, at most {}).",
                counted(*length, *unit),
                counted(*limit, *unit)
            ),
            "Make two lessons of it, or cut the text.",
        ),
        Finding::TableTooWide { columns, limit } => told(
            format!("The table is too wide ({columns} columns, at most {limit})."),
            "Shorten the words in its cells or leave a column out. A Japanese character takes two columns.",
        ),
        Finding::BoldTouchesBracket => told(
            "The ** touches a bracket, so other viewers do not show bold here.",
            "Move the ** inside the brackets.",
        ),
        Finding::RawHtml { tag } => told(
            format!("HTML such as \"{}\" cannot be used.", quoted(tag)),
            "Write it in Markdown. Readings stand in brackets: 紛失（ふんしつ）.",
        ),
        // -- practice and worksheets
        Finding::NoCue => told(
            "The things to try have no cue (\"When ...\").",
            "Write \"- When ...\" and below it, indented, what to do.",
        ),
        Finding::CueWithoutAction => {
            told("The cue has no action.", "Say what to do, on the line below the cue, indented and with a -.")
        }
        Finding::UnknownWorksheet { id } => told(
            format!("The worksheet \"{}\" does not exist.", quoted(id)),
            "Check that it is spelt like the id of a file in the folder worksheets.",
        ),
        Finding::UnknownFieldType { found } => told(
            format!("There is no field type \"{}\".", quoted(found)),
            "There are text, long-text, number, date and choice.",
        ),
        // -- the glossary
        Finding::NoTerm => told(
            "The glossary holds no term.",
            "Write each term as a heading of level 2 (\"## term\"), with its meaning below.",
        ),
        Finding::TermWithoutMeaning { term } if term.is_empty() => {
            told("A heading of the glossary has no term.", "Write the term behind ##. Until then it is left out.")
        }
        Finding::TermWithoutMeaning { term } => told(
            format!("The term \"{}\" has no meaning.", quoted(term)),
            "Write its meaning below the heading. Until then it is left out.",
        ),
        Finding::TermTwice { term } => told(
            format!("The term \"{}\", or another name of it, stands in the glossary already.", quoted(term)),
            "Make one term of both, or change the name. Only the first is used.",
        ),
        // -- languages of one lesson
        Finding::LanguageMissing { language } => told(
            format!("The lesson is missing in the language \"{}\".", quoted(language)),
            format!(
                "Put a lesson with the same id into the folder {}. Until then it is shown as it is.",
                quoted(language)
            ),
        ),
        Finding::LanguagesDisagree { about, other_path, here, there } => told(
            format!(
                "{} differ between the languages (here: {}; there: {}).",
                disagreement(*about),
                quoted(here),
                quoted(there)
            ),
            format!("Make it agree with {}. Both languages share one record of progress.", path(other_path)),
        ),
        // -- slips of the Japanese keyboard
        Finding::ImeSlip { slip, found, wanted } => ime_slip(*slip, &quoted(found), &quoted(wanted)),
    }
}

fn told(title: impl Into<String>, help: impl Into<String>) -> (String, String) {
    (title.into(), help.into())
}

fn counted(length: usize, unit: LengthUnit) -> String {
    match unit {
        LengthUnit::Characters => format!("{length} characters"),
        LengthUnit::Words => format!("{length} words"),
    }
}

fn disagreement(about: Disagreement) -> &'static str {
    match about {
        Disagreement::QuestionIds => "The ids of questions",
        Disagreement::QuestionTypes => "The types of this question",
        Disagreement::QuestionOrder => "The orders of the questions",
        Disagreement::ChoiceCount => "The numbers of choices or items",
        Disagreement::RightChoices => "The places of the right answer",
        Disagreement::Numbers => "The numbers in the answer",
        Disagreement::Revisions => "The revisions (rev)",
        Disagreement::Practice => "The parts of the practice (ids, ask, counts)",
    }
}

fn ime_slip(slip: ImeSlip, found: &str, wanted: &str) -> (String, String) {
    let what = match slip {
        ImeSlip::TaskBox => "tick box",
        ImeSlip::BoxWithoutSpace => "tick box",
        ImeSlip::Bullet => "bullet",
        ImeSlip::ListNumber => "list number",
        ImeSlip::Heading => "heading mark",
        ImeSlip::Colon => "colon",
        ImeSlip::Quote => "quote mark",
        ImeSlip::Table => "table bar",
        ImeSlip::FrontMatterFence => "fence of the settings",
        ImeSlip::HeadingWithoutSpace => "heading mark",
        ImeSlip::FullWidthValue => "id, date or number",
    };
    let title = match slip {
        ImeSlip::BoxWithoutSpace => format!("There is no space before the {what} (\"{found}\")."),
        ImeSlip::HeadingWithoutSpace => format!("There is no space behind the {what} (\"{found}\")."),
        _ => format!("The {what} \"{found}\" is not in half-width characters."),
    };
    let help = match slip {
        ImeSlip::HeadingWithoutSpace => "Put one space behind the mark.".to_owned(),
        _ => format!("Write \"{wanted}\"."),
    };
    told(title, help)
}
