//! What changed between two self-checks of the same company.

use serde::Serialize;

use super::{CheckAnswer, CheckAnswers};
use crate::knowledge::SelfCheck;

/// The change since an older self-check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckChange {
    /// Points before and now; none while one of the two lacks answers, because they do not compare.
    pub points: Option<(i32, i32)>,
    /// Numbers of the questions with more points than before.
    pub better: Vec<u8>,
    /// Numbers of the questions with fewer points than before.
    pub worse: Vec<u8>,
}

impl CheckAnswers {
    /// Compares with older answers, question by question; only what was answered both times counts.
    pub fn change_since(&self, before: &Self, check: &SelfCheck) -> CheckChange {
        let mut change = CheckChange {
            points: None,
            better: Vec::new(),
            worse: Vec::new(),
        };
        let (mut points_before, mut points_now) = (0, 0);
        let mut is_complete = true;
        for question in &check.questions {
            let number = question.number;
            let both = (before.get(number), self.get(number));
            let (Some(older), Some(newer)) = both else {
                is_complete = false;
                continue;
            };
            let (older, newer) = (CheckAnswer::points(older), CheckAnswer::points(newer));
            points_before += older;
            points_now += newer;
            if newer > older {
                change.better.push(number);
            }
            if newer < older {
                change.worse.push(number);
            }
        }
        change.points = is_complete.then_some((points_before, points_now));
        change
    }
}

#[cfg(test)]
mod tests {
    use super::CheckChange;
    use crate::knowledge::{embedded_files, parse};
    use crate::profile::{CheckAnswer, CheckAnswers};

    #[test]
    fn better_and_worse_are_told_apart_and_gaps_keep_points_from_being_compared() {
        let check = parse(&embedded_files()).self_check;
        let mut before = CheckAnswers::default();
        for question in &check.questions {
            before.set(question.number, CheckAnswer::Partly);
        }
        let mut now = before.clone();
        now.set(3, CheckAnswer::Done);
        now.set(9, CheckAnswer::Unknown);
        let change = CheckChange {
            points: Some((50, 49)),
            better: vec![3],
            worse: vec![9],
        };
        assert_eq!(now.change_since(&before, &check), change);
        before = CheckAnswers::default();
        before.set(3, CheckAnswer::NotDone);
        let change = CheckChange {
            points: None,
            better: vec![3],
            worse: vec![],
        };
        assert_eq!(now.change_since(&before, &check), change);
    }
}
