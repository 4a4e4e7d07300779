//! A screen in use: the page as it stands, the line under the cursor, the answer in the making, the text being typed.
//! Menus are answered through the dialogue that lines speak too; the widgets of questions are the screen's own.

mod footer;
mod noting;
mod paging;
mod pressing;
mod search;
mod sections;
mod view;

use crate::app::desk::noting::ROWS_ABOVE;
use crate::app::desk::paging::Paging;
use crate::app::desk::search::TextSearch;
use crate::app::field::Field;
use crate::app::keys::{self, Place};
use crate::app::work::Work;
use crate::app::{AskStage, Dialogue, Key, Message, Model, Page, Screen, Sheet, SheetRow};
use crate::i18n::say::Say;
use crate::layout::{self, Labels, Measure, Row};

pub use view::View;

/// The widest a page gets: 38 full-width characters.
const COLUMNS_AT_MOST: u16 = 76;

/// Fewer rows than these are a low screen: with a question of four options it has to be parted.
const LOW_ROWS: u16 = 16;

/// An answer in the making is kept this long after it changed, so that a power cut costs two seconds of typing at most.
const DRAFT_MS: i64 = 1_500;

/// What stands on the screen.
#[derive(Clone)]
pub struct Desk {
    dialogue: Dialogue,
    /// Where the record is.
    place_of_record: String,
    size: (u16, u16),
    work: Work,
    /// The draft as it is kept, and since when there is another one.
    kept_draft: String,
    changed: Option<(i64, String)>,
    /// Text that is typed for something else than a question: words to find, an action, minutes.
    field: Field,
    /// The help, words or nothing at all is shown, and what was begun waits, with the part of its page that was read.
    is_away: bool,
    paging_behind: Paging,
    /// `/` was pressed on the list of lessons or of words.
    is_searching: bool,
    /// `/` was pressed in a text.
    search: TextSearch,
    /// The line under the cursor of a list.
    selected: Option<usize>,
    rows: Vec<SheetRow>,
    cursor: Option<(usize, usize)>,
    paging: Paging,
    /// Where the page is to be opened once it is laid out.
    lead: Option<Lead>,
    /// Letters before the first row shown, while the window changes its size.
    letters_before: Option<usize>,
    /// The footer of the last part, and that of the parts before it.
    footers: [Vec<Row>; 2],
    /// The last key turned a page and did nothing else.
    has_only_turned: bool,
    /// Said to the last key, above the footer.
    notes: Vec<String>,
    /// When this page came up, and when its text was closed.
    shown_ms: i64,
    /// Said when the next page is there.
    note_for_next_page: Option<Say>,
    escape_ms: Option<i64>,
    /// The last key that may not repeat, and when it came.
    held: Option<(Key, i64)>,
}

/// A row to be shown.
#[derive(Clone, Copy, Debug)]
enum Lead {
    To(usize),
    /// The place that the search is at.
    ToFound,
}

impl Desk {
    pub fn new(place_of_record: String, size: (u16, u16)) -> Desk {
        Desk {
            dialogue: Dialogue::default(),
            place_of_record,
            size,
            work: Work::None,
            kept_draft: String::new(),
            changed: None,
            field: Field::default(),
            is_away: false,
            paging_behind: Paging::default(),
            is_searching: false,
            search: TextSearch::default(),
            selected: None,
            rows: Vec::new(),
            cursor: None,
            paging: Paging::default(),
            lead: None,
            letters_before: None,
            footers: [Vec::new(), Vec::new()],
            has_only_turned: false,
            notes: Vec::new(),
            shown_ms: 0,
            note_for_next_page: None,
            escape_ms: None,
            held: None,
        }
    }

    /// The terminal has another size; the place on the page is kept.
    pub fn resize(&mut self, model: &Model, size: (u16, u16)) {
        let reading = self.paging.range().start;
        let before = || self.rows.iter().take(reading).map(letters).sum();
        let letters_before = self.letters_before.unwrap_or_else(before);
        // Kept while the window is dragged, so that many small steps end where one large one does.
        self.letters_before = Some(letters_before);
        self.size = size;
        self.compose(model);
        // The row that holds what was read first.
        let mut passed = 0;
        let row = self.rows.iter().position(|row| {
            passed += letters(row);
            passed > letters_before
        });
        self.paging.show(row.unwrap_or_default());
        self.follow_cursor();
    }

    /// Brings the page in line with the model, after every message.
    pub fn settle(&mut self, model: &mut Model, now_ms: i64) {
        let is_another = self.dialogue.arrive(model);
        let is_same_page = std::mem::take(&mut self.has_only_turned) && !is_another;
        if is_another {
            self.arrive(model, now_ms);
        }
        for notice in std::mem::take(&mut model.notices) {
            self.note(model, &notice.said());
        }
        self.changed = match self.unfinished(model).filter(|draft| *draft != self.kept_draft) {
            Some(draft) => Some((self.changed.take().map_or(now_ms, |(since, _)| since), draft)),
            None => None,
        };
        match is_same_page {
            true => self.divide(model),
            false => self.compose(model),
        }
        // A list has a line to start from; an answer is nobody's until it is chosen, and neither is a promise.
        let numbers = self.numbers();
        if self.work == Work::None && self.selected.is_none_or(|number| !numbers.contains(&number)) {
            let is_asked =
                matches!(self.place(model), Place::FollowUp | Place::Cue | Place::ChoosingAction | Place::Entry);
            let start = self.dialogue.starting_number(model);
            if start.is_some() {
                // Where it goes on is what is looked at.
                self.paging.follow();
            }
            self.selected = if is_asked { None } else { start.or_else(|| numbers.first().copied()) };
        }
        self.follow_cursor();
    }

    fn arrive(&mut self, model: &Model, now_ms: i64) {
        // A look at the help, or a hidden screen, leaves what was begun as it is.
        if model.screen().is_aside() {
            if !std::mem::replace(&mut self.is_away, true) {
                self.paging_behind = self.paging.clone();
            }
            self.paging.begin();
            self.notes.clear();
            return;
        }
        let is_back = std::mem::take(&mut self.is_away);
        if !is_back {
            self.work = match model.asked() {
                Some((content, AskStage::Choosing)) => Work::resumed(content),
                _ => Work::None,
            };
            (self.kept_draft, self.changed) = (self.unfinished(model).unwrap_or_default(), None);
            self.field = Field::default();
            self.selected = None;
            self.is_searching = false;
            self.search = TextSearch::default();
        }
        self.paging.begin();
        if is_back {
            self.paging = std::mem::take(&mut self.paging_behind);
        }
        self.shown_ms = now_ms;
        self.notes.clear();
        if let Some(say) = self.note_for_next_page.take() {
            self.note(model, &say);
        }
    }

    /// How long what is unfinished may still wait to be kept; `None` while there is nothing to keep.
    pub fn draft_waits_ms(&self, now_ms: i64) -> Option<u64> {
        let (since, _) = self.changed.as_ref()?;
        Some(u64::try_from(since + DRAFT_MS - now_ms).unwrap_or(0))
    }

    /// What is unfinished, to be kept now; `None` where nothing changed since it was kept.
    pub fn draft(&mut self) -> Option<Message> {
        let (_, draft) = self.changed.take()?;
        self.kept_draft = draft.clone();
        Some(Message::DraftMade(draft))
    }

    /// An answer in the making, or an action in the learner's own words.
    fn unfinished(&self, model: &Model) -> Option<String> {
        model.session()?;
        match model.asked() {
            Some((_, AskStage::Choosing)) => Some(self.work.draft()),
            None if self.place(model) == Place::OwnAction => Some(self.field.text().to_owned()),
            _ => None,
        }
    }

    /// Whether text is typed here, and the input method is wanted.
    pub fn takes_text(&self, model: &Model) -> bool {
        keys::takes_text(self.place(model))
    }

    /// Where keys are pressed.
    fn place(&self, model: &Model) -> Place {
        match model.asked() {
            _ if self.is_searching(model) => match model.screen() {
                Screen::Glossary(_) => Place::SearchingTerms,
                _ => Place::Searching,
            },
            _ if self.search.is_typing() && self.is_in_text(model) => Place::SearchingText,
            _ if self.search.is_on() && self.is_in_text(model) => Place::FoundInText,
            Some((_, AskStage::Choosing)) => self.work.place(),
            _ => self.dialogue.place(model),
        }
    }

    /// Words are typed on a list, and neither the help nor nothing at all is shown above it.
    fn is_searching(&self, model: &Model) -> bool {
        self.is_searching && matches!(model.screen(), Screen::Library(_) | Screen::Glossary(Some(_)))
    }

    fn is_in_text(&self, model: &Model) -> bool {
        matches!(self.dialogue.place(model), Place::Reading | Place::ReadingWithMore)
    }

    fn selected(&self) -> Option<usize> {
        match self.work {
            Work::None => self.selected,
            _ => self.work.selected(),
        }
    }

    fn note(&mut self, model: &Model, say: &Say) {
        let rows = self.wrapped(model, &say.in_language(model.settings.language));
        // Where a key does nothing the last note still stands.
        if !self.notes.ends_with(&rows) {
            self.notes.extend(rows);
        }
    }

    fn compose(&mut self, model: &Model) {
        let mut sheet = self.sheet(model);
        let label = self.dialogue.field_label(model);
        let mut page = Page {
            model,
            sheet: &mut sheet,
            place: &self.place_of_record,
            work: Some(&self.work),
            is_typed_into: label.is_some(),
        };
        if self.is_searching(model) {
            match model.screen() {
                Screen::Glossary(Some(facts)) => page.search_terms(facts, &self.field),
                _ => page.search(&self.field),
            }
        } else {
            self.dialogue.compose(&mut page);
        }
        if let Some(label) = label {
            page.field(&label, &self.field);
        }
        let first = sheet.rows.iter().position(|row| !row.row.is_blank()).unwrap_or_default();
        self.cursor = sheet.cursor.map(|(row, column)| (row.saturating_sub(first), column));
        self.rows = sheet.rows.split_off(first);
        while self.rows.last().is_some_and(|row| row.row.is_blank()) {
            self.rows.pop();
        }
        if self.is_in_text(model) {
            self.search.look(&self.rows);
        }
        self.divide(model);
    }

    /// The page in parts, with the footer of each, and so many rows left free for notes.
    fn divide_beside(&mut self, model: &Model, notes: usize) {
        // The room is that above the longer footer, so that the parts stay the same while they are turned; a page that
        // fits above the one at its end has no other part.
        let [at_end, before] = [false, true].map(|has_more| self.footer_rows(model, has_more));
        self.paging.divide(&self.rows, self.body_height(at_end.len() + notes));
        if self.paging.part().1 > 1 {
            self.paging.divide(&self.rows, self.body_height(at_end.len().max(before.len()) + notes));
        }
        self.footers = [at_end, before];
    }

    fn wrapped(&self, model: &Model, text: &str) -> Vec<String> {
        let measure = Measure {
            columns: usize::from(self.columns()),
            ambiguous: model.look.ambiguous(),
            rendition: model.look.rendition(),
            labels: Labels::of(model.settings.language),
        };
        text.split('\n').flat_map(|line| layout::wrap_plain(line, &measure, "", "")).collect()
    }

    fn sheet(&self, model: &Model) -> Sheet {
        let mut sheet = Sheet::new(usize::from(self.columns()), model.look.rendition(), model.look.ambiguous());
        sheet.is_low = self.size.1 < LOW_ROWS;
        sheet
    }

    /// Columns of the page itself, between margins of two.
    pub fn columns(&self) -> u16 {
        self.size.0.saturating_sub(4).clamp(8, COLUMNS_AT_MOST)
    }

    /// Rows of the page itself, with air below them.
    fn body_height(&self, rows_below: usize) -> usize {
        usize::from(self.size.1).saturating_sub(ROWS_ABOVE + rows_below.max(1) + 1).max(1)
    }

    fn numbers(&self) -> Vec<usize> {
        let mut numbers: Vec<usize> = self.rows.iter().filter_map(|row| row.number).collect();
        numbers.dedup();
        numbers
    }

    /// The part of the page that holds the text being typed, or else the line under the cursor, is the part shown.
    fn follow_cursor(&mut self) {
        match self.lead.take() {
            Some(Lead::To(row)) => return self.paging.show(row),
            Some(Lead::ToFound) => return self.paging.show(self.search.row()),
            None => {}
        }
        let selected = self.selected();
        let row = match self.cursor {
            _ if self.paging.is_chosen() => None,
            Some((row, _)) => Some(row),
            None => self.rows.iter().position(|row| row.number.is_some() && row.number == selected),
        };
        if let Some(row) = row {
            self.paging.show(row);
        }
    }
}

/// A page that is read to its end before `Enter` goes on.
fn is_reading(place: Place) -> bool {
    matches!(
        place,
        Place::Reading
            | Place::ReadingWithMore
            | Place::Promises
            | Place::Proposal
            | Place::Verdict
            | Place::PracticeVerdict
            | Place::Reminder
            | Place::Progress
            | Place::ProgressOnLeave
            | Place::ProgressOnDayOff
            | Place::Statistics
            | Place::Looking
            | Place::Glossary
    )
}

/// What a row holds, counted so that it can be found again on a page of another width.
fn letters(row: &SheetRow) -> usize {
    row.row.text().chars().filter(|letter| !letter.is_whitespace()).count()
}
