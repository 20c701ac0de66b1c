//! Answers and knowledge → text for a terminal, or JSON. Pure: no printing, no clock.

mod explanation;
mod json;
mod lookup;
mod text;

pub use explanation::explanation_text;
pub use json::{BatchAnswer, BatchQuote, BatchSection, batch_line, document_json};
pub use lookup::{document_list, passage_page, section_list, term_entry, window_list};
pub use text::{Painter, answer_text};
