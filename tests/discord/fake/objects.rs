//! Discord's objects as JSON, built from the world: users, members, roles, channels, guilds. Pure.

use serde_json::{Value, json};

use super::world::{APPLICATION, BOT, ChannelKind, Id, World, permission};

/// When everybody joined and everything was made.
const LONG_AGO: &str = "2024-04-01T00:00:00.000000+00:00";

impl World {
    /// Returns a user object.
    pub fn user(&self, id: Id) -> Value {
        let person = self.people.get(&id);
        let name = person.map_or("somebody", |person| &person.name);
        let mut user = json!({
            "id": id.to_string(),
            "username": format!("user{}", id % 1000),
            "discriminator": "0",
            "global_name": name,
            "avatar": null,
            "public_flags": 0,
        });
        if person.is_some_and(|person| person.is_bot) {
            user["bot"] = json!(true);
        }
        user
    }

    /// Returns a guild member object without the user, as messages carry it.
    pub fn member_without_user(&self, guild: Id, person: Id) -> Value {
        let roles = self.guilds.get(&guild);
        let roles = roles.and_then(|guild| guild.members.get(&person));
        let roles = roles.into_iter().flatten().map(Id::to_string);
        json!({
            "roles": roles.collect::<Vec<_>>(),
            "nick": null,
            "avatar": null,
            "joined_at": LONG_AGO,
            "premium_since": null,
            "deaf": false,
            "mute": false,
            "flags": 0,
            "pending": false,
            "communication_disabled_until": null,
        })
    }

    /// Returns a guild member object.
    pub fn member(&self, guild: Id, person: Id) -> Value {
        let mut member = self.member_without_user(guild, person);
        member["user"] = self.user(person);
        member
    }

    /// Returns the roles of a guild.
    pub fn roles(&self, guild: Id) -> Value {
        let Some(found) = self.guilds.get(&guild) else {
            return json!([]);
        };
        let mut roles = Vec::new();
        for (position, (id, role)) in found.roles.iter().enumerate() {
            let mut value = json!({
                "id": id.to_string(),
                "name": role.name,
                "color": 0,
                "colors": {"primary_color": 0, "secondary_color": null, "tertiary_color": null},
                "hoist": false,
                "icon": null,
                "unicode_emoji": null,
                "position": position,
                "permissions": role.permissions.to_string(),
                "managed": role.of_bot.is_some(),
                "mentionable": false,
                "flags": 0,
            });
            if let Some(bot) = role.of_bot {
                value["tags"] = json!({"bot_id": bot.to_string()});
            }
            roles.push(value);
        }
        json!(roles)
    }

    /// Returns a channel object.
    pub fn channel(&self, id: Id) -> Value {
        let Some(channel) = self.channels.get(&id) else {
            return Value::Null;
        };
        let mut value = json!({
            "id": id.to_string(),
            "last_message_id": null,
            "flags": 0,
        });
        match channel.kind {
            ChannelKind::Dm { person } => {
                value["type"] = json!(1);
                value["recipients"] = json!([self.user(person)]);
                return value;
            }
            ChannelKind::Text => {
                value["type"] = json!(0);
                value["parent_id"] = Value::Null;
                value["topic"] = Value::Null;
                value["position"] = json!(0);
                value["nsfw"] = json!(false);
                value["permission_overwrites"] = self.overwrites(id);
            }
            ChannelKind::Thread { parent, owner } => {
                value["type"] = json!(11);
                value["parent_id"] = json!(parent.to_string());
                value["owner_id"] = json!(owner.to_string());
                value["message_count"] = json!(0);
                value["member_count"] = json!(1);
                value["total_message_sent"] = json!(0);
                value["thread_metadata"] = json!({
                    "archived": false,
                    "archive_timestamp": LONG_AGO,
                    "auto_archive_duration": 1440,
                    "locked": false,
                    "create_timestamp": LONG_AGO,
                });
            }
        }
        value["name"] = json!(channel.name);
        value["rate_limit_per_user"] = json!(0);
        if let Some(guild) = channel.guild {
            value["guild_id"] = json!(guild.to_string());
        }
        value
    }

    fn overwrites(&self, channel: Id) -> Value {
        let channel = &self.channels[&channel];
        let is_role = |id: &Id| {
            let guild = channel.guild.and_then(|guild| self.guilds.get(&guild));
            guild.is_some_and(|guild| guild.roles.contains_key(id))
        };
        let overwrites = channel.overwrites.iter().map(|(id, (allow, deny))| {
            json!({
                "id": id.to_string(),
                "type": if is_role(id) { 0 } else { 1 },
                "allow": allow.to_string(),
                "deny": deny.to_string(),
            })
        });
        json!(overwrites.collect::<Vec<_>>())
    }

    /// Returns the channel as interactions carry it: with what the caller may do there.
    pub fn partial_channel(&self, id: Id, person: Id) -> Value {
        let mut value = self.channel(id);
        if let Value::Object(fields) = &mut value {
            fields.remove("permission_overwrites");
        }
        value["permissions"] = json!(self.permissions(id, person).to_string());
        value
    }

    /// Returns a guild object as REST gives it.
    pub fn guild(&self, id: Id) -> Value {
        let Some(guild) = self.guilds.get(&id) else {
            return Value::Null;
        };
        json!({
            "id": id.to_string(),
            "name": guild.name,
            "icon": null,
            "splash": null,
            "discovery_splash": null,
            "owner_id": guild.owner.to_string(),
            "region": "japan",
            "afk_channel_id": null,
            "afk_timeout": 300,
            "widget_enabled": false,
            "widget_channel_id": null,
            "verification_level": 1,
            "default_message_notifications": 0,
            "explicit_content_filter": 0,
            "roles": self.roles(id),
            "emojis": [],
            "features": [],
            "mfa_level": 0,
            "application_id": null,
            "system_channel_id": null,
            "system_channel_flags": 0,
            "rules_channel_id": null,
            "max_members": 500_000,
            "vanity_url_code": null,
            "description": null,
            "banner": null,
            "premium_tier": 0,
            "premium_subscription_count": 0,
            "preferred_locale": guild.locale,
            "public_updates_channel_id": null,
            "nsfw_level": 0,
            "nsfw": false,
            "stickers": [],
            "premium_progress_bar_enabled": false,
            "safety_alerts_channel_id": null,
            "incidents_data": null,
        })
    }

    /// Returns the guild as GUILD_CREATE carries it.
    pub fn guild_create(&self, id: Id) -> Value {
        let mut value = self.guild(id);
        let Some(guild) = self.guilds.get(&id) else {
            return value;
        };
        let in_guild = |wants_threads: bool| {
            let mut found = Vec::new();
            for (channel, kind) in &self.channels {
                let is_thread = matches!(kind.kind, ChannelKind::Thread { .. });
                let is_visible = self.permissions(*channel, BOT) & permission::VIEW_CHANNEL != 0;
                // A thread is sent only where the bot may look; a channel always, with its overwrites.
                if kind.guild == Some(id)
                    && is_thread == wants_threads
                    && (!is_thread || is_visible)
                {
                    found.push(self.channel(*channel));
                }
            }
            json!(found)
        };
        value["joined_at"] = json!(LONG_AGO);
        value["large"] = json!(false);
        value["unavailable"] = json!(false);
        value["member_count"] = json!(guild.members.len());
        value["voice_states"] = json!([]);
        // Without the privileged intent for members, Discord sends the bot's own member only.
        value["members"] = json!([self.member(id, BOT)]);
        value["channels"] = in_guild(false);
        value["threads"] = in_guild(true);
        value["presences"] = json!([]);
        value["stage_instances"] = json!([]);
        value["guild_scheduled_events"] = json!([]);
        value["soundboard_sounds"] = json!([]);
        value
    }

    /// Returns the bot's application.
    pub fn application(&self) -> Value {
        let flag = |intent: u64, flag: u64| {
            if self.granted_intents & intent != 0 {
                flag
            } else {
                0
            }
        };
        // The flags for intents that are granted to an app in fewer guilds than need a review.
        let flags = flag(1 << 8, 1 << 13) | flag(1 << 1, 1 << 15) | flag(1 << 15, 1 << 19);
        json!({
            "id": APPLICATION.to_string(),
            "name": "Sonae",
            "icon": null,
            "description": "",
            "summary": "",
            "bot_public": true,
            "bot_require_code_grant": false,
            "verify_key": "00".repeat(32),
            "team": null,
            "flags": flags,
            "owner": self.user(BOT),
            "bot": self.user(BOT),
            "approximate_guild_count": self.guilds.len(),
            "integration_types_config": {"0": {}},
        })
    }

    /// Returns the bot's own user as REST and READY give it.
    pub fn current_user(&self) -> Value {
        let mut user = self.user(BOT);
        user["verified"] = json!(true);
        user["mfa_enabled"] = json!(false);
        user["email"] = Value::Null;
        user["flags"] = json!(0);
        user
    }
}
