//! A line of a table typed with `｜` or a full-width delimiter row. Pure functions of one line's text.

use std::ops::Range;

/// What a table line reads as. Without edits it was typed properly.
#[derive(Debug, PartialEq, Eq)]
pub struct TableLine {
    pub wanted: String,
    pub edits: Vec<(Range<usize>, &'static str)>,
}

/// Reads a line that opens and closes with a bar. `is_second` says that it may be the row of hyphens below the head.
pub fn mended(line: &str, is_second: bool) -> Option<TableLine> {
    let text = line.trim_end();
    let is_bar = |character: char| matches!(character, '|' | '｜');
    if !text.starts_with(is_bar) || !text.ends_with(is_bar) || text.chars().filter(|each| is_bar(*each)).count() < 2 {
        return None;
    }
    let is_delimiter_row = is_second && text.chars().all(|character| "|｜-－ー−—―:： \u{3000}".contains(character));
    let mut edits = Vec::new();
    let mut wanted = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        let by = match character {
            '｜' => "|",
            '－' | 'ー' | '−' | '—' | '―' if is_delimiter_row => "-",
            '：' if is_delimiter_row => ":",
            '\u{3000}' if is_delimiter_row => " ",
            _ => {
                wanted.push(character);
                continue;
            }
        };
        wanted.push_str(by);
        edits.push((at..at + character.len_utf8(), by));
    }
    Some(TableLine { wanted, edits })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_and_hyphens_are_read_as_half_width() {
        for (line, is_second, wanted) in [
            ("｜差出人｜見る｜", false, "|差出人|見る|"),
            ("｜ーーー｜－－－｜", true, "|---|---|"),
            ("|：ーー|ーー：|", true, "|:--|--:|"),
            ("| ー | ー |", false, "| ー | ー |"),
        ] {
            assert_eq!(mended(line, is_second).map(|read| read.wanted).as_deref(), Some(wanted), "{line}");
        }
        assert_eq!(mended("｜紛失《ふんしつ》です", false), None);
    }
}
