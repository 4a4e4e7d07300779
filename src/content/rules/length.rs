//! Three minutes hold a short text only. Japanese is counted in characters without white space, English in words;
//! 450 characters and 200 words are read in about the same time (60 s at 450 characters or 200 words a minute).

use crate::content::rules::Inspected;
use crate::domain::diagnostic::{Finding, LengthUnit};
use crate::domain::document::{Block, ByteRange, Document};
use crate::domain::language::Language;

/// What is too long, in one language's unit.
struct Limits {
    unit: LengthUnit,
    main_warn: usize,
    main_fail: usize,
    with_more_fail: usize,
}

pub fn check(inspected: &mut Inspected<'_>) {
    let lesson = inspected.lesson;
    let limits = limits(lesson.language);
    let unit = limits.unit;
    let main = length(&lesson.main, unit);
    let whole = main + length(&lesson.more, unit);
    let main_place = lesson.main.first().map(first_range);
    if main > limits.main_fail {
        inspected.fail(main_place, Finding::MainTooLong { length: main, limit: limits.main_fail, unit });
    } else if main > limits.main_warn {
        inspected.warn(main_place, Finding::MainTooLong { length: main, limit: limits.main_warn, unit });
    }
    if whole > limits.with_more_fail {
        let place = lesson.more.first().or(lesson.main.first()).map(first_range);
        inspected.fail(place, Finding::LessonTooLong { length: whole, limit: limits.with_more_fail, unit });
    }
}

fn limits(language: Language) -> Limits {
    match language {
        Language::Japanese => {
            Limits { unit: LengthUnit::Characters, main_warn: 450, main_fail: 600, with_more_fail: 900 }
        }
        Language::English => Limits { unit: LengthUnit::Words, main_warn: 200, main_fail: 270, with_more_fail: 400 },
    }
}

fn length(blocks: &[Block], unit: LengthUnit) -> usize {
    match unit {
        LengthUnit::Characters => Document::reading_length(blocks),
        LengthUnit::Words => Document::plain(blocks).split_whitespace().count(),
    }
}

fn first_range(block: &Block) -> ByteRange {
    block.range.clone()
}
