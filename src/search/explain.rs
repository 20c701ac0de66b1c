//! Why a passage won or lost: the score of each field, which terms it has, which it lacks.

use serde::Serialize;

use super::build::SearchIndex;
use super::retrieve::Weights;
use crate::question::{Query, QueryTerm};

/// The score of one field of one passage.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FieldScore {
    /// `heading`, `body` or `asked`.
    pub field: &'static str,
    /// Its weighted BM25 score.
    pub score: f32,
}

/// One term of the query in one passage.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TermMatch {
    /// The term.
    pub term: String,
    /// How much it tells passages apart: its inverse document frequency times its weight.
    pub information: f32,
    /// Whether the passage has it in any field.
    pub is_found: bool,
}

/// Why one passage got its score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HitExplanation {
    /// Score by field.
    pub fields: Vec<FieldScore>,
    /// The query's terms, found or not.
    pub terms: Vec<TermMatch>,
}

impl SearchIndex {
    /// Returns the share of the query's information that a passage covers, 0 to 1.
    ///
    /// # Errors
    /// When tantivy cannot read its own index.
    pub fn coverage(&self, query: &Query, passage: usize) -> tantivy::Result<f32> {
        let terms = self.term_matches(query, passage)?;
        let all: f32 = terms.iter().map(|term| term.information).sum();
        let found: f32 = terms
            .iter()
            .filter(|term| term.is_found)
            .map(|term| term.information)
            .sum();
        Ok(if all > 0.0 {
            (found / all).max(0.0)
        } else {
            0.0
        })
    }

    /// Explains the score of one passage.
    ///
    /// # Errors
    /// When tantivy cannot read its own index.
    pub fn explain(
        &self,
        query: &Query,
        weights: &Weights,
        passage: usize,
    ) -> tantivy::Result<HitExplanation> {
        let place = self
            .passages
            .numbers
            .iter()
            .position(|number| *number == passage);
        let mut fields = Vec::new();
        for (field, scorer, weight) in self.passages.scorers.weighted(weights) {
            let mut scores = vec![0.0; self.passages.numbers.len()];
            scorer.add(
                query,
                weight,
                weights.grams,
                weights.other_language,
                &mut scores,
            )?;
            let score = place
                .and_then(|place| scores.get(place).copied())
                .unwrap_or(0.0);
            fields.push(FieldScore { field, score });
        }
        Ok(HitExplanation {
            fields,
            terms: self.term_matches(query, passage)?,
        })
    }

    fn term_matches(&self, query: &Query, passage: usize) -> tantivy::Result<Vec<TermMatch>> {
        let scorers = &self.passages.scorers;
        let fields = [&scorers.heading, &scorers.body, &scorers.asked];
        let terms: &[QueryTerm] = query.written_in.pick(&query.words, &query.english);
        let place = self
            .passages
            .numbers
            .iter()
            .position(|number| *number == passage);
        let documents = self.passages.numbers.len() as f32;
        terms
            .iter()
            .map(|term| {
                let mut frequency = 0;
                let mut is_found = false;
                for field in fields {
                    frequency = frequency.max(field.frequency(query.written_in, &term.text)?);
                    if let (false, Some(place)) = (is_found, place) {
                        is_found = field.has_term(query.written_in, &term.text, place)?;
                    }
                }
                let frequency = frequency as f32;
                let rarity = (1.0 + (documents - frequency + 0.5) / (frequency + 0.5)).ln();
                Ok(TermMatch {
                    term: term.text.clone(),
                    information: rarity * term.weight,
                    is_found,
                })
            })
            .collect()
    }
}
