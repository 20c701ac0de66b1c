//! Reads moments, days and languages back out of their columns.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::question::Language;

/// The moment of a column in milliseconds.
pub(super) fn moment(milliseconds: i64) -> Result<Timestamp, sqlx::Error> {
    Timestamp::from_millisecond(milliseconds).map_err(|error| sqlx::Error::Decode(error.into()))
}

/// The day of a column `YYYY-MM-DD`.
pub(super) fn day(text: &str) -> Result<Date, sqlx::Error> {
    text.parse()
        .map_err(|error: jiff::Error| sqlx::Error::Decode(error.into()))
}

/// The language of a code; one that is not known any more is none.
pub(super) fn language(code: &str) -> Option<Language> {
    [Language::Ja, Language::En]
        .into_iter()
        .find(|language| language.code() == code)
}
