//! A list of things with their names, from which those nearest to what is typed are taken.

use std::collections::HashSet;
use std::ops::Range;

use super::label::shortened;
use super::matching::{Names, Nearness, Typed};
use crate::question::Language;

/// The most suggestions for one name.
pub const MOST: usize = 25;
/// The longest value or label of a suggestion, in characters.
pub const LONGEST: usize = 100;
/// With fewer sure suggestions than this, loose ones are added.
const ENOUGH: usize = 5;

/// One name to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What the choice stands for: an id that the look-up understands.
    pub value: String,
    /// What is shown.
    pub label: String,
}

/// What can be suggested, in the order in which equally near ones are shown.
pub(super) struct Table {
    items: Vec<Item>,
    /// The order when nothing is typed.
    useful: Vec<usize>,
}

/// One thing that can be suggested.
pub(super) struct Item {
    pub value: String,
    /// Japanese label.
    pub ja: String,
    /// English label.
    pub en: String,
    pub names: Names,
}

impl Item {
    /// The label; nothing is shown without one.
    pub fn label(&self, language: Language) -> &str {
        let label = language.pick(&self.ja, &self.en);
        match label.trim().is_empty() {
            true => &self.value,
            false => label,
        }
    }

    pub fn suggestion(&self, language: Language) -> Suggestion {
        Suggestion {
            value: self.value.clone(),
            label: shortened(self.label(language), LONGEST),
        }
    }
}

/// Leaves out values that cannot be given back, and those that were there before.
pub(super) fn distinct(suggestions: impl Iterator<Item = Suggestion>) -> Vec<Suggestion> {
    let mut seen = HashSet::new();
    let fits = |one: &Suggestion| (1..=LONGEST).contains(&one.value.chars().count());
    suggestions
        .filter(|one| fits(one) && seen.insert(one.value.clone()))
        .take(MOST)
        .collect()
}

impl Table {
    /// A table whose first items are the useful ones.
    pub fn in_order(items: Vec<Item>) -> Self {
        let useful = (0..items.len()).collect();
        Self { items, useful }
    }

    /// A table of which the most useful are shown when nothing is typed.
    pub fn by_use<U: Ord>(items: Vec<Item>, use_of: impl Fn(usize) -> U) -> Self {
        let mut table = Self::in_order(items);
        table
            .useful
            .sort_by_key(|position| std::cmp::Reverse(use_of(*position)));
        table
    }

    /// The positions nearest to what is typed, and their items.
    pub fn nearest(&self, typed: &Typed) -> Vec<(usize, &Item)> {
        if typed.is_empty() {
            return self.at(self.useful.iter().copied());
        }
        self.nearest_in(typed, 0..self.items.len())
    }

    /// The same among neighbors, which are shown in their order when nothing is typed.
    pub fn nearest_in(&self, typed: &Typed, range: Range<usize>) -> Vec<(usize, &Item)> {
        if typed.is_empty() {
            return self.at(range);
        }
        let mut found = self.near(range.clone(), |names| typed.nearness(names));
        let is_sure = found
            .iter()
            .any(|(nearness, _)| *nearness <= Nearness::Digits);
        if !is_sure && found.len() < ENOUGH {
            let sure: HashSet<usize> = found.iter().map(|(_, position)| *position).collect();
            let loose = self.near(range, |names| typed.loose_nearness(names));
            let is_new = |one: &(Nearness, usize)| !sure.contains(&one.1);
            found.extend(loose.into_iter().filter(is_new));
        }
        // Equally near ones keep their order: the position is compared last.
        found.sort_unstable();
        self.at(found.into_iter().map(|(_, position)| position))
    }

    fn near(
        &self,
        range: Range<usize>,
        nearness: impl Fn(&Names) -> Option<Nearness>,
    ) -> Vec<(Nearness, usize)> {
        range
            .filter_map(|position| {
                let item = self.items.get(position)?;
                Some((nearness(&item.names)?, position))
            })
            .collect()
    }

    fn at(&self, positions: impl Iterator<Item = usize>) -> Vec<(usize, &Item)> {
        positions
            .filter_map(|position| Some((position, self.items.get(position)?)))
            .collect()
    }
}
