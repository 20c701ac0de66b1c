//! When the monthly notes are sent: `1 10:00-18:00` is from the 1st on, in these hours of the day in Japan.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// From which day of a month on notes are sent, and in which hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct NoteTime {
    /// 1 to 28, so that every month has it.
    day: i8,
    /// Minute of the day, 0 to 1439.
    from: u16,
    /// Minute of the day, after the first, to 1440.
    until: u16,
}

impl NoteTime {
    /// From the 1st on, from ten to six.
    pub(super) const DEFAULT: Self = Self {
        day: 1,
        from: 10 * 60,
        until: 18 * 60,
    };

    /// Whether notes are sent at a moment in Japan.
    pub fn is_open(self, now: DateTime) -> bool {
        now.day() >= self.day && (self.from..self.until).contains(&minute(now))
    }

    /// The next moment in Japan from which notes are sent, after this one.
    pub fn next_opening(self, now: DateTime) -> DateTime {
        let date = match minute(now) < self.from {
            true => now.date(),
            false => now.date().tomorrow().unwrap_or(now.date()),
        };
        // Before the day of the month, it is on that day of the same month.
        let date = match date.day() < self.day {
            true => date.with().day(self.day).build().unwrap_or(date),
            false => date,
        };
        let (hour, minute) = hour_and_minute(self.from);
        date.at(hour, minute, 0, 0)
    }

    /// The day of the month from which on notes are sent.
    pub fn day(self) -> i8 {
        self.day
    }
}

fn minute(now: DateTime) -> u16 {
    u16::from(now.hour().cast_unsigned()) * 60 + u16::from(now.minute().cast_unsigned())
}

fn hour_and_minute(minute: u16) -> (i8, i8) {
    let part = |number: u16| i8::try_from(number).unwrap_or_default();
    (part(minute / 60), part(minute % 60))
}

impl TryFrom<String> for NoteTime {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        parse(&text).ok_or("expected a day from 1 to 28 and hours, such as \"1 10:00-18:00\"")
    }
}

fn parse(text: &str) -> Option<NoteTime> {
    let (day, hours) = text.split_once(' ')?;
    let (from, until) = hours.split_once('-')?;
    let time = NoteTime {
        day: day.parse().ok()?,
        from: parse_minute(from)?,
        until: parse_minute(until)?,
    };
    ((1..=28).contains(&time.day) && time.from < time.until).then_some(time)
}

fn parse_minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let of_day = hour.checked_mul(60)?.checked_add(minute)?;
    (minute < 60 && of_day <= 24 * 60).then_some(of_day)
}

impl From<NoteTime> for String {
    fn from(time: NoteTime) -> Self {
        let shown = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        format!("{} {}-{}", time.day, shown(time.from), shown(time.until))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

    use jiff::civil::DateTime;

    use super::{NoteTime, parse};

    fn at(text: &str) -> DateTime {
        text.parse().unwrap()
    }

    #[test]
    fn notes_are_sent_in_the_hours_from_the_day_on() {
        let time = parse("5 10:00-18:00").unwrap();
        for (now, expected) in [
            ("2026-12-04T12:00", false),
            ("2026-12-05T09:59", false),
            ("2026-12-05T10:00", true),
            ("2026-12-31T17:59", true),
            ("2026-12-31T18:00", false),
        ] {
            assert_eq!(time.is_open(at(now)), expected, "{now}");
        }
        assert!(
            parse("1 00:00-24:00")
                .unwrap()
                .is_open(at("2026-12-01T23:59"))
        );
    }

    #[test]
    fn the_next_opening_is_the_first_after_the_moment() {
        let time = parse("5 10:00-18:00").unwrap();
        for (now, expected) in [
            ("2026-12-01T12:00", "2026-12-05T10:00"),
            ("2026-12-05T09:00", "2026-12-05T10:00"),
            ("2026-12-05T10:00", "2026-12-06T10:00"),
            ("2026-12-31T20:00", "2027-01-05T10:00"),
        ] {
            assert_eq!(time.next_opening(at(now)), at(expected), "{now}");
        }
    }

    #[test]
    fn a_time_is_read_as_it_is_written() {
        for text in ["1 10:00-18:00", "28 00:00-24:00"] {
            assert_eq!(String::from(parse(text).unwrap()), text);
        }
        for text in [
            "",
            "1",
            "0 10:00-18:00",
            "29 10:00-18:00",
            "1 18:00-10:00",
            "1 10:00-24:01",
            "1 10:60-12:00",
        ] {
            assert!(NoteTime::try_from(text.to_owned()).is_err(), "{text}");
        }
    }
}
