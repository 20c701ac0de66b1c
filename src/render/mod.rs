//! Answers and knowledge → text for a terminal, JSON, papers, pictures. Pure: no printing, no clock.

mod company;
mod crosswalk;
mod drill;
mod explanation;
mod incident;
mod json;
mod lookup;
pub mod paper;
pub mod picture;
mod plan;
mod policy;
mod self_check;
mod source;
mod text;

pub use company::company_line;
pub use crosswalk::{
    AnswerRow, LinkRow, LinksSheet, QuestionnaireSheet, SchemeLinks, SchemeName, StandingRow,
    StandingSheet, links_paper, links_text, questionnaire_paper, scheme_list, scheme_list_text,
    standing_paper, standing_text,
};
pub use drill::{
    DrillRow, DrillSheet, InjectSheet, drill_list, drill_opening, drill_paper, drill_title,
    inject_text, outcome_text, report_text,
};
pub use explanation::explanation_text;
pub use incident::{DeadlineSheet, DueRow, deadlines_text, record_paper};
pub use json::{BatchAnswer, BatchQuote, BatchSection, batch_line, document_json};
pub use lookup::{document_list, passage_page, section_list, term_entry, window_list};
pub use plan::{
    PlanRow, PlanSheet, SheetPart, because_words, explanation as plan_explanation, plan_paper,
    plan_text, why_left_out,
};
pub use policy::{PolicyClause, PolicyPartSheet, PolicySheet, policy_paper};
pub use self_check::{
    CheckAdvice, CheckPartRow, CheckRow, CheckSheet, DatedAnswers, check_chart, check_paper,
    self_check_text,
};
pub use source::Source;
pub use text::{Painter, answer_text, chosen_for};
