//! Snowflakes, timestamps and tokens in Discord's shape.

use std::time::{SystemTime, UNIX_EPOCH};

use super::world::Id;

/// The first millisecond of Discord's snowflakes.
const DISCORD_EPOCH_MS: u64 = 1_420_070_400_000;

/// Makes snowflakes that only grow.
#[derive(Default)]
pub struct Snowflakes {
    last: Id,
}

impl Snowflakes {
    /// Returns an id that no earlier one equals or exceeds.
    pub fn next(&mut self) -> Id {
        let now_ms = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(DISCORD_EPOCH_MS, |now| now.as_millis() as u64);
        let from_clock = now_ms.saturating_sub(DISCORD_EPOCH_MS) << 22;
        self.last = from_clock.max(self.last + 1);
        self.last
    }
}

/// Returns the present in the form that Discord writes.
pub fn timestamp() -> String {
    let now = jiff::Timestamp::now();
    format!("{now:.6}").replace('Z', "+00:00")
}

/// Returns the token of an interaction: long, and free of characters that a path would not carry.
pub fn interaction_token(id: Id) -> String {
    format!("aW50ZXJhY3Rpb24{id}Token{id:x}")
}

/// Returns the interaction that a token belongs to.
pub fn interaction_of(token: &str) -> Option<Id> {
    let (_, id) = token.rsplit_once("Token")?;
    Id::from_str_radix(id, 16).ok()
}
