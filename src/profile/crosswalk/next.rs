//! What is left to do about an item: actions of its themes that fit the company, the cheapest effective ones first.

use std::cmp::Reverse;

use super::applies;
use super::links::Link;
use crate::knowledge::{Action, Knowledge, Scheme, SchemeItem, Theme};
use crate::profile::company::Company;
use crate::profile::fit::{Fit, Fitting};

/// The actions as one company and one scheme see them.
pub(super) struct Advice<'a> {
    fitting: Fitting<'a>,
    scheme: &'a Scheme,
}

/// What is done for an item through a theme.
pub(super) struct DoneFor {
    /// Ids of the actions.
    pub done: Vec<String>,
    /// Nothing is left that it needs.
    pub is_in_place: bool,
}

impl<'a> Advice<'a> {
    pub fn new(knowledge: &'a Knowledge, company: &'a Company, scheme: &'a Scheme) -> Self {
        Self {
            fitting: Fitting::new(knowledge, company),
            scheme,
        }
    }

    /// What is done for an item through a theme.
    pub fn actions_for(&self, item: &SchemeItem, theme: &Theme, link: Link) -> DoneFor {
        let (useful, needed) = match (link, item.actions.is_empty()) {
            // The item is narrower than its theme.
            (Link::Whole, false) => (&item.actions, &item.actions),
            _ if theme.enough.is_empty() => (&theme.actions, &theme.actions),
            _ => (&theme.actions, &theme.enough),
        };
        DoneFor {
            done: self.done(useful),
            is_in_place: self.is_in_place(needed),
        }
    }

    fn done(&self, ids: &[String]) -> Vec<String> {
        let mut done = Vec::new();
        for action in self.actions(ids) {
            if let Fit::Done { by } = self.fit(action)
                && !done.contains(&by)
            {
                done.push(by);
            }
        }
        done
    }

    /// Whether all is done that is needed. What the company may need without having said so counts as not done.
    fn is_in_place(&self, needed: &[String]) -> bool {
        let fits: Vec<Fit> = self
            .actions(needed)
            .map(|action| self.fit(action))
            .collect();
        let is_done = |fit: &Fit| matches!(fit, Fit::Done { .. });
        let is_open = |fit: &Fit| {
            applies(fit) || matches!(fit, Fit::UnknownAsset { .. } | Fit::UnknownIndustry)
        };
        fits.iter().any(is_done) && !fits.iter().any(is_open)
    }

    /// Ids of the actions that are left: those for the item, then those of themes that meet it, then those of themes
    /// that meet a part.
    pub fn next(&self, item: &SchemeItem, linked: &[(&Theme, Link)]) -> Vec<String> {
        let of_themes = |wanted: Link| -> Vec<&String> {
            let themes = linked.iter().filter(|(_, link)| *link == wanted);
            themes.flat_map(|(theme, _)| &theme.actions).collect()
        };
        let mut next: Vec<&Action> = Vec::new();
        let groups = [
            item.actions.iter().collect(),
            of_themes(Link::Whole),
            of_themes(Link::Partly),
        ];
        for ids in groups {
            for action in self.cheapest_first(ids) {
                let is_there = |other: &&Action| {
                    other.id == action.id || action.instead_of.contains(&other.id)
                };
                if !next.iter().any(is_there) {
                    next.push(action);
                }
            }
        }
        next.into_iter().map(|action| action.id.clone()).collect()
    }

    /// The actions that are left to do for the company, the cheapest effective ones first.
    fn cheapest_first(&self, ids: Vec<&String>) -> Vec<&'a Action> {
        let mut actions: Vec<&Action> = self
            .actions(ids)
            .filter(|action| applies(&self.fit(action)))
            .collect();
        actions.sort_by_key(|action| (action.cost.low_yen, Reverse(action.effect), action.minutes));
        in_order(actions)
    }

    fn actions<'s>(
        &'s self,
        ids: impl IntoIterator<Item = &'s String> + 's,
    ) -> impl Iterator<Item = &'a Action> + 's {
        let knowledge = self.fitting.knowledge();
        ids.into_iter().filter_map(|id| knowledge.action(id))
    }

    /// How an action fits whoever is asked for the scheme: what helps only with another scheme does not.
    fn fit(&self, action: &Action) -> Fit {
        let is_asked = action.scheme.is_some() && action.scheme == self.scheme.public;
        let fit = self.fitting.fit(action);
        match self.fitting.fit_plan(action) {
            _ if matches!(fit, Fit::Done { .. }) => fit,
            Fit::NotAsked if is_asked => fit,
            in_plan => in_plan,
        }
    }
}

/// What must be done first comes first, where both are left.
fn in_order(mut actions: Vec<&Action>) -> Vec<&Action> {
    let mut ordered = Vec::new();
    while !actions.is_empty() {
        let is_free = |action: &&Action| {
            let waits = |other: &&Action| action.before.contains(&other.id);
            !actions.iter().any(waits)
        };
        let position = actions.iter().position(is_free).unwrap_or(0);
        ordered.push(actions.remove(position));
    }
    ordered
}
