//! How long things take this learner: the guesses that a sitting is filled by, first the same for everybody, then
//! corrected by the time that this learner's own steps took.
//!
//! First guesses (DESIGN §5): 500 Japanese characters or 200 English words a minute, 6 s of thought for a question,
//! 1 s a key. Typing is guessed at 2 s a character of the model answer, because most of it goes through the IME.

use serde::{Deserialize, Serialize};

use crate::domain::card::{Effort, LessonCard};
use crate::domain::language::Language;

const JAPANESE_CHARACTERS_PER_MINUTE: f64 = 500.0;
const ENGLISH_WORDS_PER_MINUTE: f64 = 200.0;
const THOUGHT_SECONDS: f64 = 6.0;
const KEY_SECONDS: f64 = 1.0;
const TYPED_CHARACTER_SECONDS: f64 = 2.0;
/// One to show or pick, one to decide, one to go on; the last one comes after the answer.
const KEYS_OF_A_QUESTION: u32 = 3;
const KEYS_AFTER_THE_ANSWER: u32 = 1;

/// Steps without a text of their own, and opening and closing a sitting.
const FOLLOW_UP_SECONDS: f64 = 10.0;
const TRY_THIS_SECONDS: f64 = 25.0;
const REMINDER_SECONDS: f64 = 5.0;
const FRAME_SECONDS: f64 = 15.0;

/// How sure the first guess is: as if so much had been measured already.
const FIRST_GUESS_MS: f64 = 20_000.0;
/// Nobody is slower or faster than this for long; what is measured beyond it is something else.
const FACTOR_LEAST: f64 = 0.35;
const FACTOR_MOST: f64 = 3.5;
/// A single step counts for at most so many times its guess, and for at least its part: a telephone is not a pace.
const STEP_TIMES_AT_MOST: u64 = 4;
const GUESS_MS_AT_MOST: u64 = 60 * 60 * 1000;

/// What a timed step is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doing {
    /// A lesson.
    Reading,
    /// A question that is answered with a few keys.
    Choosing,
    /// A question that is answered by typing.
    Typing,
}

/// What a step was guessed to take before anything was measured; kept beside the time that it took.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guess {
    pub doing: Doing,
    pub ms: u64,
}

/// Time taken and time first guessed, of many steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timed {
    pub ms: u64,
    pub guess_ms: u64,
}

/// What one sitting tells about a learner's pace.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timings {
    pub reading: Timed,
    pub choosing: Timed,
    pub typing: Timed,
}

/// Speeds of one learner: how many times as long as the first guess each kind of step takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    reading: f64,
    choosing: f64,
    typing: f64,
}

impl Default for Pace {
    fn default() -> Self {
        Pace { reading: 1.0, choosing: 1.0, typing: 1.0 }
    }
}

impl Timings {
    /// One more step. Without a measured time it tells nothing.
    pub fn add(&mut self, guess: Guess, ms: u64) {
        if ms == 0 || guess.ms == 0 {
            return;
        }
        let guess_ms = guess.ms.min(GUESS_MS_AT_MOST);
        let timed = match guess.doing {
            Doing::Reading => &mut self.reading,
            Doing::Choosing => &mut self.choosing,
            Doing::Typing => &mut self.typing,
        };
        timed.guess_ms = timed.guess_ms.saturating_add(guess_ms);
        timed.ms = timed.ms.saturating_add(ms.clamp(guess_ms / STEP_TIMES_AT_MOST, guess_ms * STEP_TIMES_AT_MOST));
    }
}

impl Pace {
    /// From the last sittings.
    pub fn of(sittings: &[Timings]) -> Pace {
        let factor = |prior: f64, part: fn(&Timings) -> Timed| {
            let parts = || sittings.iter().map(part);
            let ms: f64 = parts().map(|timed| timed.ms as f64).sum();
            let guess_ms: f64 = parts().map(|timed| timed.guess_ms as f64).sum();
            ((FIRST_GUESS_MS * prior + ms) / (FIRST_GUESS_MS + guess_ms)).clamp(FACTOR_LEAST, FACTOR_MOST)
        };
        let choosing = factor(1.0, |sitting| sitting.choosing);
        // Who was never seen to do one thing is taken to be as quick at it as at the other.
        Pace {
            reading: factor(choosing, |sitting| sitting.reading),
            choosing,
            typing: factor(choosing, |sitting| sitting.typing),
        }
    }

    /// Seconds to read the main text of a lesson; the folded part is not counted.
    pub fn lesson_seconds(&self, lesson: &LessonCard) -> f64 {
        self.reading * reading_seconds(lesson.reading, lesson.language)
    }

    /// Seconds from a question's first sight to the key after its feedback.
    pub fn question_seconds(&self, effort: &Effort, language: Language) -> f64 {
        let factor = if Doing::of(effort) == Doing::Typing { self.typing } else { self.choosing };
        factor * to_answer_seconds(effort, language) + self.verdict_seconds(effort, language)
    }

    /// The part of it after the answer, which nobody measures: a verdict is left whenever it is read.
    pub fn verdict_seconds(&self, effort: &Effort, language: Language) -> f64 {
        let keys = f64::from(KEYS_AFTER_THE_ANSWER) * KEY_SECONDS;
        self.choosing * (reading_seconds(effort.read_after, language) + keys)
    }

    pub fn follow_up_seconds(&self) -> f64 {
        self.choosing * FOLLOW_UP_SECONDS
    }

    /// Making a promise, or being reminded of the one that is open.
    pub fn try_this_seconds(&self, promise_is_open: bool) -> f64 {
        self.choosing * if promise_is_open { REMINDER_SECONDS } else { TRY_THIS_SECONDS }
    }

    /// Opening and closing a sitting.
    pub fn frame_seconds(&self) -> f64 {
        self.choosing * FRAME_SECONDS
    }
}

impl Doing {
    fn of(effort: &Effort) -> Doing {
        if effort.typed > 0 { Doing::Typing } else { Doing::Choosing }
    }
}

impl Guess {
    /// Of reading a lesson.
    pub fn of_lesson(lesson: &LessonCard) -> Guess {
        Guess { doing: Doing::Reading, ms: milliseconds(reading_seconds(lesson.reading, lesson.language)) }
    }

    /// Of a question, from its first sight to the answer.
    pub fn of_answer(effort: &Effort, language: Language) -> Guess {
        Guess { doing: Doing::of(effort), ms: milliseconds(to_answer_seconds(effort, language)) }
    }
}

fn to_answer_seconds(effort: &Effort, language: Language) -> f64 {
    reading_seconds(effort.read, language)
        + THOUGHT_SECONDS
        + f64::from(KEYS_OF_A_QUESTION - KEYS_AFTER_THE_ANSWER + effort.keys) * KEY_SECONDS
        + f64::from(effort.typed) * TYPED_CHARACTER_SECONDS
}

/// Seconds to read so many characters (Japanese) or words (English).
fn reading_seconds(read: u32, language: Language) -> f64 {
    let per_minute = match language {
        Language::Japanese => JAPANESE_CHARACTERS_PER_MINUTE,
        Language::English => ENGLISH_WORDS_PER_MINUTE,
    };
    f64::from(read) * 60.0 / per_minute
}

fn milliseconds(seconds: f64) -> u64 {
    (seconds * 1000.0) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sitting(doing: Doing, guess_ms: u64, ms: u64) -> Timings {
        let mut timings = Timings::default();
        timings.add(Guess { doing, ms: guess_ms }, ms);
        timings
    }

    #[test]
    fn three_sittings_tell_a_slow_reader_from_a_quick_one() {
        for times in [0.6, 1.0, 1.7] {
            let ms = (60_000.0 * times) as u64;
            let pace = Pace::of(&[sitting(Doing::Choosing, 60_000, ms); 3]);
            assert!((pace.choosing / times - 1.0).abs() < 0.1, "{times}: {pace:?}");
            assert!((pace.reading / times - 1.0).abs() < 0.1, "what was never measured goes along: {pace:?}");
        }
    }

    #[test]
    fn a_telephone_call_and_a_clock_that_was_not_running_are_no_pace() {
        let mut call = Timings::default();
        call.add(Guess { doing: Doing::Reading, ms: 10_000 }, 9_000_000);
        assert_eq!(call.reading.ms, 40_000);
        assert_eq!(sitting(Doing::Reading, 10_000, 0), Timings::default());
        let numbers_of_a_broken_file =
            [sitting(Doing::Typing, u64::MAX, u64::MAX), sitting(Doing::Typing, 1, u64::MAX)];
        assert!(Pace::of(&numbers_of_a_broken_file).typing <= FACTOR_MOST);
    }
}
