//! Goes through the parts with all sets that can still become worth enough, and leaves out a set when another one is
//! worth as much and takes no more of anything.

use std::array;
use std::cmp::Reverse;

use super::parts::{Fork, Group, Part};
use super::prices::{Bounds, Most};
use super::{Choice, Item, Uses, is_within, sum};

/// Bounds are floating-point numbers, right to much less than this; values are whole numbers.
const TOLERANCE: f64 = 1e-3;
/// Sets that are followed at once; with more, only those that promise most, and then nothing is proven. A thousand
/// companies needed 420 at most. A limit of time would give different plans on different machines.
const MOST_SETS: usize = 1000;

/// A search for the best set that is worth at least so much.
pub(super) struct Search<'a> {
    items: &'a [Item],
    bounds: &'a Bounds,
    at_least: f64,
    /// What was taken, each with what was taken before it.
    taken: Vec<Taken>,
    /// Whether sets were left out that may be better.
    is_cut: bool,
}

struct Taken {
    item: usize,
    before: Option<usize>,
}

/// A set of items of the parts gone through so far.
#[derive(Debug, Clone)]
struct Set {
    value: u64,
    uses: Uses,
    /// The same; but of what cannot run out any more, as much as leaves enough: sets that differ in that are alike.
    counted: Uses,
    /// Place of its last item in `taken`.
    last: Option<usize>,
}

impl<'a> Search<'a> {
    pub fn new(items: &'a [Item], bounds: &'a Bounds, at_least: f64) -> Self {
        Self {
            items,
            bounds,
            at_least,
            taken: Vec::new(),
            is_cut: false,
        }
    }

    /// Returns nothing if no set is worth so much.
    pub fn best(mut self, whole: &Part) -> Option<Choice> {
        let nothing = Set {
            value: 0,
            uses: Uses::default(),
            counted: Uses::default(),
            last: None,
        };
        let bound = self.bounds.of(0, &nothing.uses, &whole.most);
        let sets = self.through_part(vec![nothing], whole, &Most::default());
        let best = sets.into_iter().min_by_key(Set::rank)?;
        (best.value as f64 > self.at_least - TOLERANCE).then(|| Choice {
            chosen: self.items_of(&best),
            value: best.value,
            bound: if self.is_cut {
                (bound + TOLERANCE).floor() as u64
            } else {
                best.value
            },
        })
    }

    /// Extends the sets by what a part offers. `after` is what may still come after it.
    fn through_part(&mut self, mut sets: Vec<Set>, part: &Part, after: &Most) -> Vec<Set> {
        let mut open = part.most.plus(after);
        for fork in &part.forks {
            open = open.minus(&fork.most);
            sets = self.through_fork(&sets, fork, &open);
        }
        for group in &part.groups {
            open = open.minus(&group.most);
            sets = self.through_group(sets, group, &open);
        }
        sets
    }

    fn through_fork(&mut self, sets: &[Set], fork: &Fork, after: &Most) -> Vec<Set> {
        let mut extended = Vec::new();
        for way in &fork.ways {
            let open = way.most.plus(after);
            let promising = sets.iter().filter(|set| self.is_promising(set, &open));
            let promising: Vec<Set> = promising.cloned().collect();
            if !promising.is_empty() {
                extended.extend(self.through_part(promising, way, after));
            }
        }
        self.without_worse(extended, after)
    }

    fn through_group(&mut self, sets: Vec<Set>, group: &Group, after: &Most) -> Vec<Set> {
        let before = sets.len();
        let mut extended = Vec::with_capacity(before);
        for set in sets {
            for place in &group.options {
                let item = &self.items[*place];
                let more = Set {
                    value: set.value + u64::from(item.value),
                    uses: sum(&set.uses, &item.uses()),
                    counted: sum(&set.counted, &item.uses()),
                    last: Some(self.taken.len()),
                };
                if self.is_promising(&more, after) {
                    self.taken.push(Taken {
                        item: *place,
                        before: set.last,
                    });
                    extended.push(more);
                }
            }
            if !group.is_needed && self.is_promising(&set, after) {
                extended.push(set);
            }
        }
        if extended.len() > before {
            self.without_worse(extended, after)
        } else {
            extended
        }
    }

    fn is_promising(&self, set: &Set, open: &Most) -> bool {
        is_within(&set.counted, self.bounds.limits())
            && self.bounds.of(set.value, &set.counted, open) > self.at_least - TOLERANCE
    }

    /// The sets but those that rank behind another one and take no less of anything that can run out.
    fn without_worse(&mut self, mut sets: Vec<Set>, open: &Most) -> Vec<Set> {
        let limits = self.bounds.limits();
        let enough: Uses =
            array::from_fn(|resource| limits[resource].saturating_sub(open.uses[resource]));
        for set in &mut sets {
            set.counted = array::from_fn(|resource| set.counted[resource].max(enough[resource]));
        }
        sets.sort_by_key(Set::rank);
        let mut kept: Vec<Set> = Vec::with_capacity(sets.len());
        for set in sets {
            if !kept
                .iter()
                .any(|better| is_within(&better.counted, &set.counted))
            {
                kept.push(set);
            }
        }
        if kept.len() > MOST_SETS {
            self.is_cut = true;
            let promise = |set: &Set| self.bounds.of(set.value, &set.counted, open);
            kept.sort_by(|one, other| promise(other).total_cmp(&promise(one)));
            kept.truncate(MOST_SETS);
        }
        kept
    }

    fn items_of(&self, set: &Set) -> Vec<usize> {
        let mut items = Vec::new();
        let mut last = set.last;
        while let Some(taken) = last.and_then(|place| self.taken.get(place)) {
            items.push(taken.item);
            last = taken.before;
        }
        items.sort_unstable();
        items
    }
}

impl Set {
    /// What is worth more comes first; of what is worth the same, what costs less, then what takes less time.
    fn rank(&self) -> (Reverse<u64>, Uses) {
        (Reverse(self.value), self.uses)
    }
}
