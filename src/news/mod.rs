//! What a topic holds, in fingerprints that can be kept for months, and what changed between two of them. Knows
//! neither who watches a topic nor where it is shown.

mod changes;
mod holding;

pub use changes::Changes;
pub use holding::{Holding, Item, Kind, holdings, newest};
