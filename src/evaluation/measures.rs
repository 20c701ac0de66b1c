//! The measures: how good a ranking and a decision are. A ratio with nothing below the line is `None`.

use serde::Serialize;

use super::question_set::Expectation;
use crate::answer::Outcome;

/// Retrieval measures, means over questions.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Measures {
    /// Number of questions.
    pub n: usize,
    /// Share with a grade-2 section at the first place.
    pub hit_at_1: Option<f64>,
    /// Share with a grade-2 section in the first three.
    pub hit_at_3: Option<f64>,
    /// Grade-2 sections in the first five ÷ all grade-2 sections.
    pub recall_at_5: Option<f64>,
    /// 1 ÷ place of the first grade-2 section in the first ten.
    pub mrr: Option<f64>,
    /// Gain 2^grade − 1, discount log2(place + 1), first ten.
    pub ndcg_at_10: Option<f64>,
    /// Share of questions with facts whose facts all stand in the first three passages.
    pub facts_at_3: Option<f64>,
    /// Number of questions with facts.
    pub facts_n: usize,
}

/// The measures of one question.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct QuestionMeasures {
    /// A grade-2 section at the first place.
    pub hit_at_1: bool,
    /// A grade-2 section in the first three.
    pub hit_at_3: bool,
    /// Grade-2 sections in the first five ÷ all.
    pub recall_at_5: f64,
    /// 1 ÷ place of the first grade-2 section.
    pub reciprocal_rank: f64,
    /// nDCG of the first ten.
    pub ndcg_at_10: f64,
    /// All facts stand in the first three passages; `None` without facts.
    pub has_facts: Option<bool>,
}

/// Measures one ranking. `grades` are the grades of the ranked sections, best first; `expected` those of
/// all expected sections.
pub fn of_ranking(grades: &[u8], expected: &[u8]) -> QuestionMeasures {
    let first = grades.iter().take(10).position(|grade| *grade == 2);
    let in_five = grades.iter().take(5).filter(|grade| **grade == 2).count();
    let all = expected.iter().filter(|grade| **grade == 2).count();
    let mut ideal = expected.to_vec();
    ideal.sort_by(|a, b| b.cmp(a));
    let best = discounted_gain(&ideal);
    QuestionMeasures {
        hit_at_1: first == Some(0),
        hit_at_3: first.is_some_and(|place| place < 3),
        recall_at_5: if all > 0 {
            in_five as f64 / all as f64
        } else {
            0.0
        },
        reciprocal_rank: first.map_or(0.0, |place| 1.0 / (place + 1) as f64),
        ndcg_at_10: if best > 0.0 {
            discounted_gain(grades) / best
        } else {
            0.0
        },
        has_facts: None,
    }
}

fn discounted_gain(grades: &[u8]) -> f64 {
    grades
        .iter()
        .take(10)
        .enumerate()
        .map(|(place, grade)| (f64::from(1_u32 << grade) - 1.0) / (place as f64 + 2.0).log2())
        .sum()
}

impl Measures {
    /// The means over questions.
    pub fn mean<'a>(questions: impl Iterator<Item = &'a QuestionMeasures>) -> Self {
        let questions: Vec<&QuestionMeasures> = questions.collect();
        let n = questions.len();
        let mean = |value: &dyn Fn(&QuestionMeasures) -> f64| {
            (n > 0).then(|| questions.iter().map(|one| value(one)).sum::<f64>() / n as f64)
        };
        let facts: Vec<bool> = questions.iter().filter_map(|one| one.has_facts).collect();
        Self {
            n,
            hit_at_1: mean(&|one| f64::from(u8::from(one.hit_at_1))),
            hit_at_3: mean(&|one| f64::from(u8::from(one.hit_at_3))),
            recall_at_5: mean(&|one| one.recall_at_5),
            mrr: mean(&|one| one.reciprocal_rank),
            ndcg_at_10: mean(&|one| one.ndcg_at_10),
            facts_at_3: ratio(facts.iter().filter(|has| **has).count(), facts.len()),
            facts_n: facts.len(),
        }
    }
}

/// Measures of the decision whether and how to answer.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Outcomes {
    /// Abstentions on `abstain` questions ÷ all abstentions.
    pub abstention_precision: Option<f64>,
    /// Abstentions on `abstain` questions ÷ all `abstain` questions.
    pub abstention_recall: Option<f64>,
    /// Abstentions on other questions ÷ all other questions.
    pub false_abstention: Option<f64>,
    /// `incident` questions answered as an incident ÷ all `incident` questions.
    pub incident_recall: Option<f64>,
    /// Other questions answered as an incident ÷ all other questions.
    pub incident_false_alarm: Option<f64>,
}

impl Outcomes {
    /// The measures over pairs of expected and actual outcome.
    pub fn of(pairs: &[(Expectation, Outcome)]) -> Self {
        let count = |test: &dyn Fn(&(Expectation, Outcome)) -> bool| {
            pairs.iter().filter(|pair| test(pair)).count()
        };
        let share = |part: &dyn Fn(&(Expectation, Outcome)) -> bool,
                     whole: &dyn Fn(&(Expectation, Outcome)) -> bool| {
            ratio(count(&|pair| part(pair) && whole(pair)), count(whole))
        };
        let abstain = |pair: &(Expectation, Outcome)| pair.0 == Expectation::Abstain;
        let incident = |pair: &(Expectation, Outcome)| pair.0 == Expectation::Incident;
        let abstained = |pair: &(Expectation, Outcome)| pair.1 == Outcome::Abstain;
        let alarmed = |pair: &(Expectation, Outcome)| pair.1 == Outcome::Incident;
        Self {
            abstention_precision: share(&abstain, &abstained),
            abstention_recall: share(&abstained, &abstain),
            false_abstention: share(&abstained, &|pair| !abstain(pair)),
            incident_recall: share(&alarmed, &incident),
            incident_false_alarm: share(&alarmed, &|pair| !incident(pair)),
        }
    }
}

fn ratio(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use super::{Measures, Outcomes, of_ranking};
    use crate::answer::Outcome;
    use crate::evaluation::Expectation;

    #[test]
    fn a_perfect_ranking_scores_one() {
        let measures = of_ranking(&[2, 2, 1], &[1, 2, 2]);
        assert!(measures.hit_at_1 && measures.hit_at_3);
        assert!((measures.recall_at_5 - 1.0).abs() < 1e-9);
        assert!((measures.ndcg_at_10 - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_late_hit_counts_less() {
        let measures = of_ranking(&[0, 1, 0, 2], &[2, 2, 1]);
        assert!(!measures.hit_at_3);
        assert!((measures.reciprocal_rank - 0.25).abs() < 1e-9);
        assert!((measures.recall_at_5 - 0.5).abs() < 1e-9);
    }

    #[test]
    fn nothing_below_the_line_is_none() {
        assert_eq!(Measures::mean([].iter()).hit_at_1, None);
        let outcomes = Outcomes::of(&[(Expectation::Answer, Outcome::Answer)]);
        assert_eq!(outcomes.abstention_recall, None);
        assert_eq!(outcomes.incident_false_alarm, Some(0.0));
    }
}
