//! Test questions, one JSON object a line.

use serde::{Deserialize, Serialize};

use crate::knowledge::PassageId;
use crate::text;

/// One test question.
#[derive(Debug, Clone, Deserialize)]
pub struct TestQuestion {
    /// Its id.
    pub id: String,
    /// `ja` or `en`.
    pub lang: String,
    /// The words.
    pub text: String,
    /// What it tests.
    pub slice: String,
    /// What should happen.
    pub expect: Expectation,
    /// The sections that answer it.
    #[serde(default)]
    pub sections: Vec<ExpectedSection>,
    /// Regular expressions that the passages must satisfy.
    #[serde(default)]
    pub facts: Vec<String>,
}

/// What should happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Expectation {
    /// It is answered.
    Answer,
    /// The incident door opens.
    Incident,
    /// It is not answered.
    Abstain,
}

/// One section that answers a question.
#[derive(Debug, Clone, Deserialize)]
pub struct ExpectedSection {
    /// The document.
    pub doc: String,
    /// The section.
    pub section: String,
    /// 2: answers it; 1: helps.
    pub grade: u8,
}

impl ExpectedSection {
    /// The section's id in comparable form.
    pub fn id(&self) -> PassageId {
        PassageId {
            document: self.doc.clone(),
            passage: text::heading_id(&self.section),
        }
    }
}

/// A line that is no question.
#[derive(Debug, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct QuestionSetError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

/// Reads questions, one JSON object a line; empty lines are skipped.
///
/// # Errors
/// When a line is no question; the first such line is named.
pub fn read_questions(text: &str) -> Result<Vec<TestQuestion>, QuestionSetError> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| {
            serde_json::from_str(line).map_err(|error| QuestionSetError {
                line: index + 1,
                message: error.to_string(),
            })
        })
        .collect()
}
