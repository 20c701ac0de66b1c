//! Why sections won or lost, as a value, for whoever tends the knowledge.

use serde::Serialize;

use super::rank::Factor;
use crate::knowledge::PassageId;
use crate::question::{Addition, Intent, Language};
use crate::search::HitExplanation;

/// Why a section won or lost.
#[derive(Debug, Clone, Serialize)]
pub struct Explanation {
    /// The question as it was read.
    pub normalized: String,
    /// The language found.
    pub language: Language,
    /// The words searched for.
    pub words: Vec<String>,
    /// Words added, and why.
    pub additions: Vec<Addition>,
    /// Sections named.
    pub references: Vec<PassageId>,
    /// Documents named.
    pub documents: Vec<String>,
    /// What the person wants.
    pub intent: Intent,
    /// Least coverage for an answer.
    pub floor: f32,
    /// The best passages.
    pub passages: Vec<ExplainedPassage>,
}

/// One passage in an explanation.
#[derive(Debug, Clone, Serialize)]
pub struct ExplainedPassage {
    /// The passage.
    pub id: PassageId,
    /// The score that ranks it.
    pub score: f32,
    /// Factors on the hit's score.
    pub factors: Vec<(Factor, f32)>,
    /// What its best single question gave.
    pub question_score: f32,
    /// What its likeness to its questions gave.
    pub likeness_score: f32,
    /// Share of the question's information that it covers.
    pub coverage: f32,
    /// Scores of the fields, and the terms.
    pub hit: HitExplanation,
}
