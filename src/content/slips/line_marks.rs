//! The mark that a line opens with (heading, bullet, number, box) as it was typed and as it was meant.
//! Pure functions of one line's text; what stands around the line is the caller's to know.

use super::half_width_character;
use crate::domain::diagnostic::ImeSlip;

/// A mark of `length` bytes; `slip` says what to write in its place when it was mistyped.
#[derive(Debug, PartialEq, Eq)]
pub struct Mark {
    pub length: usize,
    pub slip: Option<(ImeSlip, String)>,
}

impl Mark {
    fn proper(length: usize) -> Option<Mark> {
        Some(Mark { length, slip: None })
    }

    fn slip(kind: ImeSlip, length: usize, wanted: impl Into<String>) -> Option<Mark> {
        Some(Mark { length, slip: Some((kind, wanted.into())) })
    }
}

const WIDE_SPACE: char = '\u{3000}';

/// `## `; a single mark without a space behind it is a heading only where `first_line` says that a title may stand,
/// since `#word` is a tag elsewhere. Also returns the level.
pub fn heading(line: &str, first_line: bool) -> Option<(usize, Mark)> {
    let marks: usize = line.chars().take_while(|mark| matches!(mark, '#' | '＃')).map(char::len_utf8).sum();
    let level = line[..marks].chars().count();
    if !(1..=6).contains(&level) {
        return None;
    }
    let rest = &line[marks..];
    let has_wide_marks = marks != level;
    let space = space_with_wide(rest);
    let wanted = "#".repeat(level) + " ";
    let mark = match rest.chars().next() {
        None | Some(' ' | '\t') if space == 0 => {
            if has_wide_marks {
                Mark::slip(ImeSlip::Heading, marks, "#".repeat(level))
            } else {
                Mark::proper(marks)
            }
        }
        _ if space > 0 && has_wide_marks => Mark::slip(ImeSlip::Heading, marks + space, wanted),
        _ if space > 0 => Mark::slip(ImeSlip::HeadingWithoutSpace, marks + space, wanted),
        _ if level == 1 && !first_line => None,
        _ if has_wide_marks => Mark::slip(ImeSlip::Heading, marks, wanted),
        _ => Mark::slip(ImeSlip::HeadingWithoutSpace, marks, wanted),
    };
    mark.map(|mark| (level, mark))
}

/// `- `, `* `, `+ ` and what stands for them.
pub fn bullet(line: &str) -> Option<Mark> {
    let mark = line.chars().next()?;
    let rest = &line[mark.len_utf8()..];
    let space = space_with_wide(rest);
    let next = rest.chars().next();
    match mark {
        '-' | '*' | '+' => match next {
            Some(' ' | '\t') | None if space == 0 => Mark::proper(1),
            _ if space > 0 => Mark::slip(ImeSlip::Bullet, 1 + space, format!("{mark} ")),
            _ if mark == '-' => box_right_behind_bullet(rest),
            _ => None,
        },
        // Marks that are also words, footnote signs or minus signs need a space or a box behind them.
        '＊' | '＋' | 'ー' | '−' | '•' | '–' | '‐' => {
            let is_bullet = matches!(next, Some(' ' | '\t' | WIDE_SPACE)) || task_box_shape(rest).is_some();
            is_bullet.then(|| wide_bullet(mark, rest, space))?
        }
        '－' | '・' | '･' => {
            let closes_too = mark == '－' && rest.trim_end().ends_with(mark);
            let is_number = mark == '－' && next.is_some_and(|next| half_width_character(next).is_ascii_digit());
            let repeats = next.is_none_or(|next| next == mark || next == '…');
            (!closes_too && !is_number && !repeats).then(|| wide_bullet(mark, rest, space))?
        }
        _ => None,
    }
}

/// `-[x]text`, told in one piece with the space behind the box.
fn box_right_behind_bullet(rest: &str) -> Option<Mark> {
    let (length, wanted) = task_box_shape(rest)?;
    let behind = &rest[length..];
    let wide = space_with_wide(behind);
    let has_space = behind.is_empty() || (wide == 0 && behind.starts_with([' ', '\t']));
    let wanted = format!("- {wanted}{}", if has_space { "" } else { " " });
    is_no_link(behind).then(|| Mark::slip(ImeSlip::BoxWithoutSpace, 1 + length + wide, wanted))?
}

fn wide_bullet(mark: char, rest: &str, space: usize) -> Option<Mark> {
    let wanted = if space == 0 && rest.starts_with([' ', '\t']) { "-" } else { "- " };
    Mark::slip(ImeSlip::Bullet, mark.len_utf8() + space, wanted)
}

/// `1. ` and `1) ` and what stands for them. Without a space behind it, `1.` counts only before a wide character, and
/// never before a digit: `１．５倍` is no list.
pub fn number(line: &str) -> Option<Mark> {
    let digits: String =
        line.chars().map_while(|digit| half_width_character(digit).to_digit(10)).map(to_char).collect();
    let digits_length: usize = line.chars().take(digits.len()).map(char::len_utf8).sum();
    if digits.is_empty() || digits.len() > 9 {
        return None;
    }
    let rest = &line[digits_length..];
    let delimiter = rest.chars().next()?;
    let wanted_delimiter = match delimiter {
        '.' | '．' => '.',
        ')' | '）' => ')',
        _ => return None,
    };
    let rest = &rest[delimiter.len_utf8()..];
    let length = digits_length + delimiter.len_utf8();
    let is_wide = length != digits.len() + 1;
    let space = space_with_wide(rest);
    let mark = format!("{digits}{wanted_delimiter}");
    match rest.chars().next() {
        None | Some(' ' | '\t') if space == 0 => {
            if is_wide {
                Mark::slip(ImeSlip::ListNumber, length, mark)
            } else {
                Mark::proper(length)
            }
        }
        _ if space > 0 => Mark::slip(ImeSlip::ListNumber, length + space, mark + " "),
        Some(next)
            if digits.len() <= 3 && !half_width_character(next).is_ascii_digit() && (is_wide || !next.is_ascii()) =>
        {
            Mark::slip(ImeSlip::ListNumber, length, mark + " ")
        }
        _ => None,
    }
}

fn to_char(digit: u32) -> char {
    char::from_digit(digit, 10).expect("a digit below ten")
}

/// `[x] ` and `[ ] ` at the start of an item, and what stands for them.
pub fn task_box(item: &str) -> Option<Mark> {
    let (length, wanted) = task_box_shape(item)?;
    let rest = &item[length..];
    let is_proper = item[..length] == *wanted || item[..length] == *"[X]";
    let space = space_with_wide(rest);
    match rest.chars().next() {
        None | Some(' ' | '\t') if space == 0 => {
            if is_proper {
                Mark::proper(length)
            } else {
                Mark::slip(ImeSlip::TaskBox, length, wanted)
            }
        }
        _ if space > 0 => Mark::slip(ImeSlip::TaskBox, length + space, format!("{wanted} ")),
        _ if !is_no_link(rest) => None,
        _ if is_proper => Mark::slip(ImeSlip::BoxWithoutSpace, length, format!("{wanted} ")),
        _ => Mark::slip(ImeSlip::TaskBox, length, format!("{wanted} ")),
    }
}

fn is_no_link(behind_box: &str) -> bool {
    !behind_box.starts_with(['(', '[', ':'])
}

/// The bytes of a box and the box that was meant.
fn task_box_shape(text: &str) -> Option<(usize, &'static str)> {
    let inside = text.strip_prefix(['[', '［'])?;
    let end = inside.find([']', '］'])?;
    let wanted = match &inside[..end] {
        "" | " " | "\u{3000}" => "[ ]",
        "x" | "X" | "ｘ" | "Ｘ" => "[x]",
        _ => return None,
    };
    let closing = inside[end..].chars().next()?;
    Some((text.len() - inside.len() + end + closing.len_utf8(), wanted))
}

/// Bytes of the space that `rest` opens with, when at least one wide space is in it.
fn space_with_wide(rest: &str) -> usize {
    let space = rest.len() - rest.trim_start_matches([' ', WIDE_SPACE]).len();
    if rest[..space].contains(WIDE_SPACE) { space } else { 0 }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn read(mark: Option<Mark>, line: &str) -> Option<(String, String)> {
        let mark = mark?;
        let wanted = mark.slip.map(|(_, wanted)| wanted)?;
        Some((line[..mark.length].to_owned(), wanted))
    }

    #[rstest]
    #[case("－ a", Some(("－", "-")))]
    #[case("－項目", Some(("－", "- ")))]
    #[case("・項目", Some(("・", "- ")))]
    #[case("・\u{3000}項目", Some(("・\u{3000}", "- ")))]
    #[case("＊ a", Some(("＊", "-")))]
    #[case("ー\u{3000}a", Some(("ー\u{3000}", "- ")))]
    #[case("-\u{3000}a", Some(("-\u{3000}", "- ")))]
    #[case("-[x] a", Some(("-[x]", "- [x]")))]
    #[case("-［ｘ］a", Some(("-［ｘ］", "- [x] ")))]
    #[case("・・・", None)]
    #[case("－５度", None)]
    #[case("－資料－", None)]
    #[case("－－－", None)]
    #[case("＊印は必須です", None)]
    #[case("-[x](address)", None)]
    #[case("- a", None)]
    #[case("-a", None)]
    #[case("---", None)]
    fn a_bullet_is_read_as_meant(#[case] line: &str, #[case] wanted: Option<(&str, &str)>) {
        let wanted = wanted.map(|(found, wanted)| (found.to_owned(), wanted.to_owned()));
        assert_eq!(read(bullet(line), line), wanted);
    }

    #[rstest]
    #[case("１．項目", Some(("１．", "1. ")))]
    #[case("1．項目", Some(("1．", "1. ")))]
    #[case("１. 項目", Some(("１.", "1.")))]
    #[case("２）項目", Some(("２）", "2) ")))]
    #[case("1.項目", Some(("1.", "1. ")))]
    #[case("10.\u{3000}項目", Some(("10.\u{3000}", "10. ")))]
    #[case("１．５倍", None)]
    #[case("1.5倍", None)]
    #[case("1.txt", None)]
    #[case("2026年", None)]
    #[case("1. 項目", None)]
    fn a_number_is_read_as_meant(#[case] line: &str, #[case] wanted: Option<(&str, &str)>) {
        let wanted = wanted.map(|(found, wanted)| (found.to_owned(), wanted.to_owned()));
        assert_eq!(read(number(line), line), wanted);
    }

    #[rstest]
    #[case("＃＃ 確認問題", false, Some(("＃＃", "##")))]
    #[case("＃＃確認問題", false, Some(("＃＃", "## ")))]
    #[case("##確認問題", false, Some(("##", "## ")))]
    #[case("##\u{3000}確認問題", false, Some(("##\u{3000}", "## ")))]
    #[case("＃題", true, Some(("＃", "# ")))]
    #[case("#題", false, None)]
    #[case("#######", false, None)]
    #[case("## 確認問題", false, None)]
    fn a_heading_is_read_as_meant(#[case] line: &str, #[case] first: bool, #[case] wanted: Option<(&str, &str)>) {
        let wanted = wanted.map(|(found, wanted)| (found.to_owned(), wanted.to_owned()));
        assert_eq!(read(heading(line, first).map(|(_, mark)| mark), line), wanted);
    }

    #[rstest]
    #[case("［ｘ］ a", Some(("［ｘ］", "[x]")))]
    #[case("[ｘ]a", Some(("[ｘ]", "[x] ")))]
    #[case("[\u{3000}] a", Some(("[\u{3000}]", "[ ]")))]
    #[case("［ ］\u{3000}a", Some(("［ ］\u{3000}", "[ ] ")))]
    #[case("[x]a", Some(("[x]", "[x] ")))]
    #[case("[x]\u{3000}a", Some(("[x]\u{3000}", "[x] ")))]
    #[case("[X] a", None)]
    #[case("[x](address)", None)]
    #[case("［注］ a", None)]
    fn a_box_is_read_as_meant(#[case] item: &str, #[case] wanted: Option<(&str, &str)>) {
        let wanted = wanted.map(|(found, wanted)| (found.to_owned(), wanted.to_owned()));
        assert_eq!(read(task_box(item), item), wanted);
    }
}
