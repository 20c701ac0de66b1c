//! A plan in one language. `sheet` has every line with its words and sources; text and tables are laid out from it.

mod paper;
mod sheet;
mod text;

pub use paper::plan_paper;
pub use sheet::{PlanRow, PlanSheet, SheetPart, because_words};
pub use text::{explanation, plan_text, why_left_out};
