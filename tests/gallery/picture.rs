//! A screen as an SVG picture: every run of characters stands on the columns that it has on a terminal, whatever fonts
//! a viewer has. It needs nothing from outside the file, and the screen's words are in it for those who cannot see it.

use std::fmt::Write;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::collection::{Part, Scene};

/// Each picture with its scene: what somebody sees in the first days.
pub const PICTURES: [(&str, &str); 10] = [
    ("home", "home"),
    ("question", "review-chosen"),
    ("verdict", "verdict-review-wrong"),
    ("lesson", "lesson"),
    ("order", "question-order-held"),
    ("blanks", "question-cloze-typed"),
    ("promise", "read-back"),
    ("close", "close"),
    ("library", "library"),
    ("progress", "progress"),
];

/// Where they lie, from the root of the repository.
pub const FOLDER: &str = "docs/pictures";

/// Hundredths of a pixel, so that every place is a whole number while it is worked out.
const CELL: u32 = 900;
const ROW: u32 = 2_200;
const PADDING: u32 = 1_400;
/// From the top of a row to the line that letters stand on.
const BASELINE: u32 = 1_600;

const FONTS: &str = "'Cascadia Mono','BIZ UDGothic','MS Gothic',Menlo,'DejaVu Sans Mono','Noto Sans Mono CJK JP',\
                     'Noto Sans CJK JP','Hiragino Sans',monospace";
const LETTERS_PX: &str = "15";
/// Full-width characters fill two cells.
const WIDE_PX: &str = "17";

const BACKGROUND: &str = "#17191e";
const FOREGROUND: &str = "#dcdfe4";
const FRAME: &str = "#3d424d";

/// The name of a picture's file.
pub fn file_name(picture: &str, language: &str) -> String {
    format!("{picture}.{language}.svg")
}

/// The picture of a scene's first part.
pub fn svg(scene: &Scene) -> String {
    let part = &scene.parts[0];
    let area = part.cells.area;
    let (columns, rows) = (u32::from(area.width), u32::from(area.height));
    let (width, height) = (columns * CELL + 2 * PADDING, rows * ROW + 2 * PADDING);
    let lines = part.lines();
    let mut svg = String::new();
    let mut put = |text: &str| {
        svg.push_str(text);
        svg.push('\n');
    };
    put(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" role=\"img\" \
         aria-labelledby=\"title words\">",
        w = pixels(width),
        h = pixels(height)
    ));
    put(&format!("<title id=\"title\">{}</title>", escaped(title(&lines))));
    put(&format!("<desc id=\"words\">{}</desc>", escaped(&words(&lines))));
    put(&format!(
        "<style>text{{font:{LETTERS_PX}px {FONTS};fill:{FOREGROUND};white-space:pre;\
         font-kerning:none;text-spacing-trim:space-all}}.w{{font-size:{WIDE_PX}px}}\
         .b{{font-weight:700}}.d{{opacity:.62}}</style>"
    ));
    put(&format!(
        "<rect x=\".5\" y=\".5\" width=\"{}\" height=\"{}\" rx=\"8\" fill=\"{BACKGROUND}\" stroke=\"{FRAME}\"/>",
        pixels(width - 100),
        pixels(height - 100)
    ));
    let mut frames = String::new();
    for row in area.top()..area.bottom() {
        for run in runs(part, row) {
            put(&run.element(row));
        }
        frames.push_str(&frame_lines(part, row));
    }
    if !frames.is_empty() {
        put(&format!("<path d=\"{frames}\" stroke=\"{FOREGROUND}\" fill=\"none\" class=\"d\"/>"));
    }
    if let Some(cursor) = part.cursor.filter(|cursor| part.cells[(cursor.x, cursor.y)].symbol() != ">") {
        let (x, y) = (left(cursor.x), top(cursor.y) + 200);
        let (x, y, high) = (pixels(x), pixels(y), pixels(ROW - 400));
        put(&format!("<rect x=\"{x}\" y=\"{y}\" width=\"2\" height=\"{high}\" fill=\"{FOREGROUND}\"/>"));
    }
    put("</svg>");
    svg
}

/// Characters of one style and one width beside each other.
struct Run {
    column: u16,
    columns: u16,
    text: String,
    is_wide: bool,
    style: Style,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Style {
    colour: Option<&'static str>,
    is_bold: bool,
    is_dim: bool,
    is_reversed: bool,
}

impl Style {
    fn of(cell: &Cell) -> Style {
        let has = |modifier| cell.modifier.contains(modifier);
        Style {
            colour: colour(cell.fg),
            is_bold: has(Modifier::BOLD),
            is_dim: has(Modifier::DIM),
            is_reversed: has(Modifier::REVERSED),
        }
    }
}

impl Run {
    /// The text at its columns, on a ground of its own where it is reversed.
    fn element(&self, row: u16) -> String {
        let mut element = String::new();
        let (x, length) = (pixels(left(self.column)), pixels(u32::from(self.columns) * CELL));
        if self.style.is_reversed {
            let (y, height) = (pixels(top(row)), pixels(ROW));
            let colour = self.style.colour.unwrap_or(FOREGROUND);
            element = format!("<rect x=\"{x}\" y=\"{y}\" width=\"{length}\" height=\"{height}\" fill=\"{colour}\"/>");
        }
        if self.text.trim().is_empty() {
            return element;
        }
        let classes = [(self.is_wide, "w"), (self.style.is_bold, "b"), (self.style.is_dim, "d")];
        let classes: Vec<&str> = classes.into_iter().filter(|(has, _)| *has).map(|(_, class)| class).collect();
        let class = if classes.is_empty() { String::new() } else { format!(" class=\"{}\"", classes.join(" ")) };
        let fill = match (self.style.is_reversed, self.style.colour) {
            (true, _) => format!(" style=\"fill:{BACKGROUND}\""),
            (false, Some(colour)) => format!(" style=\"fill:{colour}\""),
            (false, None) => String::new(),
        };
        let y = pixels(top(row) + BASELINE);
        write!(
            element,
            "<text x=\"{x}\" y=\"{y}\" textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\"{class}{fill}>{}</text>",
            escaped(&self.text)
        )
        .expect("a string takes everything");
        element
    }

    /// Spaces between words stay in a run; more of them part it.
    fn without_end(mut self) -> Option<Run> {
        if !self.style.is_reversed {
            let ended = self.text.trim_end_matches(' ');
            self.columns -= u16::try_from(self.text.len() - ended.len()).expect("a row has few columns");
            self.text = ended.to_owned();
        }
        (self.columns > 0).then_some(self)
    }
}

fn runs(part: &Part, row: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (column, symbol, columns) in part.symbols(row) {
        let style = Style::of(&part.cells[(column, row)]);
        let is_blank = matches!(symbol, " " | "　" | "\u{A0}") && !style.is_reversed;
        let is_wide = columns == 2;
        let goes_on = runs.last().is_some_and(|run| {
            let fits = run.column + run.columns == column && run.style == style && run.is_wide == is_wide;
            fits && !(is_blank && (is_wide || run.text.ends_with(' ')))
        });
        match runs.last_mut().filter(|_| goes_on) {
            Some(run) => {
                run.text.push_str(symbol);
                run.columns += columns;
            }
            None if is_blank || sides(symbol).is_some() => {}
            None => runs.push(Run { column, columns, text: symbol.to_owned(), is_wide, style }),
        }
    }
    runs.into_iter().filter_map(Run::without_end).collect()
}

/// The lines that the characters of a frame make in a row: those beside each other are one.
fn frame_lines(part: &Part, row: u16) -> String {
    let middle = top(row) + ROW / 2;
    let mut lines = String::new();
    let mut line: Option<(u32, u32)> = None;
    for (column, symbol, _) in part.symbols(row) {
        let [to_left, to_right, up, down] = sides(symbol).unwrap_or_default();
        let x = left(column) + CELL / 2;
        if up || down {
            let (from, to) = (if up { top(row) } else { middle }, if down { top(row) + ROW } else { middle });
            lines.push_str(&format!("M{} {}V{}", pixels(x), pixels(from), pixels(to)));
        }
        let (from, to) = (if to_left { x - CELL / 2 } else { x }, if to_right { x + CELL / 2 } else { x });
        let goes_on = line.filter(|(_, end)| *end == from && from < to);
        if goes_on.is_none() {
            lines.push_str(&line.take().map_or(String::new(), |line| across(line, middle)));
        }
        if from < to {
            line = Some((goes_on.map_or(from, |(start, _)| start), to));
        }
    }
    lines + &line.map_or(String::new(), |line| across(line, middle))
}

fn across((from, to): (u32, u32), y: u32) -> String {
    format!("M{} {}H{}", pixels(from), pixels(y), pixels(to))
}

/// The sides that a frame's character reaches: left, right, up, down. `None` for any other character.
fn sides(symbol: &str) -> Option<[bool; 4]> {
    Some(match symbol {
        "─" => [true, true, false, false],
        "│" => [false, false, true, true],
        "┌" => [false, true, false, true],
        "┐" => [true, false, false, true],
        "└" => [false, true, true, false],
        "┘" => [true, false, true, false],
        "├" => [false, true, true, true],
        "┤" => [true, false, true, true],
        "┬" => [true, true, false, true],
        "┴" => [true, true, true, false],
        "┼" => [true; 4],
        _ => return None,
    })
}

fn left(column: u16) -> u32 {
    PADDING + u32::from(column) * CELL
}

fn top(row: u16) -> u32 {
    PADDING + u32::from(row) * ROW
}

/// `1234` hundredths are `12.34`.
fn pixels(hundredths: u32) -> String {
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// What the program's themes draw with, in the colours of a modern console.
fn colour(colour: Color) -> Option<&'static str> {
    match colour {
        Color::LightCyan => Some("#61d6d6"),
        Color::LightYellow => Some("#f9f1a5"),
        Color::Blue => Some("#3b78ff"),
        Color::Magenta => Some("#b4009e"),
        _ => None,
    }
}

/// The first row of the page itself.
fn title(lines: &[String]) -> &str {
    lines.iter().skip(1).map(|line| line.trim()).find(|line| !line.is_empty()).unwrap_or_default()
}

/// The screen's rows without the empty ones.
pub fn words(lines: &[String]) -> String {
    let rows: Vec<&str> = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    rows.join("\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
