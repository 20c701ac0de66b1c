//! The one place that sends: each function is one request of Discord's, with the time that it may take.

use std::time::Duration;

use serde_json::{Value, json};
use serenity::http::{LightMethod, Route};
use serenity::model::id as serenity_id;
use tokio::time::Instant;

use super::body::Body;
use super::incoming::number;
use super::outgoing::{self, Callback};
use super::reply::Message;
use super::request::Place;
use super::rest::{PATIENCE, Rest, RestError};
use crate::store::{ChannelId, GuildId, MessageId, UserId};

/// Discord gives 3 s for the first answer to an interaction ("Receiving and Responding"); what is sent later is
/// lost. The rest is left for the way.
const FIRST_ANSWER: Duration = Duration::from_millis(2700);
/// Writing "is typing" later than this helps nobody.
const TYPING: Duration = Duration::from_secs(3);

/// The number and token by which an interaction is answered.
#[derive(Debug, Clone)]
pub struct Ticket {
    /// The application.
    pub application: u64,
    /// The interaction.
    pub interaction: u64,
    /// Its token.
    pub token: String,
    /// When it arrived.
    pub since: Instant,
}

impl Rest {
    /// Gives the first answer to an interaction.
    ///
    /// # Errors
    /// When Discord refuses, or did not take it within 3 s of its arrival.
    pub async fn answer(
        &self,
        ticket: &Ticket,
        kind: Callback,
        data: Value,
    ) -> Result<(), RestError> {
        let body = Body::json(&outgoing::callback(kind, data));
        self.answer_with_body(ticket, body).await
    }

    /// Answers an interaction with a message.
    ///
    /// # Errors
    /// When Discord refuses, or did not take it within 3 s of its arrival.
    pub async fn answer_with_message(
        &self,
        ticket: &Ticket,
        message: &Message,
    ) -> Result<(), RestError> {
        let body = outgoing::callback(Callback::Message, outgoing::new_message(message));
        self.answer_with_body(ticket, Body::with_files(&body, &message.files))
            .await
    }

    /// Answers an interaction by replacing the message whose component was used.
    ///
    /// # Errors
    /// When Discord refuses, or did not take it within 3 s of its arrival.
    pub async fn answer_with_update(
        &self,
        ticket: &Ticket,
        message: &Message,
    ) -> Result<(), RestError> {
        let body = outgoing::callback(Callback::Update, outgoing::edited(message));
        self.answer_with_body(ticket, Body::with_files(&body, &message.files))
            .await
    }

    async fn answer_with_body(&self, ticket: &Ticket, body: Body) -> Result<(), RestError> {
        let route = Route::InteractionResponse {
            interaction_id: serenity_id::InteractionId::new(ticket.interaction.max(1)),
            token: &ticket.token,
        };
        let deadline = ticket.since + FIRST_ANSWER;
        self.send(LightMethod::Post, route, Some(body), deadline)
            .await?;
        Ok(())
    }

    /// Replaces the first answer to an interaction.
    ///
    /// # Errors
    /// When Discord refuses or cannot be reached.
    pub async fn edit_answer(&self, ticket: &Ticket, message: &Message) -> Result<(), RestError> {
        let route = Route::WebhookOriginalInteractionResponse {
            application_id: serenity_id::ApplicationId::new(ticket.application.max(1)),
            token: &ticket.token,
        };
        let body = Body::with_files(&outgoing::edited(message), &message.files);
        self.send(LightMethod::Patch, route, Some(body), soon())
            .await?;
        Ok(())
    }

    /// Sends a further answer to an interaction.
    ///
    /// # Errors
    /// When Discord refuses or cannot be reached.
    pub async fn follow_up(&self, ticket: &Ticket, message: &Message) -> Result<(), RestError> {
        let route = Route::WebhookFollowupMessages {
            application_id: serenity_id::ApplicationId::new(ticket.application.max(1)),
            token: &ticket.token,
        };
        let body = Body::with_files(&outgoing::new_message(message), &message.files);
        self.send(LightMethod::Post, route, Some(body), soon())
            .await?;
        Ok(())
    }

    /// Posts a message to a channel, once for each nonce (at most 25 characters).
    ///
    /// # Errors
    /// When Discord refuses or cannot be reached.
    pub async fn post(
        &self,
        channel: ChannelId,
        message: &Message,
        nonce: &str,
    ) -> Result<(), RestError> {
        let body = outgoing::posted(message, nonce);
        self.create(channel, Body::with_files(&body, &message.files))
            .await
    }

    /// Posts a message as a reply to another one.
    ///
    /// # Errors
    /// When Discord refuses or cannot be reached.
    pub async fn reply(
        &self,
        place: Place,
        to: MessageId,
        message: &Message,
    ) -> Result<(), RestError> {
        let mut body = outgoing::posted(message, &to.0.to_string());
        body["message_reference"] = outgoing::reference(place.guild, place.channel, to);
        self.create(place.channel, Body::with_files(&body, &message.files))
            .await
    }

    async fn create(&self, channel: ChannelId, body: Body) -> Result<(), RestError> {
        let route = Route::ChannelMessages {
            channel_id: serenity_id::ChannelId::new(channel.0.max(1)),
        };
        self.send(LightMethod::Post, route, Some(body), soon())
            .await?;
        Ok(())
    }

    /// Writes to a person alone.
    ///
    /// # Errors
    /// When they take no direct messages, or Discord cannot be reached.
    pub async fn post_to_person(
        &self,
        user: UserId,
        message: &Message,
        nonce: &str,
    ) -> Result<(), RestError> {
        let body = Body::json(&json!({"recipient_id": user.0.to_string()}));
        let channel = self
            .send(
                LightMethod::Post,
                Route::UserMeDmChannels,
                Some(body),
                soon(),
            )
            .await?;
        let channel = number(&channel["id"]).ok_or_else(|| unexpected("a channel"))?;
        self.post(ChannelId(channel), message, nonce).await
    }

    /// Shows that an answer is being written.
    ///
    /// # Errors
    /// When Discord refuses or cannot be reached.
    pub async fn type_in(&self, channel: ChannelId) -> Result<(), RestError> {
        let route = Route::ChannelTyping {
            channel_id: serenity_id::ChannelId::new(channel.0.max(1)),
        };
        self.send(LightMethod::Post, route, None, Instant::now() + TYPING)
            .await?;
        Ok(())
    }

    /// Opens a thread at a message and returns it.
    ///
    /// # Errors
    /// When Discord refuses or cannot be reached.
    pub async fn open_thread(
        &self,
        channel: ChannelId,
        message: MessageId,
        name: &str,
    ) -> Result<ChannelId, RestError> {
        let route = Route::ChannelMessageThreads {
            channel_id: serenity_id::ChannelId::new(channel.0.max(1)),
            message_id: serenity_id::MessageId::new(message.0.max(1)),
        };
        // A day: one of the four times that Discord takes ("Channel Object", auto_archive_duration).
        let body = Body::json(&json!({"name": name, "auto_archive_duration": 1440}));
        let thread = self
            .send(LightMethod::Post, route, Some(body), soon())
            .await?;
        number(&thread["id"])
            .map(ChannelId)
            .ok_or_else(|| unexpected("a thread"))
    }

    /// Replaces all commands of the application.
    ///
    /// # Errors
    /// When Discord refuses or cannot be reached.
    pub async fn register(&self, application: u64, commands: &Value) -> Result<(), RestError> {
        let route = Route::Commands {
            application_id: serenity_id::ApplicationId::new(application.max(1)),
        };
        self.send(LightMethod::Put, route, Some(Body::json(commands)), soon())
            .await?;
        Ok(())
    }

    /// The application of the bot.
    ///
    /// # Errors
    /// When Discord refuses or cannot be reached.
    pub async fn own_application(&self) -> Result<Value, RestError> {
        self.get(Route::Oauth2ApplicationCurrent).await
    }

    /// The guilds of the bot, with what it may do there: the first 200.
    ///
    /// # Errors
    /// When Discord refuses or cannot be reached.
    pub async fn own_guilds(&self) -> Result<Value, RestError> {
        self.get(Route::UserMeGuilds).await
    }

    /// The address of the gateway and how many shards it wants.
    ///
    /// # Errors
    /// When Discord refuses or cannot be reached, or names no address.
    pub async fn gateway(&self) -> Result<(String, u32), RestError> {
        let gateway = self.get(Route::GatewayBot).await?;
        let url = gateway["url"]
            .as_str()
            .ok_or_else(|| unexpected("a gateway"))?;
        let shards = gateway["shards"].as_u64().unwrap_or(1).clamp(1, 10_000);
        Ok((url.to_owned(), u32::try_from(shards).unwrap_or(1)))
    }

    /// The account that owns a guild.
    ///
    /// # Errors
    /// When Discord refuses or cannot be reached.
    pub async fn guild_owner(&self, guild: GuildId) -> Result<UserId, RestError> {
        let route = Route::Guild {
            guild_id: serenity_id::GuildId::new(guild.0.max(1)),
        };
        let guild = self.get(route).await?;
        number(&guild["owner_id"])
            .map(UserId)
            .ok_or_else(|| unexpected("an owner"))
    }
}

fn soon() -> Instant {
    Instant::now() + PATIENCE
}

fn unexpected(what: &str) -> RestError {
    RestError::Malformed(format!("the answer does not name {what}"))
}
