//! Each figure by SQL over the facts themselves. What SQL cannot know is given to it as tables: the skill that each
//! lesson's file names, and the days off that `sukima calendar` tells. Due days are the record's own; how they come
//! about is held to a reference by other tests.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::Connection;
use serde_json::Value;

use crate::support::record;
use crate::support::talk::program;

pub struct Facts(Connection);

/// Facts that were not taken back, the parts that figures need in columns.
const VIEWS: &str = "
    create temp view standing as
      select * from event where kind <> 'answer_undone' and lower(hex(id)) not in
        (select replace(body ->> '$.target', '-', '') from event where kind = 'answer_undone');
    create temp table answer as
      select tick, device, seq, day, body ->> '$.lesson' as lesson, body ->> '$.question' as question,
             body ->> '$.verdict' = 'right' as is_right, body ->> '$.ms' as ms
      from standing where kind = 'question_answered';
    create temp table gap as
      select *, day - max(day) over (partition by lesson, question order by tick, device, seq
                                     rows between unbounded preceding and 1 preceding) as gap
      from answer;
    create index temp.gap_by_question on gap (lesson, question);
    create temp view held as
      select lesson, question,
             exists (select 1 from gap as late
                     where late.lesson = gap.lesson and late.question = gap.question and late.is_right and late.gap >= 14
                       and not exists (select 1 from gap as slip
                                       where slip.lesson = gap.lesson and slip.question = gap.question
                                         and not slip.is_right and slip.tick >= late.tick)) as is_held,
             max(not is_right) as was_wrong
      from gap group by lesson, question;
    create temp view last_outcome as
      select body ->> '$.promise' as promise, body ->> '$.outcome' as outcome, max(tick)
      from standing where kind = 'promise_asked' group by 1;
    create temp view tried as
      select distinct body ->> '$.lesson' as lesson from standing, last_outcome
      where kind = 'promise_made' and body ->> '$.promise' = promise and outcome = 'kept';
    create temp view begun as
      select body ->> '$.lesson' as lesson from standing where kind = 'lesson_read'
      union select lesson from answer union select lesson from tried;
    create temp view study_day as
      select distinct day from standing where kind in ('question_answered', 'lesson_read');
    create temp table skill (lesson text primary key, skill text);
    create temp table off (day integer primary key);
";

impl Facts {
    pub fn of(data: &Path, now: &str) -> Facts {
        let connection = Connection::open(record(data)).unwrap();
        connection.execute_batch(VIEWS).unwrap();
        for (lesson, skill) in skills(Path::new("lessons/ja")) {
            connection.execute("insert into skill values (?1, ?2)", [lesson, skill]).unwrap();
        }
        for year in ["2026", "2027"] {
            let told = program(data, &["--now", now, "calendar", year, "--json"]).output().unwrap();
            let told: Value = serde_json::from_slice(&told.stdout).unwrap();
            for off in told["days"].as_array().unwrap().iter().filter(|day| day["kind"] != "workday") {
                let iso = off["date"].as_str().unwrap();
                connection.execute("insert into off values (unixepoch(?1) / 86400)", [iso]).unwrap();
            }
        }
        Facts(connection)
    }

    pub fn number(&self, sql: &str) -> i64 {
        self.0.query_row(sql, [], |row| row.get(0)).unwrap_or_else(|error| panic!("{sql}: {error}"))
    }

    /// Two columns: what, and how many.
    pub fn by_key(&self, sql: &str) -> BTreeMap<String, i64> {
        let mut statement = self.0.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        rows.map(|row| row.unwrap_or_else(|error| panic!("{sql}: {error}"))).collect()
    }
}

/// `id` and `skill` as the front matter of each file has them.
fn skills(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(skills(&path));
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let of = |key: &str| text.lines().find_map(|line| line.strip_prefix(key).map(|value| value.trim().to_owned()));
        found.extend(of("id:").zip(of("skill:")));
    }
    found
}
