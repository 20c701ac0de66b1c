//! Public holidays and the year-end closure of offices: when a window is not answered.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::problem::Problem;
use super::toml_file::TomlText;

/// The days on which offices are closed besides the weekend.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// Public holidays, dated.
    #[serde(default)]
    pub holiday: Vec<Holiday>,
    /// Closures that come every year.
    #[serde(default)]
    pub closure: Vec<Closure>,
}

/// One public holiday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// The day.
    #[serde(deserialize_with = "date")]
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

/// Reads a date: a TOML date in the files, text in a generation's snapshot.
pub(super) fn date<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    if !deserializer.is_human_readable() {
        return Date::deserialize(deserializer);
    }
    let written = toml::value::Datetime::deserialize(deserializer)?;
    written
        .to_string()
        .parse()
        .map_err(|_| serde::de::Error::custom("expected a date such as 2026-11-23, without quotes"))
}

pub(super) fn parse(file: &TomlText<'_>) -> Result<Calendar, Problem> {
    file.parse()
}
