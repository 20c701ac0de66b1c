//! After something happened: deadlines counted from a day, and the record of what was done. Pure: no clock, no store;
//! nobody is named.

mod day;
mod due;
mod record;

pub use day::day;
pub use due::{Due, dues};
pub use record::{DoneStep, Record};
