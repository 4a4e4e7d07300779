//! Beside the trainer that the authors of FSRS publish, on the same answers; and who gets own parameters, who not.

use fsrs::{ComputeParametersInput, FSRSItem, FSRSReview, compute_parameters};
use rstest::rstest;
use sukima::domain::day::Day;
use sukima::domain::memory::fitting::{ANSWERS_LEAST, Fitted, Fitting, PastAnswer, TooFew};
use sukima::domain::memory::{Rating, Retention, Scheduling, Trace};

use crate::fitting::career::{Career, Knows};

const TODAY: Day = Day(20_777);

fn fitted(histories: &[Vec<PastAnswer>]) -> Fitted {
    let mut fitting = Fitting::new(histories, &Scheduling::default()).unwrap();
    let mut percent = 0;
    loop {
        if let Some(fitted) = fitting.go_on() {
            return fitted;
        }
        assert!(fitting.percent() >= percent && fitting.percent() <= 100, "it never goes back");
        percent = fitting.percent();
    }
}

/// The mean log loss of all answers to questions seen on an earlier day.
fn loss(histories: &[Vec<PastAnswer>], scheduling: &Scheduling) -> f64 {
    let mut losses = Vec::new();
    for history in histories {
        let mut before: Option<(Trace, Day)> = None;
        for answer in history {
            let gap_days = before.map_or(0, |(_, day)| u32::try_from(answer.day.days_since(day)).unwrap());
            if let (Some((trace, _)), 1..) = (before, gap_days) {
                let chance = f64::from(scheduling.recall_after(trace, gap_days));
                losses.push(-if answer.rating == Rating::Again { (1.0 - chance).ln() } else { chance.ln() });
            }
            before = Some((scheduling.after(before.map(|(trace, _)| trace), answer.rating, gap_days), answer.day));
        }
    }
    losses.iter().sum::<f64>() / losses.len() as f64
}

/// What the published trainer makes of the same answers.
fn published(histories: &[Vec<PastAnswer>]) -> Scheduling {
    let mut items = Vec::new();
    for history in histories {
        let mut reviews: Vec<FSRSReview> = Vec::new();
        let mut last = history[0].day;
        for answer in history {
            let rating = match answer.rating {
                Rating::Again => 1,
                Rating::Hard => 2,
                Rating::Good => 3,
            };
            let delta_t = u32::try_from(answer.day.days_since(last)).unwrap();
            last = answer.day;
            reviews.push(FSRSReview { rating, delta_t });
            if delta_t > 0 {
                items.push((answer.day, FSRSItem { reviews: reviews.clone() }));
            }
        }
    }
    items.sort_by_key(|(day, _)| *day);
    let train_set = items.into_iter().map(|(_, item)| item).collect();
    let parameters = compute_parameters(ComputeParametersInput { train_set, ..Default::default() }).unwrap();
    Scheduling::new(Retention::DEFAULT, parameters.try_into().unwrap()).unwrap()
}

#[rstest]
#[case(Knows::NearlyAll)]
#[case(Knows::HardlyHalf)]
#[case(Knows::AsPublished)]
fn what_is_found_is_as_good_as_what_the_published_trainer_finds(#[case] knows: Knows) {
    for seed in 1..4 {
        let histories = Career::new(knows, seed, 1_500, TODAY).histories();
        // Ours has not seen the last fifth, which the other one learns from too.
        let ours = Scheduling::new(Retention::DEFAULT, fitted(&histories).parameters).unwrap();
        let (ours, theirs) = (loss(&histories, &ours), loss(&histories, &published(&histories)));
        assert!(ours < theirs * 1.02, "{knows:?} {seed}: {ours} and {theirs}");
    }
}

#[rstest]
#[case::knows_more(Knows::NearlyAll, 1.3, 10.0)]
#[case::knows_less(Knows::HardlyHalf, 0.02, 0.9)]
fn whoever_differs_gets_own_parameters(#[case] knows: Knows, #[case] least: f64, #[case] most: f64) {
    let fitted = fitted(&Career::new(knows, 5, 1_000, TODAY).histories());
    assert!(fitted.is_better && fitted.loss_after < fitted.loss_before, "{fitted:?}");
    assert!((least..most).contains(&fitted.interval_ratio), "{}", fitted.interval_ratio);
    assert_eq!(fitted.judged, judged(&Career::new(knows, 5, 1_000, TODAY)), "the later fifth judges");
}

/// Answers from the day on which four fifths of all that tell of fading have been given.
fn judged(career: &Career) -> usize {
    let mut last: Vec<Option<Day>> = vec![None; 400];
    let told = career.answers.iter().filter(|(place, answer)| last[*place].replace(answer.day).is_some());
    let days: Vec<Day> = told.map(|(_, answer)| answer.day).collect();
    let from = days[days.len() * 8 / 10];
    days.iter().filter(|day| **day >= from).count()
}

#[test]
fn whoever_forgets_as_published_keeps_the_published_parameters() {
    let kept =
        (1..=20).filter(|seed| fitted(&Career::new(Knows::AsPublished, *seed, 800, TODAY).histories()).is_better);
    assert!(kept.count() <= 1, "two standard errors: one in forty by chance");
}

#[test]
fn too_few_answers_are_told_and_nothing_is_fitted() {
    let histories = Career::new(Knows::NearlyAll, 1, ANSWERS_LEAST - 50, TODAY).histories();
    let told: usize = histories.iter().map(|history| history.len() - 1).sum();
    let too_few = Fitting::new(&histories, &Scheduling::default()).unwrap_err();
    assert_eq!(too_few, TooFew { answers: told, least: ANSWERS_LEAST });
    assert_eq!(Fitting::new(&[], &Scheduling::default()).unwrap_err().answers, 0);
}

#[test]
fn the_same_answers_make_the_same_parameters() {
    let histories = Career::new(Knows::HardlyHalf, 9, 700, TODAY).histories();
    assert_eq!(fitted(&histories), fitted(&histories));
}
