//! What a company told of the items themselves: its answers to the self-check, and schemes that it fulfills.

use std::collections::HashMap;

use super::links::{of_scheme, scheme_of};
use super::{CheckAnswer, InPlace, State};
use crate::knowledge::{Knowledge, Scheme, SchemeItem, Theme};

/// What was told of items, by their keys.
pub(super) struct Claims {
    answers: HashMap<String, CheckAnswer>,
}

impl Claims {
    pub fn new(knowledge: &Knowledge, in_place: &InPlace<'_>) -> Self {
        let crosswalk = &knowledge.crosswalk;
        let mut answers = HashMap::new();
        let self_check = self_check_scheme(knowledge);
        for item in &crosswalk.items {
            let is_answered = in_place.answers.is_some()
                && self_check.is_some_and(|scheme| scheme.id == item.scheme);
            let answer = match is_answered {
                true => answer_of(knowledge, in_place, item),
                false => in_place
                    .fulfilled
                    .contains(&item.scheme)
                    .then_some(CheckAnswer::Done),
            };
            answers.extend(answer.map(|answer| (item.key(), answer)));
        }
        Self { answers }
    }

    /// What was told of an item.
    pub fn of(&self, key: &str) -> Option<CheckAnswer> {
        self.answers.get(key).copied()
    }

    /// What was told of the items of a theme that belong to other schemes.
    pub fn of_others(&self, theme: &Theme, scheme: &str) -> Vec<(String, CheckAnswer)> {
        let keys = theme.items.iter().chain(&theme.partly);
        let others = keys.filter(|key| scheme_of(key) != scheme);
        others
            .filter_map(|key| Some((key.clone(), self.of(key)?)))
            // That the company has no such thing says nothing of other items.
            .filter(|(_, answer)| *answer != CheckAnswer::NotUsed)
            .collect()
    }

    /// How far a theme is in place by what was told of other schemes. Only a scheme of which all items in the theme got
    /// one answer speaks for the whole; what the theme meets only in part does not speak for it.
    pub fn state(&self, theme: &Theme, asked: &str) -> State {
        let others: Vec<&String> = theme
            .items
            .iter()
            .filter(|key| scheme_of(key) != asked)
            .collect();
        let is_whole = |answer: CheckAnswer| {
            others.iter().any(|key| {
                let of_scheme = of_scheme(theme, scheme_of(key));
                of_scheme.iter().all(|key| self.of(key) == Some(answer))
            })
        };
        let is_something =
            |key: &&String| matches!(self.of(key), Some(CheckAnswer::Done | CheckAnswer::Partly));
        if is_whole(CheckAnswer::Done) {
            State::Have
        } else if others.iter().any(is_something) {
            State::Partly
        } else if is_whole(CheckAnswer::NotDone) {
            State::Missing
        } else {
            State::Unknown
        }
    }
}

/// The scheme that the self-check is.
fn self_check_scheme(knowledge: &Knowledge) -> Option<&Scheme> {
    let section = knowledge.self_check.section.as_ref()?;
    let mut schemes = knowledge.crosswalk.schemes.iter();
    schemes.find(|scheme| scheme.document == section.document)
}

/// The answer to the question that is an item of the self-check.
fn answer_of(
    knowledge: &Knowledge,
    in_place: &InPlace<'_>,
    item: &SchemeItem,
) -> Option<CheckAnswer> {
    let mut questions = knowledge.self_check.questions.iter();
    let question = questions.find(|question| question.section == item.section)?;
    in_place.answers?.get(question.number)
}
