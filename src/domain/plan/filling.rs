//! A sitting while it is filled: seconds that are left, and steps so far. Every part takes what fits and leaves the
//! rest; which parts there are, and in which order, is decided above.

use crate::domain::event::{Phase, PlannedStep};
use crate::domain::id::QuestionRef;
use crate::domain::plan::order::{apart, are_confusable, have_same_point, most_at_stake_first, with_confusables};
use crate::domain::plan::{
    CHECKS_PER_LESSON, Candidates, LessonCandidate, Plan, QUESTIONS_AFTER_ABSENCE, QuestionCandidate, shown_order,
};
use crate::domain::shuffle::{Seeded, permutation};

pub struct Filling<'a> {
    candidates: &'a Candidates,
    /// Seconds that are left.
    left: f64,
    /// How far the end may lie from the minutes, to either side.
    slack: f64,
    random: Seeded,
    follow_up: Option<(PlannedStep, f64)>,
    reviews: Vec<&'a QuestionCandidate>,
    /// Nothing else is left to ask.
    repeats_points: bool,
    blocks: Vec<Block<'a>>,
}

/// New text with what belongs to it.
struct Block<'a> {
    lesson: &'a LessonCandidate,
    checks: Vec<&'a QuestionCandidate>,
    phase: Phase,
    try_seconds: Option<f64>,
}

impl<'a> Filling<'a> {
    pub fn new(candidates: &'a Candidates, seconds: f64, slack: f64, seed: u64) -> Filling<'a> {
        let follow_up = candidates.follow_up.map(|promise| {
            let seconds = candidates.pace.follow_up_seconds();
            (PlannedStep::FollowUp { promise }, seconds)
        });
        Filling {
            candidates,
            left: seconds - follow_up.as_ref().map_or(0.0, |(_, seconds)| *seconds),
            slack,
            random: Seeded::new(seed),
            follow_up,
            reviews: Vec::new(),
            repeats_points: false,
            blocks: Vec::new(),
        }
    }

    /// Questions, the most pressing first; at least one when there is any.
    pub fn reviews(mut self, questions: &[&'a QuestionCandidate]) -> Filling<'a> {
        self.ask(&with_confusables(questions));
        if let Some(first) = questions.first().filter(|_| self.reviews.is_empty()) {
            self.take(first);
        }
        self
    }

    /// Those that fit, and none where none does.
    pub fn fitting(mut self, questions: &[&'a QuestionCandidate]) -> Filling<'a> {
        self.ask(&with_confusables(questions));
        self
    }

    /// Questions of lessons that were read, never asked so far.
    pub fn unasked(mut self) -> Filling<'a> {
        let mut questions: Vec<&QuestionCandidate> = self.candidates.unasked.iter().collect();
        // What is taken for something that is asked today comes today.
        questions.sort_by_key(|question| !self.reviews.iter().any(|asked| are_confusable(asked, question)));
        self.ask(&questions);
        self
    }

    /// When much is left: questions whose day has not come yet, and after them a point for the second time.
    pub fn early(mut self) -> Filling<'a> {
        for repeats_points in [false, true] {
            self.repeats_points = repeats_points;
            if !self.is_empty() && !self.is_filled() {
                let candidates = self.candidates;
                let mut questions = if repeats_points { most_at_stake_first(&candidates.due) } else { Vec::new() };
                questions.extend(candidates.unasked.iter().filter(|_| repeats_points));
                questions.extend(most_at_stake_first(&candidates.early));
                self.ask(&questions);
            }
        }
        self
    }

    /// New lessons while they fit, with their first questions and one thing to try. The first one may run over a little.
    pub fn lessons(mut self) -> Filling<'a> {
        let candidates = self.candidates;
        for lesson in &candidates.lessons {
            let slack = if self.blocks.is_empty() { self.slack } else { 0.0 };
            let checks = self.checks_of(lesson);
            let first_check = checks.first().map_or(0.0, |check| check.seconds);
            if lesson.reading_seconds + first_check > self.left + slack {
                break;
            }
            // What is tried at work is worth more than a second question, which will come with the reviews.
            let try_seconds = candidates.pace.try_this_seconds(candidates.promise_is_open);
            let left = self.left - lesson.reading_seconds - first_check;
            let tries = self.blocks.is_empty() && lesson.has_try_this && try_seconds <= left + slack;
            self.read(lesson, tries.then_some(try_seconds));
            for (place, check) in checks.into_iter().enumerate() {
                if place == 0 || check.seconds <= self.left {
                    self.check(check);
                }
            }
        }
        self
    }

    /// When much is left: more questions of the lessons just read.
    pub fn more_checks(mut self) -> Filling<'a> {
        let lessons: Vec<&LessonCandidate> = self.blocks.iter().map(|block| block.lesson).collect();
        for (place, lesson) in lessons.into_iter().enumerate() {
            for question in &lesson.questions {
                let is_asked = self.blocks[place].checks.iter().any(|asked| asked.reference == question.reference);
                if !is_asked && question.seconds <= self.left {
                    self.left -= question.seconds;
                    self.blocks[place].checks.push(question);
                }
            }
        }
        self
    }

    /// A few questions and nothing else; a lesson when there is none to ask.
    pub fn after_absence(mut self, due: &[&'a QuestionCandidate]) -> Plan {
        let mut questions = due.to_vec();
        questions.extend(&self.candidates.unasked);
        questions.truncate(QUESTIONS_AFTER_ABSENCE);
        questions.into_iter().for_each(|question| self.take(question));
        let nothing_to_ask = self.reviews.is_empty();
        if nothing_to_ask { self.lessons().closed() } else { self.closed() }
    }

    /// A lesson that was asked for: all of it, however long it takes.
    pub fn whole_lesson(mut self, lesson: &'a LessonCandidate) -> Filling<'a> {
        let try_seconds = self.candidates.pace.try_this_seconds(self.candidates.promise_is_open);
        self.read(lesson, lesson.has_try_this.then_some(try_seconds));
        lesson.questions.iter().for_each(|question| self.check(question));
        self.blocks.iter_mut().for_each(|block| block.phase = Phase::Own);
        self
    }

    /// One minute and a long lesson: a sitting is never empty while there is something to learn.
    pub fn or_something(mut self) -> Filling<'a> {
        let candidates = self.candidates;
        if !self.is_empty() {
            return self;
        }
        if let Some(question) = candidates.unasked.first() {
            self.take(question);
        } else if let Some(lesson) = candidates.lessons.first() {
            self.read(lesson, None);
            let check = self.checks_of(lesson).into_iter().next();
            check.into_iter().for_each(|check| self.check(check));
        }
        self
    }

    pub fn has_lesson(&self) -> bool {
        !self.blocks.is_empty()
    }

    /// Whether hardly anything is left of the minutes.
    pub fn is_filled(&self) -> bool {
        self.left <= self.slack
    }

    fn is_empty(&self) -> bool {
        self.reviews.is_empty() && self.blocks.is_empty()
    }

    /// Follow-up, then what was read earlier, recalled before new text.
    pub fn closed(mut self) -> Plan {
        let mut steps: Vec<(PlannedStep, f64)> = self.follow_up.take().into_iter().collect();
        for question in apart(&self.reviews) {
            steps.push((self.asked(question, Phase::Review), question.seconds));
        }
        for mut block in std::mem::take(&mut self.blocks) {
            let lesson = block.lesson;
            steps.push((PlannedStep::Read { lesson: lesson.lesson.clone() }, lesson.reading_seconds));
            // As written, whichever were chosen first.
            block.checks.sort_by_key(|check| lesson.questions.iter().position(|question| question == *check));
            for check in block.checks {
                steps.push((self.asked(check, block.phase), check.seconds));
            }
            let try_this = |seconds| (PlannedStep::TryThis { lesson: lesson.lesson.clone() }, seconds);
            steps.extend(block.try_seconds.map(try_this));
        }
        steps.push((PlannedStep::Close, 0.0));
        Plan { steps }
    }

    /// Those that fit; then one that runs over a little, if that ends nearer to the minutes.
    fn ask(&mut self, questions: &[&'a QuestionCandidate]) {
        for question in questions {
            if question.seconds <= self.left && self.may_ask(question) {
                self.take(question);
            }
        }
        let most = self.left + self.left.min(self.slack);
        let over = questions.iter().filter(|question| question.seconds <= most && self.may_ask(question));
        let nearest = over.min_by(|one, other| one.seconds.total_cmp(&other.seconds)).copied();
        nearest.into_iter().for_each(|question| self.take(question));
    }

    /// Not twice, and no point twice, unless its questions are taken for each other or nothing else is left to ask.
    fn may_ask(&self, question: &QuestionCandidate) -> bool {
        let checks = self.blocks.iter().flat_map(|block| &block.checks);
        self.reviews.iter().chain(checks).all(|asked| {
            let repeats = have_same_point(asked, question) && !are_confusable(asked, question);
            asked.reference != question.reference && (self.repeats_points || !repeats)
        })
    }

    fn take(&mut self, question: &'a QuestionCandidate) {
        self.left -= question.seconds;
        self.reviews.push(question);
    }

    fn read(&mut self, lesson: &'a LessonCandidate, try_seconds: Option<f64>) {
        self.left -= lesson.reading_seconds + try_seconds.unwrap_or_default();
        self.blocks.push(Block { lesson, checks: Vec::new(), phase: Phase::Check, try_seconds });
    }

    /// A question behind the lesson that was put in last.
    fn check(&mut self, question: &'a QuestionCandidate) {
        if let Some(block) = self.blocks.last_mut() {
            self.left -= question.seconds;
            block.checks.push(question);
        }
    }

    fn asked(&mut self, question: &QuestionCandidate, phase: Phase) -> PlannedStep {
        let order = shown_order(question.shown, &mut self.random);
        let QuestionRef { lesson, question } = question.reference.clone();
        PlannedStep::Ask { phase, lesson, question, order }
    }

    /// The first questions after a lesson: chosen by chance, of different points where there are some, asked as written.
    fn checks_of(&mut self, lesson: &'a LessonCandidate) -> Vec<&'a QuestionCandidate> {
        let places = permutation(lesson.questions.len(), &mut self.random);
        let mut chosen: Vec<usize> = Vec::new();
        for is_second_round in [false, true] {
            for &place in &places {
                let question = &lesson.questions[place];
                let repeats = chosen.iter().any(|&other| have_same_point(&lesson.questions[other], question));
                if chosen.len() < CHECKS_PER_LESSON && !chosen.contains(&place) && (is_second_round || !repeats) {
                    chosen.push(place);
                }
            }
        }
        chosen.sort_unstable();
        chosen.into_iter().map(|place| &lesson.questions[place]).collect()
    }
}
