//! What changed under a topic between two moments.

use std::collections::HashMap;

use super::{Holding, Item, Kind};

/// What changed, each in the order of its holding.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes<'a> {
    /// Was not there before.
    pub new: Vec<&'a Item>,
    /// Was there, and reads otherwise now.
    pub changed: Vec<&'a Item>,
    /// Is not there any more, as it was called.
    pub gone: Vec<&'a Item>,
}

impl<'a> Changes<'a> {
    /// Compares what a topic held with what it holds now.
    pub fn between(before: &'a Holding, now: &'a Holding) -> Self {
        let (known, present) = (by_id(before), by_id(now));
        let mut changes = Self::default();
        for item in &now.items {
            match known.get(&key(item)) {
                None => changes.new.push(item),
                Some(old) if old.fingerprint != item.fingerprint => changes.changed.push(item),
                Some(_) => {}
            }
        }
        let is_gone = |item: &&Item| !present.contains_key(&key(item));
        changes.gone = before.items.iter().filter(is_gone).collect();
        changes
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty() && self.gone.is_empty()
    }
}

fn by_id(holding: &Holding) -> HashMap<(Kind, &str), &Item> {
    let items = holding.items.iter();
    items.map(|item| (key(item), item)).collect()
}

fn key(item: &Item) -> (Kind, &str) {
    (item.kind, &item.id)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

    use proptest::prelude::*;

    use super::{Changes, Holding, Item, Kind};

    fn holding(items: &[(u8, u64)]) -> Holding {
        let mut holding = Holding::default();
        for (id, fingerprint) in items {
            let id = id.to_string();
            if holding.items.iter().all(|known| known.id != id) {
                holding.items.push(Item {
                    kind: Kind::Passage,
                    name: format!("節{id}"),
                    name_en: format!("Section {id}"),
                    id,
                    fingerprint: *fingerprint,
                });
            }
        }
        holding
    }

    fn ids(items: &[&Item]) -> Vec<String> {
        items.iter().map(|item| item.id.clone()).collect()
    }

    #[test]
    fn what_is_new_changed_and_gone_is_told_apart() {
        let before = holding(&[(1, 10), (2, 20), (3, 30)]);
        let now = holding(&[(3, 31), (1, 10), (4, 40)]);
        let changes = Changes::between(&before, &now);
        assert_eq!(ids(&changes.new), ["4"]);
        assert_eq!(ids(&changes.changed), ["3"]);
        assert_eq!(ids(&changes.gone), ["2"]);
    }

    proptest! {
        #[test]
        fn nothing_changed_exactly_when_the_numbers_are_equal(
            before in proptest::collection::vec((0_u8..6, 0_u64..3), 0..6),
            now in proptest::collection::vec((0_u8..6, 0_u64..3), 0..6),
        ) {
            let (before, now) = (holding(&before), holding(&now));
            let is_same = Changes::between(&before, &now).is_empty();
            prop_assert_eq!(is_same, before.number() == now.number());
        }

        #[test]
        fn there_and_back_new_is_gone_and_gone_is_new(
            before in proptest::collection::vec((0_u8..6, 0_u64..3), 0..6),
            now in proptest::collection::vec((0_u8..6, 0_u64..3), 0..6),
        ) {
            let (before, now) = (holding(&before), holding(&now));
            let (there, back) = (Changes::between(&before, &now), Changes::between(&now, &before));
            prop_assert_eq!(ids(&there.new), ids(&back.gone));
            prop_assert_eq!(ids(&there.gone), ids(&back.new));
            prop_assert_eq!(there.changed.len(), back.changed.len());
        }
    }

    #[test]
    fn what_was_written_down_is_read_back() {
        let kept = holding(&[(1, u64::MAX), (2, 0)]);
        assert_eq!(Holding::parse(&kept.to_text()).unwrap(), kept);
        assert_eq!(Holding::parse("{"), None);
    }
}
