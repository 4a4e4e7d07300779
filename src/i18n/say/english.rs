//! The sentences in English, the translation.

use crate::domain::calendar::PlannedDay;
use crate::domain::day::Day;
use crate::domain::event::Phase;
use crate::domain::fold::HowDone;
use crate::domain::language::Language::English;
use crate::domain::memory::{Because, ComingBack};
use crate::i18n::say::{Say, spaced, spaced_code};
use crate::i18n::streak::effect;
use crate::i18n::trouble::reason;
use crate::i18n::{date, holiday};

pub fn sentence(say: &Say) -> String {
    let day = |day: &Day| date::day(*day, English);
    match say {
            Say::Program => "sukima".into(),
            Say::TrialMark => "[trial]".into(),
            Say::UnkeptMark => "[not saved]".into(),
            Say::TimeLeftMark { seconds } => format!("~{} left", date::about(*seconds, English)),
            Say::Part { part, of } => format!("part {part}/{of}"),
            Say::Trial => "[trial] A practice record: its clock was set by hand.".into(),
            Say::NotKept { place, cause } => {
                let cause = reason(cause, English);
                format!("The record cannot be saved ({cause}).\nYou can study, but nothing is kept this time.\nPlace: {place}")
            }
            Say::NotKeptAtEnd => "Nothing was kept this time. Ask IT whether the data folder can be written.".into(),
            Say::ReadOnly { place } => {
                format!("This record belongs to a newer sukima.\nThis version only shows it; nothing is kept this time.\nPlace: {place}")
            }
            Say::Waiting { events, place, cause } => {
                let cause = reason(cause, English);
                let entries = plural(*events, "entry is", "entries are");
                format!("{entries} not saved yet ({cause}).\nThey will be saved as soon as writing works again.\nPlace: {place}")
            }
            Say::WaitingAtEnd { events, place, is_rescued: false } => {
                let entries = plural(*events, "entry is", "entries are");
                format!("{entries} not saved, and no copy could be kept.\nCheck the free space and the right to write.\nPlace: {place}")
            }
            Say::WaitingAtEnd { events, place, is_rescued: true } => {
                let entries = plural(*events, "entry is", "entries are");
                format!("{entries} not saved.\nA copy is in rescue.jsonl in the same folder, to be saved at the next start.\nPlace: {place}")
            }
            Say::BuiltInInstead { folder } => {
                format!("No readable lesson there, so the built-in ones are used.\nPlace: {folder}\nTo see why: sukima check \"{folder}\"")
            }
            Say::Goodbye { in_session: true } => "Your answers are saved. Next time you go on from here.".into(),
            Say::Goodbye { in_session: false } => "Thank you. See you next time.".into(),
            Say::Working => "Working".into(),
            Say::HiddenPrompt => "Enter to come back".into(),
            Say::TimeLeft { seconds } => format!("About {} left.", date::about(*seconds, English)),
            Say::NoTimeHere => "No time is running here.".into(),
            Say::KanaSeen => "Japanese input seems to be on. Press the Hankaku/Zenkaku key.".into(),
            Say::WelcomeTitle => "Welcome to sukima.".into(),
            Say::Welcome => "Learn in three spare minutes, then try one thing at work.".into(),
            Say::KeyTestAsk => "First, a look at the keyboard.\nPress the digit 1.\nIf you use a screen reader, press 9.".into(),
            Say::KeyTestWide => "A full-width digit arrived. It works as it is.".into(),
            Say::KeyTestKana => "Kana arrived: the Japanese input seems to be on.\nPress [Hankaku/Zenkaku], then 1 once more.".into(),
            Say::KeyTestOther => "Press the digit 1.".into(),
            Say::PromisesAhead => "Five things to know first.".into(),
            Say::PromisePlace => "1 Your record stays in this place; nothing is sent anywhere.".into(),
            Say::PromisePrivate => "2 Nobody else sees your mistakes.".into(),
            Say::PromiseShown => "3 Whatever is handed in is shown to you in full first.".into(),
            Say::PromiseNames => "4 Please write no names of residents or colleagues.".into(),
            Say::PromiseLeave => "5 Stop whenever you like; next time you go on from there.".into(),
            Say::NextPrompt => "Enter to go on".into(),
            Say::RoleAsk => "Choose what is nearest to your work. It can be changed.".into(),
            Say::NumberPrompt => "Number".into(),
            Say::HomeTitle { today, minutes: None } => day(today),
            Say::HomeTitle { today, minutes: Some(minutes) } => {
                format!("{} - today's {minutes} {}", day(today), if *minutes == 1 { "minute" } else { "minutes" })
            }
            Say::WelcomeBack { questions: 0 } => "Good to see you again.".into(),
            Say::WelcomeBack { questions: 1 } => "Good to see you again. Only one question today.".into(),
            Say::WelcomeBack { questions: 2 } => "Good to see you again. Only two questions today.".into(),
            Say::WelcomeBack { questions: 3 } => "Good to see you again. Only three questions today.".into(),
            Say::WelcomeBack { questions } => format!("Good to see you again. Only {questions} questions today."),
            Say::StreakLine { length, spare } | Say::CloseStreak { length, spare } => streak(*length, *spare),
            Say::StreakAside { length, day: None } => {
                format!("Finish today and the {length} days from before your break come back.")
            }
            Say::StreakAside { length, day: Some(on) } => {
                format!("Finish on {} and the {length} days from before your break come back.", day(on))
            }
            Say::OffToday { reason } => {
                format!("Today is off ({}): nothing is lost without study.", holiday::day_off(*reason, English))
            }
            Say::LightToday => "A busy time: today is a short day of one minute.".into(),
            Say::ClockIsBehind { newest } => format!(
                "This computer's date is before {}, when you studied last.\nPlease check the date. Nothing of the record is lost.",
                day(newest)
            ),
            Say::Holds { follow_up, reviews, lessons, seconds } => {
                let mut parts = Vec::new();
                if *follow_up {
                    parts.push("1 follow-up".to_owned());
                }
                if *reviews > 0 {
                    parts.push(plural(*reviews, "review", "reviews"));
                }
                let titles: Vec<String> = lessons.iter().map(|title| format!("\"{title}\"")).collect();
                match titles.len() {
                    0 => {}
                    1 => parts.push(format!("new lesson {}", titles.join(", "))),
                    _ => parts.push(format!("new lessons {}", titles.join(", "))),
                }
                format!("{}\nAbout {} in all.", capitalised(&parts.join(", ")), date::about(*seconds, English))
            }
            Say::HoldsNothing => "Nothing more for today. You can choose from the lessons.".into(),
            Say::ResumeHolds { seconds } => {
                format!("You left in the middle: about {} to go.", date::about(*seconds, English))
            }
            Say::OpenPromise { sentence } => format!("To try: {sentence}"),
            Say::OfficeDaysBroken => {
                "Some days off of the office (office.toml) cannot be read. Those that can, and those read before, are used.\nPlease tell your IT staff; sukima check shows what to mend.".into()
            }
            Say::UnsetValues => {
                "The name of a desk in the lessons is not set yet.\nThey say \"the desk that the office has named\".\nIT can set the name in office.toml.".into()
            }
            Say::NextReview(next) => format!("{}The next review is on {}.", because(next), day(&next.day)),
            Say::HomeKeys { resume } => format!(
                "l lessons  p progress  s settings  ? help  q quit\nEnter {}",
                if *resume { "go on" } else { "start" }
            ),
            Say::HomeKeysDone => "p progress  s settings  ? help  q quit\nEnter lessons".into(),
            Say::HomeOnly { resume } => {
                format!("Enter {}. You can also use l, p, s, 6 (six questions), ? and q.", if *resume { "goes on" } else { "starts" })
            }
            Say::Resumed => "Going on where you stopped.".into(),
            Say::ClockStopped => "While nothing was pressed, the clock stood still.".into(),
            Say::NothingPlanned => "Nothing more for today. You can choose from the lessons (l).".into(),
            Say::EarlierSessionLeft => "What you had begun ends here. Your answers are kept.".into(),
            Say::StepGone => "The lessons have changed, so this step is left out.".into(),
            Say::NothingToUndo => "There is no answer to take back.".into(),
            Say::Undone => "The last answer is taken back.".into(),
            Say::FollowUpTitle => "Follow-up".into(),
            Say::FollowUpMade { day: on } => format!("You decided this on {}.", day(on)),
            Say::DidIt => "1 Did it".into(),
            Say::NoOccasion => "2 No occasion".into(),
            Say::NotYet => "3 Not yet".into(),
            Say::DoNotAsk => "0 Don't ask again".into(),
            Say::FollowUpKeys => "What came of it?".into(),
            Say::FollowUpOnly => "Please enter 1, 2, 3 or 0.".into(),
            Say::MinutesSavedAsk => "About how many minutes shorter each time? (Enter: skip)".into(),
            Say::MinutesSavedOnly => "Please enter minutes (such as 5), or just press Enter.".into(),
            Say::QuestionTitle { number, of, phase, title } => {
                format!("{} {number}/{of} - {title}", asked_as(*phase))
            }
            Say::QuestionNumber { number, of, phase } => format!("{} {number}/{of}", asked_as(*phase)),
            Say::AgainTitle { title } => format!("Once more - {title}"),
            Say::ShownInOtherLanguage => "(Shown in Japanese; there is no English version.)".into(),
            Say::ThinkFirst => "Answer in your head first. Enter shows the options".into(),
            Say::TrueOption => "True".into(),
            Say::FalseOption => "False".into(),
            Say::PickOne { has_hint } => format!("Number (not sure: 2?){}", hint_en(*has_hint)),
            Say::ThinkInHead => "Answer in your head first.".into(),
            Say::TypedAnswer { answer } => format!("Your answer: {answer}"),
            Say::Chosen => "Your answer:".into(),
            Say::RightIs => "The right answer:".into(),
            Say::RightBlanksAre => "The right answers:".into(),
            Say::RightBlank { number, right, typed: None } => format!("[{number}] {right}"),
            Say::RightBlank { number, right, typed: Some(typed) } => format!("[{number}] {right} (yours: {typed})"),
            Say::RightOrderIs => "The right order:".into(),
            Say::RightPairsAre => "The right pairs:".into(),
            Say::OrderAsk => "Press the number of the line to move.".into(),
            Say::OrderHeld => "Move it with Up and Down; Enter puts it down.".into(),
            Say::NumberLabel { unit } if unit.is_empty() => "Enter a number, or ? if you do not know.".into(),
            Say::NumberLabel { unit } => format!("Enter a number (in {unit}), or ? if you do not know."),
            Say::AnswerLabel => "Enter your answer, or ? if you do not know.".into(),
            Say::BlanksLabel => "Enter ? where you do not know.".into(),
            Say::WriteLabel => "Write it in your own words, or ? if you do not know.".into(),
            Say::ChooseFirst => "Choose one with a digit key.".into(),
            Say::TickFirst => "Choose at least one.".into(),
            Say::MoveFirst => "Take a line by its digit and move it up or down.".into(),
            Say::PairFirst => "Give each line with a ? one of the numbers below.".into(),
            Say::PracticeTitle => "One question to try".into(),
            Say::PracticeKept => "This was practice: nothing of it is kept.".into(),
            Say::PickAll { has_hint } => format!("All numbers that apply (such as 1 3){}", hint_en(*has_hint)),
            Say::OrderPrompt { has_hint } => format!("Numbers in order (such as 3 1 2){}", hint_en(*has_hint)),
            Say::MatchPrompt { has_hint } => format!("Pairs (such as 1b 2c){}", hint_en(*has_hint)),
            Say::NumberAnswerPrompt { unit, has_hint } if unit.is_empty() => format!("A number{}", hint_en(*has_hint)),
            Say::NumberAnswerPrompt { unit, has_hint } => format!("A number ({unit}){}", hint_en(*has_hint)),
            Say::TypedPrompt { has_hint } => format!("Answer{}", hint_en(*has_hint)),
            Say::BlankPrompt { number, has_hint } => format!("Word for [{number}]{}", hint_en(*has_hint)),
            Say::WritePrompt { has_hint } => format!("Write one line{}", hint_en(*has_hint)),
            Say::ChecksIntro => "This is an example. Compare, and choose what yours holds.".into(),
            Say::ChecksPrompt => "All numbers that it holds (0 for none)".into(),
            Say::EchoAnswer { answer } => format!("Answer: {answer}"),
            Say::EchoBlank { number, answer } => format!("[{number}] {answer}"),
            Say::ConfirmPrompt => "Enter sure  0 not so sure  b change".into(),
            Say::ConfirmOnly => "Please press Enter, or enter 0 or b.".into(),
            Say::Hint { text } => format!("Hint: {text}"),
            Say::NoHint => "This question has no hint.".into(),
            Say::OnlyNumbers { last: 1 } => "Please enter 1.".into(),
            Say::OnlyNumbers { last } => format!("Please enter one number from 1 to {last}."),
            Say::OnlyChoice { last } => {
                format!("Please enter one number from 1 to {last}.\nIf you do not know, enter 0 to see the answer.")
            }
            Say::OnlyListed { last: 1 } => "Please enter 1 or 0.".into(),
            Say::OnlyListed { last } => format!("Please enter a number from 1 to {last}, or 0."),
            Say::OnlySeveral { last } => format!("Please enter numbers from 1 to {last} with spaces (such as 1 3).\nIf you do not know, enter 0 to see the answer."),
            Say::OnlyOrder { count } => format!("Please enter each number from 1 to {count} once.\nIf you do not know, enter 0 to see the answer."),
            Say::OnlyPairs { lefts, last_letter } => {
                format!("Please give each of 1 to {lefts} one letter from a to {last_letter}.\nIf you do not know, enter 0 to see the answer.")
            }
            Say::OnlyNumberValue { unit } if unit.is_empty() => "Please enter a number (such as 12).".into(),
            Say::OnlyNumberValue { unit } => format!("Please enter a number (such as 12 or 12 {unit})."),
            Say::OnlySomething => "Please enter an answer.\nIf you do not know, enter ? to see it.".into(),
            Say::OnlyChecks { last } => format!("Please enter numbers from 1 to {last} with spaces, or 0."),
            Say::Right => "Right.".into(),
            Say::RightUnsure => "Right.".into(),
            Say::RightIsNumber { numbers } => {
                let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
                format!("The right answer is {}.", numbers.join(" and "))
            }
            Say::RightIsText { text } => format!("The right answer is \"{text}\"."),
            Say::RightIsTrue(true) => "The right answer is 1 True.".into(),
            Say::RightIsTrue(false) => "The right answer is 2 False.".into(),
            Say::RightOrder { numbers } => format!("The right order is {}.", spaced(numbers)),
            Say::RightPairs { pairs } => format!("The right pairs are {}.", pairs.join(" ")),
            Say::ChecksLeft { count } => {
                format!("{} missing. Have another look at the example.", plural(*count, "point was", "points were"))
            }
            Say::AboutYourAnswer { text } => text.clone(),
            Say::Explanation { text } => format!("Explanation: {text}"),
            Say::ComesBack { then } => comes_back(then),
            Say::ComesBackToday { then: None } => "It comes once more in a moment.".into(),
            Say::ComesBackToday { then: Some(then) } => format!("It comes once more in a moment. {}", comes_back(then)),
            Say::VerdictKeys => "Enter next  u take back".into(),
            Say::VerdictOnly => "Enter goes on; u takes the last answer back.".into(),
            Say::LessonTitle { title } => title.clone(),
            Say::Objective { text } => format!("Aim: {text}"),
            Say::MoreTitle => "More".into(),
            Say::ReadKeys { has_more, can_be_passed } => format!(
                "Enter next{}{}",
                if *has_more { "  o more" } else { "" },
                if *can_be_passed { "  k know it" } else { "" }
            ),
            Say::ReadOnlyKeys { has_more, can_be_passed } => format!(
                "Press Enter when you have read it.{}{}",
                if *has_more { " For more, enter o." } else { "" },
                if *can_be_passed { " If you know it already, enter k." } else { "" }
            ),
            Say::Beforehand(say) => say.in_language(English),
            Say::Entry(say) => say.in_language(English),
            Say::TryTitle => "Try this".into(),
            Say::TryReminder { sentence, day: on } => format!("Already decided: {sentence} (asked on {})", day(on)),
            Say::CueAsk => "In which moment at work will you try it?".into(),
            Say::CueKeys { last } => format!("Number 1 to {last}  0 not this time"),
            Say::ActionKeys { last } => format!("Number 1 to {last}  b other moment  0 not this time"),
            Say::ActionAsk { cue } => format!("{cue}, what will you do?"),
            Say::OwnAction { number } => format!("{number} In my own words"),
            Say::OwnActionPrompt => "What you will do (such as: I ask by phone)".into(),
            Say::ReadBack { sentence } => format!("\"{sentence}\""),
            Say::AskedOn { day: on } => format!("You will be asked on {} what came of it.", day(on)),
            Say::PromiseKeys => "Enter decide  b choose again  0 not this time".into(),
            Say::PromiseOnly => "Please press Enter, or enter b or 0.".into(),
            Say::CloseTitle => "That is all for today.".into(),
            Say::CloseFigures { answers: 0, seconds, .. } => format!("Time {}", date::exact(*seconds, English)),
            Say::CloseFigures { answers, right, seconds } => {
                format!("{right} of {answers} right, time {}", date::exact(*seconds, English))
            }
            Say::CloseNext(Some(next)) => {
                format!("{}Next: {}. Nothing to do until then.", because(next), day(&next.day))
            }
            Say::CloseNext(None) => "Nothing is planned next.".into(),
            Say::CloseKeys { can_undo: true } => "u take back  + a little more  b start page\nEnter finish".into(),
            Say::CloseKeys { can_undo: false } => "+ a little more  b start page\nEnter finish".into(),
            Say::CloseOnly => "Enter finishes. You can also use u, + and b.".into(),
            Say::LibraryTitle { shelf: None } => "Lessons".into(),
            Say::LibraryTitle { shelf: Some(shelf) } => format!("Lessons - {shelf}"),
            Say::AllCourses { number } => format!("{number} All courses"),
            Say::CourseLine { number, code, title, done, of } => {
                format!("{number} {}{title} - {done} of {of}", spaced_code(code))
            }
            Say::OtherCourses { number } => format!("{number} For other roles"),
            Say::TracksKeys => "Number of a role  0 back".into(),
            Say::TakeFirst { titles } => format!("First: {}", titles.join(", ")),
            Say::SearchPrompt => "Look for".into(),
            Say::LibraryKeys => "Course number  /word to find  0 back".into(),
            Say::LibraryOnly { last: 1 } => "Please enter 1, 0, or / and a word.".into(),
            Say::LibraryOnly { last } => format!("Please enter a number from 1 to {last}, 0, or / and a word."),
            Say::LessonLine { number, title, minutes, done } => {
                let minutes = minutes.map(|minutes| format!(", {minutes} min")).unwrap_or_default();
                format!("{number} {title}{minutes}{}", done.map_or("", done_how))
            }
            Say::LessonsKeys => "Lesson number  0 back".into(),
            Say::NoLessonFound { text } if text.is_empty() => "Please enter / and the word to find (such as /mail).".into(),
            Say::NoLessonFound { text } => format!("No lesson title contains \"{text}\"."),
            Say::LibraryEmpty => "There are no lessons.".into(),
            Say::NoGlossary => "These lessons explain no words.".into(),
            Say::GlossaryTitle => "Words".into(),
            Say::NoTermHere => "No word of this text is explained.".into(),
            Say::OtherTerms => "Other words".into(),
            Say::OtherTermNames { names } => format!("Other words: {}", names.join(", ")),
            Say::TermName { name, reading: None } => name.clone(),
            Say::TermName { name, reading: Some(reading) } => format!("{name} ({reading})"),
            Say::AlsoCalled { names } => format!("Also: {}", names.join(", ")),
            Say::TermPrompt => "Look up".into(),
            Say::NoTermFound { text } => format!("\"{text}\" is not explained."),
            Say::GlossaryKeys => "A word to look up; Enter: back".into(),
            Say::TextSearchLabel => "Search".into(),
            Say::PlaceOf { place, of } => format!("({place}/{of})"),
            Say::NotInText => "(none)".into(),
            Say::ProgressTitle => "Progress".into(),
            Say::DaysStudied { days } => format!("Days studied: {days}"),
            Say::ThisWeek { days, minutes } => {
                let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
                let studied: Vec<&str> = names.iter().zip(days).filter(|(_, on)| **on).map(|(name, _)| *name).collect();
                let studied = if studied.is_empty() { "none yet".to_owned() } else { studied.join(" ") };
                format!("This week: {studied} ({minutes} min)")
            }
            Say::Answers { answers, right } => format!("Answers {answers}, right {right}"),
            Say::CourseProgress { title, done, of } => format!("{title} - {done} of {of}"),
            Say::Promises { made, kept } => format!("To try {made}, done {kept}"),
            Say::ProgressKeys { is_leave: None } => "2 in detail  Enter to go back".into(),
            Say::ProgressKeys { is_leave: Some(false) } => "1 today is leave  2 in detail  Enter to go back".into(),
            Say::ProgressKeys { is_leave: Some(true) } => "1 today is no leave  2 in detail  Enter to go back".into(),
            Say::LastDays => "The last days".into(),
            Say::LastDay(told) => format!("{}  {}", day(&told.day), effect(&told.effect, English)),
            Say::BackPrompt => "Enter to go back".into(),
            Say::HealthTitle => "Health check".into(),
            Say::HealthRow { number } => format!("{number} Health check"),
            Say::SettingsTitle => "Settings".into(),
            Say::Statistics(told) => told.in_language(English),
            Say::Setting(setting) => setting.in_language(English),
            Say::Fit(fit) => fit.in_language(English),
            Say::NoRoles => "These lessons make no difference between roles.".into(),
            Say::SettingsKeys => "Number to change  0 back".into(),
            Say::DataPlace { place } => format!("Your record: {place}"),
            Say::HelpForms => "Full-width digits and marks work as well.\nNo idea what to type? A lone ? shows the answer.".into(),
            Say::HelpTitle => "Help".into(),
            Say::HelpLines => "\
Enter a number to answer. Not sure? Add ? as in 2?
Do not know? 0 (where you type, ?) shows the answer.
Enter alone does what the prompt says behind Enter.
u take the last answer back
t time left
h hide the screen (Enter brings it back)
b first screen (you can go on from there)
6 six questions to begin (on the first screen)
i hint (where there is one)
g words of this text that are explained
q quit (you go on from there next time)
For an answer that is a single u or q, enter =u or =q.
Full-width digits and marks work as well."
                .into(),
        }
}

fn hint_en(has_hint: bool) -> &'static str {
    if has_hint { "  i hint" } else { "" }
}

fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Days to spare are only named where there are some.
fn streak(length: u32, spare: u32) -> String {
    match spare {
        0 => format!("Study days in a row {length}"),
        _ => format!("Study days in a row {length}, spare days {spare}"),
    }
}

/// The day, and why it is that day.
fn comes_back(then: &ComingBack) -> String {
    let day = date::day(then.day, English);
    let off = then.off.map_or_else(String::new, |(on, reason)| {
        format!("; {} is off: {}", date::day(on, English), holiday::day_off(reason, English))
    });
    match then.because {
        Because::Missed => format!("Next on {day} (missed: the next working day{off})."),
        Because::KnownWell => format!("Next in a year, {day} (known well: once a year{off})."),
        Because::Right { is_sure, interval_days, is_moved } => {
            let answer = if is_sure { "right and sure" } else { "right, not sure" };
            let days = if interval_days == 1 { "1 day".to_owned() } else { format!("{interval_days} days") };
            match is_moved {
                false => format!("Next in {days}, {day} ({answer})."),
                true if off.is_empty() => format!("Next on {day} ({answer}: in {days}, passing over the weekend)."),
                true => format!("Next on {day} ({answer}: in {days}{off})."),
            }
        }
    }
}

/// A sentence that begins with a part that also stands in the middle of others.
fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// Why it is not earlier.
fn because(next: &PlannedDay) -> String {
    next.because.map_or_else(String::new, |(on, reason)| {
        format!("{} is off ({}). ", date::day(on, English), holiday::day_off(reason, English))
    })
}

/// What a question is asked for.
fn asked_as(phase: Phase) -> &'static str {
    match phase {
        Phase::Review => "Review",
        Phase::Pre => "Before the lesson",
        Phase::Check | Phase::Again | Phase::Own => "Check",
    }
}

fn done_how(how: HowDone) -> &'static str {
    match how {
        HowDone::Read => ", done",
        HowDone::Known => ", known beforehand",
    }
}
