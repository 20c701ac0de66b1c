//! The gateway: serenity keeps the connection, this reads its events and starts a task for each.

use std::sync::Arc;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use serenity::all::{ClientBuilder, Context, Event, GatewayIntents, HttpBuilder, RawEventHandler};
use serenity::{Client, async_trait};
use tokio::time::Instant;

use super::bot::Bot;
use super::conversation;
use super::incoming::{self, number};
use super::registration;
use super::service;
use crate::store::{GuildId, UserId};

/// What the bot wants to hear.
pub fn intents(message_content: bool) -> GatewayIntents {
    let usual =
        GatewayIntents::GUILDS | GatewayIntents::GUILD_MESSAGES | GatewayIntents::DIRECT_MESSAGES;
    match message_content {
        true => usual | GatewayIntents::MESSAGE_CONTENT,
        false => usual,
    }
}

/// A client that is connected to nothing yet. The address of the gateway is set afterwards: when serenity cannot
/// ask for it, it would go to the real one.
///
/// # Errors
/// When serenity cannot be set up.
pub async fn client(bot: &Arc<Bot>, gateway: &str) -> serenity::Result<Client> {
    let mut http = HttpBuilder::new(bot.rest.token().header())
        .client(bot.rest.client())
        .ratelimiter_disabled(true);
    if let Some(base) = bot.rest.base().other() {
        http = http.proxy(base);
    }
    let events = Events {
        bot: Arc::clone(bot),
    };
    let intents = intents(bot.app.config.discord.message_content);
    let client = ClientBuilder::new_with_http(http.build(), intents)
        .raw_event_handler(events)
        .await?;
    *client.ws_url.lock().await = gateway.to_owned();
    Ok(client)
}

struct Events {
    bot: Arc<Bot>,
}

#[async_trait]
impl RawEventHandler for Events {
    async fn raw_event(&self, context: Context, event: Event) {
        let since = Instant::now();
        match event {
            Event::Ready(event) => {
                let ready = event.ready;
                tracing::info!(shard = %context.shard_id, guilds = ready.guilds.len(), "connected to Discord");
                self.ready(UserId(ready.user.id.get()), ready.application.id.get());
            }
            Event::Resumed(_) => {
                tracing::info!(shard = %context.shard_id, "took the connection up again")
            }
            Event::InteractionCreate(event) => {
                let mut interaction = json(&event.interaction);
                // serenity tells the types apart by its own, and does not write the number.
                interaction["type"] = u8::from(event.interaction.kind()).into();
                self.interaction(interaction, since);
            }
            Event::MessageCreate(event) => self.message(json(&event.message)),
            Event::GuildCreate(event) => {
                self.guild(event.guild.id.get(), &event.guild.preferred_locale)
            }
            Event::GuildUpdate(event) => {
                self.guild(event.guild.id.get(), &event.guild.preferred_locale)
            }
            Event::Unknown(event) => self.unread(&event.kind, event.value, since),
            _ => {}
        }
    }
}

impl Events {
    /// Events that serenity could not read: it knows more fields as required than Discord does.
    fn unread(&self, kind: &str, json: Value, since: Instant) {
        tracing::debug!(kind, "unknown event: serenity could not read it");
        match kind {
            "INTERACTION_CREATE" => self.interaction(json, since),
            "MESSAGE_CREATE" => self.message(json),
            "GUILD_CREATE" | "GUILD_UPDATE" => {
                if let (Some(guild), Some(locale)) =
                    (number(&json["id"]), json["preferred_locale"].as_str())
                {
                    self.guild(guild, locale);
                }
            }
            _ => {}
        }
    }

    fn guild(&self, guild: u64, locale: &str) {
        let language = incoming::language_of(locale);
        self.bot.remember_language(GuildId(guild), language);
    }

    fn ready(&self, account: UserId, application: u64) {
        if self.bot.meet(account) {
            let bot = Arc::clone(&self.bot);
            self.bot
                .tasks
                .spawn(async move { register(&bot, application).await });
        }
    }

    fn interaction(&self, json: Value, since: Instant) {
        let Some(interaction) = incoming::interaction(&json, Timestamp::now()) else {
            tracing::warn!(
                kind = number(&json["type"]),
                "an interaction could not be read"
            );
            return;
        };
        if self.bot.closing.is_cancelled() || !self.bot.seen.is_new(interaction.id) {
            return;
        }
        let bot = Arc::clone(&self.bot);
        self.bot
            .tasks
            .spawn(async move { service::serve(&bot, interaction, since).await });
    }

    fn message(&self, json: Value) {
        let Some(spoken) = incoming::message(&json) else {
            tracing::warn!("a message could not be read");
            return;
        };
        if self.bot.closing.is_cancelled() {
            return;
        }
        let bot = Arc::clone(&self.bot);
        self.bot
            .tasks
            .spawn(async move { conversation::hear(&bot, spoken).await });
    }
}

fn json(event: &impl Serialize) -> Value {
    serde_json::to_value(event).unwrap_or_else(|error| {
        tracing::warn!(%error, "an event cannot be written as JSON");
        Value::Null
    })
}

/// Registers the commands when they are others than those registered last for this application.
async fn register(bot: &Bot, application: u64) {
    let commands = registration::body();
    let hash = registration::hash(&commands);
    let key = format!("commands:{application}");
    if matches!(bot.app.store.note(&key).await, Ok(Some(known)) if known == hash) {
        tracing::info!("the commands are registered already");
        return;
    }
    match bot.rest.register(application, &commands).await {
        Ok(()) => {
            tracing::info!("registered the commands");
            if let Err(error) = bot.app.store.set_note(&key, &hash).await {
                tracing::warn!(%error, "the commands will be registered again at the next start");
            }
        }
        Err(error) => tracing::error!(%error, "the commands could not be registered"),
    }
}
