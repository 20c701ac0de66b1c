//! The settings of the guilds, read from the store once and kept in memory: whether an answer is private must
//! be known before anything is awaited for long.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use crate::store::{GuildId, GuildSettings, Store, StoreError};

/// The settings of all guilds seen so far.
pub struct Guilds {
    store: Arc<dyn Store>,
    /// What the store holds, as far as it was asked for.
    known: RwLock<HashMap<GuildId, GuildSettings>>,
}

impl Guilds {
    /// Nothing known yet.
    pub fn new(store: Arc<dyn Store>) -> Self {
        Self {
            store,
            known: RwLock::default(),
        }
    }

    /// The settings of a guild; the defaults in a direct message, and when the store cannot be read (a store
    /// that is down is no reason not to answer).
    pub async fn settings(&self, guild: Option<GuildId>) -> GuildSettings {
        let Some(guild) = guild else {
            return GuildSettings::default();
        };
        let known = self
            .known
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&guild)
            .cloned();
        if let Some(settings) = known {
            return settings;
        }
        match self.store.guild_settings(guild).await {
            Ok(settings) => {
                self.remember(guild, settings.clone());
                settings
            }
            Err(error) => {
                tracing::warn!(%error, "the settings of a guild cannot be read; the defaults hold");
                GuildSettings::default()
            }
        }
    }

    /// Changes the settings of a guild.
    ///
    /// # Errors
    /// When the store cannot be written; nothing changes then.
    pub async fn set(&self, guild: GuildId, settings: GuildSettings) -> Result<(), StoreError> {
        self.store.set_guild_settings(guild, &settings).await?;
        self.remember(guild, settings);
        Ok(())
    }

    fn remember(&self, guild: GuildId, settings: GuildSettings) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        known.insert(guild, settings);
    }
}
