//! Remembers the last events, so that one that the gateway replays is not answered twice. Bounded.

use std::collections::{HashSet, VecDeque};
use std::sync::{Mutex, PoisonError};

/// Events remembered; the gateway replays those of some minutes at most.
const MOST: usize = 20_000;

/// The numbers of the last events.
#[derive(Default)]
pub struct Seen {
    /// The numbers, and the order in which they came.
    known: Mutex<(HashSet<u64>, VecDeque<u64>)>,
}

impl Seen {
    /// Whether a number comes for the first time.
    pub fn is_new(&self, number: u64) -> bool {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let (numbers, order) = &mut *known;
        if !numbers.insert(number) {
            return false;
        }
        order.push_back(number);
        if order.len() > MOST
            && let Some(oldest) = order.pop_front()
        {
            numbers.remove(&oldest);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, Seen};

    #[test]
    fn an_event_is_new_once_and_old_ones_are_forgotten() {
        let seen = Seen::default();
        assert!(seen.is_new(7));
        assert!(!seen.is_new(7));
        for number in 100..100 + MOST as u64 {
            assert!(seen.is_new(number));
        }
        assert!(seen.is_new(7));
    }
}
