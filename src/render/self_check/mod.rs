//! The result of a self-check in one language. `sheet` has every line with its words and sources; text, picture and
//! paper are laid out from it.

mod chart;
mod paper;
mod sheet;
mod text;

pub use chart::check_chart;
pub use paper::check_paper;
pub use sheet::{CheckAdvice, CheckPartRow, CheckRow, CheckSheet, DatedAnswers};
pub use text::self_check_text;
