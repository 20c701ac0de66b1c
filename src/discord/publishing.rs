//! Whose turn it is to change the knowledge: one at a time, and who it is only for others of the same guild.

use std::sync::PoisonError;

use tokio::sync::MutexGuard;

use super::app::App;
use crate::store::{GuildId, UserId};

/// The turn; it ends when this is dropped.
pub struct Turn<'a> {
    app: &'a App,
    _guard: MutexGuard<'a, ()>,
}

/// Takes the turn for somebody.
///
/// # Errors
/// When somebody else has it: who, when they are of the same guild.
pub fn take(app: &App, guild: GuildId, user: UserId) -> Result<Turn<'_>, Option<UserId>> {
    let publisher = || app.publisher.lock().unwrap_or_else(PoisonError::into_inner);
    match app.publishing.try_lock() {
        Ok(guard) => {
            *publisher() = Some((guild, user));
            Ok(Turn { app, _guard: guard })
        }
        Err(_) => Err(publisher()
            .filter(|(theirs, _)| *theirs == guild)
            .map(|(_, user)| user)),
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *self
            .app
            .publisher
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = None;
    }
}
