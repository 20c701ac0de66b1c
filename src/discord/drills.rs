//! Drills that are being played: read, changed and kept, so that of two people who press at once both are heard.

use std::sync::Arc;

use jiff::Timestamp;

use super::app::App;
use super::fault::Fault;
use super::patience::in_time;
use crate::knowledge::Drill;
use crate::profile::{DrillRefusal, DrillState};
use crate::question::Language;
use crate::store::{ChannelId, GuildId, KeptDrill, MessageId, UserId};

/// How often a change is tried again after somebody else's: there are five people.
const ATTEMPTS: u32 = 10;

/// A drill that is being played.
#[derive(Debug, Clone)]
pub struct Playing {
    /// What the store keeps of it; its state is written anew when it is kept.
    pub kept: KeptDrill,
    /// How far it is.
    pub state: DrillState,
}

impl Playing {
    /// A drill in which nobody takes part yet.
    pub fn new(number: MessageId, guild: GuildId, language: Language, drill: &Drill) -> Self {
        Self {
            kept: KeptDrill {
                number,
                guild,
                language,
                thread: None,
                seats: Vec::new(),
                state: String::new(),
                next_at: None,
                version: 0,
            },
            state: DrillState::new(&drill.id),
        }
    }

    /// Reads what the store keeps.
    ///
    /// # Errors
    /// When it cannot be read, which only a later version could have written.
    pub fn of(kept: KeptDrill) -> Result<Self, Fault> {
        let state = serde_json::from_str(&kept.state)
            .map_err(|error| Fault::Broken(format!("a drill cannot be read: {error}")))?;
        Ok(Self { kept, state })
    }

    /// The seat of a person; none when they do not take part.
    pub fn seat_of(&self, user: UserId) -> Option<u8> {
        let mut seats = self.kept.seats.iter();
        let seat = seats.position(|taken| *taken == Some(user))?;
        u8::try_from(seat).ok()
    }

    /// Whether its thread is open.
    pub fn has_begun(&self) -> bool {
        self.kept.thread.is_some()
    }

    /// Opens the next inject, which may be the first, and sets when what follows it is due.
    ///
    /// # Errors
    /// When nobody takes part.
    pub fn open_next(
        &mut self,
        drill: &Drill,
        now: Timestamp,
        minute_ms: i64,
    ) -> Result<(), DrillRefusal> {
        match self.state.turns.is_empty() {
            true => self.state.begin(now.as_millisecond())?,
            false => {
                self.state.advance(drill, now.as_millisecond());
            }
        }
        let due_ms = self.state.due_ms(drill, minute_ms);
        self.kept.next_at = due_ms.and_then(|due| Timestamp::from_millisecond(due).ok());
        Ok(())
    }

    /// Whether an inject is the one that comes next.
    pub fn is_next(&self, inject: usize) -> bool {
        self.state.end.is_none() && self.state.turns.len() == inject
    }

    fn written(&self) -> Result<KeptDrill, Fault> {
        let state = serde_json::to_string(&self.state)
            .map_err(|error| Fault::Broken(format!("a drill cannot be written: {error}")))?;
        Ok(KeptDrill {
            state,
            ..self.kept.clone()
        })
    }
}

/// Keeps a new drill.
///
/// # Errors
/// When the store fails or takes too long.
pub async fn open(app: &App, playing: &Playing, now: Timestamp) -> Result<(), Fault> {
    let kept = playing.written()?;
    in_time(app.store.open_drill(&kept, now)).await
}

/// Reads a drill.
///
/// # Errors
/// When it is no longer kept, or the store fails.
pub async fn read(app: &App, number: MessageId) -> Result<Playing, Fault> {
    let kept = in_time(app.store.drill(number)).await?;
    Playing::of(kept.ok_or(Fault::Expired)?)
}

/// Changes a drill and keeps it; read again and changed again when somebody else was faster. Returns it as it is
/// kept, and what the change returned.
///
/// # Errors
/// When it is no longer kept, the change is refused, or the store fails; then nothing is changed.
pub async fn change<T>(
    app: &App,
    number: MessageId,
    change: impl Fn(&mut Playing) -> Result<T, Fault>,
) -> Result<(Playing, T), Fault> {
    for _ in 0..ATTEMPTS {
        let mut playing = read(app, number).await?;
        let changed = change(&mut playing)?;
        let kept = playing.written()?;
        if in_time(app.store.keep_drill(&kept)).await? {
            return Ok((playing, changed));
        }
    }
    Err(Fault::Busy)
}

/// Begins in a thread: the first inject is due now. Nothing happens when it has begun.
///
/// # Errors
/// When the drill is no longer kept, or the store fails.
pub async fn begin(app: &Arc<App>, number: MessageId, thread: ChannelId) -> Result<(), Fault> {
    change(app, number, |playing| {
        if !playing.has_begun() {
            playing.kept.thread = Some(thread);
            playing.kept.next_at = Some(Timestamp::now());
        }
        Ok(())
    })
    .await?;
    app.wake_rounds();
    Ok(())
}

/// Milliseconds that a minute of a story takes.
pub fn minute_ms(app: &App) -> i64 {
    i64::from(app.config.discord.drill_minute_seconds).saturating_mul(1000)
}
