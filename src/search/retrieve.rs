//! Query → hits: the scores of all fields, weighted and added; no fusion by rank (it lost .05 nDCG).

use serde::{Deserialize, Serialize};

use super::build::SearchIndex;
use crate::question::Query;

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
    /// Likeness to the questions that a section answers, relative to the best text score.
    pub likeness: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            heading: 0.2,
            body: 0.6,
            asked: 0.6,
            best_question: 0.6,
            grams: 0.3,
            other_language: 0.3,
            likeness: 0.5,
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
    /// What its best single question gave.
    pub question_score: f32,
    /// What its likeness gave.
    pub likeness_score: f32,
}

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
        let mut scores = vec![0.0; self.passages.numbers.len()];
        for (_, scorer, weight) in self.passages.scorers.weighted(weights) {
            scorer.add(
                query,
                weight,
                weights.grams,
                weights.other_language,
                &mut scores,
            )?;
        }
        let best_questions = self.best_questions(query, weights)?;
        let likeness = self.likeness.relative(&query.counts);
        let mut hits: Vec<Hit> = scores
            .iter()
            .zip(&self.passages.numbers)
            .map(|(text_score, passage)| {
                let question_score = best_questions.get(*passage).copied().unwrap_or(0.0);
                Hit {
                    passage: *passage,
                    score: text_score + question_score,
                    question_score,
                    likeness_score: 0.0,
                }
            })
            .filter(|hit| hit.score > 0.0)
            .collect();
        let best = hits.iter().map(|hit| hit.score).fold(0.0, f32::max);
        for hit in &mut hits {
            let relative = likeness.get(hit.passage).copied().unwrap_or(0.0);
            hit.likeness_score = weights.likeness * best * relative;
            hit.score += hit.likeness_score;
        }
        let better = |a: &Hit, b: &Hit| b.score.total_cmp(&a.score).then(a.passage.cmp(&b.passage));
        if hits.len() > limit {
            hits.select_nth_unstable_by(limit, better);
            hits.truncate(limit);
        }
        hits.sort_by(better);
        Ok(hits)
    }

    /// For each passage the score of its best single question.
    fn best_questions(&self, query: &Query, weights: &Weights) -> tantivy::Result<Vec<f32>> {
        let mut scores = vec![0.0; self.questions.numbers.len()];
        self.questions.scorers.add(
            query,
            weights.best_question,
            weights.grams,
            weights.other_language,
            &mut scores,
        )?;
        let mut best = vec![0.0_f32; self.passages.numbers.len()];
        for (score, passage) in scores.iter().zip(&self.questions.numbers) {
            if let Some(best) = best.get_mut(*passage) {
                *best = best.max(*score);
            }
        }
        Ok(best)
    }
}
