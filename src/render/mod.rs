//! Answers and knowledge → text for a terminal, or JSON. Pure: no printing, no clock.

mod company;
mod drill;
mod explanation;
mod json;
mod lookup;
pub mod paper;
mod plan;
mod self_check;
mod source;
mod text;

pub use company::company_line;
pub use drill::{
    DrillRow, DrillSheet, InjectSheet, drill_list, drill_opening, drill_paper, drill_title,
    inject_text, outcome_text, report_text,
};
pub use explanation::explanation_text;
pub use json::{BatchAnswer, BatchQuote, BatchSection, batch_line, document_json};
pub use lookup::{document_list, passage_page, section_list, term_entry, window_list};
pub use plan::{
    PlanRow, PlanSheet, SheetPart, because_words, explanation as plan_explanation, plan_paper,
    plan_text,
};
pub use self_check::self_check_text;
pub use source::Source;
pub use text::{Painter, answer_text, chosen_for};
