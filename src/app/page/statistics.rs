//! くわしい進み具合: figures as pictures on a screen, as sentences in lines. Every picture is made of ASCII marks, so that
//! it is the same without colour, in an old console and at any width of ambiguous letters; it counts nothing.

use crate::app::page::Page;
use crate::domain::statistics::{DayMark, SkillFigures, Statistics, WeekMinutes, YearDay};
use crate::i18n::date;
use crate::i18n::statistics::{StatisticsTell, skill_name};
use crate::layout::{Row, Tone};
use crate::width;

/// Columns of a picture with a week in each column, names of weekdays and all.
const WEEKS_COLUMNS: usize = 3 + 54;
/// Columns of the day with which a week begins.
const NAME_COLUMNS: usize = 18;
/// Two bars of one length beside each other say that two times are the same, so all bars share one scale.
const BAR_COLUMNS: usize = 30;
const BAR_COLUMNS_NARROW: usize = 10;
const MEASURED: char = '#';
const ESTIMATED: char = '=';

impl Page<'_, '_> {
    pub(super) fn statistics(&mut self, statistics: &Statistics) {
        if !self.is_screen() {
            for tell in StatisticsTell::all(statistics) {
                self.tell(&tell);
            }
            return;
        }
        let language = self.language();
        let title = StatisticsTell::Title { year: statistics.year }.in_language(language);
        self.sheet.title(&title, language);
        self.tell(&StatisticsTell::Totals(statistics.totals));
        self.section(&StatisticsTell::Calendar);
        self.calendar(&statistics.days);
        self.section(&StatisticsTell::Recall);
        self.tell(&StatisticsTell::Recalled(statistics.recall));
        self.tell(&StatisticsTell::SetRight { questions: statistics.set_right });
        self.section(&StatisticsTell::Ahead);
        let longest =
            statistics.ahead.iter().chain(&statistics.weeks).map(|week| week.minutes).max().unwrap_or_default();
        self.bars(&statistics.ahead, ESTIMATED, longest);
        self.tell(&StatisticsTell::AheadNote);
        self.section(&StatisticsTell::Weeks);
        self.bars(statistics.weeks_since_begun(), MEASURED, longest);
        self.section(&StatisticsTell::Skills);
        for figures in &statistics.skills {
            self.skill(figures);
        }
        self.sheet.gap();
        self.tell(&StatisticsTell::SkillsNote);
    }

    fn tell(&mut self, tell: &StatisticsTell) {
        let language = self.language();
        self.sheet.say(&tell.in_language(language), language);
    }

    fn section(&mut self, heading: &StatisticsTell) {
        let language = self.language();
        self.sheet.gap();
        self.sheet.heading(&heading.in_language(language), language);
    }

    /// Weeks as columns where there is room for them, else months as rows.
    fn calendar(&mut self, days: &[YearDay]) {
        if days.iter().all(|day| day.mark == DayMark::Blank) {
            self.tell(&StatisticsTell::NothingInYear);
            return;
        }
        let picture = match self.sheet.columns >= WEEKS_COLUMNS {
            true => self.weeks_as_columns(days),
            false => self.months_as_rows(days),
        };
        self.sheet.picture(picture);
        self.legend();
    }

    /// What the marks mean, as many in a row as fit; none is torn apart.
    fn legend(&mut self) {
        let language = self.language();
        let mut rows: Vec<String> = Vec::new();
        for meant in [DayMark::Studied, DayMark::SpareUsed, DayMark::Missed, DayMark::Neutral, DayMark::Open] {
            let told = StatisticsTell::Legend { drawn: mark(meant), mark: meant }.in_language(language);
            match rows.last_mut() {
                Some(row) if width::columns(row) + 2 + width::columns(&told) <= self.sheet.columns => {
                    row.push_str("  ");
                    row.push_str(&told);
                }
                _ => rows.push(told),
            }
        }
        self.sheet.picture(rows.into_iter().map(|row| Row::of(row, Tone::Plain)).collect());
    }

    fn weeks_as_columns(&self, days: &[YearDay]) -> Vec<Row> {
        let Some(first) = days.first() else { return Vec::new() };
        let before = usize::from(first.day.weekday().to_monday_zero_offset().unsigned_abs());
        let columns = (before + days.len()).div_ceil(7);
        // A month is named above the week with its first day.
        let mut head = " ".repeat(3 + columns + 2);
        for (place, day) in days.iter().enumerate().filter(|(_, day)| day.day.date().day() == 1) {
            let name = day.day.date().month().to_string();
            let at = 3 + (before + place) / 7;
            head.replace_range(at..at + name.len(), &name);
        }
        let mut rows = vec![Row::of(head.trim_end(), Tone::Muted)];
        for weekday in 0..7 {
            let day_of = |column: usize| (column * 7 + weekday).checked_sub(before).and_then(|place| days.get(place));
            let marks = (0..columns).map(|column| day_of(column).map_or(' ', |day| mark(day.mark)));
            let name = date::weekday_short(weekday, self.language());
            rows.push(picture_row(&padded(name, 3), marks));
        }
        rows
    }

    fn months_as_rows(&self, days: &[YearDay]) -> Vec<Row> {
        let language = self.language();
        // What has no mark at either end would only take rows; between them it is a month without study.
        let is_marked = |day: &YearDay| day.mark != DayMark::Blank;
        let month_of = |day: &YearDay| day.day.date().month();
        let ends = days.iter().find(|day| is_marked(day)).zip(days.iter().rfind(|day| is_marked(day)));
        let within = |month: &[YearDay]| {
            ends.is_some_and(|(first, last)| month[0].day <= last.day && month[month.len() - 1].day >= first.day)
        };
        let months = days.chunk_by(|one, other| month_of(one) == month_of(other)).filter(|month| within(month));
        let head = Row::of(format!("{}1   5    10   15   20   25   30", " ".repeat(5)), Tone::Muted);
        let row = |month: &[YearDay]| {
            picture_row(&padded(&date::month_short(month[0].day, language), 5), month.iter().map(|day| mark(day.mark)))
        };
        std::iter::once(head).chain(months.map(row)).collect()
    }

    fn bars(&mut self, weeks: &[WeekMinutes], drawn: char, longest: u64) {
        let language = self.language();
        let room = self.bar_columns() as u64;
        let rows = weeks.iter().map(|week| {
            let columns = (week.minutes * room).div_ceil(longest.max(1));
            let bar: String = (0..columns).map(|_| drawn).collect();
            let name = padded(&StatisticsTell::From { day: week.first }.in_language(language), NAME_COLUMNS);
            let minutes = StatisticsTell::Minutes { minutes: week.minutes }.in_language(language);
            let space = if bar.is_empty() { "" } else { " " };
            Row::of(format!("{name}{bar}{space}{minutes}"), Tone::Plain)
        });
        self.sheet.picture(rows.collect());
    }

    fn skill(&mut self, figures: &SkillFigures) {
        let language = self.language();
        if figures.lessons == 0 {
            self.tell(&StatisticsTell::Skill(*figures));
            return;
        }
        let room = self.bar_columns() / 2;
        let mut rows = vec![Row::of(skill_name(figures.skill, language), Tone::Plain)];
        for (stage, done, of) in [
            (StatisticsTell::Understood { held: figures.held, of: figures.questions }, figures.held, figures.questions),
            (StatisticsTell::Tried { tried: figures.tried, of: figures.lessons }, figures.tried, figures.lessons),
        ] {
            let full = full_columns(done as usize, of as usize, room);
            let bar = format!("  [{}{}] ", "#".repeat(full), "-".repeat(room - full));
            rows.push(Row::of(bar + &stage.in_language(language), Tone::Plain));
        }
        self.sheet.picture(rows);
    }

    fn bar_columns(&self) -> usize {
        if self.sheet.columns >= WEEKS_COLUMNS { BAR_COLUMNS } else { BAR_COLUMNS_NARROW }
    }
}

/// Full where all is done and only there; empty where nothing is and only there.
fn full_columns(done: usize, of: usize, room: usize) -> usize {
    match done {
        0 => 0,
        _ => (done * room / of.max(1)).clamp(1, room),
    }
}

fn mark(mark: DayMark) -> char {
    match mark {
        DayMark::Blank => ' ',
        DayMark::Studied => '#',
        DayMark::SpareUsed => 'o',
        DayMark::Missed => '-',
        DayMark::Neutral => '.',
        DayMark::Open => '_',
    }
}

/// A name and marks behind it; days of study stand out, also where there is no colour.
fn picture_row(name: &str, marks: impl Iterator<Item = char>) -> Row {
    let marks: String = marks.collect();
    let marks = marks.trim_end();
    if marks.is_empty() {
        return Row::of(name.trim_end(), Tone::Muted);
    }
    let mut row = Row::of(name, Tone::Muted);
    for drawn in marks.chars() {
        let tone = if drawn == mark(DayMark::Studied) { Tone::Strong } else { Tone::Plain };
        row.push(drawn.encode_utf8(&mut [0; 4]), tone);
    }
    row
}

fn padded(name: &str, columns: usize) -> String {
    format!("{name}{}", " ".repeat(columns.saturating_sub(width::columns(name)).max(1)))
}

#[cfg(test)]
mod tests {
    use super::full_columns;

    #[test]
    fn a_bar_is_full_where_all_is_done_and_empty_where_nothing_is() {
        for (done, of) in (1..60_usize).flat_map(|of| (0..=of).map(move |done| (done, of))) {
            for room in [5, 15] {
                let full = full_columns(done, of, room);
                assert_eq!((full == 0, full == room), (done == 0, done == of), "{done} of {of} in {room}: {full}");
                let exact = (done * room) as f64 / of as f64;
                assert!((full as f64 - exact).abs() < 1.0, "{done} of {of} in {room}: {full}");
            }
        }
    }
}
