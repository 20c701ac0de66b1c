//! Paths → routes, each with the template that Discord's document uses for it.

use super::super::world::Id;

/// A route with its ids.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Route {
    Gateway,
    GatewayBot,
    Me,
    MyGuilds,
    MyChannels,
    Application,
    Commands {
        application: Id,
        guild: Option<Id>,
    },
    Command {
        application: Id,
        guild: Option<Id>,
        id: Id,
    },
    Guild(Id),
    GuildRoles(Id),
    GuildChannels(Id),
    Member {
        guild: Id,
        person: Id,
    },
    Channel(Id),
    Messages(Id),
    Message {
        channel: Id,
        id: Id,
    },
    Typing(Id),
    Threads {
        channel: Id,
        message: Option<Id>,
    },
    Reaction {
        channel: Id,
        message: Id,
        emoji: String,
    },
    Callback {
        id: Id,
        token: String,
    },
    Webhook {
        application: Id,
        token: String,
    },
    /// No message is `@original`.
    WebhookMessage {
        application: Id,
        token: String,
        message: Option<Id>,
    },
}

impl Route {
    /// Returns whether the path's token stands for the bot's.
    pub fn has_own_token(&self) -> bool {
        matches!(
            self,
            Route::Callback { .. } | Route::Webhook { .. } | Route::WebhookMessage { .. }
        )
    }
}

/// Finds the route of a path below `/api/v10`, and its template.
pub fn find(path: &str) -> Option<(Route, &'static str)> {
    let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    let id = |part: &str| part.parse::<Id>().ok();
    Some(match parts.as_slice() {
        ["gateway"] => (Route::Gateway, "/gateway"),
        ["gateway", "bot"] => (Route::GatewayBot, "/gateway/bot"),
        ["users", "@me"] => (Route::Me, "/users/@me"),
        ["users", "@me", "guilds"] => (Route::MyGuilds, "/users/@me/guilds"),
        ["users", "@me", "channels"] => (Route::MyChannels, "/users/@me/channels"),
        ["applications", "@me"] => (Route::Application, "/applications/@me"),
        ["oauth2", "applications", "@me"] => (Route::Application, "/oauth2/applications/@me"),
        ["applications", application, rest @ ..] => {
            return of_application(id(application)?, rest);
        }
        ["guilds", guild] => (Route::Guild(id(guild)?), "/guilds/{guild_id}"),
        ["guilds", guild, "roles"] => (Route::GuildRoles(id(guild)?), "/guilds/{guild_id}/roles"),
        ["guilds", guild, "channels"] => (
            Route::GuildChannels(id(guild)?),
            "/guilds/{guild_id}/channels",
        ),
        ["guilds", guild, "members", person] => {
            let (guild, person) = (id(guild)?, id(person)?);
            (
                Route::Member { guild, person },
                "/guilds/{guild_id}/members/{user_id}",
            )
        }
        ["channels", channel, rest @ ..] => return of_channel(id(channel)?, rest),
        ["interactions", interaction, token, "callback"] => {
            let (id, token) = (id(interaction)?, (*token).to_owned());
            let template = "/interactions/{interaction_id}/{interaction_token}/callback";
            (Route::Callback { id, token }, template)
        }
        ["webhooks", application, token, rest @ ..] => {
            return of_webhook(id(application)?, token, rest);
        }
        _ => return None,
    })
}

fn of_application(application: Id, rest: &[&str]) -> Option<(Route, &'static str)> {
    let id = |part: &str| part.parse::<Id>().ok();
    Some(match rest {
        ["commands"] => {
            let guild = None;
            (
                Route::Commands { application, guild },
                "/applications/{application_id}/commands",
            )
        }
        ["commands", command] => {
            let (guild, id) = (None, id(command)?);
            let template = "/applications/{application_id}/commands/{command_id}";
            (
                Route::Command {
                    application,
                    guild,
                    id,
                },
                template,
            )
        }
        ["guilds", guild, "commands"] => {
            let guild = Some(id(guild)?);
            let template = "/applications/{application_id}/guilds/{guild_id}/commands";
            (Route::Commands { application, guild }, template)
        }
        ["guilds", guild, "commands", command] => {
            let (guild, id) = (Some(id(guild)?), id(command)?);
            let template = "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}";
            (
                Route::Command {
                    application,
                    guild,
                    id,
                },
                template,
            )
        }
        _ => return None,
    })
}

fn of_channel(channel: Id, rest: &[&str]) -> Option<(Route, &'static str)> {
    let id = |part: &str| part.parse::<Id>().ok();
    Some(match rest {
        [] => (Route::Channel(channel), "/channels/{channel_id}"),
        ["typing"] => (Route::Typing(channel), "/channels/{channel_id}/typing"),
        ["threads"] => {
            let message = None;
            (
                Route::Threads { channel, message },
                "/channels/{channel_id}/threads",
            )
        }
        ["messages"] => (Route::Messages(channel), "/channels/{channel_id}/messages"),
        ["messages", message] => {
            let id = id(message)?;
            let template = "/channels/{channel_id}/messages/{message_id}";
            (Route::Message { channel, id }, template)
        }
        ["messages", message, "threads"] => {
            let message = Some(id(message)?);
            let template = "/channels/{channel_id}/messages/{message_id}/threads";
            (Route::Threads { channel, message }, template)
        }
        ["messages", message, "reactions", emoji, "@me"] => {
            let (message, emoji) = (id(message)?, (*emoji).to_owned());
            let template =
                "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me";
            (
                Route::Reaction {
                    channel,
                    message,
                    emoji,
                },
                template,
            )
        }
        _ => return None,
    })
}

fn of_webhook(application: Id, token: &str, rest: &[&str]) -> Option<(Route, &'static str)> {
    let token = token.to_owned();
    Some(match rest {
        [] => {
            let template = "/webhooks/{webhook_id}/{webhook_token}";
            (Route::Webhook { application, token }, template)
        }
        ["messages", "@original"] => {
            let message = None;
            let template = "/webhooks/{webhook_id}/{webhook_token}/messages/@original";
            (
                Route::WebhookMessage {
                    application,
                    token,
                    message,
                },
                template,
            )
        }
        ["messages", message] => {
            let message = Some(message.parse().ok()?);
            let template = "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}";
            (
                Route::WebhookMessage {
                    application,
                    token,
                    message,
                },
                template,
            )
        }
        _ => return None,
    })
}
