//! The product's own analyzers and scoring on any document collection with relevance judgements.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::time::Instant;

use serde::{Deserialize, Serialize};

use super::report::percentile;
use crate::knowledge::Knowledge;
use crate::question::{Learned, Reader};
use crate::search::{IndexError, Indexable, SearchIndex, Weights};

/// Documents written for each query into a run.
const RUN_DEPTH: usize = 100;

#[derive(Deserialize)]
struct CollectionDocument {
    id: String,
    #[serde(default)]
    title: String,
    body: String,
}

/// Queries and judgements.
#[derive(Debug, Clone, Default)]
pub struct Judgements {
    /// Query id and text, in order.
    pub queries: Vec<(String, String)>,
    /// For each query id, the relevant documents and their grades.
    pub relevant: HashMap<String, BTreeMap<String, u32>>,
}

/// What the search reached.
#[derive(Debug, Clone, Serialize)]
pub struct CollectionReport {
    /// Number of documents.
    pub documents: usize,
    /// Number of queries.
    pub queries: usize,
    /// Share of queries with a relevant document at the first place.
    pub p_at_1: f64,
    /// Mean of 1 ÷ place of the first relevant document (first 100).
    pub mrr: f64,
    /// Mean nDCG of the first ten (gain 2^grade − 1).
    pub ndcg_at_10: f64,
    /// Mean share of relevant documents in the first ten.
    pub recall_at_10: f64,
    /// Documents indexed in a second.
    pub documents_per_second: f64,
    /// Median time of a query, milliseconds.
    pub query_p50_ms: f64,
    /// 99th percentile of the time of a query, milliseconds.
    pub query_p99_ms: f64,
    /// The run in TREC format, 100 documents for each query.
    #[serde(skip)]
    pub run: String,
}

/// Why a collection cannot be measured.
#[derive(Debug, thiserror::Error)]
pub enum CollectionError {
    /// A line cannot be read.
    #[error("{file}: line {line}: {message}")]
    Line {
        /// Which of the files.
        file: &'static str,
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        message: String,
    },
    /// The index failed.
    #[error("the collection cannot be indexed or searched")]
    Search(#[from] IndexError),
}

impl Judgements {
    /// Reads tab-separated queries (`id`, text) and judgements (`query`, `0`, `document`, `grade`, or
    /// without the second column).
    ///
    /// # Errors
    /// When a line has too few columns or a grade is no number.
    pub fn read(queries: &str, judgements: &str) -> Result<Self, CollectionError> {
        let mut read = Self::default();
        for (index, line) in queries
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.is_empty())
        {
            let Some((id, text)) = line.split_once('\t') else {
                return Err(line_error("queries", index, "expected id, tab, text"));
            };
            read.queries.push((id.to_owned(), text.to_owned()));
        }
        for (index, line) in judgements
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.is_empty())
        {
            let columns: Vec<&str> = line.split_whitespace().collect();
            let (query, document, grade) = match columns.as_slice() {
                [query, _, document, grade] | [query, document, grade] => (query, document, grade),
                _ => {
                    return Err(line_error(
                        "qrels",
                        index,
                        "expected query, document, grade",
                    ));
                }
            };
            // A heading line has a word where the grade should be.
            let Ok(grade) = grade.parse() else {
                if index == 0 {
                    continue;
                }
                return Err(line_error("qrels", index, "the grade is no number"));
            };
            read.relevant
                .entry((*query).to_owned())
                .or_default()
                .insert((*document).to_owned(), grade);
        }
        Ok(read)
    }
}

fn line_error(file: &'static str, index: usize, message: &str) -> CollectionError {
    CollectionError::Line {
        file,
        line: index + 1,
        message: message.to_owned(),
    }
}

/// Builds a throw-away index over `{"id","title","body"}` lines and runs the queries.
///
/// # Errors
/// When a line cannot be read or indexing fails.
pub fn evaluate_collection(
    documents: &str,
    judgements: &Judgements,
    weights: &Weights,
) -> Result<CollectionReport, CollectionError> {
    let mut ids = Vec::new();
    let mut texts = Vec::new();
    for (index, line) in documents
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty())
    {
        let document: CollectionDocument = serde_json::from_str(line)
            .map_err(|error| line_error("docs", index, &error.to_string()))?;
        ids.push(document.id);
        texts.push(Indexable {
            heading: document.title,
            body: document.body,
            asked: Vec::new(),
        });
    }
    let start = Instant::now();
    let index = SearchIndex::of_texts(texts.into_iter()).map_err(IndexError::from)?;
    let build_seconds = start.elapsed().as_secs_f64();
    // No synonyms and no examples: only analyzers and scoring are measured.
    let nothing = Knowledge::default();
    let reader = Reader::new(&nothing, Learned::from(&nothing));
    let mut run = String::new();
    let mut times = Vec::new();
    let mut sums = [0.0_f64; 4];
    for (query_id, text) in &judgements.queries {
        let start = Instant::now();
        let query = reader.read(text, None);
        let hits = index
            .retrieve(&query, weights, RUN_DEPTH)
            .map_err(IndexError::from)?;
        times.push(start.elapsed().as_secs_f64() * 1000.0);
        let found: Vec<&str> = hits
            .iter()
            .filter_map(|hit| ids.get(hit.passage).map(String::as_str))
            .collect();
        for (place, (hit, id)) in hits.iter().zip(&found).enumerate() {
            let _ = writeln!(
                run,
                "{query_id} Q0 {id} {} {:.4} sonae",
                place + 1,
                hit.score
            );
        }
        let relevant = judgements.relevant.get(query_id);
        for (sum, value) in sums.iter_mut().zip(query_measures(&found, relevant)) {
            *sum += value;
        }
    }
    times.sort_by(f64::total_cmp);
    let count = judgements.queries.len().max(1) as f64;
    let [p_at_1, mrr, ndcg_at_10, recall_at_10] = sums.map(|sum| sum / count);
    Ok(CollectionReport {
        documents: ids.len(),
        queries: judgements.queries.len(),
        p_at_1,
        mrr,
        ndcg_at_10,
        recall_at_10,
        documents_per_second: ids.len() as f64 / build_seconds,
        query_p50_ms: percentile(&times, 0.5),
        query_p99_ms: percentile(&times, 0.99),
        run,
    })
}

/// P@1, reciprocal rank, nDCG@10 and recall@10 of one query.
fn query_measures(found: &[&str], relevant: Option<&BTreeMap<String, u32>>) -> [f64; 4] {
    let Some(relevant) = relevant else {
        return [0.0; 4];
    };
    let grade = |id: &str| relevant.get(id).copied().unwrap_or(0);
    let first = found.iter().position(|id| grade(id) > 0);
    let gain =
        |grade: u32, place: usize| (2.0_f64.powi(grade as i32) - 1.0) / (place as f64 + 2.0).log2();
    let gained: f64 = found
        .iter()
        .take(10)
        .enumerate()
        .map(|(place, id)| gain(grade(id), place))
        .sum();
    let mut ideal: Vec<u32> = relevant.values().copied().collect();
    ideal.sort_by(|a, b| b.cmp(a));
    let best: f64 = ideal
        .iter()
        .take(10)
        .enumerate()
        .map(|(place, grade)| gain(*grade, place))
        .sum();
    let all = ideal.iter().filter(|grade| **grade > 0).count();
    let in_ten = found.iter().take(10).filter(|id| grade(id) > 0).count();
    [
        if first == Some(0) { 1.0 } else { 0.0 },
        first.map_or(0.0, |place| 1.0 / (place + 1) as f64),
        if best > 0.0 { gained / best } else { 0.0 },
        if all > 0 {
            in_ten as f64 / all as f64
        } else {
            0.0
        },
    ]
}
