//! How other companies in the same place stand. From ten companies up only, so that nobody is recognized.

use serde::Serialize;

use super::{CheckAnswer, CheckAnswers};
use crate::knowledge::SelfCheck;

/// Fewest companies of a comparison, one's own among them.
pub const FEWEST_PEERS: usize = 10;

/// Complete self-checks of several companies, together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckPeers {
    /// How many companies.
    pub companies: usize,
    /// The points in the middle; of two, the mean, rounded down.
    pub median: i32,
    /// Companies of which a question is met, by its number.
    pub met: Vec<(u8, usize)>,
}

impl CheckPeers {
    /// Adds complete self-checks up, one for each company; none when there are too few.
    pub fn of(all: &[CheckAnswers], check: &SelfCheck) -> Option<Self> {
        let complete: Vec<&CheckAnswers> = all
            .iter()
            .filter(|answers| answers.result(check).unanswered.is_empty())
            .collect();
        if complete.len() < FEWEST_PEERS {
            return None;
        }
        let mut points: Vec<i32> = complete
            .iter()
            .map(|answers| answers.result(check).points)
            .collect();
        points.sort_unstable();
        let met = check.questions.iter().map(|question| {
            let is_met = |answers: &&&CheckAnswers| {
                let answer = answers.get(question.number);
                answer.map(CheckAnswer::points) == Some(CheckAnswer::Done.points())
            };
            (question.number, complete.iter().filter(is_met).count())
        });
        Some(Self {
            companies: complete.len(),
            median: median(&points),
            met: met.collect(),
        })
    }

    /// Returns how many companies meet a question.
    pub fn met_by(&self, number: u8) -> usize {
        let mut met = self.met.iter();
        met.find(|(known, _)| *known == number)
            .map_or(0, |(_, count)| *count)
    }
}

/// The middle of sorted points.
fn median(points: &[i32]) -> i32 {
    let middle = points.len() / 2;
    let at = |place: usize| points.get(place).copied().unwrap_or(0);
    match points.len().is_multiple_of(2) {
        true => (at(middle.saturating_sub(1)) + at(middle)).div_euclid(2),
        false => at(middle),
    }
}

#[cfg(test)]
mod tests {
    use super::{CheckPeers, median};
    use crate::knowledge::{embedded_files, parse};
    use crate::profile::{CheckAnswer, CheckAnswers};

    #[test]
    fn nine_complete_checks_say_nothing_and_ten_do() {
        let check = parse(&embedded_files()).self_check;
        let mut all: Vec<CheckAnswers> = Vec::new();
        for company in 0..10 {
            let mut answers = CheckAnswers::default();
            for question in &check.questions {
                let is_met = question.number <= company;
                let answer = match is_met {
                    true => CheckAnswer::Done,
                    false => CheckAnswer::NotDone,
                };
                answers.set(question.number, answer);
            }
            all.push(answers);
        }
        let mut nine = all.clone();
        nine[4] = CheckAnswers::default();
        assert_eq!(CheckPeers::of(&nine, &check), None, "one is not complete");
        let peers = CheckPeers::of(&all, &check).unwrap();
        // 0, 4, 8 … 36 points.
        assert_eq!((peers.companies, peers.median), (10, 18));
        assert_eq!(
            (peers.met_by(1), peers.met_by(9), peers.met_by(10)),
            (9, 1, 0)
        );
    }

    #[test]
    fn the_median_of_two_middles_lies_between() {
        assert_eq!(median(&[-25, 3]), -11);
        assert_eq!(median(&[1, 2, 90]), 2);
    }
}
