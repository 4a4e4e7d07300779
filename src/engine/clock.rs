//! The only reader of the clock. With `--now` it starts at a given moment and then runs, so that any day can be
//! replayed; everything else takes the moments that come from here.
#![allow(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]

use std::time::Instant;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::domain::day::Day;
use crate::domain::moment::Moment;

/// The machine's clock, or one that was set.
#[derive(Clone, Debug)]
pub struct Clock {
    set: Option<(Zoned, Instant)>,
}

/// `--now` could not be read.
#[derive(Debug, thiserror::Error)]
#[error("not a time: {0}")]
pub struct InvalidTime(pub String);

impl Clock {
    pub fn system() -> Clock {
        Clock { set: None }
    }

    /// A clock that starts now at `text`: `2026-11-20`, `2026-11-20T12:41`, or with an offset or zone
    /// (`2026-11-20T12:41+09:00`, `…[Asia/Tokyo]`). Without a zone it is the machine's.
    pub fn set_to(text: &str) -> Result<Clock, InvalidTime> {
        let text = text.trim();
        let invalid = || InvalidTime(text.to_owned());
        let zone = TimeZone::system();
        let start = if let Ok(zoned) = text.parse::<Zoned>() {
            zoned
        } else if let Ok(timestamp) = text.parse::<Timestamp>() {
            timestamp.to_zoned(offset_of(text).map_or(zone, TimeZone::fixed))
        } else if let Some(civil) = civil(text) {
            civil.to_zoned(zone).map_err(|_| invalid())?
        } else {
            return Err(invalid());
        };
        Ok(Clock { set: Some((start, Instant::now())) })
    }

    /// Whether `--now` set it.
    pub fn is_set(&self) -> bool {
        self.set.is_some()
    }

    pub fn now(&self) -> Moment {
        let zoned = match &self.set {
            None => Zoned::now(),
            Some((start, since)) => {
                start.saturating_add(jiff::SignedDuration::try_from(since.elapsed()).unwrap_or_default())
            }
        };
        moment(&zoned)
    }
}

fn civil(text: &str) -> Option<DateTime> {
    // A date alone means nine in the morning, when a desk opens.
    let is_date_alone = !text.contains(['T', 't', ' ', ':']);
    match is_date_alone {
        true => text.parse::<Date>().ok().map(|date| date.at(9, 0, 0, 0)),
        false => text.parse::<DateTime>().ok(),
    }
}

/// The offset that stands at the end of an RFC 3339 time.
fn offset_of(text: &str) -> Option<jiff::tz::Offset> {
    let place = text.rfind(['+', '-']).filter(|place| *place > 10)?;
    let sign = if text[place..].starts_with('-') { -1 } else { 1 };
    let (hours, minutes) = text[place + 1..].split_once(':').unwrap_or((&text[place + 1..], "0"));
    let seconds = hours.parse::<i32>().ok()? * 3600 + minutes.parse::<i32>().ok()? * 60;
    jiff::tz::Offset::from_seconds(sign * seconds).ok()
}

fn moment(zoned: &Zoned) -> Moment {
    let civil = zoned.datetime();
    Moment {
        utc_ms: zoned.timestamp().as_millisecond(),
        offset_minutes: zoned.offset().seconds() / 60,
        zone: zoned.time_zone().iana_name().map(str::to_owned),
        day: Day::from_date(civil.date()),
        minute_of_day: u16::try_from(i32::from(civil.hour()) * 60 + i32::from(civil.minute()))
            .expect("a day has 1440 minutes"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_clock_starts_there_and_keeps_its_offset() {
        let moment = Clock::set_to("2026-11-20T23:30+09:00").unwrap().now();
        assert_eq!((moment.day.iso().as_str(), moment.offset_minutes, moment.minute_of_day), ("2026-11-20", 540, 1410));
        let tokyo = Clock::set_to("2026-11-20T08:00[Asia/Tokyo]").unwrap().now();
        assert_eq!(tokyo.zone.as_deref(), Some("Asia/Tokyo"));
        assert_eq!(Clock::set_to("2026-11-20").unwrap().now().minute_of_day, 540);
        assert_eq!(Clock::set_to("2026-12-02T08:30").unwrap().now().minute_of_day, 510);
        assert!(Clock::set_to("tomorrow").is_err());
    }
}
