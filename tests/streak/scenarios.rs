//! Lives of clerks, one page each. The program tells of every day; nothing is counted twice and nothing is lost.

use crate::streak::record::{HONOLULU, Record, TOKYO};

#[test]
fn a_day_that_comes_twice_on_a_flight_counts_once() {
    let mut record = Record::new(1);
    record.study_on(&["2026-11-16"]);
    record.answer("2026-11-17T18:00", TOKYO);
    record.answer("2026-11-17T08:00", HONOLULU);
    record.answer("2026-11-18T08:00", HONOLULU);
    assert_eq!(record.told("2026-11-19T12:00").length(), 3);
}

#[test]
fn a_day_lost_at_the_date_line_is_leave_when_the_traveller_says_so() {
    let mut record = Record::new(1);
    record.answer("2026-11-16T17:00", HONOLULU);
    record.answer("2026-11-18T12:00", TOKYO);
    assert_eq!(record.told("2026-11-18T13:00").day("2026-11-17"), "put-aside");
    record.run("2026-11-18T13:00", &["leave", "昨日"]);
    let told = record.told("2026-11-18T13:00");
    assert_eq!((told.day("2026-11-17").as_str(), told.length()), ("day-off leave", 2));
}

#[test]
fn midnight_during_a_sitting_gives_each_day_its_own_and_takes_nothing() {
    let mut record = Record::new(1);
    record.answer("2026-11-17T23:58", TOKYO);
    record.close("2026-11-18T00:02", TOKYO, Some("2026-11-19"));
    let told = record.told("2026-11-19T09:00");
    assert_eq!(told.day("2026-11-17"), "studied");
    assert_eq!(told.day("2026-11-18"), "nothing-to-study", "the sitting of the evening ended in it");
    assert_eq!((told.day("2026-11-19").as_str(), told.length()), ("open", 1));
}

#[test]
fn a_clock_set_ahead_and_back_counts_its_day_when_that_day_comes() {
    let mut record = Record::new(1);
    record.study_on(&["2026-11-16", "2026-11-17"]);
    // On Wednesday the clock said Friday.
    record.answer("2026-11-20T12:00", TOKYO);
    let before = record.run("2026-11-19T12:00", &["streak"]);
    assert!(before.contains("日付を確かめてください") && before.contains("11月20日(金)"), "{before}");
    record.answer("2026-11-18T12:10", TOKYO);
    let told = record.told("2026-11-19T12:00");
    assert_eq!((told.length(), told.day("2026-11-19").as_str()), (3, "open"));
    assert!(!record.run("2026-11-19T12:00", &["streak"]).contains("日付を"), "the clock is right again");
    record.answer("2026-11-19T12:20", TOKYO);
    assert_eq!(record.told("2026-11-20T12:00").length(), 5, "Friday was studied already");
}

#[test]
fn a_clock_a_year_ahead_leaves_today_alone() {
    let mut record = Record::new(1);
    record.study_on(&["2027-11-16", "2026-11-16", "2026-11-17"]);
    let told = record.told("2026-11-18T12:00");
    assert_eq!((told.length(), told.0["days"].as_array().unwrap().len()), (2, 3));
}

#[test]
fn a_new_fiscal_year_changes_nothing() {
    let mut record = Record::new(1);
    record.study_on(&["2027-03-30", "2027-03-31", "2027-04-01", "2027-04-02"]);
    assert_eq!(record.told("2027-04-02T17:00").length(), 4);
    assert!(record.run("2027-04-02T17:00", &["streak"]).contains("続けて4日"));
}

#[test]
fn who_moves_to_another_office_in_april_keeps_the_days_of_march() {
    let mut record = Record::new(1);
    record.study_on(&["2027-03-29", "2027-03-30", "2027-03-31", "2027-04-03"]);
    // From April on: Tuesday, Thursday and Saturday, as in many libraries.
    let said = record.run("2027-04-03T13:00", &["workdays", "火", "木", "土", "--from", "2027-04-02"]);
    assert!(said.contains("2027年4月2日(金)から、勤務する曜日を 火・木・土"), "{said}");
    let told = record.told("2027-04-04T12:00");
    assert_eq!(told.day("2027-03-29"), "studied", "Mondays were worked then");
    assert_eq!(told.day("2027-04-01"), "put-aside");
    assert_eq!(told.day("2027-04-02"), "day-off off-pattern");
    assert_eq!(told.day("2027-04-03"), "studied", "Saturday is a working day now");
    assert_eq!(told.day("2027-04-04"), "day-off weekend");
}

#[test]
fn two_machines_make_one_streak_whichever_is_read_first() {
    let mut desk = Record::new(1);
    let mut window = Record::new(2);
    desk.study_on(&["2026-11-16", "2026-11-18", "2026-11-20"]);
    window.study_on(&["2026-11-17", "2026-11-19"]);
    window.run("2026-11-19T13:00", &["leave", "2026-11-24"]);
    assert_eq!(desk.told("2026-11-20T13:00").length(), 1);
    let (from_desk, from_window) = (desk.events(), window.events());
    desk.join(&from_window);
    window.join(&from_desk);
    let told = desk.told("2026-11-25T09:00");
    assert_eq!(told.0, window.told("2026-11-25T09:00").0);
    assert_eq!((told.length(), told.0["spare"].as_i64()), (5, Some(1)));
    assert_eq!(told.day("2026-11-23"), "day-off national-holiday");
    assert_eq!(told.day("2026-11-24"), "day-off leave");
}

#[test]
fn the_days_around_new_year_are_nobodys_fault() {
    let mut record = Record::new(1);
    record.study_on(&["2026-12-25", "2026-12-28", "2027-01-04"]);
    let told = record.told("2027-01-05T09:00");
    assert_eq!(told.length(), 3);
    for (day, why) in [
        ("2026-12-29", "day-off office-closed"),
        ("2027-01-01", "day-off national-holiday"),
        ("2027-01-02", "day-off weekend"),
    ] {
        assert_eq!(told.day(day), why);
    }
}

#[test]
fn a_week_of_holidays_is_told_by_their_names() {
    let mut record = Record::new(1);
    record.study_on(&["2026-09-18", "2026-09-24"]);
    let text = record.run("2026-09-24T13:00", &["streak", "--explain"]);
    for (day, name) in [("21日(月)", "敬老の日"), ("22日(火)", "国民の休日"), ("23日(水)", "秋分の日")]
    {
        assert!(text.lines().any(|line| line.contains(day) && line.contains(name)), "{day} {name}: {text}");
    }
    assert!(text.contains("続けて2日"), "{text}");
}

#[test]
fn a_day_whose_only_answer_was_taken_back_was_not_studied() {
    let mut record = Record::new(1);
    record.study_on(&["2026-11-16"]);
    let answer = record.answer("2026-11-17T12:00", TOKYO);
    assert_eq!(record.told("2026-11-17T13:00").length(), 2);
    record.undo("2026-11-17T12:01", answer);
    let told = record.told("2026-11-17T13:00");
    assert_eq!((told.length(), told.day("2026-11-17").as_str()), (1, "open"));
}

#[test]
fn leave_that_is_taken_back_is_a_working_day_again() {
    let mut record = Record::new(1);
    record.study_on(&["2026-11-16", "2026-11-19"]);
    record.run("2026-11-19T13:00", &["leave", "2026-11-17", "2026-11-18"]);
    assert_eq!(record.told("2026-11-19T13:00").length(), 2);
    record.run("2026-11-19T13:00", &["leave", "--cancel", "11/18"]);
    let told = record.told("2026-11-19T13:00");
    assert_eq!((told.day("2026-11-17").as_str(), told.day("2026-11-18").as_str()), ("day-off leave", "put-aside"));
    assert_eq!((told.length(), told.put_aside()), (1, Some(1)), "a close today brings it back");
}

#[test]
fn a_day_off_of_the_office_is_remembered_where_its_file_is_not_found() {
    let mut record = Record::new(1);
    record.study_on(&["2026-11-16", "2026-11-18"]);
    let office = record.file("office.toml", "format = 1\nclosed_days = [\"2026-11-17\"]\n");
    let office = office.to_str().unwrap();
    assert_eq!(record.told("2026-11-18T13:00").length(), 1);
    record.run("2026-11-16T13:00", &["--office", office, "status"]);
    let told = record.told("2026-11-18T13:00");
    assert_eq!((told.length(), told.day("2026-11-17").as_str()), (2, "day-off office-own"));
    let events = record.events().len();
    record.run("2026-11-18T13:00", &["--office", office, "status"]);
    assert_eq!(record.events().len(), events, "a list that says nothing new is not kept again");
}
