//! Learners who answer for as long as it takes: what they know is drawn by the chance that is given here, and when they
//! are asked follows the program's own days.

use sukima::domain::day::Day;
use sukima::domain::memory::fitting::PastAnswer;
use sukima::domain::memory::{MemoryState, Rating, Scheduling};
use sukima::domain::shuffle::Seeded;

/// Who knows what they are asked.
#[derive(Clone, Copy, Debug)]
pub enum Knows {
    /// As the published parameters say.
    AsPublished,
    /// Nearly everything, whenever it is asked.
    NearlyAll,
    /// Hardly more than half of it.
    HardlyHalf,
}

/// The answers of a career in their order, each with its question's number.
pub struct Career {
    pub answers: Vec<(usize, PastAnswer)>,
}

const QUESTIONS_AT_MOST: usize = 300;
const ASKED_A_DAY: usize = 9;

impl Career {
    /// Until so many answers have been given to questions seen on an earlier day; the last one on `last_day`.
    pub fn new(knows: Knows, seed: u64, told: usize, last_day: Day) -> Career {
        let scheduling = Scheduling::default();
        let mut random = Seeded::new(seed);
        let mut memories: Vec<MemoryState> = Vec::new();
        let mut answers: Vec<(usize, PastAnswer)> = Vec::new();
        let (mut day, mut count) = (Day(10_000), 0);
        while count < told {
            day = day.plus(1);
            let mut due: Vec<usize> = (0..memories.len()).filter(|place| memories[*place].due_day <= day).collect();
            let stake = |place: &usize| memories[*place].at_stake_on(day, &scheduling);
            due.sort_by(|one, other| stake(other).total_cmp(&stake(one)));
            due.truncate(ASKED_A_DAY);
            let fresh = if due.len() < 4 && memories.len() < QUESTIONS_AT_MOST { 3 } else { 0 };
            for place in due.into_iter().chain(memories.len()..memories.len() + fresh) {
                let before = memories.get(place);
                let published = before.map_or(0.6, |state| f64::from(state.recall_on(day, &scheduling)));
                let chance = match knows {
                    Knows::AsPublished => published,
                    Knows::NearlyAll => 0.985,
                    Knows::HardlyHalf => 0.6,
                };
                let rating = match (unit(&mut random) < chance, unit(&mut random) < 0.2) {
                    (false, _) => Rating::Again,
                    (true, true) => Rating::Hard,
                    (true, false) => Rating::Good,
                };
                count += usize::from(before.is_some());
                let after = MemoryState::after(before, rating, day, 1, &scheduling);
                answers.push((place, PastAnswer { day, rating }));
                match memories.get_mut(place) {
                    Some(state) => *state = after,
                    None => memories.push(after),
                }
            }
        }
        let days = last_day.days_since(day);
        answers.iter_mut().for_each(|(_, answer)| answer.day = answer.day.plus(days));
        Career { answers }
    }

    /// Question by question.
    pub fn histories(&self) -> Vec<Vec<PastAnswer>> {
        let count = self.answers.iter().map(|(place, _)| place + 1).max().unwrap_or_default();
        let mut histories = vec![Vec::new(); count];
        self.answers.iter().for_each(|(place, answer)| histories[*place].push(*answer));
        histories
    }
}

fn unit(random: &mut Seeded) -> f64 {
    (random.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
}
