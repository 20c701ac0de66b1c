//! Drills in one language: what happens, how it went, and the report, on a screen or as a paper.
//!
//! `sheet` resolves; `text` and `paper` lay out.

mod paper;
mod sheet;
mod text;

pub use paper::drill_paper;
pub use sheet::{DrillRow, DrillSheet, InjectSheet, drill_title};
pub use text::{drill_list, drill_opening, inject_text, outcome_text, report_text};
