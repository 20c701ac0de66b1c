//! Takes the items apart into what can be decided alone: groups that nothing ties to others, and forks. A fork is a
//! group that others need: with it and without it, what hangs on it falls apart into smaller parts.

use std::collections::{BTreeMap, BTreeSet};

use super::prices::{Bounds, Most};
use super::{Item, RESOURCES, Uses, is_within};

/// Items of which any may be chosen as long as groups, forks and limits allow.
#[derive(Debug, Default)]
pub(super) struct Part {
    pub forks: Vec<Fork>,
    pub groups: Vec<Group>,
    pub most: Most,
}

/// One of these parts is taken: the one with a group that others need, or the one without.
#[derive(Debug)]
pub(super) struct Fork {
    pub ways: Vec<Part>,
    pub most: Most,
}

/// Items of which at most one is chosen.
#[derive(Debug)]
pub(super) struct Group {
    pub options: Vec<usize>,
    /// Whether it must be one, because others need it.
    pub is_needed: bool,
    pub most: Most,
}

/// A group while the parts are made.
#[derive(Debug, Clone, Default)]
struct Open {
    options: Vec<OpenOption>,
    is_needed: bool,
}

/// An item, and the groups that it needs and that are not decided yet.
#[derive(Debug, Clone)]
struct OpenOption {
    item: usize,
    before: Vec<usize>,
}

type OpenGroups = BTreeMap<usize, Open>;

impl Part {
    /// Takes apart all items that fit the limits by themselves.
    pub fn of_all(items: &[Item], limits: &Uses) -> Self {
        let mut groups = OpenGroups::new();
        for (place, item) in items.iter().enumerate() {
            if is_within(&item.uses(), limits) {
                let before = item.before.iter().copied();
                groups
                    .entry(item.group)
                    .or_default()
                    .options
                    .push(OpenOption {
                        item: place,
                        before: before.filter(|needed| *needed != item.group).collect(),
                    });
            }
        }
        let there: BTreeSet<usize> = groups.keys().copied().collect();
        for group in groups.values_mut() {
            let options = &mut group.options;
            options.retain(|option| option.before.iter().all(|needed| there.contains(needed)));
        }
        // Nothing is needed yet, so there is a way to choose.
        Self::of(groups).unwrap_or_default()
    }

    /// Returns nothing if a group that is needed cannot be had.
    fn of(groups: OpenGroups) -> Option<Self> {
        let mut part = Self::default();
        for tied in tied(groups) {
            match most_needed(&tied) {
                Some(needed) => part.forks.push(Fork::of(&tied, needed)?),
                None => {
                    for group in tied.into_values() {
                        part.groups.push(Group::of(group)?);
                    }
                }
            }
        }
        Some(part)
    }

    /// Notes what everything is worth at most, and brings what is decided most clearly to the front: then the search
    /// has few open sets for long.
    pub fn weigh(&mut self, bounds: &Bounds) {
        self.most = Most::default();
        for fork in &mut self.forks {
            fork.ways.iter_mut().for_each(|way| way.weigh(bounds));
            fork.most = Most::of_any(fork.ways.iter().map(|way| way.most));
            self.most = self.most.plus(&fork.most);
        }
        for group in &mut self.groups {
            group.most = group.weighed(bounds);
            self.most = self.most.plus(&group.most);
        }
        self.groups.sort_by(|one, other| {
            let clearness = |group: &Group| group.clearness(bounds);
            clearness(other).total_cmp(&clearness(one))
        });
    }

    /// Returns the most that it can be worth where each item has a worth, and what that takes.
    pub fn richest(&self, items: &[Item], worths: &[f64]) -> (f64, [f64; RESOURCES]) {
        let mut most = 0.0;
        let mut uses = [0.0; RESOURCES];
        let mut take = |(worth, taken): (f64, [f64; RESOURCES])| {
            most += worth;
            for (used, more) in uses.iter_mut().zip(taken) {
                *used += more;
            }
        };
        for fork in &self.forks {
            let ways = fork.ways.iter().map(|way| way.richest(items, worths));
            ways.max_by(|one, other| one.0.total_cmp(&other.0))
                .into_iter()
                .for_each(&mut take);
        }
        for group in &self.groups {
            let worth = |place: &usize| worths[*place];
            let richest = group
                .options
                .iter()
                .max_by(|one, other| worth(one).total_cmp(&worth(other)))
                .filter(|place| group.is_needed || worth(place) > 0.0);
            if let Some(place) = richest {
                take((worth(place), items[*place].uses().map(|used| used as f64)));
            }
        }
        (most, uses)
    }
}

impl Fork {
    fn of(tied: &OpenGroups, needed: usize) -> Option<Self> {
        let ways = [with(tied, needed), without(tied, needed)];
        let ways: Vec<Part> = ways.into_iter().filter_map(Part::of).collect();
        (!ways.is_empty()).then(|| Self {
            ways,
            most: Most::default(),
        })
    }
}

impl Group {
    fn of(open: Open) -> Option<Self> {
        let group = Self {
            options: open.options.iter().map(|option| option.item).collect(),
            is_needed: open.is_needed,
            most: Most::default(),
        };
        (!group.is_needed || !group.options.is_empty()).then_some(group)
    }

    fn weighed(&self, bounds: &Bounds) -> Most {
        let nothing = (!self.is_needed).then(Most::default);
        let options = self.options.iter().map(|place| bounds.item(*place));
        Most::of_any(options.chain(nothing))
    }

    /// How much is lost at the first prices if not the best option is taken.
    fn clearness(&self, bounds: &Bounds) -> f64 {
        let nothing = (!self.is_needed).then_some(0.0);
        let options = self
            .options
            .iter()
            .map(|place| bounds.item(*place).worths[0]);
        let mut worths: Vec<f64> = options.chain(nothing).collect();
        worths.sort_by(|one, other| other.total_cmp(one));
        match worths.as_slice() {
            [best, second, ..] => best - second,
            _ => f64::INFINITY,
        }
    }
}

/// Groups apart from each other: within one, each group is tied to the others by what needs what.
fn tied(mut groups: OpenGroups) -> Vec<OpenGroups> {
    let mut neighbors: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (number, group) in &groups {
        for needed in group.options.iter().flat_map(|option| &option.before) {
            neighbors.entry(*number).or_default().insert(*needed);
            neighbors.entry(*needed).or_default().insert(*number);
        }
    }
    let mut all = Vec::new();
    while let Some((first, group)) = groups.pop_first() {
        let mut tied = OpenGroups::from([(first, group)]);
        let mut open = vec![first];
        while let Some(number) = open.pop() {
            for neighbor in neighbors.get(&number).into_iter().flatten() {
                if let Some(group) = groups.remove(neighbor) {
                    tied.insert(*neighbor, group);
                    open.push(*neighbor);
                }
            }
        }
        all.push(tied);
    }
    all
}

/// The group that most options need.
fn most_needed(groups: &OpenGroups) -> Option<usize> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    let options = groups.values().flat_map(|group| &group.options);
    for needed in options.flat_map(|option| &option.before) {
        *counts.entry(*needed).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    most.map(|(number, _)| number)
}

/// The same groups where one of this group is chosen.
fn with(groups: &OpenGroups, needed: usize) -> OpenGroups {
    let mut groups = groups.clone();
    for (number, group) in &mut groups {
        group.is_needed |= *number == needed;
        for option in &mut group.options {
            option.before.retain(|before| *before != needed);
        }
    }
    groups
}

/// The same groups where none of this group is chosen.
fn without(groups: &OpenGroups, needed: usize) -> OpenGroups {
    let mut groups = groups.clone();
    groups.remove(&needed);
    for group in groups.values_mut() {
        group
            .options
            .retain(|option| !option.before.contains(&needed));
    }
    groups
}
