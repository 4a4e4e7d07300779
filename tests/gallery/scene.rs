//! One screen as it was seen: its parts as cells, with what the page holds beside them. It plays nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Modifier;
use sukima::domain::language::Language;
use sukima::width;

/// How the program was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variant {
    pub language: Language,
    pub size: (u16, u16),
    /// Frames and key names in ASCII, as on a console whose columns are not known.
    pub is_ascii: bool,
}

impl Variant {
    pub const ALL: [Variant; 8] = [
        Variant::of(Language::Japanese, (80, 24), false),
        Variant::of(Language::Japanese, (80, 24), true),
        Variant::of(Language::Japanese, (40, 12), false),
        Variant::of(Language::Japanese, (40, 12), true),
        Variant::of(Language::English, (80, 24), false),
        Variant::of(Language::English, (80, 24), true),
        Variant::of(Language::English, (40, 12), false),
        Variant::of(Language::English, (40, 12), true),
    ];

    pub const fn of(language: Language, size: (u16, u16), is_ascii: bool) -> Variant {
        Variant { language, size, is_ascii }
    }

    /// `ja 80x24`, or `ja 80x24 ASCII`.
    pub fn name(self) -> String {
        let (columns, rows) = self.size;
        let marks = if self.is_ascii { " ASCII" } else { "" };
        format!("{} {columns}x{rows}{marks}", self.language.code())
    }
}

/// A screen by its name.
#[derive(Clone, Debug)]
pub struct Scene {
    pub name: &'static str,
    /// More than one where the page is longer than the screen.
    pub parts: Vec<Part>,
    /// The same parts with something said to a key that means nothing there; it is not among the texts.
    pub noted: Vec<Part>,
    /// Only what was seen at once: turning the page would have taken away what was said.
    pub is_glance: bool,
}

/// What is seen at once.
#[derive(Clone, Debug)]
pub struct Part {
    pub cells: Buffer,
    pub cursor: Option<Position>,
    /// Columns of the page between its margins.
    pub columns: u16,
    /// The rows that the page has here, what was said to the last key, and the footer.
    pub rows: Vec<String>,
    pub notes: Vec<String>,
    pub footer: Vec<String>,
    /// This part of how many.
    pub place: (usize, usize),
}

impl Part {
    /// The rows as text, without the spaces at their ends.
    pub fn lines(&self) -> Vec<String> {
        let area = self.cells.area;
        (area.top()..area.bottom()).map(|row| self.line(row)).collect()
    }

    fn line(&self, row: u16) -> String {
        let mut line = String::new();
        for (_, symbol, _) in self.symbols(row) {
            line.push_str(symbol);
        }
        line.trim_end().to_owned()
    }

    /// What stands in a row: the column that it starts at, the text of the cell, its columns.
    pub fn symbols(&self, row: u16) -> Vec<(u16, &str, u16)> {
        let area = self.cells.area;
        let mut symbols = Vec::new();
        let mut column = area.left();
        while column < area.right() {
            let symbol = self.cells[(column, row)].symbol();
            let columns = u16::try_from(width::columns(symbol)).expect("a symbol has few columns").max(1);
            symbols.push((column, symbol, columns));
            column += columns;
        }
        symbols
    }

    /// `r` where something in the row is reversed, `b` bold, `d` dim: a hierarchy that gets lost shows in the text.
    fn marks(&self, row: u16) -> String {
        let marks = [('r', Modifier::REVERSED), ('b', Modifier::BOLD), ('d', Modifier::DIM)];
        let symbols = self.symbols(row);
        let has = |wanted: Modifier| {
            symbols.iter().any(|(column, _, _)| self.cells[(*column, row)].modifier.contains(wanted))
        };
        marks.map(|(mark, modifier)| if has(modifier) { mark } else { ' ' }).into_iter().collect()
    }

    /// The whole part: each row behind its marks.
    fn text(&self) -> Vec<String> {
        let marked = |(row, line): (usize, &String)| {
            let marks = self.marks(u16::try_from(row).expect("a screen has few rows"));
            format!("{marks}|{line}").trim_end().to_owned()
        };
        self.lines().iter().enumerate().map(marked).collect()
    }

    fn title(&self) -> String {
        let cursor = self.cursor.map(|at| format!(", cursor at row {}, column {}", at.y, at.x)).unwrap_or_default();
        let (part, of) = self.place;
        let place = if of > 1 { format!(", part {part}/{of}") } else { String::new() };
        format!("{place}{cursor}")
    }
}

/// A scene in all its variants as one text: what ASCII marks change is only told where they change something.
pub fn text(variants: &[(Variant, &Scene)]) -> String {
    let mut text = String::new();
    for (index, (variant, scene)) in variants.iter().enumerate() {
        let drawn = index.checked_sub(1).and_then(|before| variants.get(before)).filter(|_| variant.is_ascii);
        for (place, part) in scene.parts.iter().enumerate() {
            let drawn = drawn.and_then(|(_, scene)| scene.parts.get(place)).map(|part| (part.title(), part.text()));
            let (title, rows) = (part.title(), part.text());
            text.push_str(&format!("== {}{title}\n", variant.name()));
            match drawn {
                Some((same_title, same)) if same == rows && same_title == title => text.push_str("as drawn\n"),
                Some((_, drawn)) if drawn.len() == rows.len() => {
                    let changed = rows.iter().zip(&drawn).enumerate().filter(|(_, (row, drawn))| row != drawn);
                    for (number, (row, _)) in changed {
                        text.push_str(&format!("{number:>2} {row}\n"));
                    }
                }
                _ => text.push_str(&format!("{}\n", rows.join("\n"))),
            }
        }
    }
    text
}
