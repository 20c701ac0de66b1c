//! Public holidays and the year-end closure of offices: when a window is not answered.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize};
use toml::Spanned;

use super::findings::{DateKind, Findings};
use super::problem::Problem;
use super::toml_file::TomlText;

/// The days on which offices are closed besides the weekend.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// Public holidays, dated.
    pub holiday: Vec<Holiday>,
    /// Closures that come every year.
    pub closure: Vec<Closure>,
}

/// One public holiday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    /// The day.
    pub date: Date,
    /// Its name.
    pub name: String,
}

/// A closure from one day of the year to another, both included (`12-29` to `01-03`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closure {
    /// First day, `MM-DD`.
    pub from: String,
    /// Last day, `MM-DD`.
    pub to: String,
}

impl Calendar {
    /// Returns whether offices are closed on this day (weekends not counted).
    pub fn is_closed(&self, date: Date) -> bool {
        let day = format!("{:02}-{:02}", date.month(), date.day());
        let in_closure = |closure: &Closure| match closure.from <= closure.to {
            true => closure.from <= day && day <= closure.to,
            false => closure.from <= day || day <= closure.to,
        };
        self.holiday.iter().any(|holiday| holiday.date == date)
            || self.closure.iter().any(in_closure)
    }

    /// Returns the last day for which public holidays are known.
    pub fn known_until(&self) -> Option<Date> {
        let last = self.holiday.iter().map(|holiday| holiday.date).max()?;
        Date::new(last.year(), 12, 31).ok()
    }
}

/// A date as TOML writes it.
pub(super) struct TomlDate(pub Date);

impl<'de> Deserialize<'de> for TomlDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = toml::value::Datetime::deserialize(deserializer)?;
        written.to_string().parse().map(Self).map_err(|_| {
            serde::de::Error::custom("expected a date such as 2026-11-23, without quotes")
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    #[serde(default)]
    holiday: Vec<RawHoliday>,
    #[serde(default)]
    closure: Vec<Closure>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHoliday {
    date: Spanned<TomlDate>,
    name: String,
}

pub(super) fn parse(file: &TomlText<'_>) -> Result<(Calendar, Findings), Problem> {
    let raw: RawFile = file.parse()?;
    let mut findings = Findings::default();
    let mut calendar = Calendar {
        holiday: Vec::new(),
        closure: raw.closure,
    };
    for holiday in raw.holiday {
        let date = holiday.date.get_ref().0;
        findings.date(DateKind::Holiday, date, file.place(&holiday.date));
        calendar.holiday.push(Holiday {
            date,
            name: holiday.name,
        });
    }
    Ok((calendar, findings))
}
