//! Questions and judgements in, measures out. Uses the same `Adviser` and index as every face.
//!
//! `question_set` (questions with expected sections) → `measures` → `report`; `collection` measures the
//! bare search on any document collection with relevance judgements.

mod collection;
mod floors;
mod measures;
mod question_set;
mod report;
mod text;

pub use collection::{CollectionError, CollectionReport, Judgements, evaluate_collection};
pub use floors::Floors;
pub use measures::{Measures, Outcomes};
pub use question_set::{
    Expectation, ExpectedSection, QuestionSetError, TestQuestion, read_questions,
};
pub use report::{Group, QuestionResult, Report, StepFigures, evaluate_questions};
pub use text::report_text;
