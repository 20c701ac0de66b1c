//! How much each caller and each guild may ask: token buckets in memory. They forget on a restart, which only
//! makes them kinder.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use crate::config::{BudgetConfig, DiscordConfig};
use crate::store::{GuildId, UserId};

/// Buckets kept at most; beyond that the full ones, which say nothing, are dropped.
const MOST_BUCKETS: usize = 10_000;

/// The budgets of all callers and guilds.
pub struct Budgets {
    users: Buckets<UserId>,
    guilds: Buckets<GuildId>,
}

impl Budgets {
    /// Full buckets for everybody.
    pub fn new(config: &DiscordConfig) -> Self {
        Self {
            users: Buckets::new(config.user_budget),
            guilds: Buckets::new(config.guild_budget),
        }
    }

    /// Takes one question from the caller's and the guild's budget.
    ///
    /// # Errors
    /// The whole seconds to wait, at least 1, when one of the two is used up; nothing is taken then.
    pub fn take(&self, user: UserId, guild: Option<GuildId>, now: Instant) -> Result<(), u64> {
        self.users.take(user, now)?;
        match guild.map_or(Ok(()), |guild| self.guilds.take(guild, now)) {
            Ok(()) => Ok(()),
            Err(wait) => {
                self.users.give_back(user);
                Err(wait)
            }
        }
    }
}

struct Buckets<K> {
    config: BudgetConfig,
    /// What is left in each bucket that is not full, and when it was looked at.
    left: Mutex<HashMap<K, (f64, Instant)>>,
}

impl<K: Hash + Eq + Copy> Buckets<K> {
    fn new(config: BudgetConfig) -> Self {
        Self {
            config,
            left: Mutex::default(),
        }
    }

    fn refilled(&self, (left, seen): (f64, Instant), now: Instant) -> f64 {
        let seconds = now.saturating_duration_since(seen).as_secs_f64();
        (left + seconds * self.config.per_minute / 60.0).min(f64::from(self.config.burst))
    }

    fn take(&self, key: K, now: Instant) -> Result<(), u64> {
        let mut buckets = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= MOST_BUCKETS {
            buckets.retain(|_, bucket| self.refilled(*bucket, now) < f64::from(self.config.burst));
        }
        let full = (f64::from(self.config.burst), now);
        let left = self.refilled(*buckets.get(&key).unwrap_or(&full), now);
        if left < 1.0 {
            buckets.insert(key, (left, now));
            return Err(((1.0 - left) * 60.0 / self.config.per_minute)
                .ceil()
                .max(1.0) as u64);
        }
        buckets.insert(key, (left - 1.0, now));
        Ok(())
    }

    fn give_back(&self, key: K) {
        let mut buckets = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((left, _)) = buckets.get_mut(&key) {
            *left += 1.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::Budgets;
    use crate::config::{BudgetConfig, DiscordConfig};
    use crate::store::{GuildId, UserId};

    fn budgets(user_burst: u32, guild_burst: u32) -> Budgets {
        let budget = |burst| BudgetConfig {
            burst,
            per_minute: 6.0,
        };
        Budgets::new(&DiscordConfig {
            user_budget: budget(user_burst),
            guild_budget: budget(guild_burst),
            ..DiscordConfig::default()
        })
    }

    #[test]
    fn a_used_up_budget_names_the_wait_and_refills() {
        let budgets = budgets(2, 100);
        let start = Instant::now();
        assert_eq!(budgets.take(UserId(1), None, start), Ok(()));
        assert_eq!(budgets.take(UserId(1), None, start), Ok(()));
        assert_eq!(budgets.take(UserId(1), None, start), Err(10));
        assert_eq!(budgets.take(UserId(2), None, start), Ok(()));
        let later = start + Duration::from_secs(10);
        assert_eq!(budgets.take(UserId(1), None, later), Ok(()));
    }

    #[test]
    fn a_refusal_of_the_guild_takes_nothing_from_the_caller() {
        let budgets = budgets(1, 1);
        let start = Instant::now();
        let guild = Some(GuildId(7));
        assert_eq!(budgets.take(UserId(1), guild, start), Ok(()));
        assert_eq!(budgets.take(UserId(2), guild, start), Err(10));
        assert_eq!(budgets.take(UserId(2), None, start), Ok(()));
    }
}
