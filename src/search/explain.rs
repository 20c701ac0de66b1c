//! Why a passage won or lost: the score of each field, which terms it has, which it lacks.

use serde::Serialize;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, DocSet, Searcher, TERMINATED, Term};

use super::build::SearchIndex;
use super::retrieve::{Weights, any_of, field_queries};
use crate::question::{Language, Query, QueryTerm};

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
        Ok(if all > 0.0 { found / all } else { 0.0 })
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
        let searcher = self.passages.reader.searcher();
        let fields = &self.passages.fields;
        let mut scores = Vec::new();
        for (field, text_fields, weight) in [
            ("heading", fields.heading, weights.heading),
            ("body", fields.body, weights.body),
            ("asked", fields.asked, weights.asked),
        ] {
            let field_query = any_of(field_queries(text_fields, query, weights, weight));
            // tantivy refuses to explain a document that does not match at all.
            let score = address_of(&searcher, passage)
                .and_then(|address| {
                    tantivy::query::Query::explain(&field_query, &searcher, address).ok()
                })
                .map_or(0.0, |explanation| explanation.value());
            scores.push(FieldScore { field, score });
        }
        Ok(HitExplanation {
            fields: scores,
            terms: self.term_matches(query, passage)?,
        })
    }

    fn term_matches(&self, query: &Query, passage: usize) -> tantivy::Result<Vec<TermMatch>> {
        let searcher = self.passages.reader.searcher();
        let fields = &self.passages.fields;
        let (terms, fields): (&[QueryTerm], [Field; 3]) = match query.language {
            Language::Ja => (
                &query.words,
                [fields.heading.words, fields.body.words, fields.asked.words],
            ),
            Language::En => (
                &query.english,
                [
                    fields.heading.english,
                    fields.body.english,
                    fields.asked.english,
                ],
            ),
        };
        let address = address_of(&searcher, passage);
        let documents = searcher.num_docs() as f32;
        terms
            .iter()
            .map(|term| {
                let mut frequency = 0;
                let mut is_found = false;
                for field in fields {
                    let term = Term::from_field_text(field, &term.text);
                    frequency = frequency.max(searcher.doc_freq(&term)?);
                    is_found |= match address {
                        Some(address) => has_term(&searcher, address, &term)?,
                        None => false,
                    };
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

/// Passages are added in order and never merged, so a passage's number leads to its place.
fn address_of(searcher: &Searcher, passage: usize) -> Option<DocAddress> {
    let mut first = 0;
    for (segment_ord, segment) in searcher.segment_readers().iter().enumerate() {
        let after = first + segment.max_doc() as usize;
        if passage < after {
            return Some(DocAddress::new(
                segment_ord as u32,
                (passage - first) as u32,
            ));
        }
        first = after;
    }
    None
}

fn has_term(searcher: &Searcher, address: DocAddress, term: &Term) -> tantivy::Result<bool> {
    let inverted_index = searcher
        .segment_reader(address.segment_ord)
        .inverted_index(term.field())?;
    let Some(mut postings) = inverted_index.read_postings(term, IndexRecordOption::Basic)? else {
        return Ok(false);
    };
    if postings.doc() == TERMINATED || postings.doc() > address.doc_id {
        return Ok(false);
    }
    Ok(postings.doc() == address.doc_id || postings.seek(address.doc_id) == address.doc_id)
}
