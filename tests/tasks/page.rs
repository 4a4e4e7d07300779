//! `docs/tasks.md` as data: its tables, row by row.

const PAGE: &str = include_str!("../../docs/tasks.md");

/// A row of the page.
#[derive(Debug)]
pub struct Row {
    pub id: &'static str,
    /// Words in 「」: what is said to be on the screen.
    pub said: Vec<&'static str>,
    /// The marks of the columns “on screens”, “in lines” and “afterwards”.
    pub screens: Vec<&'static str>,
    pub lines: Vec<&'static str>,
    pub afterwards: Vec<&'static str>,
}

/// The rows of all tables, in their order.
pub fn rows() -> Vec<Row> {
    let cells = PAGE.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    let cells = cells.map(|line| line.split(" | ").collect::<Vec<_>>());
    let rows = cells.filter(|cells| !["task", "---"].contains(&cells[0]));
    rows.map(|cells| {
        let [id, wants, screens, lines, afterwards] = cells[..] else { panic!("five columns: {cells:?}") };
        Row {
            id,
            said: between(wants, '「', '」'),
            screens: between(screens, '`', '`'),
            lines: between(lines, '`', '`'),
            afterwards: between(afterwards, '`', '`'),
        }
    })
    .collect()
}

fn between(text: &'static str, open: char, close: char) -> Vec<&'static str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, behind)) = rest.split_once(open) {
        let (inside, after) = behind.split_once(close).unwrap_or_else(|| panic!("an open mark: {text}"));
        found.push(inside);
        rest = after;
    }
    found
}
