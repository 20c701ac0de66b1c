//! The line of a batch: a fixed form that other programs read.

use serde::Serialize;

use crate::answer::{Answer, Level, NextStep, Outcome, WindowNow};
use crate::knowledge::{Document, Found, PassageId};

/// One line of `sonae ask --batch`.
#[derive(Debug, Serialize)]
pub struct BatchAnswer<'a> {
    /// The question's id.
    pub id: &'a serde_json::Value,
    /// What kind of answer it is.
    pub outcome: Outcome,
    /// 0 to 1.
    pub confidence: f32,
    /// In words.
    pub level: Level,
    /// The ranked sections, up to ten, whatever the outcome.
    pub sections: Vec<BatchSection>,
    /// The next steps.
    pub next_steps: &'a [NextStep],
    /// The windows named.
    pub windows: Vec<&'a WindowNow>,
    /// The first actions of an incident.
    pub first_actions: Vec<&'a str>,
    /// The quotes shown.
    pub quotes: Vec<BatchQuote<'a>>,
    /// Time taken, milliseconds.
    pub ms: f64,
}

/// One section of the ranking.
#[derive(Debug, Serialize)]
pub struct BatchSection {
    /// The document.
    pub doc: String,
    /// The section.
    pub section: String,
    /// Document title, headings and body of the best passage.
    pub text: String,
}

/// One quote.
#[derive(Debug, Serialize)]
pub struct BatchQuote<'a> {
    /// The document.
    pub doc: &'a str,
    /// The passage.
    pub section: &'a str,
    /// Word for word.
    pub quote: &'a str,
    /// Official address.
    pub url: &'a str,
}

/// The line of one answer. `find` leads from an id to the passage.
pub fn batch_line<'a, 'k>(
    id: &'a serde_json::Value,
    answer: &'a Answer,
    find: impl Fn(&PassageId) -> Option<Found<'k>>,
    ms: f64,
) -> BatchAnswer<'a> {
    let sections = answer
        .ranked
        .iter()
        .filter_map(&find)
        .map(|found| BatchSection {
            doc: found.document.id.clone(),
            section: found.passage.section.clone(),
            text: found.full_text(),
        })
        .collect();
    let windows = match (&answer.incident, &answer.abstention) {
        (Some(plan), _) => plan.windows.iter().collect(),
        (None, Some(abstention)) => abstention.window.iter().collect(),
        (None, None) => Vec::new(),
    };
    let first_actions = answer
        .incident
        .iter()
        .flat_map(|plan| plan.first.iter().map(|line| line.text.as_str()))
        .collect();
    BatchAnswer {
        id,
        outcome: answer.outcome,
        confidence: answer.confidence.value,
        level: answer.confidence.level,
        sections,
        next_steps: &answer.next_steps,
        windows,
        first_actions,
        quotes: answer
            .citations
            .iter()
            .map(|citation| BatchQuote {
                doc: &citation.id.document,
                section: &citation.id.passage,
                quote: &citation.quote,
                url: &citation.url,
            })
            .collect(),
        ms,
    }
}

/// The list of documents: what is known of each, and its sections, without the texts.
pub fn document_json(documents: &[Document]) -> serde_json::Value {
    documents
        .iter()
        .map(|document| {
            let sections: Vec<&str> = document
                .sections()
                .map(|section| section.id.as_str())
                .collect();
            serde_json::json!({
                "id": document.id,
                "title": document.title,
                "title_en": document.title_en,
                "edition": document.edition,
                "status": document.status,
                "url": document.url,
                "checked": document.checked,
                "sections": sections,
            })
        })
        .collect()
}
