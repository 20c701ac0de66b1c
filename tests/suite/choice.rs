//! The choice of a plan against all sets there are, against a general solver, and where it must give up the proof.

use std::cmp::Reverse;
use std::collections::HashSet;

use proptest::prelude::*;
use sonae::profile::{Item, Limits, Plan, best};

use crate::personas::knowledge;
use crate::plans::any_company;
use crate::solver::best_value;

/// The most that any set within the limits is worth, and the least yen and minutes for that, by trying all.
fn best_of_all(items: &[Item], limits: &Limits) -> (u64, u64, u64) {
    let sets = 0u32..1 << items.len();
    let rank = |set: u32| {
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
        is_allowed.then(|| {
            let [value, yen, minutes] = [
                sum(|item| item.value),
                sum(|item| item.yen),
                sum(|item| item.minutes),
            ];
            (Reverse(value), yen, minutes)
        })
    };
    let (Reverse(value), yen, minutes) = sets.filter_map(rank).min().unwrap();
    (value, yen, minutes)
}

fn any_items() -> impl Strategy<Value = Vec<Item>> {
    let item = (
        prop_oneof![1u32..30, 1u32..3000],
        0u32..20,
        0u32..20,
        proptest::collection::vec(0usize..9, 0..3),
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
        let (value, yen, minutes) = best_of_all(&items, &limits);
        let sum = |of: fn(&Item) -> u32| chosen.iter().map(|item| u64::from(of(item))).sum::<u64>();
        prop_assert_eq!(choice.value, value);
        prop_assert_eq!((sum(|item| item.yen), sum(|item| item.minutes)), (yen, minutes), "it costs least");
        prop_assert_eq!(best_of_all(&chosen, &limits), (value, yen, minutes), "the set itself is allowed");
        prop_assert_eq!(choice.bound, choice.value);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn the_choice_for_a_company_is_as_good_as_a_general_solver_finds(company in any_company()) {
        let (items, limits) = Plan::chosen_from(knowledge(), &company);
        prop_assert_eq!(best(&items, &limits).value, best_value(&items, &limits));
    }
}

/// Items of which none is clearly better than another, and sums that miss the limits by a little.
fn hard_items(count: u32) -> Vec<Item> {
    let items = (0..count).map(|number| {
        let yen = 10_000 + number * 7919 % 9973;
        let minutes = 1000 + number * 104_729 % 997;
        Item {
            value: yen + 10 * minutes + 100 + number * 31 % 17,
            yen,
            minutes,
            before: Vec::new(),
            group: number as usize,
        }
    });
    items.collect()
}

#[test]
fn a_choice_too_hard_to_prove_says_how_much_better_another_could_be() {
    let items = hard_items(200);
    let limits = Limits {
        yen: 1_234_567,
        minutes: 123_456,
        items: 90,
    };
    let choice = best(&items, &limits);
    let sum = |of: fn(&Item) -> u32| -> u64 {
        let chosen = choice.chosen.iter().map(|place| &items[*place]);
        chosen.map(|item| u64::from(of(item))).sum()
    };
    assert!(sum(|item| item.yen) <= limits.yen && sum(|item| item.minutes) <= limits.minutes);
    assert_eq!(sum(|item| item.value), choice.value);
    assert!(choice.value < choice.bound, "it was cut short");
    assert!(choice.value * 1000 > choice.bound * 995, "{choice:?}");
}
