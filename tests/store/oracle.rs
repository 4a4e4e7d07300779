//! The meaning of a log, worked out a second time: plain lists, no SQL, none of the program's folds. Only the memory
//! formula itself is the program's. Slow, and meant to be obvious.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use sukima::domain::calendar::{DayKind, DayOff, OfficeDayKind};
use sukima::domain::day::Day;
use sukima::domain::event::{Closing, Event, Fact, Outcome};
use sukima::domain::fold::{AnsweredStep, DayTotal, LessonDone, PromiseState, SessionState};
use sukima::domain::holiday::Holiday;
use sukima::domain::id::{EventId, LessonId, PromiseId, QuestionRef, SessionId};
use sukima::domain::memory::{MemoryState, Rating, Scheduling};
use sukima::domain::pace::Timings;
use sukima::domain::question::{Confidence, Verdict};
use sukima::domain::recall::{LongGap, Recall};
use sukima::domain::statistics::{LessonFigures, LongGapDay};

/// The days that these tests look at; one of them is a national holiday.
pub const CALENDAR_DAYS: Range<i32> = 20_497..20_523;
const HOLIDAY: (i32, Holiday) = (20_507, Holiday::EmperorsBirthday);

const DAY_MS: u64 = 86_400_000;

/// Every table that the record folds.
#[derive(Debug, Default, PartialEq)]
pub struct Meaning {
    pub settings: BTreeMap<String, String>,
    /// What each of [`CALENDAR_DAYS`] is.
    pub calendar: Vec<DayKind>,
    pub memories: BTreeMap<QuestionRef, MemoryState>,
    pub days: Vec<(Day, DayTotal)>,
    pub lessons: Vec<LessonDone>,
    pub recalls: BTreeMap<QuestionRef, Recall>,
    pub long_gaps: Vec<LongGapDay>,
    pub begun: BTreeMap<LessonId, LessonFigures>,
    pub promises: BTreeMap<PromiseId, PromiseState>,
    pub sessions: BTreeMap<SessionId, SessionState>,
}

pub fn meaning(log: &[Event]) -> Meaning {
    let targets: BTreeSet<EventId> = log
        .iter()
        .filter_map(|event| match &event.fact {
            Fact::AnswerUndone(undone) => Some(undone.target),
            _ => None,
        })
        .collect();
    let mut standing: Vec<&Event> = log.iter().filter(|event| !targets.contains(&event.id)).collect();
    standing.sort_by_key(|event| (event.tick, event.device, event.seq));

    let mut meaning = Meaning::default();
    for event in &standing {
        if let Fact::SettingChanged(change) = &event.fact {
            meaning.settings.insert(change.key.clone(), change.value.clone());
        }
    }
    // What was set last holds for every answer, also for those given before it.
    let scheduling = Scheduling::of_settings(&meaning.settings);
    for event in &standing {
        if let Fact::QuestionAnswered(answer) = &event.fact {
            let asked = QuestionRef { lesson: answer.lesson.clone(), question: answer.question.clone() };
            let rating = match (answer.verdict, answer.confidence) {
                (Verdict::Wrong, _) => Rating::Again,
                (Verdict::Right, Confidence::Unsure) => Rating::Hard,
                (Verdict::Right, Confidence::Sure) => Rating::Good,
            };
            let before = meaning.memories.get(&asked);
            let state = MemoryState::after(before, rating, event.moment.day, answer.rev, &scheduling);
            meaning.memories.insert(asked, state);
        }
    }
    meaning.calendar = CALENDAR_DAYS.map(|day| kind_of_day(&standing, day)).collect();
    let days: BTreeSet<Day> = standing.iter().map(|event| event.moment.day).collect();
    meaning.days = days.into_iter().filter_map(|day| Some((day, total(&standing, day)?))).collect();
    meaning.lessons = lessons(&standing);
    meaning.recalls = recalls(&standing);
    meaning.long_gaps = long_gaps(&meaning.recalls);
    for event in &standing {
        match &event.fact {
            Fact::PromiseMade(made) => {
                meaning.promises.entry(made.promise).or_insert_with(|| promise(&standing, made.promise));
            }
            Fact::SessionStarted(started) => {
                meaning.sessions.entry(started.session).or_insert_with(|| session(&standing, started.session));
            }
            _ => {}
        }
    }
    meaning.begun = begun(&meaning);
    meaning
}

fn total(standing: &[&Event], day: Day) -> Option<DayTotal> {
    let facts: Vec<&Fact> = standing.iter().filter(|event| event.moment.day == day).map(|event| &event.fact).collect();
    let answers: Vec<(Verdict, Confidence)> = facts
        .iter()
        .filter_map(|fact| match fact {
            Fact::QuestionAnswered(answer) => Some((answer.verdict, answer.confidence)),
            _ => None,
        })
        .collect();
    let closes: Vec<(Closing, Option<Day>)> = facts
        .iter()
        .filter_map(|fact| match fact {
            Fact::SessionClosed(closed) => Some((closed.how, closed.next_day)),
            _ => None,
        })
        .collect();
    let total = DayTotal {
        answers: count(answers.iter()),
        right: count(answers.iter().filter(|(verdict, _)| *verdict == Verdict::Right)),
        sure_wrong: count(answers.iter().filter(|answer| **answer == (Verdict::Wrong, Confidence::Sure))),
        lessons: count(facts.iter().filter(|fact| matches!(fact, Fact::LessonRead(_)))),
        entries: 0,
        sessions: count(closes.iter().filter(|(how, _)| *how == Closing::Finished)),
        study_ms: facts
            .iter()
            .map(|fact| match fact {
                Fact::StepFinished(step) => step.ms.min(DAY_MS),
                _ => 0,
            })
            .sum(),
        answer_ms: facts
            .iter()
            .map(|fact| match fact {
                Fact::QuestionAnswered(answer) => answer.ms.min(DAY_MS),
                _ => 0,
            })
            .sum(),
        next_day: closes.iter().rev().find_map(|(_, next_day)| *next_day),
    };
    let is_empty = total.answers == 0
        && total.lessons == 0
        && total.sessions == 0
        && total.study_ms == 0
        && total.next_day.is_none();
    (!is_empty).then_some(total)
}

/// Each day by itself, from everything that was ever said of it.
fn kind_of_day(standing: &[&Event], day: i32) -> DayKind {
    // 1970-01-01 was a Thursday; Monday is 0.
    let weekday = (day + 3).rem_euclid(7);
    let is_weekend = weekday > 4;
    let (mut works, mut is_leave, mut is_closed, mut is_light) = (!is_weekend, false, false, false);
    for event in standing {
        match &event.fact {
            Fact::OfficeDaysSeen(seen) => {
                let named =
                    |kind| seen.days.iter().any(|days| days.kind == kind && days.from.0 <= day && day <= days.to.0);
                let can_be_taken_out = event.moment.day.0 <= day;
                is_closed = named(OfficeDayKind::Closed) || is_closed && !can_be_taken_out;
                is_light = named(OfficeDayKind::Light) || is_light && !can_be_taken_out;
            }
            Fact::DayOffDeclared(told) => is_leave |= told.from.0 <= day && day <= told.to.0,
            Fact::DayOffWithdrawn(told) => is_leave &= !(told.from.0 <= day && day <= told.to.0),
            Fact::WorkPatternSet(set) if set.from.0 <= day => {
                works = set.weekdays.weekdays().any(|works| i32::from(works.to_monday_zero_offset()) == weekday);
            }
            _ => {}
        }
    }
    let holiday = (day == HOLIDAY.0).then_some(HOLIDAY.1);
    match holiday {
        Some(name) => DayKind::Off(DayOff::NationalHoliday(name)),
        None if is_weekend && !works => DayKind::Off(DayOff::Weekend),
        None if is_closed => DayKind::Off(DayOff::OfficeOwn),
        None if is_leave => DayKind::Off(DayOff::Leave),
        None if !works => DayKind::Off(DayOff::OffPattern),
        None if is_light => DayKind::Light,
        None => DayKind::Working,
    }
}

fn lessons(standing: &[&Event]) -> Vec<LessonDone> {
    let mut days: BTreeMap<_, Vec<(Day, bool)>> = BTreeMap::new();
    for event in standing {
        match &event.fact {
            Fact::LessonRead(read) => days.entry(read.lesson.clone()).or_default().push((event.moment.day, true)),
            Fact::LessonPassed(passed) => {
                days.entry(passed.lesson.clone()).or_default().push((event.moment.day, false));
            }
            _ => {}
        }
    }
    days.into_iter()
        .map(|(lesson, days)| LessonDone {
            lesson,
            first_day: days.iter().map(|(day, _)| *day).min().expect("a lesson is here because of a day"),
            last_day: days.iter().map(|(day, _)| *day).max().expect("a lesson is here because of a day"),
            times: count(days.iter().filter(|(_, was_read)| *was_read)),
        })
        .collect()
}

/// Each question by all of its answers at once.
fn recalls(standing: &[&Event]) -> BTreeMap<QuestionRef, Recall> {
    let mut answers: BTreeMap<QuestionRef, Vec<(i32, bool)>> = BTreeMap::new();
    for event in standing {
        if let Fact::QuestionAnswered(answer) = &event.fact {
            let asked = QuestionRef { lesson: answer.lesson.clone(), question: answer.question.clone() };
            answers.entry(asked).or_default().push((event.moment.day.0, answer.verdict == Verdict::Right));
        }
    }
    let recall = |answers: Vec<(i32, bool)>| {
        // A long gap is one to every answer before it.
        let is_late = |place: usize| place > 0 && answers[..place].iter().all(|(day, _)| answers[place].0 - day >= 14);
        let late: Vec<usize> = (0..answers.len()).filter(|place| is_late(*place)).collect();
        let last_slip = answers.iter().rposition(|(_, is_right)| !is_right);
        Recall {
            last_day: Day(answers.iter().map(|(day, _)| *day).max().expect("a question is here because of an answer")),
            is_held: late.iter().any(|place| last_slip.is_none_or(|slip| slip < *place)),
            was_wrong: last_slip.is_some(),
            long_gaps: late
                .iter()
                .map(|place| LongGap { day: Day(answers[*place].0), is_right: answers[*place].1 })
                .collect(),
        }
    };
    answers.into_iter().map(|(asked, answers)| (asked, recall(answers))).collect()
}

fn long_gaps(recalls: &BTreeMap<QuestionRef, Recall>) -> Vec<LongGapDay> {
    let gaps: Vec<&LongGap> = recalls.values().flat_map(|recall| &recall.long_gaps).collect();
    let days: BTreeSet<Day> = gaps.iter().map(|gap| gap.day).collect();
    let of = |day: Day| gaps.iter().filter(move |gap| gap.day == day);
    days.into_iter()
        .map(|day| LongGapDay { day, answers: count(of(day)), right: count(of(day).filter(|gap| gap.is_right)) })
        .collect()
}

/// Every lesson that anything above speaks of.
fn begun(meaning: &Meaning) -> BTreeMap<LessonId, LessonFigures> {
    let is_tried = |lesson: &LessonId| {
        meaning.promises.values().any(|one| one.lesson == *lesson && one.outcome == Some(Outcome::Kept))
    };
    let is_read = |lesson: &LessonId| meaning.lessons.iter().any(|done| done.lesson == *lesson && done.times > 0);
    let asked = meaning.recalls.keys().map(|asked| &asked.lesson);
    let promised = meaning.promises.values().map(|promise| &promise.lesson).filter(|lesson| is_tried(lesson));
    let all: BTreeSet<&LessonId> =
        meaning.lessons.iter().map(|done| &done.lesson).chain(asked).chain(promised).collect();
    all.into_iter()
        .map(|lesson| {
            let of = || meaning.recalls.iter().filter(|(asked, _)| asked.lesson == *lesson).map(|(_, recall)| recall);
            let figures = LessonFigures {
                is_read: is_read(lesson),
                questions: count(of()),
                held: count(of().filter(|recall| recall.is_held)),
                set_right: count(of().filter(|recall| recall.is_held && recall.was_wrong)),
                is_tried: is_tried(lesson),
            };
            (lesson.clone(), figures)
        })
        .collect()
}

/// A promise that was made: whatever was told before its making says nothing.
fn promise(standing: &[&Event], id: PromiseId) -> PromiseState {
    let making = standing
        .iter()
        .position(|event| matches!(&event.fact, Fact::PromiseMade(made) if made.promise == id))
        .expect("the caller saw it made");
    let Fact::PromiseMade(made) = &standing[making].fact else { unreachable!("it was found as one") };
    let mut tellings = Vec::new();
    let mut is_dropped = false;
    for event in &standing[making..] {
        match &event.fact {
            Fact::PromiseAsked(asked) if asked.promise == id => tellings.push((event.moment.day, asked)),
            Fact::PromiseDropped(dropped) if dropped.promise == id => is_dropped = true,
            _ => {}
        }
    }
    // Only the first telling can ask for another day: the second "not yet" is the end.
    let second_day =
        tellings.first().filter(|(_, asked)| asked.outcome == Outcome::NotKept).and_then(|first| first.1.ask_day);
    let is_over = match tellings.len() {
        0 => false,
        1 => second_day.is_none(),
        _ => true,
    };
    PromiseState {
        id,
        lesson: made.lesson.clone(),
        sentence: made.sentence.clone(),
        made_day: standing[making].moment.day,
        ask_day: second_day.unwrap_or(made.ask_day),
        outcome: tellings.last().map(|(_, asked)| asked.outcome),
        asked_day: tellings.last().map(|(day, _)| *day),
        minutes_saved: tellings.iter().rev().find_map(|(_, asked)| asked.minutes_saved),
        is_closed: is_dropped || is_over,
        times_asked: count(tellings.iter()),
    }
}

/// A sitting that was started: whatever happened before its start says nothing.
fn session(standing: &[&Event], id: SessionId) -> SessionState {
    let start = standing
        .iter()
        .position(|event| matches!(&event.fact, Fact::SessionStarted(started) if started.session == id))
        .expect("the caller saw it started");
    let Fact::SessionStarted(started) = &standing[start].fact else { unreachable!("it was found as one") };
    let mut steps = started.steps.clone();
    let mut next_steps = vec![0];
    let mut times = Vec::new();
    let mut answered_steps = Vec::new();
    let mut closed = None;
    let mut timings = Timings::default();
    for event in &standing[start..] {
        match &event.fact {
            Fact::SessionExtended(extended) if extended.session == id => {
                for step in &mut answered_steps {
                    let step: &mut AnsweredStep = step;
                    if extended.because == Some(step.answer) {
                        step.extension = Some(event.id);
                        break;
                    }
                }
                let rest = steps.split_off(extended.at.min(steps.len()));
                steps.extend(extended.steps.iter().cloned().chain(rest));
            }
            Fact::StepFinished(finished) if finished.session == id => {
                let behind = if finished.step < steps.len() { finished.step + 1 } else { steps.len() };
                next_steps.push(finished.onto.map_or(behind, |onto| onto.min(steps.len())));
                times.push(finished.ms.min(DAY_MS));
                finished.guess.into_iter().for_each(|guess| timings.add(guess, finished.ms));
                if let (Some(answer), Some(verdict)) = (finished.answer, finished.verdict) {
                    answered_steps.push(AnsweredStep {
                        step: finished.step,
                        finished: event.id,
                        answer,
                        verdict,
                        extension: None,
                        onto: finished.onto,
                        passed: finished.passed,
                    });
                }
            }
            Fact::SessionClosed(close) if close.session == id => closed = Some((close.how, event.id)),
            _ => {}
        }
    }
    SessionState {
        id,
        device: standing[start].device,
        tick: standing[start].tick,
        day: standing[start].moment.day,
        minutes: started.minutes,
        seed: started.seed,
        steps: steps.into(),
        next_step: next_steps.into_iter().max().expect("the first is 0"),
        closed: closed.map(|(how, _)| how),
        closed_by: closed.map(|(_, by)| by),
        ms: times.iter().sum(),
        answers: count(answered_steps.iter()),
        right: count(answered_steps.iter().filter(|step| step.verdict == Verdict::Right)),
        timings,
        answered_steps,
    }
}

fn count<T>(things: impl Iterator<Item = T>) -> u32 {
    u32::try_from(things.count()).expect("the logs of tests are short")
}
