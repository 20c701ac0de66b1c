//! After something happened: counted deadlines with the rule beside each date, and the record as a paper.

mod deadlines;
mod record;

pub use deadlines::{DeadlineSheet, DueRow, deadlines_text};
pub use record::record_paper;
