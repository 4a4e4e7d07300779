//! What one sitting holds: a list of steps that fits the minutes. Made once, when the sitting starts, and stored with
//! it; resuming never plans again.
//!
//! Follow-up first, then due questions most at risk, then new text. With [`REVIEWS_ONLY_FROM`] or more due there is
//! no new text. After weeks away there are [`QUESTIONS_AFTER_ABSENCE`] questions and nothing else.

use serde::{Deserialize, Serialize};

use crate::domain::event::{Phase, PlannedStep};
use crate::domain::id::{LessonId, PromiseId, QuestionRef};
use crate::domain::pace::{FOLLOW_UP_SECONDS, REMINDER_SECONDS, TRY_THIS_SECONDS};
use crate::domain::question::{Answer, Question};
use crate::domain::shuffle::{Seeded, derangement, permutation};

/// With this many questions due, a sitting is reviews only.
pub const REVIEWS_ONLY_FROM: usize = 4;
/// After an absence.
pub const QUESTIONS_AFTER_ABSENCE: usize = 3;
/// Days without study after which the learner is welcomed back.
pub const ABSENCE_DAYS: i32 = 14;
/// Questions asked right after a new lesson; the others come with the reviews.
pub const CHECKS_PER_LESSON: usize = 2;
/// A missed question returns in the same sitting while this much of the minutes is left.
pub const SECONDS_FOR_AGAIN: f64 = 40.0;
/// Opening and closing a sitting.
const FRAME_SECONDS: f64 = 15.0;
/// A lesson may run over what is left by this much, so that three minutes hold a three-minute lesson.
const OVERRUN_SECONDS: f64 = 20.0;

/// Everything a sitting may be made of. The engine never puts in more than 512 questions and lessons together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Candidates {
    /// A promise whose day has come.
    pub follow_up: Option<PromiseId>,
    /// A promise is open, so no new one is made.
    pub promise_is_open: bool,
    /// Days since the last study, if there was any.
    pub days_away: Option<i32>,
    /// Due questions, any order.
    pub due: Vec<QuestionCandidate>,
    /// Questions of lessons already read that were never asked, in lesson order.
    pub unasked: Vec<QuestionCandidate>,
    /// Lessons not read yet, in the order of the track.
    pub lessons: Vec<LessonCandidate>,
}

/// A question that can be asked.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionCandidate {
    pub reference: QuestionRef,
    /// From first sight to the next step, at this learner's pace.
    pub seconds: f64,
    /// The chance that it is still known, 0 to 1.
    pub recall: f32,
    pub shown: Shuffling,
}

/// How the options of a question are put in order when it is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shuffling {
    /// As written, this many.
    Fixed(usize),
    Shuffled(usize),
    /// Never as written: the order is the answer.
    Disordered(usize),
}

impl Shuffling {
    pub fn of(question: &Question) -> Shuffling {
        let count = question.answer.shuffled_count();
        match &question.answer {
            Answer::Order(_) => Shuffling::Disordered(count),
            _ if question.order_is_fixed => Shuffling::Fixed(count),
            // With as many rights as lefts, the order as written would give the answer away.
            Answer::Match { lefts, rights, .. } if lefts.len() == rights.len() => Shuffling::Disordered(count),
            _ => Shuffling::Shuffled(count),
        }
    }
}

/// A lesson that can be read.
#[derive(Clone, Debug, PartialEq)]
pub struct LessonCandidate {
    pub lesson: LessonId,
    pub reading_seconds: f64,
    /// Its questions, as written.
    pub questions: Vec<QuestionCandidate>,
    pub has_try_this: bool,
}

/// Steps with the seconds that each is guessed to take; the last step is always `Close`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    pub steps: Vec<(PlannedStep, f64)>,
}

impl Plan {
    /// Whether there is nothing to do but close.
    pub fn is_empty(&self) -> bool {
        self.steps.iter().all(|(step, _)| *step == PlannedStep::Close)
    }

    pub fn seconds(&self) -> f64 {
        self.steps.iter().map(|(_, seconds)| seconds).sum()
    }

    pub fn count(&self, wanted: impl Fn(&PlannedStep) -> bool) -> usize {
        self.steps.iter().filter(|(step, _)| wanted(step)).count()
    }

    pub fn into_steps(self) -> Vec<PlannedStep> {
        self.steps.into_iter().map(|(step, _)| step).collect()
    }
}

/// Fills `minutes` from the candidates, whose seconds are at the learner's pace. The same input gives the same plan.
pub fn plan(candidates: &Candidates, minutes: u32, seed: u64) -> Plan {
    let mut filling =
        Filling { left: f64::from(minutes) * 60.0 - FRAME_SECONDS, random: Seeded::new(seed), steps: Vec::new() };
    if let Some(promise) = candidates.follow_up {
        filling.push(PlannedStep::FollowUp { promise }, FOLLOW_UP_SECONDS);
    }
    let mut due: Vec<&QuestionCandidate> = candidates.due.iter().collect();
    due.sort_by(|one, other| one.recall.total_cmp(&other.recall).then_with(|| one.reference.cmp(&other.reference)));
    let is_return = candidates.days_away.is_some_and(|days| days >= ABSENCE_DAYS);
    if is_return {
        let mut questions = due;
        questions.extend(&candidates.unasked);
        questions.truncate(QUESTIONS_AFTER_ABSENCE);
        if !questions.is_empty() {
            filling.ask_all(&apart(&questions), Phase::Review);
            return filling.closed();
        }
        filling.read_lessons(candidates, 1);
        return filling.closed();
    }
    let reviews_only = due.len() >= REVIEWS_ONLY_FROM;
    let chosen = filling.choose(&due);
    filling.ask_all(&apart(&chosen), Phase::Review);
    if !reviews_only {
        filling.read_lessons(candidates, usize::MAX);
        let more: Vec<&QuestionCandidate> = candidates.unasked.iter().collect();
        let chosen = filling.choose_fitting(&more);
        filling.insert_reviews(&apart(&chosen));
        let nothing_yet = filling.steps.is_empty();
        if nothing_yet {
            filling.at_least_something(candidates);
        }
    }
    filling.closed()
}

/// The sitting of a lesson that the learner opened: read it, its questions, and what to try.
pub fn plan_lesson(lesson: &LessonCandidate, promise_is_open: bool, seed: u64) -> Plan {
    let mut filling = Filling { left: f64::INFINITY, random: Seeded::new(seed), steps: Vec::new() };
    filling.push(PlannedStep::Read { lesson: lesson.lesson.clone() }, lesson.reading_seconds);
    let questions: Vec<&QuestionCandidate> = lesson.questions.iter().collect();
    filling.ask_all(&questions, Phase::Own);
    filling.try_this(lesson, promise_is_open);
    filling.closed()
}

/// The order in which a question's options are shown.
pub fn shown_order(shuffling: Shuffling, random: &mut Seeded) -> Vec<usize> {
    match shuffling {
        Shuffling::Fixed(count) => (0..count).collect(),
        Shuffling::Shuffled(count) => permutation(count, random),
        Shuffling::Disordered(count) => derangement(count, random),
    }
}

struct Filling {
    /// Seconds that are left.
    left: f64,
    random: Seeded,
    steps: Vec<(PlannedStep, f64)>,
}

impl Filling {
    fn push(&mut self, step: PlannedStep, seconds: f64) {
        self.left -= seconds;
        self.steps.push((step, seconds));
    }

    fn closed(mut self) -> Plan {
        self.steps.push((PlannedStep::Close, 0.0));
        Plan { steps: self.steps }
    }

    fn ask(&mut self, candidate: &QuestionCandidate, phase: Phase) -> (PlannedStep, f64) {
        let order = shown_order(candidate.shown, &mut self.random);
        let QuestionRef { lesson, question } = candidate.reference.clone();
        (PlannedStep::Ask { phase, lesson, question, order }, candidate.seconds)
    }

    fn ask_all(&mut self, candidates: &[&QuestionCandidate], phase: Phase) {
        for candidate in candidates {
            let (step, seconds) = self.ask(candidate, phase);
            self.push(step, seconds);
        }
    }

    /// The questions, most pressing first, that fit; at least one when there is any.
    fn choose<'a>(&self, questions: &[&'a QuestionCandidate]) -> Vec<&'a QuestionCandidate> {
        let fitting = self.choose_fitting(questions);
        if fitting.is_empty() { questions.first().copied().into_iter().collect() } else { fitting }
    }

    fn choose_fitting<'a>(&self, questions: &[&'a QuestionCandidate]) -> Vec<&'a QuestionCandidate> {
        let mut left = self.left;
        let mut chosen = Vec::new();
        for question in questions {
            if question.seconds <= left {
                left -= question.seconds;
                chosen.push(*question);
            }
        }
        chosen
    }

    /// New lessons while they fit, with their first questions and one thing to try.
    fn read_lessons(&mut self, candidates: &Candidates, at_most: usize) {
        let mut trying = false;
        for lesson in candidates.lessons.iter().take(at_most) {
            let checks = self.checks(lesson);
            let try_seconds = match (lesson.has_try_this && !trying, candidates.promise_is_open) {
                (false, _) => 0.0,
                (true, true) => REMINDER_SECONDS,
                (true, false) => TRY_THIS_SECONDS,
            };
            let first_check = checks.first().map_or(0.0, |check| check.seconds);
            if lesson.reading_seconds + first_check + try_seconds > self.left + OVERRUN_SECONDS {
                return;
            }
            self.push(PlannedStep::Read { lesson: lesson.lesson.clone() }, lesson.reading_seconds);
            self.left -= try_seconds;
            for (index, check) in checks.iter().enumerate() {
                if index == 0 || check.seconds <= self.left + OVERRUN_SECONDS {
                    self.ask_all(&[check], Phase::Check);
                }
            }
            self.left += try_seconds;
            if !trying {
                trying = lesson.has_try_this;
                self.try_this(lesson, candidates.promise_is_open);
            }
        }
    }

    /// The first questions after a lesson: chosen by chance, asked as written.
    fn checks<'a>(&mut self, lesson: &'a LessonCandidate) -> Vec<&'a QuestionCandidate> {
        let mut places = permutation(lesson.questions.len(), &mut self.random);
        places.truncate(CHECKS_PER_LESSON);
        places.sort_unstable();
        places.into_iter().map(|place| &lesson.questions[place]).collect()
    }

    fn try_this(&mut self, lesson: &LessonCandidate, promise_is_open: bool) {
        if lesson.has_try_this {
            let seconds = if promise_is_open { REMINDER_SECONDS } else { TRY_THIS_SECONDS };
            self.push(PlannedStep::TryThis { lesson: lesson.lesson.clone() }, seconds);
        }
    }

    /// Questions go before new text: what was read earlier is recalled first.
    fn insert_reviews(&mut self, candidates: &[&QuestionCandidate]) {
        let at = self
            .steps
            .iter()
            .position(|(step, _)| matches!(step, PlannedStep::Read { .. }))
            .unwrap_or(self.steps.len());
        let steps: Vec<(PlannedStep, f64)> =
            candidates.iter().map(|candidate| self.ask(candidate, Phase::Review)).collect();
        self.left -= steps.iter().map(|(_, seconds)| seconds).sum::<f64>();
        self.steps.splice(at..at, steps);
    }

    /// One minute and a long lesson: a sitting is never empty while there is something to learn.
    fn at_least_something(&mut self, candidates: &Candidates) {
        if let Some(question) = candidates.unasked.first() {
            self.ask_all(&[question], Phase::Review);
        } else if let Some(lesson) = candidates.lessons.first() {
            self.push(PlannedStep::Read { lesson: lesson.lesson.clone() }, lesson.reading_seconds);
            let check: Vec<&QuestionCandidate> = self.checks(lesson).into_iter().take(1).collect();
            self.ask_all(&check, Phase::Check);
        }
    }
}

/// Questions of one lesson not in a row where that can be avoided; otherwise the order stays.
fn apart<'a>(questions: &[&'a QuestionCandidate]) -> Vec<&'a QuestionCandidate> {
    let mut waiting: Vec<&QuestionCandidate> = questions.to_vec();
    let mut ordered: Vec<&QuestionCandidate> = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let last = ordered.last().map(|question: &&QuestionCandidate| question.reference.lesson.clone());
        let next =
            waiting.iter().position(|question| Some(&question.reference.lesson) != last.as_ref()).unwrap_or_default();
        ordered.push(waiting.remove(next));
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::QuestionId;

    fn question(lesson: &str, id: &str, recall: f32) -> QuestionCandidate {
        let reference = QuestionRef { lesson: LessonId::new(lesson), question: QuestionId::new(id) };
        QuestionCandidate { reference, seconds: 20.0, recall, shown: Shuffling::Shuffled(3) }
    }

    fn lesson(id: &str) -> LessonCandidate {
        LessonCandidate {
            lesson: LessonId::new(id),
            reading_seconds: 55.0,
            questions: (0..6).map(|n| question(id, &format!("q{n}"), 1.0)).collect(),
            has_try_this: true,
        }
    }

    fn kinds(plan: &Plan) -> String {
        plan.steps
            .iter()
            .map(|(step, _)| match step {
                PlannedStep::FollowUp { .. } => 'F',
                PlannedStep::Ask { phase: Phase::Review, .. } => 'r',
                PlannedStep::Ask { .. } => 'c',
                PlannedStep::Read { .. } => 'L',
                PlannedStep::TryThis { .. } => 'T',
                PlannedStep::Close => '.',
            })
            .collect()
    }

    fn due(count: usize) -> Vec<QuestionCandidate> {
        (0..count).map(|n| question(["a", "b"][n % 2], &format!("q{n}"), 0.9 - n as f32 / 100.0)).collect()
    }

    #[test]
    fn first_three_minutes_hold_a_lesson_two_checks_and_something_to_try() {
        let candidates = Candidates { lessons: vec![lesson("x"), lesson("y")], ..Candidates::default() };
        let plan = plan(&candidates, 3, 1);
        assert_eq!(kinds(&plan), "LccT.");
    }

    #[test]
    fn a_follow_up_comes_first_and_reviews_come_before_new_text() {
        let candidates = Candidates {
            follow_up: Some(PromiseId([1; 16])),
            due: due(2),
            lessons: vec![lesson("x")],
            ..Candidates::default()
        };
        assert!(kinds(&plan(&candidates, 3, 1)).starts_with("FrrLc"), "{}", kinds(&plan(&candidates, 3, 1)));
    }

    #[test]
    fn four_due_are_reviews_only_most_at_risk_first_and_lessons_apart() {
        let candidates = Candidates { due: due(12), lessons: vec![lesson("x")], ..Candidates::default() };
        let plan = plan(&candidates, 3, 1);
        assert_eq!(kinds(&plan), "rrrrrrrr.");
        let asked: Vec<&LessonId> = plan
            .steps
            .iter()
            .filter_map(|(step, _)| if let PlannedStep::Ask { lesson, .. } = step { Some(lesson) } else { None })
            .collect();
        assert!(asked.windows(2).all(|pair| pair[0] != pair[1]));
        let PlannedStep::Ask { question, .. } = &plan.steps[0].0 else { panic!("a review") };
        assert_eq!(question.as_str(), "q11");
    }

    #[test]
    fn three_due_leave_room_for_new_text_and_four_do_not() {
        let candidates = |count| Candidates { due: due(count), lessons: vec![lesson("x")], ..Candidates::default() };
        assert!(kinds(&plan(&candidates(3), 10, 1)).starts_with("rrrLc"));
        assert_eq!(kinds(&plan(&candidates(4), 10, 1)), "rrrr.");
    }

    #[test]
    fn after_weeks_away_there_are_three_questions_and_no_new_text() {
        let candidates =
            Candidates { days_away: Some(40), due: due(30), lessons: vec![lesson("x")], ..Candidates::default() };
        assert_eq!(kinds(&plan(&candidates, 3, 1)), "rrr.");
    }

    #[test]
    fn one_minute_is_never_empty_and_ten_minutes_hold_more_than_one_lesson() {
        let candidates =
            Candidates { lessons: (0..9).map(|n| lesson(&format!("l{n}"))).collect(), ..Candidates::default() };
        assert_eq!(kinds(&plan(&candidates, 1, 1)), "Lc.");
        let ten = plan(&candidates, 10, 1);
        assert!(ten.count(|step| matches!(step, PlannedStep::Read { .. })) >= 3);
        assert_eq!(ten.count(|step| matches!(step, PlannedStep::TryThis { .. })), 1, "one promise at a time");
    }

    #[test]
    fn nothing_to_do_is_an_empty_plan() {
        assert!(plan(&Candidates::default(), 3, 1).is_empty());
    }

    #[test]
    fn the_same_seed_makes_the_same_plan() {
        let candidates = Candidates { due: due(3), lessons: vec![lesson("x")], ..Candidates::default() };
        assert_eq!(plan(&candidates, 3, 5), plan(&candidates, 3, 5));
        assert_ne!(plan(&candidates, 3, 5), plan(&candidates, 3, 6));
    }
}
