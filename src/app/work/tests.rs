//! The widgets of all question types, by what their keys make of them.

use rstest::rstest;

use super::*;
use crate::domain::document::RichText;
use crate::domain::event::Phase;
use crate::domain::id::{LessonId, QuestionId};
use crate::domain::language::Language;
use crate::domain::question::{Blank, Choice, ClozePart, Question};
use crate::text::SafeText;

fn asked(answer: Answer, order: &[usize]) -> AskContent {
    AskContent {
        lesson: LessonId::new("own"),
        lesson_title: SafeText::new("題"),
        question: Question {
            id: QuestionId::new("abcd"),
            id_is_written: true,
            revision: 1,
            point: None,
            confusables: Vec::new(),
            stem: RichText::of("問い"),
            body: Vec::new(),
            answer,
            explanation: Vec::new(),
            hint: Vec::new(),
            order_is_fixed: false,
            unset_office_values: Vec::new(),
            range: 0..0,
            heading_range: 0..0,
        },
        phase: Phase::Check,
        order: order.to_vec(),
        language: Language::Japanese,
        shown: String::new(),
        draft: None,
    }
}

fn choices(count: usize) -> Vec<Choice> {
    let choice = |place| Choice { text: RichText::of("選択肢"), is_right: place == 0, feedback: None, range: 0..0 };
    (0..count).map(choice).collect()
}

fn items(count: usize) -> Vec<RichText> {
    (0..count).map(|place| RichText::of(&format!("行{place}"))).collect()
}

fn cloze() -> Answer {
    let blank = || Blank { accepted: vec![SafeText::new("語")] };
    Answer::Cloze {
        parts: vec![ClozePart::Blank(0), ClozePart::Blank(1)],
        blanks: vec![blank(), blank()],
        mistakes: Vec::new(),
    }
}

fn typed(work: &mut Work, text: &str) {
    work.field_mut().expect("a text is typed here").insert(text);
}

#[test]
fn nothing_is_chosen_before_somebody_chooses_it_and_then_it_is_meant_as_written() {
    let content = asked(Answer::One(choices(3)), &[2, 0, 1]);
    let mut work = Work::on(&content);
    assert_eq!((work.selected(), work.response(&content)), (None, Err(Missing::Choice)));
    work.number(4);
    assert_eq!(work.selected(), None, "there is no fourth");
    work.number(1);
    assert_eq!(work.response(&content), Ok(Response::Picked(vec![2])));
    work.step(false);
    work.step(false);
    work.step(false);
    assert_eq!(work.response(&content), Ok(Response::Picked(vec![1])));
}

#[test]
fn true_and_false_are_where_they_always_are() {
    let content = asked(Answer::TrueFalse { statement_is_true: true, mistakes: Vec::new() }, &[]);
    let mut work = Work::on(&content);
    work.number(2);
    assert_eq!(work.response(&content), Ok(Response::Picked(vec![1])));
}

#[test]
fn ticks_are_set_and_cleared_by_their_numbers_and_where_the_cursor_is() {
    let content = asked(Answer::All(choices(3)), &[2, 0, 1]);
    let mut work = Work::on(&content);
    assert_eq!(work.response(&content), Err(Missing::Tick));
    work.number(3);
    work.number(1);
    work.step(false);
    work.touch();
    assert_eq!(work.response(&content), Ok(Response::Picked(vec![0, 1, 2])));
    work.number(3);
    assert_eq!(work.response(&content), Ok(Response::Picked(vec![0, 2])));
}

#[test]
fn a_line_is_held_moved_and_put_or_let_go() {
    let content = asked(Answer::Order(items(3)), &[1, 2, 0]);
    let mut work = Work::on(&content);
    assert_eq!(work.response(&content), Err(Missing::Move), "as the lines come, nobody has put them in order");
    work.number(3);
    assert_eq!(work.place(), Place::OrderingHeld);
    work.step(true);
    work.step(true);
    work.put(true);
    assert_eq!((work.place(), work.response(&content)), (Place::Ordering, Ok(Response::Order(vec![0, 1, 2]))));
    work.touch();
    work.step(false);
    work.put(false);
    assert_eq!(work.response(&content), Ok(Response::Order(vec![0, 1, 2])), "let go, it is where it was");
    work.number(1);
    work.number(2);
    assert_eq!(work.response(&content), Ok(Response::Order(vec![1, 0, 2])), "a number puts it at that place");
}

#[test]
fn digits_alone_fill_the_pairs_and_each_can_be_changed() {
    let rights = items(3);
    let answer =
        Answer::Match {
            left_heading: RichText::of("左"), right_heading: RichText::of("右"), lefts: items(2), rights
        };
    let content = asked(answer, &[2, 1, 0]);
    let mut work = Work::on(&content);
    work.number(3);
    assert_eq!(work.response(&content), Err(Missing::Pair));
    work.number(1);
    assert_eq!(work.response(&content), Ok(Response::Pairs(vec![(0, 0), (1, 2)])));
    work.number(2);
    assert_eq!(work.response(&content), Ok(Response::Pairs(vec![(0, 0), (1, 1)])));
    work.step(true);
    work.number(2);
    assert_eq!(work.response(&content), Ok(Response::Pairs(vec![(0, 1), (1, 1)])));
}

#[test]
fn enter_leads_from_blank_to_blank_and_closes_the_last_and_left_goes_back_to_it() {
    let content = asked(cloze(), &[]);
    let mut work = Work::on(&content);
    assert_eq!(work.next_field(&content, true), Err(Missing::Text));
    work.next_field(&content, false).unwrap();
    typed(&mut work, "後");
    work.next_field(&content, true).unwrap();
    assert_eq!(
        (work.place(), work.field_mut().unwrap().text()),
        (Place::TypingLastBlank, ""),
        "the first, still empty"
    );
    typed(&mut work, "先");
    work.next_field(&content, true).unwrap();
    assert_eq!(work.place(), Place::Confirming);
    assert_eq!(work.response(&content), Ok(Response::Blanks(vec!["先".into(), "後".into()])));
    work.edit();
    typed(&mut work, "々");
    assert_eq!(work.response(&content), Ok(Response::Blanks(vec!["先々".into(), "後".into()])));
}

#[rstest]
#[case("12", Ok(()))]
#[case("１２人", Ok(()))]
#[case("十二", Err(Missing::Number))]
#[case("?", Ok(()))]
fn a_number_is_read_before_it_is_taken(#[case] text: &str, #[case] expected: Result<(), Missing>) {
    let answer = Answer::Number {
        least: 12.0,
        most: 12.0,
        unit: SafeText::new("人"),
        as_written: SafeText::new("12人"),
        mistakes: Vec::new(),
    };
    let content = asked(answer, &[]);
    let mut work = Work::on(&content);
    typed(&mut work, text);
    assert_eq!(work.next_field(&content, true), expected);
}

#[test]
fn a_lone_question_mark_is_an_answer_in_doubt_with_nothing_in_it() {
    let content = asked(Answer::Typed { accepted: vec![SafeText::new("語")], mistakes: Vec::new() }, &[]);
    let mut work = Work::on(&content);
    typed(&mut work, "？");
    work.next_field(&content, true).unwrap();
    assert!(work.is_in_doubt());
    assert_eq!(work.response(&content), Ok(Response::Text(String::new())));
}

#[test]
fn a_text_of_ones_own_is_held_against_the_checklist_and_can_be_taken_up_again() {
    let content = asked(Answer::Write { model: Vec::new(), checklist: items(2) }, &[]);
    let mut work = Work::on(&content);
    assert_eq!(work.next_field(&content, true), Err(Missing::Text));
    typed(&mut work, "窓口で確かめる");
    work.next_field(&content, true).unwrap();
    assert_eq!(work.place(), Place::Checking);
    work.number(2);
    let met = Response::Checks { text: "窓口で確かめる".into(), met: vec![1] };
    assert_eq!(work.response(&content), Ok(met));
    work.edit();
    assert_eq!(work.place(), Place::Typing);
}
