//! A screen in use: the page as it stands, the line that is selected, the text being typed. Keys become replies to
//! the same dialogue that lines speak, so a sitting is one thing on both surfaces.

use crate::app::dialogue::reply;
use crate::app::{AskStage, Dialogue, Heard, Key, Message, Model, Page, Screen, Sheet, SheetRow, Step, Wants};
use crate::domain::language::Language;
use crate::i18n::say::Say;
use crate::layout::{self, Labels, Measure, Rendition};
use crate::width::{self, Ambiguous};

/// After a verdict `Enter` and digits wait this long, so that a key meant for the question is not spent on it.
const VERDICT_PAUSE_MS: i64 = 600;
/// After a text field is closed the deciding key waits this long: neither an input method's nor a pasted Enter decides.
const CONFIRM_PAUSE_MS: i64 = 250;
/// Two `Esc` within this time hide the screen.
const DOUBLE_ESCAPE_MS: i64 = 400;
/// The widest a page gets: 38 full-width characters.
const COLUMNS_AT_MOST: u16 = 76;
/// A typed line is no longer than this.
const TEXT_CHARACTERS: usize = 400;

/// What stands on the screen.
pub struct Desk {
    dialogue: Dialogue,
    /// Where the record is.
    place: String,
    size: (u16, u16),
    rows: Vec<SheetRow>,
    prompt: Vec<String>,
    /// Said to the last key, above the prompt.
    notes: Vec<String>,
    first_row: usize,
    selected: Option<usize>,
    text: Vec<char>,
    text_cursor: usize,
    /// `/` was pressed on the list of lessons, and words to look for are typed.
    is_searching: bool,
    /// When this page came up.
    shown_ms: i64,
    escape_ms: Option<i64>,
}

/// What a view needs, and nothing else.
pub struct View<'desk> {
    pub rows: &'desk [SheetRow],
    pub selected: Option<usize>,
    pub notes: &'desk [String],
    pub prompt: &'desk [String],
    /// The text being typed and the column of its cursor.
    pub field: Option<(String, usize)>,
    /// This part of how many.
    pub part: (usize, usize),
}

impl Desk {
    pub fn new(place: String, size: (u16, u16)) -> Desk {
        Desk {
            dialogue: Dialogue::default(),
            place,
            size,
            rows: Vec::new(),
            prompt: Vec::new(),
            notes: Vec::new(),
            first_row: 0,
            selected: None,
            text: Vec::new(),
            text_cursor: 0,
            is_searching: false,
            shown_ms: 0,
            escape_ms: None,
        }
    }

    /// The terminal has another size; the place is kept.
    pub fn resize(&mut self, model: &Model, size: (u16, u16)) {
        self.size = size;
        self.compose(model);
    }

    /// Brings the page in line with the model, after every message.
    pub fn settle(&mut self, model: &mut Model, now_ms: i64) {
        if self.dialogue.arrive(model) {
            self.first_row = 0;
            self.clear_text();
            self.selected = None;
            self.shown_ms = now_ms;
            self.notes.clear();
        }
        let language = model.settings.language;
        for notice in std::mem::take(&mut model.notices) {
            let rows = self.wrapped(&notice.said().in_language(language), language);
            self.notes.extend(rows);
        }
        self.compose(model);
        // A list has a line to start from; an answer is nobody's until it is chosen.
        let numbers = self.numbers();
        if self.dialogue.wants(model) == Wants::Number && self.selected.is_none_or(|number| !numbers.contains(&number))
        {
            self.selected = self.dialogue.starting_number(model).or_else(|| numbers.first().copied());
            self.show_selected();
        }
    }

    /// Everything there is to draw.
    pub fn view(&self, model: &Model) -> View<'_> {
        let height = self.body_height();
        let last = (self.first_row + height).min(self.rows.len());
        let field = (self.wants(model) == Wants::Text).then(|| {
            let before: String = self.text[..self.text_cursor].iter().collect();
            (self.text.iter().collect(), width::columns(&before))
        });
        View {
            rows: &self.rows[self.first_row.min(last)..last],
            selected: self.selected,
            notes: &self.notes,
            prompt: &self.prompt,
            field,
            part: (self.first_row / height + 1, self.rows.len().div_ceil(height).max(1)),
        }
    }

    /// One key: what the model is told, if anything.
    pub fn press(&mut self, model: &Model, now_ms: i64, key: Key) -> Vec<Message> {
        let last_escape = self.escape_ms.take();
        match key {
            Key::Interrupt => return vec![Message::Quit],
            Key::Hide => return vec![Message::Hide],
            Key::Help => return self.hear(model, "?"),
            Key::Escape => {
                if last_escape.is_some_and(|before| now_ms - before < DOUBLE_ESCAPE_MS) {
                    return vec![Message::Hide];
                }
                self.escape_ms = Some(now_ms);
                if self.is_searching {
                    self.clear_text();
                    return vec![Message::Present];
                }
                let is_pushed = !matches!(model.screen(), Screen::Home(_) | Screen::FirstRun(_) | Screen::Session(_));
                return if is_pushed { self.leave(model) } else { vec![Message::Present] };
            }
            _ => {}
        }
        if matches!(model.screen(), Screen::Hidden) {
            return if key == Key::Enter { vec![Message::Show] } else { Vec::new() };
        }
        if self.is_too_early(model, now_ms, key) {
            return Vec::new();
        }
        match self.wants(model) {
            Wants::Text => self.press_in_text(model, now_ms, key),
            wants => self.press_on_page(model, now_ms, key, wants),
        }
    }

    fn wants(&self, model: &Model) -> Wants {
        if self.is_searching { Wants::Text } else { self.dialogue.wants(model) }
    }

    /// `Esc` on a list goes one level up, as `0` does.
    fn leave(&mut self, model: &Model) -> Vec<Message> {
        match model.screen() {
            Screen::Hidden => vec![Message::Show],
            Screen::Library(_) | Screen::Settings => self.hear(model, "0"),
            _ => vec![Message::Back],
        }
    }

    fn is_too_early(&self, model: &Model, now_ms: i64, key: Key) -> bool {
        let since_shown = now_ms - self.shown_ms;
        let is_judged =
            matches!(model.session().map(|session| &session.step), Some(Step::Ask { stage: AskStage::Judged(_), .. }));
        let decides = matches!(key, Key::Enter) || matches!(key, Key::Character(typed) if digit(typed).is_some());
        let is_confirming =
            matches!(model.session().map(|session| &session.step), Some(Step::Ask { stage: AskStage::Choosing, .. }))
                && self.dialogue.wants(model) == Wants::Key;
        decides && ((is_judged && since_shown < VERDICT_PAUSE_MS) || (is_confirming && since_shown < CONFIRM_PAUSE_MS))
    }

    fn press_in_text(&mut self, model: &Model, now_ms: i64, key: Key) -> Vec<Message> {
        match key {
            Key::Character(typed) if self.text.len() < TEXT_CHARACTERS && !typed.is_control() => {
                self.text.insert(self.text_cursor, typed);
                self.text_cursor += 1;
            }
            Key::Backspace if self.text_cursor > 0 => {
                self.text_cursor -= 1;
                self.text.remove(self.text_cursor);
            }
            Key::Delete if self.text_cursor < self.text.len() => {
                self.text.remove(self.text_cursor);
            }
            Key::Left => self.text_cursor = self.text_cursor.saturating_sub(1),
            Key::Right => self.text_cursor = (self.text_cursor + 1).min(self.text.len()),
            Key::Home => self.text_cursor = 0,
            Key::End => self.text_cursor = self.text.len(),
            Key::Up | Key::Down | Key::PageUp | Key::PageDown => self.scroll(key),
            Key::Enter => {
                let typed: String = self.text.iter().collect();
                let line = if self.is_searching { format!("/{typed}") } else { typed };
                self.clear_text();
                // What follows (a confirmation, the next blank) is a page of its own for the pause.
                self.shown_ms = now_ms;
                return self.hear(model, &line);
            }
            _ => {}
        }
        vec![Message::Present]
    }

    fn press_on_page(&mut self, model: &Model, now_ms: i64, key: Key, wants: Wants) -> Vec<Message> {
        match (key, wants) {
            (Key::Up | Key::Down, Wants::Choice | Wants::Number) => self.select(key),
            (Key::Up | Key::Down | Key::PageUp | Key::PageDown, _) => self.scroll(key),
            (Key::Enter, Wants::Key) if self.has_more_below() && is_reading(model) => self.scroll(Key::PageDown),
            (Key::Enter, Wants::Choice | Wants::Number) => {
                let number = self.selected.map(|number| number.to_string()).unwrap_or_default();
                return self.hear(model, &number);
            }
            (Key::Enter, _) => return self.hear(model, ""),
            (Key::Left, Wants::Key) => return self.hear(model, "b"),
            (Key::Character(typed), Wants::Choice) => match digit(typed) {
                Some(0) => {
                    let number = self.selected.map(|number| format!("{number}?")).unwrap_or_default();
                    return self.hear(model, &number);
                }
                Some(number) if self.numbers().contains(&number) => self.selected = Some(number),
                Some(_) => {}
                None => return self.hear(model, &typed.to_string()),
            },
            (Key::Character(' '), Wants::Key) if self.has_more_below() => self.scroll(Key::PageDown),
            (Key::Character('/' | '／'), Wants::Number) if matches!(model.screen(), Screen::Library(_)) => {
                self.is_searching = true;
            }
            (Key::Character(typed), _) => {
                self.shown_ms = now_ms;
                return self.hear(model, &typed.to_string());
            }
            _ => {}
        }
        vec![Message::Present]
    }

    fn hear(&mut self, model: &Model, line: &str) -> Vec<Message> {
        self.notes.clear();
        let mut sheet = self.sheet(model);
        let mut page = Page { model, sheet: &mut sheet, place: &self.place };
        let heard = self.dialogue.hear(line, &mut page);
        let told = match &heard {
            Heard::Say(say) => self.wrapped(&say.in_language(model.settings.language), model.settings.language),
            // An echo or a model answer is on the page that is composed next; a hint is said here.
            _ if reply::command(&reply::plain(line)).is_some() => sheet.rows.iter().map(|row| row.row.text()).collect(),
            _ => Vec::new(),
        };
        self.notes.extend(told);
        match heard {
            Heard::Messages(messages) => messages,
            Heard::Nothing | Heard::Say(_) => vec![Message::Present],
        }
    }

    fn compose(&mut self, model: &Model) {
        let mut sheet = self.sheet(model);
        self.dialogue.compose(&mut Page { model, sheet: &mut sheet, place: &self.place });
        let first = sheet.rows.iter().position(|row| !row.row.is_blank()).unwrap_or_default();
        self.rows = sheet.rows.split_off(first);
        let language = model.settings.language;
        let prompt = self.dialogue.prompt(model).in_language(language);
        let prompt = match self.dialogue.wants(model) {
            _ if self.is_searching => Say::SearchPrompt.in_language(language),
            Wants::Choice => Say::ChooseKeys.in_language(language),
            _ => prompt,
        };
        self.prompt = prompt.split('\n').flat_map(|line| self.packed(line, language)).collect();
        self.first_row =
            self.first_row.min(self.rows.len().saturating_sub(1) / self.body_height() * self.body_height());
    }

    /// The keys of a prompt in rows; a key and its word stay together.
    fn packed(&self, line: &str, language: Language) -> Vec<String> {
        let columns = usize::from(self.columns());
        let gap = if line.contains('　') { "　" } else { "  " };
        let mut rows: Vec<String> = Vec::new();
        for group in line.split(gap).filter(|group| !group.is_empty()) {
            match rows.last_mut() {
                Some(row) if width::columns(row) + width::columns(gap) + width::columns(group) <= columns => {
                    row.push_str(gap);
                    row.push_str(group);
                }
                _ => rows.extend(self.wrapped(group, language)),
            }
        }
        rows
    }

    fn wrapped(&self, text: &str, language: Language) -> Vec<String> {
        let measure = Measure {
            columns: usize::from(self.columns()),
            ambiguous: Ambiguous::Narrow,
            rendition: Rendition::Lines,
            labels: Labels::of(language),
        };
        text.split('\n').flat_map(|line| layout::wrap_plain(line, &measure, "", "")).collect()
    }

    fn sheet(&self, model: &Model) -> Sheet {
        Sheet::new(usize::from(self.columns()), model.look.rendition(), model.look.ambiguous())
    }

    /// Columns of the page itself, between margins of two.
    pub fn columns(&self) -> u16 {
        self.size.0.saturating_sub(4).clamp(8, COLUMNS_AT_MOST)
    }

    /// Rows between the header and the prompt.
    fn body_height(&self) -> usize {
        let below = self.prompt.len().max(1) + 1 + self.notes.len();
        usize::from(self.size.1).saturating_sub(2 + below).max(1)
    }

    fn numbers(&self) -> Vec<usize> {
        let mut numbers: Vec<usize> = self.rows.iter().filter_map(|row| row.number).collect();
        numbers.dedup();
        numbers
    }

    fn select(&mut self, key: Key) {
        let numbers = self.numbers();
        let at = numbers.iter().position(|number| Some(*number) == self.selected);
        let next = match (at, key) {
            (Some(at), Key::Up) => at.saturating_sub(1),
            (Some(at), _) => (at + 1).min(numbers.len().saturating_sub(1)),
            (None, _) => 0,
        };
        self.selected = numbers.get(next).copied();
        self.show_selected();
    }

    fn show_selected(&mut self) {
        let Some(row) = self.rows.iter().position(|row| row.number.is_some() && row.number == self.selected) else {
            return;
        };
        self.first_row = row / self.body_height() * self.body_height();
    }

    fn scroll(&mut self, key: Key) {
        let height = self.body_height();
        let last = self.rows.len().saturating_sub(1) / height * height;
        self.first_row = match key {
            Key::Up | Key::PageUp => self.first_row.saturating_sub(height),
            _ => (self.first_row + height).min(last),
        };
    }

    fn has_more_below(&self) -> bool {
        self.first_row + self.body_height() < self.rows.len()
    }

    fn clear_text(&mut self) {
        self.is_searching = false;
        self.text.clear();
        self.text_cursor = 0;
    }
}

/// A page that is read to its end before `Enter` goes on.
fn is_reading(model: &Model) -> bool {
    matches!(model.session().map(|session| &session.step), Some(Step::Read { .. }))
}

/// The digit that a key means, in any of its forms.
fn digit(typed: char) -> Option<usize> {
    reply::plain(&typed.to_string()).parse().ok().filter(|digit| *digit < 10)
}
