//! Which actions: the set that is worth most within the yen, the minutes and the number of lines, with one of each
//! group that an action needs in it, and at most one of each group. Exact, by a search of our own.
//!
//! `parts` takes the items apart into what can be decided alone. `prices` finds what a yen, a minute and a line are
//! worth: at these prices every part decides for itself, and what that gives is a bound, so little above the best set
//! (a few thousandths) that nearly all parts are decided already. `search` settles the others. A mixed-integer solver
//! (microlp 0.7) took 3 times as long for the middle one of a thousand companies, 40 times for the slowest hundredth.

mod parts;
mod prices;
mod search;

use self::parts::Part;
use self::prices::{Bounds, prices};
use self::search::Search;

/// An action as far as the choice is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is worth.
    pub value: u32,
    /// What it may cost, yen.
    pub yen: u32,
    /// What it takes, minutes.
    pub minutes: u32,
    /// Numbers of the groups of which one item must be chosen with it.
    pub before: Vec<usize>,
    /// Number of its group, of which one is enough: ways to do the same. An item alone has a group of its own.
    pub group: usize,
}

/// What a set of items must stay within.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Yen.
    pub yen: u64,
    /// Minutes.
    pub minutes: u64,
    /// Items.
    pub items: usize,
}

/// A set of items.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// Positions of the chosen items, ascending.
    pub chosen: Vec<usize>,
    /// Their value together.
    pub value: u64,
    /// No set is worth more than this. The same as `value` when that was proven.
    pub bound: u64,
}

/// What is limited: yen, minutes and items.
const RESOURCES: usize = 3;
/// An amount of each resource.
type Uses = [u64; RESOURCES];

/// The search looks first for a set so much below the bound, then for one a little further below, and so on. On a
/// thousand companies the best set lay 24 below in the middle and 350 at most. Large steps look at too much at once.
const FIRST_GAP: f64 = 16.0;
const GAP_GROWTH: f64 = 1.4;

/// Chooses the best set; of those worth the same, one that costs least, and of those, one that takes least time. The same
/// items and limits give the same set.
pub fn best(items: &[Item], limits: &Limits) -> Choice {
    let limits = limits.of_use(items);
    let mut parts = Part::of_all(items, &limits);
    let prices = prices(items, &parts, &limits);
    let bounds = Bounds::new(items, prices, &limits);
    parts.weigh(&bounds);
    let most = bounds.of(0, &Uses::default(), &parts.most);
    let mut gap = FIRST_GAP;
    while most - gap > 0.0 {
        if let Some(choice) = Search::new(items, &bounds, most - gap).best(&parts) {
            return choice;
        }
        gap *= GAP_GROWTH;
    }
    let any = Search::new(items, &bounds, 0.0).best(&parts);
    any.unwrap_or_default()
}

impl Item {
    fn uses(&self) -> Uses {
        [u64::from(self.yen), u64::from(self.minutes), 1]
    }
}

impl Limits {
    /// The limits, but none above what all items take together: a limit without effect would only be a large number.
    fn of_use(&self, items: &[Item]) -> Uses {
        let mut all: Uses = [0; RESOURCES];
        for item in items {
            all = sum(&all, &item.uses());
        }
        let limits = [self.yen, self.minutes, self.items as u64];
        std::array::from_fn(|resource| limits[resource].min(all[resource]))
    }
}

fn sum(one: &Uses, other: &Uses) -> Uses {
    std::array::from_fn(|resource| one[resource] + other[resource])
}

fn is_within(uses: &Uses, limits: &Uses) -> bool {
    uses.iter().zip(limits).all(|(used, limit)| used <= limit)
}
