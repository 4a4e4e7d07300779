//! Class and width of the characters that nearly every lesson consists of, and which classes may part. It looks at no
//! text.

/// What UAX #14 makes of a common character, ASCII apart from wide forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Space,
    /// U+3000, BA there.
    WideSpace,
    /// AL and NU.
    Letter,
    /// AL of others than ASCII: what was ambiguous (AI).
    Symbol,
    /// QU, with no side of its own.
    Quote,
    /// QU, and 行末禁則.
    OpenQuote,
    /// QU, and 行頭禁則.
    CloseQuote,
    /// PR.
    Prefix,
    /// PR, and 行末禁則.
    WidePrefix,
    /// PO.
    Postfix,
    WidePostfix,
    /// OP.
    Open,
    WideOpen,
    /// CP.
    CloseParenthesis,
    /// CL.
    Close,
    WideClose,
    /// IS.
    Infix,
    /// HY, and BA of ASCII.
    Hyphen,
    /// SY.
    Slash,
    /// EX of ASCII.
    Exclamation,
    /// ID.
    Ideograph,
    /// ID, and 行末禁則.
    OpenIdeograph,
    /// NS, CJ and IN, and everything else wide that kinsoku keeps from the start of a line.
    NonStarter,
}

const CLASSES: usize = ALL.len();
/// In the order of the enum.
const ALL: [Class; 23] = [
    Class::Space,
    Class::WideSpace,
    Class::Letter,
    Class::Symbol,
    Class::Quote,
    Class::OpenQuote,
    Class::CloseQuote,
    Class::Prefix,
    Class::WidePrefix,
    Class::Postfix,
    Class::WidePostfix,
    Class::Open,
    Class::WideOpen,
    Class::CloseParenthesis,
    Class::Close,
    Class::WideClose,
    Class::Infix,
    Class::Hyphen,
    Class::Slash,
    Class::Exclamation,
    Class::Ideograph,
    Class::OpenIdeograph,
    Class::NonStarter,
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Width {
    One,
    Two,
    Ambiguous,
}

pub(super) type Common = (Class, Width);

/// Whether a row may end between `last` and `next`; `last_seen` is `last`, or what stands before it if that is a space.
pub(super) fn may_end_between(last: Class, last_seen: Class, next: Class) -> bool {
    match last {
        Class::Space => may_face(last_seen, next),
        Class::WideSpace => may_face(last_seen, next) && MAY_PART[last as usize][next as usize],
        _ => MAY_PART[last as usize][next as usize],
    }
}

/// With a space between them.
fn may_face(last_seen: Class, next: Class) -> bool {
    !never_starts(next) && !never_ends(last_seen) && !matches!(next, Class::Slash | Class::Space | Class::WideSpace)
}

const fn never_starts(class: Class) -> bool {
    use Class::{Close, CloseParenthesis, CloseQuote, Exclamation, Infix, NonStarter, Postfix, WideClose, WidePostfix};
    matches!(
        class,
        CloseParenthesis | Close | WideClose | CloseQuote | Infix | Exclamation | Postfix | WidePostfix | NonStarter
    )
}

const fn never_ends(class: Class) -> bool {
    use Class::{Open, OpenIdeograph, OpenQuote, WideOpen, WidePrefix};
    matches!(class, Open | WideOpen | OpenQuote | WidePrefix | OpenIdeograph)
}

/// Which classes may part where they touch.
static MAY_PART: [[bool; CLASSES]; CLASSES] = {
    let mut table = [[false; CLASSES]; CLASSES];
    let mut last = 0;
    while last < CLASSES {
        let mut next = 0;
        while next < CLASSES {
            table[last][next] = may_part(ALL[last], ALL[next]);
            next += 1;
        }
        last += 1;
    }
    table
};

/// The pairs of UAX #14 that matter here, and no end inside a Latin word.
const fn may_part(last: Class, next: Class) -> bool {
    use Class::{
        Close, CloseParenthesis, CloseQuote, Hyphen, Ideograph, Infix, Letter, Open, OpenIdeograph, OpenQuote, Postfix,
        Prefix, Quote, Slash, Space, Symbol, WideClose, WideOpen, WidePostfix, WidePrefix, WideSpace,
    };
    if never_starts(next) || never_ends(last) {
        return false;
    }
    match (last, next) {
        (_, Slash | Space | Hyphen | WideSpace) => false,
        (Quote | OpenQuote | CloseQuote, _) | (_, Quote | OpenQuote) => false,
        (Prefix, Ideograph | OpenIdeograph | Symbol | WideOpen) => false,
        (Postfix | WidePostfix, Open | WideOpen | Letter | Symbol) => false,
        (Close | CloseParenthesis | WideClose, Prefix | WidePrefix) => false,
        (Letter | Symbol, Letter | Symbol | Open | Prefix | WidePrefix) => false,
        (Infix | CloseParenthesis, Symbol) => false,
        _ => !(is_ascii(last) && is_ascii(next)),
    }
}

/// Visible ASCII alone has these classes.
const fn is_ascii(class: Class) -> bool {
    use Class::{Close, CloseParenthesis, Exclamation, Hyphen, Infix, Letter, Open, Postfix, Prefix, Quote, Slash};
    matches!(
        class,
        Letter | Quote | Prefix | Postfix | Open | CloseParenthesis | Close | Infix | Hyphen | Slash | Exclamation
    )
}

/// Class and columns of a common character, looked up.
pub(super) fn common(character: char) -> Option<Common> {
    let code = character as usize;
    match code {
        0..0x80 => ASCII[code],
        0x3000..0x3100 => KANA[code - 0x3000],
        0x3400..0x4DC0 | 0x4E00..0xA000 => Some((Class::Ideograph, Width::Two)),
        0xFF00..0xFF80 => FULL_WIDTH[code - 0xFF00],
        _ => classify(character),
    }
}

static ASCII: [Option<Common>; 0x80] = classified(0);
static KANA: [Option<Common>; 0x100] = classified(0x3000);
static FULL_WIDTH: [Option<Common>; 0x80] = classified(0xFF00);

const fn classified<const COUNT: usize>(start: u32) -> [Option<Common>; COUNT] {
    let mut table = [None; COUNT];
    let mut index = 0;
    while index < COUNT {
        if let Some(character) = char::from_u32(start + index as u32) {
            table[index] = classify(character);
        }
        index += 1;
    }
    table
}

/// Class and columns of a common character. Each is a grapheme by itself beside any other.
const fn classify(character: char) -> Option<Common> {
    let common = match character {
        ' '..='~' => (ascii(character), Width::One),
        'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'っ' | 'ゃ' | 'ゅ' | 'ょ' | 'ゎ' | 'ゕ' | 'ゖ' => {
            (Class::NonStarter, Width::Two)
        }
        'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ッ' | 'ャ' | 'ュ' | 'ョ' | 'ヮ' | 'ヵ' | 'ヶ' => {
            (Class::NonStarter, Width::Two)
        }
        'ー' | '・' | '々' | '〜' | '～' | 'ゝ' | 'ゞ' | '゛' | '゜' | 'ヽ' | 'ヾ' | '！' | '？' | '：' | '；' => {
            (Class::NonStarter, Width::Two)
        }
        'ぁ'..='ゖ'
        | 'ゟ'
        | 'ァ'..='ヺ'
        | 'ヿ'
        | '〃'
        | '〆'
        | '〇'
        | '〒'
        | '〓'
        | '０'..='９'
        | 'Ａ'..='Ｚ'
        | 'ａ'..='ｚ'
        | '＋'
        | '－'
        | '／'
        | '＝'
        | '＠'
        | '＆'
        | '＊'
        | '＂'
        | '＇'
        | '＜'
        | '＞'
        | '＼'
        | '＾'
        | '＿'
        | '｀'
        | '｜' => (Class::Ideograph, Width::Two),
        '、' | '。' | '〉' | '》' | '」' | '』' | '】' | '〕' | '）' | '，' | '．' | '］' | '｝' => {
            (Class::WideClose, Width::Two)
        }
        '〈' | '《' | '「' | '『' | '【' | '〔' | '（' | '［' | '｛' | '｟' => (Class::WideOpen, Width::Two),
        '＄' => (Class::WidePrefix, Width::Two),
        '＃' => (Class::OpenIdeograph, Width::Two),
        '％' => (Class::WidePostfix, Width::Two),
        '\u{3000}' => (Class::WideSpace, Width::Two),
        '…' | '‥' | '–' => (Class::NonStarter, Width::Ambiguous),
        '“' | '‘' => (Class::OpenQuote, Width::Ambiguous),
        '”' | '’' => (Class::CloseQuote, Width::Ambiguous),
        '▸' => (Class::Symbol, Width::One),
        '①'..='⑳'
        | '─'
        | '―'
        | '※'
        | '←'..='↓'
        | '⇒'
        | '■'
        | '□'
        | '▲'
        | '△'
        | '▼'
        | '▽'
        | '◆'
        | '◇'
        | '○'
        | '◎'
        | '●'
        | '◯'
        | '★'
        | '☆'
        | '×'
        | '÷'
        | '·'
        | '•' => (Class::Symbol, Width::Ambiguous),
        _ => return None,
    };
    Some(common)
}

const fn ascii(character: char) -> Class {
    match character {
        ' ' => Class::Space,
        '!' | '?' => Class::Exclamation,
        '"' | '\'' => Class::Quote,
        '$' | '+' | '\\' => Class::Prefix,
        '%' => Class::Postfix,
        '(' | '[' | '{' => Class::Open,
        ')' | ']' => Class::CloseParenthesis,
        '}' => Class::Close,
        ',' | '.' | ':' | ';' => Class::Infix,
        '-' | '|' => Class::Hyphen,
        '/' => Class::Slash,
        _ => Class::Letter,
    }
}
