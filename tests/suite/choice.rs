//! The choice of a plan against all sets there are.

use std::collections::HashSet;

use proptest::prelude::*;
use sonae::profile::{Item, Limits, best};

/// The most that any set within the limits is worth, by trying all.
fn best_of_all(items: &[Item], limits: &Limits) -> u64 {
    let sets = 0u32..1 << items.len();
    let value = |set: u32| {
        let chosen: Vec<&Item> = (0..items.len())
            .filter(|place| set >> place & 1 == 1)
            .map(|place| &items[place])
            .collect();
        let sum = |measure: fn(&Item) -> u32| {
            chosen
                .iter()
                .map(|item| u64::from(measure(item)))
                .sum::<u64>()
        };
        let groups: HashSet<usize> = chosen.iter().map(|item| item.group).collect();
        let is_allowed = sum(|item| item.yen) <= limits.yen
            && sum(|item| item.minutes) <= limits.minutes
            && chosen.len() <= limits.items
            && groups.len() == chosen.len()
            && chosen
                .iter()
                .flat_map(|item| &item.before)
                .all(|group| groups.contains(group));
        if is_allowed {
            sum(|item| item.value)
        } else {
            0
        }
    };
    sets.map(value).max().unwrap_or(0)
}

fn any_items() -> impl Strategy<Value = Vec<Item>> {
    let item = (
        1u32..30,
        0u32..20,
        0u32..20,
        proptest::collection::vec(0usize..9, 0..2),
        0usize..9,
    );
    let item = item.prop_map(|(value, yen, minutes, before, group)| Item {
        value,
        yen,
        minutes,
        before: before
            .into_iter()
            .filter(|needed| *needed != group)
            .collect(),
        group,
    });
    proptest::collection::vec(item, 0..13)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn the_choice_is_as_good_as_the_best_of_all_sets(
        items in any_items(), yen in 0u64..60, minutes in 0u64..60, count in 0usize..9
    ) {
        let limits = Limits { yen, minutes, items: count };
        let choice = best(&items, &limits);
        let chosen: Vec<Item> = choice.chosen.iter().map(|place| items[*place].clone()).collect();
        prop_assert_eq!(choice.value, best_of_all(&items, &limits));
        prop_assert_eq!(choice.value, best_of_all(&chosen, &limits), "the set itself is allowed");
        prop_assert_eq!(choice.bound, choice.value);
    }
}
