//! Does the planner work? 200 simulated learners over 260 working days on 300 questions, once with each way to choose
//! what is asked, all with the same three minutes a day; printed as the table of `docs/learning.md`:
//!
//! ```sh
//! cargo run --example simulate
//! ```
//!
//! How these learners forget is of another family than FSRS: each encounter leaves a trace that fades as a power of
//! time, the faster the more active the memory still was (Pavlik & Anderson 2005, doi 10.1207/s15516709cog0000_14), with
//! its own values for every learner and every question. The planner never sees them; it sees answers, and how long
//! they took.

use std::io::{self, Write};

use sukima::domain::card::{Effort, LessonCard};
use sukima::domain::day::Day;
use sukima::domain::event::{Phase, PlannedStep};
use sukima::domain::id::{LessonId, QuestionId, QuestionRef};
use sukima::domain::language::Language;
use sukima::domain::memory::{MemoryState, Rating, Scheduling};
use sukima::domain::pace::{Guess, Pace, Timings};
use sukima::domain::plan::{Candidates, LessonCandidate, QuestionCandidate, SECONDS_FOR_AGAIN, Shuffling, plan};
use sukima::domain::shuffle::Seeded;
use sukima::text::SafeText;

const LEARNERS: u64 = 200;
const WORKING_DAYS: i32 = 260;
const LESSONS: usize = 50;
const QUESTIONS_OF_A_LESSON: usize = 6;
const MINUTES: u32 = 3;
/// Half a minute more than was planned.
const OVER_SECONDS: f64 = 210.0;
const HELD: f64 = 0.9;
const LADDER_DAYS: [i32; 4] = [1, 3, 7, 21];
/// What the engine looks at, for one sitting.
const DUE_AT_MOST: usize = 64;
const LESSONS_AT_MOST: usize = 12;
const EARLY_RECALL: f32 = 0.985;
const YEARLY_RECALL: f32 = 0.95;
const SITTINGS_OF_PACE: usize = 12;

/// How it is chosen what is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// The program's.
    Ours,
    /// 1, 3, 7 and 21 days after a right answer, then every 21 days; the longest waiting first.
    Ladder,
    /// The days of FSRS, the due questions in an order by chance.
    ByChance,
    /// The days of FSRS, everything that is due on every day, one lesson a day, however long it takes.
    WithoutEnd,
}

impl Way {
    const ALL: [(Way, &str); 4] = [
        (Way::Ours, "sukima"),
        (Way::Ladder, "ladder 1-3-7-21"),
        (Way::ByChance, "FSRS days, order by chance"),
        (Way::WithoutEnd, "FSRS without a time box"),
    ];
}

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "| way | questions held | answers per question | known when asked | minutes a day | longest gap (days) | days over 3:30 |"
    )?;
    writeln!(out, "|---|---:|---:|---:|---:|---:|---:|")?;
    for (way, name) in Way::ALL {
        let years: Vec<Year> = (0..LEARNERS).map(|seed| Learner::new(seed).year(way)).collect();
        let mean = |of: fn(&Year) -> f64| years.iter().map(of).sum::<f64>() / years.len() as f64;
        writeln!(
            out,
            "| {name} | {:.1} | {:.1} | {:.0} % | {:.2} | {:.0} | {:.1} |",
            mean(|year| year.held),
            mean(|year| year.answers / (LESSONS * QUESTIONS_OF_A_LESSON) as f64),
            mean(|year| 100.0 * year.right / year.answers),
            mean(|year| year.seconds / 60.0 / year.days),
            mean(|year| year.longest_gap),
            mean(|year| year.days_over),
        )?;
    }
    Ok(())
}

/// What one learner's year came to.
#[derive(Default)]
struct Year {
    held: f64,
    answers: f64,
    right: f64,
    seconds: f64,
    days: f64,
    longest_gap: f64,
    days_over: f64,
}

/// One learner, and what is in their head.
struct Learner {
    random: Seeded,
    /// Times the speed of the first guess.
    speed: f64,
    /// How fast a trace fades that was laid when nothing was left.
    fading: f64,
    /// Working days on which this learner is away.
    away: Vec<std::ops::Range<i32>>,
    questions: Vec<Question>,
    lessons: Vec<LessonCard>,
    /// How many lessons were read.
    read: usize,
    timings: Vec<Timings>,
}

struct Question {
    effort: Effort,
    /// What a memory must reach to be found; the other half of forgetting.
    threshold: f64,
    /// When it was met, with how fast that fades.
    traces: Vec<(f64, f64)>,
    memory: Option<MemoryState>,
    rung: usize,
}

impl Learner {
    fn new(seed: u64) -> Learner {
        let mut random = Seeded::new(seed);
        let learner_threshold = -1.0 + 0.15 * normal(&mut random);
        let questions = (0..LESSONS * QUESTIONS_OF_A_LESSON).map(|_| Question {
            effort: Effort {
                read: 60 + count(random.below(80)),
                read_after: 20 + count(random.below(40)),
                ..Effort::default()
            },
            threshold: learner_threshold + 0.25 * normal(&mut random),
            traces: Vec::new(),
            memory: None,
            rung: 0,
        });
        let questions = questions.collect();
        let lessons = (0..LESSONS).map(|number| lesson(number, 300 + count(random.below(150)))).collect();
        // Every fourth is away once or twice for two to six weeks.
        let times = if random.below(4) == 0 { 1 + random.below(2) } else { 0 };
        let away = (0..times).map(|_| {
            let (from, days) = (random.below(220), 10 + random.below(20));
            days_of(from)..days_of(from + days)
        });
        let away = away.collect();
        Learner {
            // From 0.6 to 1.6 times the first guess.
            speed: 0.6 * (1.6_f64 / 0.6).powf(unit(&mut random)),
            fading: (0.25 + 0.04 * normal(&mut random)).clamp(0.15, 0.45),
            away,
            questions,
            lessons,
            read: 0,
            timings: Vec::new(),
            random,
        }
    }

    fn year(mut self, way: Way) -> Year {
        let mut year = Year::default();
        let mut last_study: Option<Day> = None;
        for working_day in 0..WORKING_DAYS {
            if self.away.iter().any(|range| range.contains(&working_day)) {
                continue;
            }
            let today = calendar_day(working_day);
            let candidates = self.candidates(way, today, last_study);
            let steps = if way == Way::WithoutEnd {
                everything(&candidates)
            } else {
                plan(&candidates, MINUTES, self.random.next_u64()).steps
            };
            let seconds = self.sitting(way, &steps, today, &candidates, &mut year);
            year.seconds += seconds;
            year.days += 1.0;
            year.days_over += f64::from(u8::from(seconds > OVER_SECONDS));
            last_study = Some(today);
        }
        let last = f64::from(calendar_day(WORKING_DAYS - 1).0);
        year.held = self.questions.iter().filter(|question| question.recall(last) >= HELD).count() as f64;
        year
    }

    fn candidates(&mut self, way: Way, today: Day, last_study: Option<Day>) -> Candidates {
        let pace = Pace::of(&self.timings[self.timings.len().saturating_sub(SITTINGS_OF_PACE)..]);
        let scheduling = Scheduling::default();
        let (mut due, mut early, mut unasked) = (Vec::new(), Vec::new(), Vec::new());
        for place in 0..self.read * QUESTIONS_OF_A_LESSON {
            let Some(memory) = self.questions[place].memory.clone() else {
                unasked.push(self.candidate(place, 0.0, pace));
                continue;
            };
            // The planner takes what has most at stake first; another way gives it another order to follow.
            let recall = memory.recall_on(today, &scheduling);
            let rank = match way {
                Way::Ours | Way::WithoutEnd => memory.at_stake_on(today, &scheduling),
                Way::Ladder => -memory.due_day.0 as f32,
                Way::ByChance => unit(&mut self.random) as f32,
            };
            let early_recall = if memory.is_retired { YEARLY_RECALL } else { EARLY_RECALL };
            if memory.due_day <= today {
                due.push(self.candidate(place, rank, pace));
            } else if memory.last_day < today && recall <= early_recall {
                early.push(self.candidate(place, rank, pace));
            }
        }
        if way != Way::WithoutEnd {
            due.sort_by(|one, other| other.at_stake.total_cmp(&one.at_stake));
            due.truncate(DUE_AT_MOST);
        }
        // The lesson read last comes first, as in the engine.
        unasked.reverse();
        Candidates {
            days_away: last_study.map(|day| today.days_since(day)),
            due,
            unasked,
            early,
            lessons: (self.read..LESSONS).take(LESSONS_AT_MOST).map(|number| self.lesson(number, pace)).collect(),
            pace,
            ..Candidates::default()
        }
    }

    fn candidate(&self, place: usize, at_stake: f32, pace: Pace) -> QuestionCandidate {
        QuestionCandidate {
            reference: reference(place),
            seconds: pace.question_seconds(&self.questions[place].effort, Language::Japanese),
            at_stake,
            shown: Shuffling::Shuffled(3),
            point: None,
            confusables: Vec::new(),
        }
    }

    fn lesson(&self, number: usize, pace: Pace) -> LessonCandidate {
        let first = number * QUESTIONS_OF_A_LESSON;
        LessonCandidate {
            lesson: self.lessons[number].id.clone(),
            reading_seconds: pace.lesson_seconds(&self.lessons[number]),
            questions: (first..first + QUESTIONS_OF_A_LESSON).map(|place| self.candidate(place, 1.0, pace)).collect(),
            has_try_this: false,
        }
    }

    /// Goes through the steps; gives the seconds that it really took.
    fn sitting(
        &mut self,
        way: Way,
        steps: &[(PlannedStep, f64)],
        today: Day,
        candidates: &Candidates,
        year: &mut Year,
    ) -> f64 {
        let mut timings = Timings::default();
        let mut seconds = 15.0 / self.speed;
        let mut missed = Vec::new();
        let mut planned: f64 = steps.iter().map(|(_, seconds)| seconds).sum();
        for (step, planned_seconds) in steps {
            let now = f64::from(today.0) + seconds / 86_400.0;
            planned -= planned_seconds;
            match step {
                PlannedStep::Read { lesson } => {
                    let number: usize = lesson.as_str().parse().expect("lessons are called by their numbers");
                    let guess = Guess::of_lesson(&self.lessons[number]);
                    seconds += self.timed(guess, &mut timings);
                    let first = number * QUESTIONS_OF_A_LESSON;
                    (first..first + QUESTIONS_OF_A_LESSON).for_each(|place| self.meet(place, now));
                    self.read = self.read.max(number + 1);
                }
                PlannedStep::Ask { lesson, question, .. } => {
                    let place = place(lesson, question);
                    let (is_right, took) = self.answer(way, place, today, now, &mut timings, year);
                    seconds += took;
                    let left = f64::from(MINUTES) * 60.0 - seconds - planned;
                    if !is_right && left >= SECONDS_FOR_AGAIN {
                        planned += self.candidate(place, 0.0, candidates.pace).seconds;
                        missed.push(place);
                    }
                }
                _ => {}
            }
        }
        for place in missed {
            let now = f64::from(today.0) + seconds / 86_400.0;
            seconds += self.answer(way, place, today, now, &mut timings, year).1;
        }
        self.timings.push(timings);
        seconds
    }

    fn answer(
        &mut self,
        way: Way,
        place: usize,
        today: Day,
        now: f64,
        timings: &mut Timings,
        year: &mut Year,
    ) -> (bool, f64) {
        let recall = self.questions[place].recall(now);
        let is_known = unit(&mut self.random) < recall;
        // Of three options one can be hit by chance, without being sure.
        let is_right = is_known || unit(&mut self.random) < 0.25;
        let is_sure = is_known && recall + 0.15 * normal(&mut self.random) > 0.7;
        let rating = match (is_right, is_sure) {
            (false, _) => Rating::Again,
            (true, false) => Rating::Hard,
            (true, true) => Rating::Good,
        };
        let effort = self.questions[place].effort;
        let seconds = self.timed(Guess::of_answer(&effort, Language::Japanese), timings)
            + Pace::default().verdict_seconds(&effort, Language::Japanese) / self.speed;
        let question = &mut self.questions[place];
        let before = question.memory.take();
        if let Some(before) = &before {
            year.longest_gap = year.longest_gap.max(f64::from(today.days_since(before.last_day)));
        }
        let mut memory = MemoryState::after(before.as_ref(), rating, today, 1, &Scheduling::default());
        if way == Way::WithoutEnd {
            // Nothing of this program's own: the published interval, after every answer.
            let interval_days = Scheduling::default().interval_days(memory.stability);
            memory.due_day = today.plus(interval_days);
            memory.is_retired = false;
        }
        if way == Way::Ladder {
            let interval_days = LADDER_DAYS[question.rung.min(LADDER_DAYS.len() - 1)];
            question.rung = if is_right { question.rung + 1 } else { 0 };
            memory.due_day = today.plus(if is_right { interval_days } else { 1 });
            memory.is_retired = false;
        }
        question.memory = Some(memory);
        self.meet(place, now);
        year.answers += 1.0;
        year.right += f64::from(u8::from(is_known));
        (is_right, seconds)
    }

    /// A trace of its own; laid while much is still there, it fades fast.
    fn meet(&mut self, place: usize, now: f64) {
        let activation = self.questions[place].activation(now);
        let fading = self.fading + activation.map_or(0.0, |activation| 0.2 * activation.exp());
        self.questions[place].traces.push((now, fading.min(1.5)));
    }

    fn timed(&mut self, guess: Guess, timings: &mut Timings) -> f64 {
        let seconds = guess.ms as f64 / 1000.0 / self.speed * (0.7 + 0.6 * unit(&mut self.random));
        timings.add(guess, (seconds * 1000.0) as u64);
        seconds
    }
}

impl Question {
    fn activation(&self, now: f64) -> Option<f64> {
        // Nothing is fresher than a quarter of an hour: within a sitting everything is.
        let sum: f64 = self.traces.iter().map(|(met, fading)| (now - met).max(0.01).powf(-fading)).sum();
        (!self.traces.is_empty()).then(|| sum.ln())
    }

    fn recall(&self, now: f64) -> f64 {
        const NOISE: f64 = 0.3;

        self.activation(now).map_or(0.0, |activation| 1.0 / (1.0 + ((self.threshold - activation) / NOISE).exp()))
    }
}

/// Follow the calendar alone: one lesson, and all that is due.
fn everything(candidates: &Candidates) -> Vec<(PlannedStep, f64)> {
    let ask = |question: &QuestionCandidate| {
        let QuestionRef { lesson, question: id } = question.reference.clone();
        (PlannedStep::Ask { phase: Phase::Review, lesson, question: id, order: Vec::new() }, question.seconds)
    };
    let mut steps: Vec<(PlannedStep, f64)> = candidates.due.iter().chain(&candidates.unasked).map(ask).collect();
    for lesson in candidates.lessons.iter().take(1) {
        steps.push((PlannedStep::Read { lesson: lesson.lesson.clone() }, lesson.reading_seconds));
        steps.extend(lesson.questions.iter().map(ask));
    }
    steps
}

fn lesson(number: usize, reading: u32) -> LessonCard {
    LessonCard {
        id: LessonId::new(number.to_string()),
        language: Language::Japanese,
        title: SafeText::new(""),
        has_front_matter: true,
        minutes: Some(MINUTES),
        reading,
        has_try_this: false,
        has_unset_value: false,
        questions: Vec::new(),
    }
}

fn reference(place: usize) -> QuestionRef {
    QuestionRef {
        lesson: LessonId::new((place / QUESTIONS_OF_A_LESSON).to_string()),
        question: QuestionId::new((place % QUESTIONS_OF_A_LESSON).to_string()),
    }
}

fn place(lesson: &LessonId, question: &QuestionId) -> usize {
    let number = |text: &str| text.parse::<usize>().expect("both are called by their numbers");
    number(lesson.as_str()) * QUESTIONS_OF_A_LESSON + number(question.as_str())
}

/// Five days a week from a Monday on.
fn calendar_day(working_day: i32) -> Day {
    const MONDAY: i32 = 20_773;

    Day(MONDAY + working_day / 5 * 7 + working_day % 5)
}

fn days_of(count: usize) -> i32 {
    i32::try_from(count).expect("a year is short")
}

fn count(number: usize) -> u32 {
    u32::try_from(number).expect("small numbers")
}

/// From 0 to 1, evenly.
fn unit(random: &mut Seeded) -> f64 {
    (random.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
}

/// Mean 0, deviation 1 (Irwin & Hall: twelve dice).
fn normal(random: &mut Seeded) -> f64 {
    (0..12).map(|_| unit(random)).sum::<f64>() - 6.0
}
