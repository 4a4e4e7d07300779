//! The one table of keys: which key does what where. Keys are heard by it, and footers and the help are written from
//! it, so that what is said about a key is what it does.

use crate::app::Key;
use crate::app::dialogue::reply;
use crate::i18n::keys::{KeyAction, KeyName};

/// Where a key is pressed: every state of a screen in which keys mean something of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    KeyTest,
    Role,
    Promises,
    /// Nothing can be done but leave: the engine has not told yet.
    Waiting,
    Home,
    /// A sitting was left and goes on.
    HomeToGoOn,
    /// Everything for today is done.
    HomeDone,
    FollowUp,
    MinutesSaved,
    Thinking,
    Choosing,
    Ticking,
    Ordering,
    OrderingHeld,
    Pairing,
    Typing,
    TypingBlanks,
    /// All other blanks hold something: the next `Enter` ends the typing.
    TypingLastBlank,
    Confirming,
    Checking,
    Verdict,
    PracticeVerdict,
    Reading,
    ReadingWithMore,
    Reminder,
    Cue,
    ChoosingAction,
    OwnAction,
    ReadBack,
    Close,
    CloseWithUndo,
    Library,
    Searching,
    /// Words are typed that are looked for in the text.
    SearchingText,
    /// Places with them were found.
    FoundInText,
    Glossary,
    SearchingTerms,
    Settings,
    SettingValue,
    /// 覚え方の計算を自分に合わせる: what can be done.
    Fit,
    /// … under way.
    FitWorking,
    /// Values of which each is switched by itself.
    SettingSwitches,
    /// はじめの6問, and what they propose.
    Entry,
    Proposal,
    /// 進み具合 on a working day, which can be made a day of leave.
    Progress,
    /// … on a day that is leave.
    ProgressOnLeave,
    /// … on any other day off.
    ProgressOnDayOff,
    /// くわしい進み具合.
    Statistics,
    /// Something to look at and leave: 動作確認, help.
    Looking,
    Hidden,
}

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Binding {
    pub key: KeyName,
    pub action: KeyAction,
    /// Named in the footer, which has room for four.
    pub in_footer: bool,
}

const fn shown(key: KeyName, action: KeyAction) -> Binding {
    Binding { key, action, in_footer: true }
}

const fn quiet(key: KeyName, action: KeyAction) -> Binding {
    Binding { key, action, in_footer: false }
}

const ENTER_NEXT: Binding = shown(KeyName::Enter, KeyAction::Next);
const ENTRY: Binding = quiet(KeyName::Letter('6'), KeyAction::OpenEntry);
const ENTRY_NOW: Binding = shown(KeyName::Letter('6'), KeyAction::OpenEntry);
const MOVE: Binding = quiet(KeyName::UpDown, KeyAction::Select);
const ZERO: KeyName = KeyName::Letter('0');

/// The keys of a place, the most needed first.
pub fn bindings(place: Place) -> Vec<Binding> {
    use KeyAction as Do;
    use KeyName as On;
    match place {
        Place::KeyTest => vec![shown(On::Letter('1'), Do::TestKey), shown(On::Letter('9'), Do::UseLines)],
        Place::Role => vec![MOVE, shown(On::Digits, Do::Pick), shown(On::Enter, Do::Take)],
        Place::Promises => vec![ENTER_NEXT, ENTRY_NOW],
        Place::Entry => vec![
            MOVE,
            shown(On::Digits, Do::Pick),
            shown(On::Enter, Do::Take),
            quiet(On::Left, Do::QuestionBefore),
            shown(On::Escape, Do::GoBack),
            quiet(On::Letter('b'), Do::QuestionBefore),
            quiet(ZERO, Do::GoBack),
        ],
        Place::Proposal => vec![
            shown(On::Enter, Do::TakeProposal),
            shown(ZERO, Do::LeaveAsItIs),
            shown(On::Left, Do::QuestionBefore),
            quiet(On::Letter('b'), Do::QuestionBefore),
            quiet(On::Escape, Do::GoBack),
        ],
        Place::Waiting => vec![],
        Place::Home => vec![
            shown(On::Enter, Do::Start),
            shown(On::Letter('m'), Do::ChangeMinutes),
            shown(On::Letter('l'), Do::OpenLibrary),
            shown(On::Letter('?'), Do::OpenHelp),
            quiet(On::LeftRight, Do::ChangeMinutes),
            quiet(On::Letter('p'), Do::OpenProgress),
            quiet(On::Letter('s'), Do::OpenSettings),
            ENTRY,
        ],
        Place::HomeToGoOn => vec![
            shown(On::Enter, Do::GoOn),
            shown(On::Letter('l'), Do::OpenLibrary),
            shown(On::Letter('p'), Do::OpenProgress),
            shown(On::Letter('?'), Do::OpenHelp),
            quiet(On::Letter('s'), Do::OpenSettings),
            ENTRY,
        ],
        Place::HomeDone => vec![
            shown(On::Enter, Do::OpenLibrary),
            shown(On::Letter('p'), Do::OpenProgress),
            shown(On::Letter('s'), Do::OpenSettings),
            shown(On::Letter('?'), Do::OpenHelp),
            quiet(On::Letter('l'), Do::OpenLibrary),
            ENTRY,
        ],
        Place::FollowUp => vec![MOVE, shown(On::Digits, Do::Pick), quiet(ZERO, Do::Pick), shown(On::Enter, Do::Take)],
        Place::MinutesSaved => vec![shown(On::Enter, Do::Next), shown(On::Escape, Do::GoBack), PAGES],
        Place::Thinking => vec![shown(On::Enter, Do::ShowOptions), quiet(On::Space, Do::ShowOptions), HINT],
        Place::Choosing => {
            vec![MOVE, shown(On::Digits, Do::Choose), shown(On::Enter, Do::Sure), shown(ZERO, Do::Unsure), HINT, PAGES]
        }
        Place::Ticking => vec![
            MOVE,
            shown(On::Digits, Do::Tick),
            shown(On::Enter, Do::Sure),
            shown(ZERO, Do::Unsure),
            quiet(On::Space, Do::Tick),
            HINT,
        ],
        Place::Ordering => vec![
            MOVE,
            shown(On::Digits, Do::Grab),
            shown(On::Enter, Do::Sure),
            shown(ZERO, Do::Unsure),
            quiet(On::Space, Do::Grab),
            HINT,
        ],
        Place::OrderingHeld => vec![
            shown(On::UpDown, Do::MoveLine),
            shown(On::Enter, Do::PutLine),
            quiet(On::Space, Do::PutLine),
            quiet(On::Digits, Do::PlaceLine),
            shown(On::Escape, Do::LetGo),
        ],
        Place::Pairing => vec![
            shown(On::UpDown, Do::Select),
            shown(On::Digits, Do::Pair),
            shown(On::Enter, Do::Sure),
            shown(ZERO, Do::Unsure),
            HINT,
        ],
        Place::Typing => {
            vec![shown(On::Enter, Do::CloseField), quiet(On::Tab, Do::Hint), quiet(On::UpDown, Do::TurnPage)]
        }
        Place::TypingLastBlank => {
            vec![shown(On::Enter, Do::CloseField), quiet(On::Tab, Do::NextBlank), quiet(On::UpDown, Do::Select), PAGES]
        }
        Place::TypingBlanks => {
            vec![shown(On::Enter, Do::NextBlank), quiet(On::Tab, Do::NextBlank), quiet(On::UpDown, Do::Select), PAGES]
        }
        Place::Confirming => vec![
            shown(On::Enter, Do::Sure),
            shown(ZERO, Do::Unsure),
            shown(On::Left, Do::Edit),
            quiet(On::Letter('b'), Do::Edit),
            HINT,
        ],
        Place::Checking => vec![
            MOVE,
            shown(On::Digits, Do::Tick),
            shown(On::Enter, Do::Sure),
            shown(ZERO, Do::Unsure),
            shown(On::Left, Do::Edit),
            quiet(On::Space, Do::Tick),
        ],
        Place::Verdict | Place::PracticeVerdict => {
            vec![ENTER_NEXT, shown(On::Letter('u'), Do::Undo)]
        }
        Place::Reading => vec![
            ENTER_NEXT,
            KNOW_ALREADY,
            quiet(On::Space, Do::TurnPage),
            PAGES,
            quiet(On::Left, Do::TurnPage),
            quiet(On::Letter('/'), Do::Search),
            SECTIONS,
        ],
        Place::ReadingWithMore => vec![
            ENTER_NEXT,
            shown(On::Letter('o'), Do::OpenDetail),
            KNOW_ALREADY,
            quiet(On::Left, Do::TurnPage),
            quiet(On::Letter('/'), Do::Search),
            SECTIONS,
        ],
        Place::SearchingText => vec![
            shown(On::Enter, Do::TakeWords),
            shown(On::Escape, Do::StopSearch),
            quiet(On::UpDown, Do::NextPlace),
            PAGES,
        ],
        Place::FoundInText => vec![
            shown(On::Enter, Do::NextPlace),
            quiet(On::Letter('n'), Do::NextPlace),
            quiet(On::UpDown, Do::NextPlace),
            shown(On::Letter('/'), Do::Search),
            shown(On::Escape, Do::StopSearch),
        ],
        Place::Reminder => vec![ENTER_NEXT],
        Place::Cue => vec![MOVE, shown(On::Digits, Do::Pick), shown(On::Enter, Do::Take), shown(ZERO, Do::NotThisTime)],
        Place::ChoosingAction => vec![
            MOVE,
            shown(On::Digits, Do::Pick),
            shown(On::Enter, Do::Take),
            shown(ZERO, Do::NotThisTime),
            quiet(On::Left, Do::GoBack),
        ],
        Place::OwnAction => vec![shown(On::Enter, Do::Next), shown(On::Escape, Do::GoBack), PAGES],
        Place::ReadBack => vec![
            shown(On::Enter, Do::Decide),
            shown(ZERO, Do::NotThisTime),
            shown(On::Left, Do::Edit),
            quiet(On::Letter('b'), Do::Edit),
        ],
        Place::Close => {
            vec![shown(On::Enter, Do::Finish), shown(On::Letter('+'), Do::More), shown(On::Letter('b'), Do::GoHome)]
        }
        Place::CloseWithUndo => vec![
            shown(On::Enter, Do::Finish),
            shown(On::Letter('u'), Do::Undo),
            shown(On::Letter('+'), Do::More),
            shown(On::Letter('b'), Do::GoHome),
            quiet(On::Letter('l'), Do::OpenLibrary),
        ],
        Place::Library => vec![
            MOVE,
            quiet(On::Digits, Do::Pick),
            shown(On::Enter, Do::Open),
            shown(On::Letter('/'), Do::Search),
            shown(On::Escape, Do::GoBack),
            quiet(ZERO, Do::GoBack),
        ],
        Place::Searching => {
            vec![shown(On::Enter, Do::Open), quiet(On::UpDown, Do::Select), shown(On::Escape, Do::GoBack), PAGES]
        }
        Place::Glossary => vec![
            shown(On::Enter, Do::GoBack),
            shown(On::Letter('/'), Do::Search),
            shown(On::Escape, Do::GoBack),
            quiet(On::Letter('g'), Do::GoBack),
            SECTIONS,
        ],
        Place::SearchingTerms => vec![shown(On::Enter, Do::GoBack), shown(On::Escape, Do::StopSearch), PAGES],
        Place::FitWorking => vec![shown(On::Escape, Do::Stop), quiet(ZERO, Do::Stop)],
        Place::Settings => vec![
            MOVE,
            quiet(On::Digits, Do::Pick),
            shown(On::Enter, Do::Open),
            shown(On::Escape, Do::GoBack),
            quiet(ZERO, Do::GoBack),
        ],
        Place::SettingValue | Place::Fit => vec![
            MOVE,
            quiet(On::Digits, Do::Pick),
            shown(On::Enter, Do::Take),
            shown(On::Escape, Do::GoBack),
            quiet(ZERO, Do::GoBack),
        ],
        Place::SettingSwitches => vec![
            MOVE,
            quiet(On::Digits, Do::Switch),
            shown(On::Enter, Do::Switch),
            shown(On::Escape, Do::GoBack),
            quiet(ZERO, Do::GoBack),
        ],
        Place::Progress => around_leave(Some(Do::DeclareLeave)),
        Place::ProgressOnLeave => around_leave(Some(Do::WithdrawLeave)),
        Place::ProgressOnDayOff => around_leave(None),
        Place::Statistics => vec![
            shown(On::Enter, Do::GoBack),
            shown(On::LeftRight, Do::ChangeYear),
            shown(On::Letter('1'), Do::ChangeYearKind),
            quiet(On::Escape, Do::GoBack),
            SECTIONS,
        ],
        Place::Looking => {
            vec![shown(On::Enter, Do::GoBack), quiet(On::Escape, Do::GoBack), SECTIONS]
        }
        Place::Hidden => vec![shown(On::Enter, Do::GoBack)],
    }
}

fn around_leave(action: Option<KeyAction>) -> Vec<Binding> {
    let mut keys = vec![shown(KeyName::Enter, KeyAction::GoBack)];
    keys.extend(action.map(|action| shown(KeyName::Letter('1'), action)));
    keys.push(shown(KeyName::Letter('2'), KeyAction::OpenStatistics));
    keys.extend([quiet(KeyName::Escape, KeyAction::GoBack), SECTIONS]);
    keys
}

const HINT: Binding = quiet(KeyName::Letter('i'), KeyAction::Hint);
const PAGES: Binding = quiet(KeyName::Pages, KeyAction::TurnPage);

const SECTIONS: Binding = quiet(KeyName::Brackets, KeyAction::TurnSection);
/// In the footer of a new lesson that can be passed.
pub const KNOW_ALREADY: Binding = quiet(KeyName::Letter('k'), KeyAction::KnowAlready);
/// In the footer of a text with words that are explained.
pub const GLOSSARY: Binding = shown(KeyName::Letter('g'), KeyAction::OpenGlossary);

/// Keys that mean the same wherever no text is typed.
pub const EVERYWHERE: [Binding; 12] = [
    quiet(KeyName::F1, KeyAction::OpenHelp),
    quiet(KeyName::Letter('?'), KeyAction::OpenHelp),
    quiet(KeyName::F12, KeyAction::Hide),
    quiet(KeyName::DoubleEscape, KeyAction::Hide),
    quiet(KeyName::Letter('u'), KeyAction::Undo),
    quiet(KeyName::Letter('t'), KeyAction::TellTime),
    quiet(KeyName::Letter('g'), KeyAction::OpenGlossary),
    quiet(KeyName::Letter('b'), KeyAction::GoHome),
    quiet(KeyName::Letter('q'), KeyAction::Quit),
    quiet(KeyName::ControlC, KeyAction::Quit),
    quiet(KeyName::Pages, KeyAction::TurnPage),
    quiet(KeyName::Space, KeyAction::TurnPage),
];

/// Whether text is typed there: only `Enter`, `Esc`, `Tab`, arrows, F1 and F12 are commands then.
pub fn takes_text(place: Place) -> bool {
    matches!(
        place,
        Place::MinutesSaved
            | Place::Typing
            | Place::TypingBlanks
            | Place::TypingLastBlank
            | Place::OwnAction
            | Place::Searching
            | Place::SearchingText
            | Place::SearchingTerms
    )
}

/// What the key does there. Full-width and kana forms act as the key.
pub fn action(place: Place, key: Key) -> Option<KeyAction> {
    let everywhere = if takes_text(place) { &[] } else { EVERYWHERE.as_slice() };
    let of = |bindings: &[Binding]| bindings.iter().find(|row| is_pressed(row.key, key)).map(|row| row.action);
    of(&bindings(place)).or_else(|| of(everywhere))
}

/// The rows of the footer: at most four.
pub fn footer(place: Place) -> impl Iterator<Item = Binding> {
    bindings(place).into_iter().filter(|row| row.in_footer)
}

fn is_pressed(name: KeyName, key: Key) -> bool {
    match (name, key) {
        (KeyName::Enter, Key::Enter)
        | (KeyName::Escape, Key::Escape)
        | (KeyName::UpDown, Key::Up | Key::Down)
        | (KeyName::LeftRight, Key::Left | Key::Right)
        | (KeyName::Left, Key::Left)
        | (KeyName::Pages, Key::PageUp | Key::PageDown)
        | (KeyName::Tab, Key::Tab)
        | (KeyName::Space, Key::Character(' ' | '　')) => true,
        (KeyName::Brackets, Key::Character(typed)) => matches!(reply::plain(&typed.to_string()).as_str(), "[" | "]"),
        (KeyName::Digits, Key::Character(typed)) => digit(typed).is_some_and(|digit| digit > 0),
        (KeyName::Letter(letter), Key::Character(typed)) => {
            reply::plain(&typed.to_string()).to_lowercase() == letter.to_string()
        }
        _ => false,
    }
}

/// The digit that a character means, in any of its forms (１, ①, 一).
pub fn digit(typed: char) -> Option<usize> {
    reply::plain(&typed.to_string()).parse().ok().filter(|digit| *digit < 10)
}

/// What the help tells about, in its order: a part of the program with the places whose keys belong to it.
pub const PARTS: [(Part, &[Place]); 6] = [
    (Part::Home, &[Place::Home, Place::Close]),
    (Part::Questions, &[Place::Thinking, Place::Choosing, Place::Ticking, Place::Verdict]),
    (Part::Ordering, &[Place::Ordering, Place::OrderingHeld, Place::Pairing]),
    (Part::Typing, &[Place::TypingBlanks, Place::Typing, Place::Confirming]),
    (Part::Reading, &[Place::ReadingWithMore, Place::FoundInText]),
    (
        Part::Lists,
        &[Place::Library, Place::Progress, Place::ProgressOnLeave, Place::Statistics, Place::Entry, Place::Proposal],
    ),
];

pub use crate::i18n::keys::Part;

/// What the keys of a part do, each with all its keys.
pub fn keys_of(places: &[Place]) -> Vec<(KeyAction, Vec<KeyName>)> {
    by_action(&places.iter().flat_map(|place| bindings(*place)).collect::<Vec<_>>())
}

/// Rows of the table by what they do.
pub fn by_action(rows: &[Binding]) -> Vec<(KeyAction, Vec<KeyName>)> {
    let mut actions: Vec<(KeyAction, Vec<KeyName>)> = Vec::new();
    for row in rows {
        match actions.iter_mut().find(|(action, _)| *action == row.action) {
            Some((_, keys)) if keys.contains(&row.key) => {}
            Some((_, keys)) => keys.push(row.key),
            None => actions.push((row.action, vec![row.key])),
        }
    }
    actions
}

#[cfg(test)]
mod tests;
