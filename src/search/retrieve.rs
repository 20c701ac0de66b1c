//! Query → hits: the scores of all fields, weighted and added; no fusion by rank (it lost .05 nDCG).

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query as TantivyQuery, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, Searcher, Term};

use super::build::SearchIndex;
use super::schema::TextFields;
use crate::question::{Language, Query, QueryTerm};

/// How much the score of each field counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Weights {
    /// Titles and breadcrumbs.
    pub heading: f32,
    /// The text.
    pub body: f32,
    /// All questions of a passage together.
    pub asked: f32,
    /// The best single question of a passage.
    pub best_question: f32,
    /// Character n-grams, relative to words.
    pub grams: f32,
    /// Fields of the other language, relative to the question's own.
    pub other_language: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            heading: 0.8,
            body: 0.6,
            asked: 0.8,
            best_question: 1.0,
            grams: 0.4,
            other_language: 0.3,
        }
    }
}

/// A passage found, with its scores (BM25, weighted; not comparable across questions).
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Number of the passage, in reading order of the knowledge.
    pub passage: usize,
    /// The whole score.
    pub score: f32,
    /// What its heading, body and questions together gave.
    pub text_score: f32,
    /// What its best single question gave.
    pub question_score: f32,
}

/// Questions are looked at this many times deeper than passages, for several belong to one passage.
const QUESTION_DEPTH: usize = 3;

impl SearchIndex {
    /// Returns up to `limit` passages, the best first. Ties are broken by reading order, so that the
    /// same question gives the same answer.
    ///
    /// # Errors
    /// When tantivy cannot read its own index.
    pub fn retrieve(
        &self,
        query: &Query,
        weights: &Weights,
        limit: usize,
    ) -> tantivy::Result<Vec<Hit>> {
        let mut hits: HashMap<usize, Hit> = HashMap::new();
        let passages = self.passages.reader.searcher();
        let fields = &self.passages.fields;
        let text_query = any_of(
            [
                (fields.heading, weights.heading),
                (fields.body, weights.body),
                (fields.asked, weights.asked),
            ]
            .into_iter()
            .flat_map(|(fields, weight)| field_queries(fields, query, weights, weight)),
        );
        for (score, passage) in best(&passages, &text_query, limit)? {
            hits.entry(passage)
                .or_insert_with(|| Hit::new(passage))
                .text_score = score;
        }
        let questions = self.questions.reader.searcher();
        let question_query = any_of(field_queries(
            self.questions.fields.question,
            query,
            weights,
            weights.best_question,
        ));
        for (score, passage) in best(&questions, &question_query, limit * QUESTION_DEPTH)? {
            let hit = hits.entry(passage).or_insert_with(|| Hit::new(passage));
            hit.question_score = hit.question_score.max(score);
        }
        let mut hits: Vec<Hit> = hits
            .into_values()
            .map(|hit| Hit {
                score: hit.text_score + hit.question_score,
                ..hit
            })
            .collect();
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.passage.cmp(&b.passage)));
        hits.truncate(limit);
        Ok(hits)
    }
}

impl Hit {
    fn new(passage: usize) -> Self {
        Self {
            passage,
            score: 0.0,
            text_score: 0.0,
            question_score: 0.0,
        }
    }
}

/// The term queries of one text in its three analyses.
pub(super) fn field_queries<'a>(
    fields: TextFields,
    query: &'a Query,
    weights: &Weights,
    weight: f32,
) -> impl Iterator<Item = Box<dyn TantivyQuery>> + use<'a> {
    let (japanese, english) = match query.language {
        Language::Ja => (1.0, weights.other_language),
        Language::En => (weights.other_language, 1.0),
    };
    [
        (fields.words, &query.words, japanese),
        (fields.grams, &query.grams, japanese * weights.grams),
        (fields.english, &query.english, english),
    ]
    .into_iter()
    .flat_map(move |(field, terms, factor)| {
        terms
            .iter()
            .map(move |term| term_query(field, term, weight * factor))
    })
}

pub(super) fn term_query(field: Field, term: &QueryTerm, factor: f32) -> Box<dyn TantivyQuery> {
    let term_query = TermQuery::new(
        Term::from_field_text(field, &term.text),
        IndexRecordOption::WithFreqs,
    );
    Box::new(BoostQuery::new(Box::new(term_query), term.weight * factor))
}

pub(super) fn any_of(queries: impl Iterator<Item = Box<dyn TantivyQuery>>) -> BooleanQuery {
    BooleanQuery::new(queries.map(|query| (Occur::Should, query)).collect())
}

/// The best documents of a query as (score, passage number).
fn best(
    searcher: &Searcher,
    query: &BooleanQuery,
    limit: usize,
) -> tantivy::Result<Vec<(f32, usize)>> {
    let found = searcher.search(query, &TopDocs::with_limit(limit.max(1)).order_by_score())?;
    found
        .into_iter()
        .map(|(score, address)| Ok((score, passage_number(searcher, address)?)))
        .collect()
}

fn passage_number(searcher: &Searcher, address: DocAddress) -> tantivy::Result<usize> {
    let numbers = searcher
        .segment_reader(address.segment_ord)
        .fast_fields()
        .u64("passage")?;
    Ok(numbers.first(address.doc_id).unwrap_or_default() as usize)
}
