//! Floors under the measures: falling below one fails a build.

use serde::Deserialize;

use super::report::Report;

/// The least (or, for faults, the most) that is allowed.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Floors {
    hit_at_1: f64,
    hit_at_3: f64,
    mrr: f64,
    recall_at_5: f64,
    facts_at_3: f64,
    abstention_recall: f64,
    incident_recall: f64,
    most_false_abstention: f64,
    most_false_alarms: f64,
}

impl Floors {
    /// Reads floors from TOML.
    ///
    /// # Errors
    /// When a floor is missing or unknown.
    pub fn read(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// Names each measure that is below its floor. A measure without questions counts as fallen: a set
    /// that lost its incidents must not pass.
    pub fn fallen_below(&self, report: &Report) -> Vec<String> {
        let answers = &report.answers;
        let outcomes = &report.outcomes;
        let least = [
            ("hit@1", answers.hit_at_1, self.hit_at_1),
            ("hit@3", answers.hit_at_3, self.hit_at_3),
            ("MRR", answers.mrr, self.mrr),
            ("recall@5", answers.recall_at_5, self.recall_at_5),
            ("facts@3", answers.facts_at_3, self.facts_at_3),
            (
                "abstention recall",
                outcomes.abstention_recall,
                self.abstention_recall,
            ),
            (
                "incident recall",
                outcomes.incident_recall,
                self.incident_recall,
            ),
        ];
        let most = [
            (
                "false abstention",
                outcomes.false_abstention,
                self.most_false_abstention,
            ),
            (
                "incident false alarms",
                outcomes.incident_false_alarm,
                self.most_false_alarms,
            ),
        ];
        let below = least
            .into_iter()
            .filter(|(_, value, floor)| value.is_none_or(|value| value < *floor))
            .map(|(name, value, floor)| format!("{name} is {value:?}, the floor is {floor}"));
        let above = most
            .into_iter()
            .filter(|(_, value, ceiling)| value.is_none_or(|value| value > *ceiling))
            .map(|(name, value, ceiling)| format!("{name} is {value:?}, the ceiling is {ceiling}"));
        below.chain(above).collect()
    }
}
