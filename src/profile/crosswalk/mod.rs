//! What a company has of a scheme that somebody asks for, by what it told and by the themes that join the schemes.
//!
//! `links` says which items correspond, `claims` what the company told of items, `next` what to do about an item. The
//! reading is careful: a link in part never makes a whole, and nothing is in place that nobody told.

mod claims;
mod links;
mod next;

use serde::Serialize;

use self::claims::Claims;
pub use self::links::{Correspondence, Link, correspondences};
use self::next::Advice;
use super::company::Company;
use super::fit::Fit;
use super::self_check::{CheckAnswer, CheckAnswers};
use crate::knowledge::{Knowledge, SchemeItem, Theme};

/// What a company told of what it has in place.
#[derive(Debug, Clone, Copy)]
pub struct InPlace<'a> {
    /// The company with the actions that are done.
    pub company: &'a Company,
    /// Its answers to the self-check.
    pub answers: Option<&'a CheckAnswers>,
    /// Ids of the schemes that it fulfills.
    pub fulfilled: &'a [String],
}

/// How far an item is in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Nobody told.
    Unknown,
    /// The company told that it is not.
    Missing,
    /// In part, or all that is told is something like it.
    Partly,
    /// In place, as far as the company told.
    Have,
}

/// How far one item of a scheme is in place, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ItemStanding {
    /// Key of the item.
    pub item: String,
    /// How far it is in place.
    pub state: State,
    /// What the company told of the item itself.
    pub own: Option<CheckAnswer>,
    /// What it told of things like it.
    pub through: Vec<Through>,
    /// Ids of the actions that are left to do, where to begin first; each fits the company.
    pub next: Vec<String>,
}

/// What speaks for an item, or against it, through one theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Through {
    /// Id of the theme.
    pub theme: String,
    /// Whether the theme meets the item or a part of it.
    pub link: Link,
    /// Ids of the actions of the theme that are done.
    pub done: Vec<String>,
    /// Keys of the items of other schemes, with what the company told of them.
    pub told: Vec<(String, CheckAnswer)>,
    /// How far the theme puts the item in place.
    pub state: State,
}

impl State {
    /// All states, the best first.
    pub const ALL: [Self; 4] = [Self::Have, Self::Partly, Self::Missing, Self::Unknown];

    /// How much is in place: not to have something and not to know it are the same.
    pub fn degree(self) -> u8 {
        match self {
            Self::Unknown | Self::Missing => 0,
            Self::Partly => 1,
            Self::Have => 2,
        }
    }

    fn of_answer(answer: CheckAnswer) -> Self {
        match answer {
            CheckAnswer::Done | CheckAnswer::NotUsed => Self::Have,
            CheckAnswer::Partly => Self::Partly,
            CheckAnswer::NotDone => Self::Missing,
            CheckAnswer::Unknown => Self::Unknown,
        }
    }

    /// The one that tells more is in place; of two that tell nothing is, the one that was told.
    fn better(self, other: Self) -> Self {
        let rank = |state: Self| (state.degree(), state == Self::Missing);
        match rank(other) > rank(self) {
            true => other,
            false => self,
        }
    }

    /// No more than a part.
    fn at_most_partly(self) -> Self {
        match self {
            Self::Have => Self::Partly,
            _ => self,
        }
    }
}

impl ItemStanding {
    /// Returns how far items are in place, in their order.
    pub fn of_items(
        knowledge: &Knowledge,
        in_place: &InPlace<'_>,
        items: &[&SchemeItem],
    ) -> Vec<Self> {
        let claims = Claims::new(knowledge, in_place);
        let standing_of = |item: &&SchemeItem| {
            let scheme = knowledge.crosswalk.scheme(&item.scheme)?;
            let advice = Advice::new(knowledge, in_place.company, scheme);
            Some(standing(
                item,
                &knowledge.crosswalk.themes,
                &claims,
                &advice,
            ))
        };
        items.iter().filter_map(standing_of).collect()
    }
}

fn standing(
    item: &SchemeItem,
    themes: &[Theme],
    claims: &Claims,
    advice: &Advice<'_>,
) -> ItemStanding {
    let key = item.key();
    let linked = links::themes_of(themes, &key);
    let through: Vec<Through> = linked
        .iter()
        .map(|(theme, link)| through(item, theme, *link, claims, advice))
        .filter(|through| !through.done.is_empty() || !through.told.is_empty())
        .collect();
    let linked_state = through
        .iter()
        .fold(State::Unknown, |state, through| state.better(through.state));
    let own = claims.of(&key);
    let state = match own {
        None => linked_state,
        Some(CheckAnswer::Done | CheckAnswer::NotUsed) => State::Have,
        // The company's own word on an item counts more than what follows from others.
        Some(answer) => State::of_answer(answer).better(linked_state.at_most_partly()),
    };
    let next = match state {
        State::Have => Vec::new(),
        _ => advice.next(item, &linked),
    };
    ItemStanding {
        item: key,
        state,
        own,
        through,
        next,
    }
}

fn through(
    item: &SchemeItem,
    theme: &Theme,
    link: Link,
    claims: &Claims,
    advice: &Advice<'_>,
) -> Through {
    let actions = advice.actions_for(item, theme, link);
    let by_actions = match (actions.is_in_place, actions.done.is_empty()) {
        (true, _) => State::Have,
        (false, false) => State::Partly,
        (false, true) => State::Unknown,
    };
    let by_claims = claims.state(theme, &item.scheme);
    let is_alone = links::of_scheme(theme, &item.scheme).len() <= 1;
    let state = match link {
        Link::Whole if is_alone => by_actions.better(by_claims),
        // What was told of the whole theme may be about its other items.
        Link::Whole if by_claims == State::Missing => by_actions,
        Link::Whole => by_actions.better(by_claims.at_most_partly()),
        // Only a theme that is in place puts a part of what is wider in place.
        Link::Partly => match by_actions.better(by_claims) {
            State::Have => State::Partly,
            _ => State::Unknown,
        },
    };
    Through {
        theme: theme.id.clone(),
        link,
        state,
        done: actions.done,
        told: claims.of_others(theme, &item.scheme),
    }
}

/// Whether an action is left to do for a company.
fn applies(fit: &Fit) -> bool {
    matches!(fit, Fit::Applies { .. })
}
