//! Sittings by their steps: F follow-up, r review, L lesson, c check, T something to try.

use rstest::rstest;

use super::*;
use crate::domain::id::QuestionId;

fn question(lesson: &str, id: &str, at_stake: f32) -> QuestionCandidate {
    let reference = QuestionRef { lesson: LessonId::new(lesson), question: QuestionId::new(id) };
    QuestionCandidate {
        reference,
        seconds: 20.0,
        at_stake,
        shown: Shuffling::Shuffled(3),
        point: None,
        confusables: Vec::new(),
    }
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
    (0..count).map(|n| question(["a", "b"][n % 2], &format!("q{n}"), n as f32 / 100.0)).collect()
}

#[test]
fn first_three_minutes_hold_a_lesson_its_questions_and_something_to_try() {
    let candidates = Candidates { lessons: vec![lesson("x"), lesson("y")], ..Candidates::default() };
    let plan = plan(&candidates, 3, 1);
    assert_eq!(kinds(&plan), "LccccT.");
    assert!(plan.seconds() <= 165.0, "opening and closing take their seconds too");
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
fn four_due_are_reviews_only_most_at_stake_first_and_lessons_apart() {
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

#[rstest]
#[case::nothing_fits(10.0, 0, 1, "")]
#[case::a_question_that_is_due(40.0, 1, 1, "r")]
#[case::no_lesson_that_would_run_over(94.0, 0, 1, "L")]
#[case::no_lesson_without_a_question(74.0, 0, 1, "")]
#[case::what_is_due_and_a_lesson_with_what_fits_of_it(140.0, 1, 1, "rLcc")]
#[case::reviews_only(300.0, 4, 1, "rrrr")]
fn a_room_that_was_left_is_filled_and_never_over(
    #[case] seconds: f64,
    #[case] reviews: usize,
    #[case] lessons: usize,
    #[case] expected: &str,
) {
    let lessons = (0..lessons).map(|n| LessonCandidate { has_try_this: false, ..lesson(&format!("l{n}")) }).collect();
    let candidates = Candidates { due: due(reviews), lessons, ..Candidates::default() };
    let steps = refill(&candidates, seconds, 1);
    let plan = Plan { steps: steps.into_iter().map(|step| (step, 0.0)).collect() };
    assert!(kinds(&plan).starts_with(expected) && (expected.is_empty() == plan.steps.is_empty()), "{}", kinds(&plan));
    let taken: f64 = kinds(&plan).chars().map(|kind| if kind == 'L' { 55.0 } else { 20.0 }).sum();
    assert!(taken <= seconds, "{taken} of {seconds}");
}

#[test]
fn the_same_seed_makes_the_same_plan() {
    let candidates = Candidates { due: due(3), lessons: vec![lesson("x")], ..Candidates::default() };
    assert_eq!(plan(&candidates, 3, 5), plan(&candidates, 3, 5));
    assert_ne!(plan(&candidates, 3, 5), plan(&candidates, 3, 6));
}

fn asked(plan: &Plan) -> Vec<String> {
    let reference = |step: &PlannedStep| match step {
        PlannedStep::Ask { lesson, question, .. } => Some(format!("{lesson}/{question}")),
        _ => None,
    };
    plan.steps.iter().filter_map(|(step, _)| reference(step)).collect()
}

#[test]
fn questions_of_a_lesson_already_read_come_before_new_text() {
    let unasked = |count: usize| (0..count).map(|n| question("old", &format!("q{n}"), 0.0)).collect();
    let candidates =
        |count| Candidates { unasked: unasked(count), lessons: vec![lesson("new")], ..Candidates::default() };
    assert_eq!(kinds(&plan(&candidates(4), 3, 1)), "rrrr.");
    assert!(kinds(&plan(&candidates(3), 3, 1)).contains('L'));
}

#[test]
fn questions_taken_for_each_other_are_asked_side_by_side() {
    let mut due = due(6);
    due[5].confusables = vec![due[1].reference.clone()];
    let candidates = Candidates { due, ..Candidates::default() };
    assert_eq!(asked(&plan(&candidates, 3, 1))[..2], ["b/q5", "b/q1"], "though they are of one lesson");
}

#[test]
fn a_point_is_asked_about_once_while_there_is_another_one() {
    let with_point = |mut question: QuestionCandidate, point: &str| {
        question.point = Some(point.to_owned());
        question
    };
    let due: Vec<QuestionCandidate> =
        (0..12).map(|n| with_point(question("a", &format!("q{n:02}"), n as f32), &format!("p{}", n / 2))).collect();
    let points: std::collections::BTreeSet<usize> = asked(&plan(&Candidates { due, ..Candidates::default() }, 3, 1))
        .iter()
        .map(|asked| asked["a/q".len()..].parse::<usize>().unwrap() / 2)
        .collect();
    assert_eq!(points.len(), 6, "six points, eight questions that fit");
}

#[test]
fn minutes_left_go_to_questions_of_the_next_days_but_these_alone_make_no_sitting() {
    let early: Vec<QuestionCandidate> = (0..20).map(|n| question("later", &format!("q{n}"), 0.0)).collect();
    let with_due = Candidates { due: due(4), early: early.clone(), ..Candidates::default() };
    assert_eq!(kinds(&plan(&with_due, 3, 1)), "rrrrrrrr.");
    assert!(plan(&Candidates { early, ..Candidates::default() }, 3, 1).is_empty());
}
