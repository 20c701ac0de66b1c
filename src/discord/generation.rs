//! Generations as people see them: their names, numbers and moments.

use jiff::Timestamp;

use super::app::japan_time;
use crate::search::Stamp;
use crate::wording::Wording;

/// The number of a generation: 12 of `g000012`.
pub fn number(name: &str) -> Option<u64> {
    name.strip_prefix('g')?.parse().ok()
}

/// The name of a generation: `g000012` of 12.
pub fn name(number: u64) -> String {
    format!("g{number:06}")
}

/// When it was built, in Japan.
pub fn built(stamp: &Stamp, wording: &Wording) -> String {
    match stamp.built.parse() {
        Ok(at) => moment(at, wording),
        Err(_) => stamp.built.clone(),
    }
}

/// A moment in Japan.
pub fn moment(at: Timestamp, wording: &Wording) -> String {
    (wording.admin.moment)(&minute(at))
}

/// The same without a word about the time zone, for lists.
pub fn minute(at: Timestamp) -> String {
    japan_time(at).strftime("%Y-%m-%d %H:%M").to_string()
}
