//! What is true of every screen, whatever it shows. It reads cells; it knows no screen by its name.

use std::ops::Range;

use sukima::width;

use super::collection::{Part, Scene, Variant};

/// Columns left free on each side; the mark of the selected line stands in the left one.
const MARGIN: u16 = 2;
/// 38 full-width characters.
const COLUMNS_AT_MOST: u16 = 76;
/// The header and the row below it.
const ABOVE: usize = 2;
const KEYS_AT_MOST: usize = 4;

/// What breaks a rule; `None` where a part keeps it.
pub type Rule = fn(Variant, &Part) -> Option<String>;

pub fn within_the_page(variant: Variant, part: &Part) -> Option<String> {
    if part.columns > COLUMNS_AT_MOST || part.columns + 2 * MARGIN > variant.size.0 {
        return Some(format!("a page of {} columns", part.columns));
    }
    rows(part).find_map(|row| {
        let symbols = part.symbols(row);
        let outside = symbols.iter().find(|(column, symbol, columns)| {
            let is_mark = *column == 0 && *symbol == ">";
            let is_inside = *column >= MARGIN && column + columns <= MARGIN + part.columns;
            *symbol != " " && !is_mark && !is_inside
        });
        outside.map(|(column, symbol, _)| format!("row {row}: {symbol} in column {column}"))
    })
}

/// What the page holds, what was said to the last key and the footer stand there to the last character, each row by
/// itself.
pub fn rows_are_whole(variant: Variant, part: &Part) -> Option<String> {
    let lines = part.lines();
    let below = usize::from(variant.size.1) - part.footer.len();
    let body = part.rows.iter().enumerate().map(|(place, row)| (ABOVE + place, row));
    let footer = part.footer.iter().enumerate().map(|(place, row)| (below + place, row));
    let notes = notes(part).unwrap_or_default().zip(&part.notes);
    body.chain(notes).chain(footer).find_map(|(place, row)| {
        let seen = lines.get(place).map(|line| line.chars().skip(usize::from(MARGIN)).collect::<String>());
        (seen.as_deref() != Some(row.trim_end())).then(|| format!("row {place} should read: {row}"))
    })
}

/// The rows of the screen where the notes stand, if they do.
fn notes(part: &Part) -> Option<Range<usize>> {
    let lines = part.lines();
    let stand_at = |first: usize| part.notes.iter().zip(&lines[first..]).all(|(note, line)| line.trim() == note.trim());
    let places = (0..=lines.len() - part.notes.len()).filter(|first| stand_at(*first));
    // A sentence of the page may read the same.
    let first = places.min_by_key(|first| rows_below(part, *first..first + part.notes.len()).count())?;
    Some(first..first + part.notes.len())
}

/// Rows of the page that stand there, and say something.
fn rows_below(part: &Part, screen: Range<usize>) -> impl Iterator<Item = &String> {
    let rows = part.rows.iter().enumerate();
    rows.filter(move |(place, row)| screen.contains(&(ABOVE + place)) && !row.trim().is_empty()).map(|(_, row)| row)
}

/// What is said to a key stands where nothing else does, or over the header: no option, no field and no sentence is
/// under it, and neither is the cursor.
pub fn note_covers_no_row(variant: Variant, part: &Part) -> Option<String> {
    if part.notes.is_empty() {
        return None;
    }
    let Some(notes) = notes(part) else { return Some(format!("not to be seen: {:?}", part.notes)) };
    let end = usize::from(variant.size.1) - part.footer.len();
    if let Some(row) = rows_below(part, notes.clone()).next() {
        return Some(format!("{:?} lies over: {row}", part.notes));
    }
    if let Some(cursor) = part.cursor.filter(|cursor| notes.contains(&usize::from(cursor.y))) {
        return Some(format!("the cursor is in row {}, below {:?}", cursor.y, part.notes));
    }
    (notes.end > end).then(|| format!("{:?} lies over the footer", part.notes))
}

/// Below the page too, unless its last row is the only one that would have to go to another part, or a note stands there.
pub fn has_air(_: Variant, part: &Part) -> Option<String> {
    let lines = part.lines();
    let above_footer = lines.len() - part.footer.len() - 1;
    let is_last_row = ABOVE + part.rows.len() == above_footer + 1 && part.place.0 == part.place.1;
    let needs_air = [Some(1), Some(above_footer).filter(|_| !is_last_row)];
    let notes = notes(part).unwrap_or_default();
    let full = needs_air.into_iter().flatten().find(|row| !lines[*row].is_empty() && !notes.contains(row));
    full.map(|row| format!("row {row}: {}", lines[row]))
}

pub fn footer_says_how_to_go_on(_: Variant, part: &Part) -> Option<String> {
    part.footer.iter().all(|row| row.trim().is_empty()).then(|| "no key is named".to_owned())
}

/// A key and its word are parted by one space, keys by two.
pub fn footer_is_short(_: Variant, part: &Part) -> Option<String> {
    let keys = part.footer.iter().flat_map(|row| row.split("  ")).count();
    (keys > KEYS_AT_MOST).then(|| format!("{keys} keys"))
}

pub fn cursor_is_on_the_page(variant: Variant, part: &Part) -> Option<String> {
    let cursor = part.cursor?;
    let above_footer = usize::from(variant.size.1) - part.footer.len();
    let row = usize::from(cursor.y);
    // Words that are looked for in a text are typed in the row above it.
    let is_search = row == 0 && part.lines()[0].contains(" > ");
    let is_inside = cursor.x < MARGIN + part.columns && (is_search || (ABOVE..above_footer).contains(&row));
    (!is_inside).then(|| format!("row {}, column {}", cursor.y, cursor.x))
}

pub fn header_tells_the_part(_: Variant, part: &Part) -> Option<String> {
    let (place, of) = part.place;
    let header = &part.lines()[0];
    let is_covered = notes(part).is_some_and(|notes| notes.contains(&0));
    (of > 1 && !is_covered && !header.ends_with(&format!(" {place}/{of}"))).then(|| header.clone())
}

/// No arrow, no line, no block: what a console might draw in two columns, or not at all.
pub fn ascii_is_ascii(variant: Variant, part: &Part) -> Option<String> {
    let drawn = |symbol: &str| symbol.chars().any(|character| matches!(character, '\u{2190}'..='\u{27BF}'));
    let lines = part.lines();
    lines.into_iter().find(|line| variant.is_ascii && drawn(line))
}

fn rows(part: &Part) -> Range<u16> {
    part.cells.area.top()..part.cells.area.bottom()
}

/// Every part of a page is led to by a key.
pub fn all_parts_are_seen(scene: &Scene) -> bool {
    scene.is_glance || scene.parts.last().is_some_and(|part| part.place.0 == part.place.1)
}

/// The words of a screen without what marks draw: the names of arrow keys, frames, and where rows and parts end. The
/// setting of the marks has another value, and the footer is that of the last part.
pub fn words(scene: &Scene) -> String {
    let rows = scene.parts.iter().flat_map(|part| part.rows.iter().chain(&part.notes));
    let footer = scene.parts.last().into_iter().flat_map(|part| &part.footer);
    let rows = rows.chain(footer).flat_map(|row| row.chars());
    let text: String = rows.filter(|character| !character.is_whitespace() && !is_frame(*character)).collect();
    let same = [
        ("上下", "↑↓"),
        ("Up/Down", "↑↓"),
        ("左右", "←→"),
        ("Left/Right", "←→"),
        ("左", "←"),
        ("Left", "←"),
        ("罫線と記号:半角の記号だけ", "罫線と記号:端末に合わせる"),
        ("Linesandmarks:ASCIIonly", "Linesandmarks:tosuittheterminal"),
    ];
    same.iter().fold(text, |text, (ascii, drawn)| text.replace(ascii, drawn))
}

fn is_frame(character: char) -> bool {
    matches!(character, '+' | '-' | '|' | '\u{2500}'..='\u{257F}')
}

/// A wide character has two cells, at the right edge too.
pub fn characters_are_whole(_: Variant, part: &Part) -> Option<String> {
    rows(part).find_map(|row| {
        let symbols = part.symbols(row);
        let cut = symbols.iter().find(|(column, symbol, columns)| {
            let has_its_cells = (1..*columns).all(|next| {
                column + next < part.cells.area.right() && part.cells[(column + next, row)].symbol() == " "
            });
            width::columns(symbol) > 2 || !has_its_cells
        });
        cut.map(|(column, symbol, _)| format!("row {row}: {symbol} in column {column}"))
    })
}
