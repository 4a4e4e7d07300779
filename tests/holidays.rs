//! National holidays against the list that another library makes, day by day; tests/data/README.md says how it was made.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use sukima::domain::holiday::{YEARS, holiday};
use sukima::domain::language::Language;
use sukima::i18n;

fn expected() -> BTreeMap<Date, &'static str> {
    let line = |line: &'static str| {
        let (day, name) = line.split_once(' ').expect("a day and a name");
        (day.parse().expect("a day"), name)
    };
    include_str!("data/holidays-japan.txt").lines().map(line).collect()
}

#[test]
fn every_day_from_1955_to_2099_is_the_holiday_that_others_say_it_is() {
    let expected = expected();
    assert_eq!(expected.len(), 2_354);
    let (mut day, end) = (date(*YEARS.start(), 1, 1), date(*YEARS.end(), 12, 31));
    let mut differences = Vec::new();
    while day <= end {
        let found = holiday(day).map(|name| i18n::holiday::holiday(name, Language::Japanese));
        if found != expected.get(&day).copied() {
            differences.push(format!("{day}: {found:?}, others say {:?}", expected.get(&day)));
        }
        day = day.tomorrow().expect("2100 is a year");
    }
    assert!(differences.is_empty(), "{differences:#?}");
}

#[test]
fn years_whose_holidays_are_not_known_have_none() {
    assert_eq!(holiday(date(1954, 11, 3)), None);
    assert_eq!(holiday(date(2100, 1, 1)), None);
}
