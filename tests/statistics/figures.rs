//! What is told is what SQL counts: in JSON, in the table and in sentences.

use std::collections::BTreeMap;

use rstest::rstest;
use serde_json::Value;

use crate::statistics::career::{Career, NOW, TODAY};
use crate::statistics::sql::Facts;
use crate::support::talk::program;

/// What the table must hold for a year from `from` to `to`, counted by SQL: figure and key, then the value.
pub fn expected(facts: &Facts, year: &str, from: &str, to: &str) -> BTreeMap<(String, String), i64> {
    let mut figures = BTreeMap::new();
    let mut put = |figure: &str, found: BTreeMap<String, i64>| {
        figures.extend(found.into_iter().map(|(key, value)| ((figure.to_owned(), key), value)));
    };
    let iso = "date(day * 86400, 'unixepoch')";
    let month = "strftime('%Y-%m', day * 86400, 'unixepoch')";
    let in_year = format!("{iso} between '{from}' and min('{to}', '{TODAY}')");
    put("day-studied", facts.by_key(&format!("select {iso}, 1 from study_day where {in_year}")));
    put("day-answers", facts.by_key(&format!("select {iso}, count(*) from answer where {in_year} group by 1")));
    put("month-studied", facts.by_key(&format!("select {month}, count(*) from study_day where {in_year} group by 1")));
    let one = |key: &str, sql: &str| BTreeMap::from([(key.to_owned(), facts.number(sql))]);
    put("year-days-studied", one(year, &format!("select count(*) from study_day where {in_year}")));
    put("year-answers", one(year, &format!("select count(*) from answer where {in_year}")));
    put("year-right", one(year, &format!("select coalesce(sum(is_right), 0) from answer where {in_year}")));
    put(
        "year-minutes",
        one(
            year,
            &format!(
                "select (coalesce(sum(body ->> '$.ms'), 0) + 59999) / 60000 from standing
                 where kind = 'step_finished' and {in_year}"
            ),
        ),
    );
    let late = format!("gap >= 14 and {iso} between date('{TODAY}', '-364 days') and '{TODAY}'");
    put("retention-answers", one(TODAY, &format!("select count(*) from gap where {late}")));
    put("retention-right", one(TODAY, &format!("select sum(is_right) from gap where {late}")));
    put("retention-percent", one(TODAY, &format!("select 100 * sum(is_right) / count(*) from gap where {late}")));
    put("retention-target-percent", one(TODAY, "select 90"));
    put(
        "week-minutes",
        facts.by_key(&format!(
            "with recursive week (first) as (select unixepoch('{TODAY}') / 86400 - 4 - 77
                                             union all select first + 7 from week where first < unixepoch('{TODAY}') / 86400 - 4)
             select date(first * 86400, 'unixepoch'),
                    (coalesce(sum(body ->> '$.ms'), 0) + 59999) / 60000
             from week left join standing on kind = 'step_finished' and day between first and first + 6
             group by first"
        )),
    );
    put("ahead-minutes", facts.by_key(&ahead()));
    for (figure, value) in [
        ("skill-lessons", "(select count(*) from begun left join skill using (lesson) where skill is which.skill)"),
        ("skill-questions", "(select count(*) from held left join skill using (lesson) where skill is which.skill)"),
        (
            "skill-understood",
            "(select coalesce(sum(is_held), 0) from held left join skill using (lesson) where skill is which.skill)",
        ),
        ("skill-tried", "(select count(*) from tried left join skill using (lesson) where skill is which.skill)"),
    ] {
        put(
            figure,
            facts.by_key(&format!(
                "with which (code, skill) as (values ('digital', 'digital'), ('data', 'data'), ('transform', 'transform'),
                                                     ('cocreate', 'cocreate'), ('none', null))
                 select code, {value} from which"
            )),
        );
    }
    put("set-right", one(TODAY, "select count(*) from held where is_held and was_wrong"));
    figures
}

/// Three minutes each working day, first what has waited longest; today less what was answered today.
fn ahead() -> String {
    format!(
        "with recursive
           today (day) as (select unixepoch('{TODAY}') / 86400),
           pace (ms) as (select (10 * 20000 + coalesce(sum(ms), 0)) / (10 + count(*)) + 5000 from answer, today
                         where answer.day between today.day - 83 and today.day),
           plan (day, room) as (
             select value + today.day,
                    case when value + today.day in (select day from off) then 0
                         when value = 0 then max(0, max(1, 180000 / ms)
                                                    - (select count(*) from answer where answer.day = today.day))
                         else max(1, 180000 / ms) end
             from generate_series, today, pace),
           run (day, asked, sum) as (
             select day - 1, 0, 0 from today
             union all
             select plan.day, min(room, (select count(*) from memory where due_day <= plan.day) - sum),
                    sum + min(room, (select count(*) from memory where due_day <= plan.day) - sum)
             from run join plan on plan.day = run.day + 1)
         select date((today.day + (run.day - today.day) / 7 * 7) * 86400, 'unixepoch'),
                (sum(asked) * ms + 59999) / 60000
         from run, today, pace where run.day >= today.day group by 1"
    )
    .replace("from generate_series", "from (with recursive n (value) as (select 0 union all select value + 1 from n where value < 27) select value from n)")
}

fn printed(career: &Career, words: &[&str]) -> String {
    let all = [&["--lang", "ja", "--now", NOW, "stats"], words].concat();
    let output = program(career.data(), &all).output().unwrap();
    assert!(output.status.success(), "{words:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Rows of the table.
fn table(csv: &str) -> BTreeMap<(String, String), i64> {
    let lines = csv.strip_prefix("\u{feff}figure,key,value,label\r\n").unwrap().split_terminator("\r\n");
    let cells = lines.map(|line| line.split(',').collect::<Vec<_>>());
    cells.map(|cells| ((cells[0].to_owned(), cells[1].to_owned()), cells[2].parse().unwrap())).collect()
}

#[rstest]
#[case::this_fiscal_year(&[], "fiscal-2026", "2026-04-01", "2027-03-31")]
#[case::the_fiscal_year_before(&["--year", "令和7年度"], "fiscal-2025", "2025-04-01", "2026-03-31")]
#[case::the_calendar_year(&["--calendar", "--year", "2026"], "calendar-2026", "2026-01-01", "2026-12-31")]
#[case::a_year_without_a_record(&["--year", "2024"], "fiscal-2024", "2024-04-01", "2025-03-31")]
fn every_figure_of_the_table_is_what_sql_counts(
    #[case] words: &[&str],
    #[case] year: &str,
    #[case] from: &str,
    #[case] to: &str,
) {
    let career = Career::new(3);
    let facts = Facts::of(career.data(), NOW);
    let mut told = table(&printed(&career, &[words, &["--csv"]].concat()));
    // Days without study follow from the streak, which tells them in its own words.
    let marks: Vec<_> = ["day-spare-used", "day-missed", "day-neutral", "day-open"].into();
    let months = ["month-spare-used", "month-missed"];
    let without_study = |figure: &str| marks.contains(&figure) || months.contains(&figure);
    let quiet: Vec<_> = told.keys().filter(|(figure, _)| without_study(figure)).cloned().collect();
    let quiet: BTreeMap<_, _> = quiet.into_iter().map(|key| (key.clone(), told.remove(&key).unwrap())).collect();
    // A month without study is told as 0.
    told.retain(|(figure, _), value| figure != "month-studied" || *value > 0);
    let wanted = expected(&facts, year, from, to);
    for (key, value) in &wanted {
        assert_eq!(told.get(key), Some(value), "{key:?}");
    }
    assert_eq!(told, wanted);
    assert_eq!(
        quiet_days(&career, from, to),
        quiet
            .into_iter()
            .filter(|((figure, _), _)| figure.starts_with("day"))
            .map(|((figure, day), _)| (day, figure))
            .collect()
    );
}

/// What `streak --explain` says of days without study, in the words of the table.
pub fn quiet_days(career: &Career, from: &str, to: &str) -> BTreeMap<String, String> {
    let words = ["--lang", "ja", "--now", NOW, "streak", "--explain", "--json"];
    let told: Value = serde_json::from_slice(&program(career.data(), &words).output().unwrap().stdout).unwrap();
    let days = told["days"].as_array().unwrap().iter();
    days.filter_map(|day| {
        let date = day["date"].as_str().unwrap();
        let mark = match day["effect"].as_str().unwrap() {
            "day-off" | "nothing-planned" | "nothing-to-study" => "day-neutral",
            "spare-used" => "day-spare-used",
            "put-aside" | "nothing" => "day-missed",
            "open" => "day-open",
            _ => return None,
        };
        (from <= date && date <= to).then(|| (date.to_owned(), mark.to_owned()))
    })
    .collect()
}

#[test]
fn json_and_the_table_tell_the_same_figures() {
    let career = Career::new(4);
    let text = printed(&career, &["--json"]);
    assert!(text.starts_with(r#"{"format":1,"#), "{}", &text[..40]);
    let json: Value = serde_json::from_str(&text).unwrap();
    let mut told: BTreeMap<(String, String), i64> = BTreeMap::new();
    let mut put = |figure: &str, key: &str, value: &Value| {
        if let Some(number) = value.as_i64() {
            told.insert((figure.to_owned(), key.to_owned()), number);
        }
    };
    let (year, retention) = (&json["year"], &json["retention"]);
    let key = format!("{}-{}", year["kind"].as_str().unwrap(), year["number"]);
    put("year-days-studied", &key, &year["days_studied"]);
    put("year-answers", &key, &year["answers"]);
    put("year-right", &key, &year["right"]);
    put("year-minutes", &key, &year["minutes"]);
    for day in json["days"].as_array().unwrap() {
        let date = day["date"].as_str().unwrap();
        put(&format!("day-{}", day["mark"].as_str().unwrap()), date, &1.into());
        if day["answers"] != 0 {
            put("day-answers", date, &day["answers"]);
        }
    }
    for month in json["months"].as_array().unwrap() {
        let key = month["month"].as_str().unwrap();
        put("month-studied", key, &month["studied"]);
        put("month-spare-used", key, &month["spare_used"]);
        put("month-missed", key, &month["missed"]);
    }
    put("retention-answers", TODAY, &retention["answers"]);
    put("retention-right", TODAY, &retention["right"]);
    put("retention-percent", TODAY, &retention["percent"]);
    put("retention-target-percent", TODAY, &retention["target_percent"]);
    for (figure, name) in [("ahead-minutes", "ahead"), ("week-minutes", "weeks")] {
        for week in json[name].as_array().unwrap() {
            put(figure, week["from"].as_str().unwrap(), &week["minutes"]);
        }
    }
    for skill in json["skills"].as_array().unwrap() {
        let key = skill["skill"].as_str().unwrap_or("none");
        put("skill-lessons", key, &skill["lessons"]);
        put("skill-questions", key, &skill["questions"]);
        put("skill-understood", key, &skill["understood"]);
        put("skill-tried", key, &skill["tried"]);
        assert!(skill["embedded"].is_null(), "nothing measures it yet");
    }
    put("set-right", TODAY, &json["set_right"]);
    assert_eq!(told, table(&printed(&career, &["--csv"])));
}
