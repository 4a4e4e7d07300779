//! The key table is complete and unambiguous, and the footer has room for what it names.

use super::*;
use crate::domain::language::Language;
use crate::width;

const PLACES: [Place; 48] = [
    Place::KeyTest,
    Place::Role,
    Place::Promises,
    Place::Waiting,
    Place::Home,
    Place::HomeToGoOn,
    Place::HomeDone,
    Place::FollowUp,
    Place::MinutesSaved,
    Place::Thinking,
    Place::Choosing,
    Place::Ticking,
    Place::Ordering,
    Place::OrderingHeld,
    Place::Pairing,
    Place::Typing,
    Place::TypingBlanks,
    Place::TypingLastBlank,
    Place::Confirming,
    Place::Checking,
    Place::Verdict,
    Place::PracticeVerdict,
    Place::Reading,
    Place::ReadingWithMore,
    Place::Reminder,
    Place::Cue,
    Place::ChoosingAction,
    Place::OwnAction,
    Place::ReadBack,
    Place::Close,
    Place::CloseWithUndo,
    Place::Library,
    Place::Searching,
    Place::SearchingText,
    Place::FoundInText,
    Place::Glossary,
    Place::SearchingTerms,
    Place::Settings,
    Place::SettingValue,
    Place::SettingSwitches,
    Place::Fit,
    Place::FitWorking,
    Place::Progress,
    Place::ProgressOnLeave,
    Place::ProgressOnDayOff,
    Place::Statistics,
    Place::Looking,
    Place::Hidden,
];

#[test]
fn a_footer_names_at_most_four_keys_and_takes_at_most_two_rows_of_a_small_screen() {
    for place in PLACES {
        assert!(footer(place).count() <= 4, "{place:?}");
        for language in Language::ALL {
            let keys: Vec<String> = footer(place)
                .map(|row| format!("{} {}", row.key.label(language, true), row.action.label(language)))
                .collect();
            let mut rows = 1;
            let mut columns = 0;
            for key in &keys {
                let wide = width::columns(key);
                assert!(wide <= 36, "{key}");
                if columns > 0 && columns + 2 + wide > 36 {
                    (rows, columns) = (rows + 1, 0);
                }
                columns += wide + if columns > 0 { 2 } else { 0 };
            }
            assert!(rows <= 3, "{place:?} {keys:?}");
        }
    }
}

#[test]
fn no_key_means_two_things_in_one_place() {
    for place in PLACES {
        let rows = bindings(place);
        for (index, row) in rows.iter().enumerate() {
            assert!(!rows[..index].iter().any(|other| other.key == row.key), "{place:?}: {:?}", row.key);
        }
    }
}

#[test]
fn every_place_but_a_waiting_one_can_be_left_or_gone_on_from_with_enter_or_a_digit() {
    // What is under way ends by itself.
    for place in PLACES.into_iter().filter(|place| !matches!(place, Place::Waiting | Place::FitWorking)) {
        let leads_on = [Key::Enter, Key::Character('1')].into_iter().any(|key| action(place, key).is_some());
        assert!(leads_on, "{place:?} is a dead end");
    }
}

#[test]
fn a_text_field_knows_no_letter_as_a_command() {
    for place in PLACES.into_iter().filter(|place| takes_text(*place)) {
        for typed in ['u', 'q', '?', 't', 'i', '1', '0', ' ', '/'] {
            assert_eq!(action(place, Key::Character(typed)), None, "{place:?} {typed}");
        }
    }
}

#[test]
fn full_width_and_kana_forms_act_as_the_key() {
    for (typed, meant) in [
        ('１', '1'),
        ('①', '1'),
        ('一', '1'),
        ('０', '0'),
        ('ｕ', 'u'),
        ('う', 'u'),
        ('お', 'o'),
        ('＋', '+'),
        ('？', '?'),
    ] {
        for place in PLACES {
            let typed = action(place, Key::Character(typed));
            assert_eq!(typed, action(place, Key::Character(meant)), "{place:?} {meant}");
        }
    }
}

#[test]
fn the_help_tells_every_key_that_a_footer_names() {
    let told: Vec<(KeyName, KeyAction)> = PARTS
        .iter()
        .flat_map(|(_, places)| keys_of(places))
        .chain(by_action(&EVERYWHERE))
        .flat_map(|(action, keys)| keys.into_iter().map(move |key| (key, action)))
        .collect();
    // What is said in full where it happens, once in a learner's life or as the default of a list.
    let said_there = [Place::KeyTest, Place::Role, Place::Waiting];
    for place in PLACES.into_iter().filter(|place| !said_there.contains(place)) {
        for row in footer(place) {
            assert!(told.iter().any(|(key, _)| *key == row.key), "{place:?}: {:?} {:?}", row.key, row.action);
        }
    }
}
