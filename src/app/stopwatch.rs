//! Time on a step: the clock stops when nobody is there, and whoever comes back is told.

use crate::app::model::Surface;

/// Adds up the time between signs of presence, each gap cut at the idle limit.
#[derive(Clone, Debug, PartialEq)]
pub struct Stopwatch {
    last_ms: i64,
    active_ms: u64,
    idle_limit_ms: u64,
}

impl Stopwatch {
    /// The idle limit is the larger of 40 s and twice the expected time; with lines, of 180 s and four times.
    pub fn start(now_ms: i64, expected_seconds: f64, surface: Surface) -> Stopwatch {
        let (least_seconds, times) = match surface {
            Surface::Screens => (40.0, 2.0),
            Surface::Lines => (180.0, 4.0),
        };
        let idle_limit_ms = (expected_seconds * times).max(least_seconds) * 1000.0;
        Stopwatch { last_ms: now_ms, active_ms: 0, idle_limit_ms: idle_limit_ms as u64 }
    }

    /// Somebody is there at `now_ms`. A clock set back adds nothing. True when the clock had been stopped until now.
    pub fn tick(&mut self, now_ms: i64) -> bool {
        let gap_ms = u64::try_from(now_ms - self.last_ms).unwrap_or(0);
        self.active_ms += gap_ms.min(self.idle_limit_ms);
        self.last_ms = now_ms;
        gap_ms > self.idle_limit_ms
    }

    /// Time away is not counted at all.
    pub fn resume(&mut self, now_ms: i64) {
        self.last_ms = now_ms;
    }

    pub fn active_ms(&self) -> u64 {
        self.active_ms
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_call_counts_as_the_idle_limit_and_a_clock_set_back_as_nothing() {
        let mut watch = Stopwatch::start(0, 10.0, Surface::Screens);
        assert!(!watch.tick(5_000));
        assert!(!watch.tick(45_000));
        assert!(watch.tick(605_000));
        assert_eq!(watch.active_ms(), 85_000);
        assert!(!watch.tick(1_000));
        assert_eq!(watch.active_ms(), 85_000);
        let mut slow = Stopwatch::start(0, 60.0, Surface::Lines);
        assert!(slow.tick(1_000_000));
        assert_eq!(slow.active_ms(), 240_000);
    }
}
