//! The bot itself, its commands, and guilds as REST tells of them.

use serde_json::{Value, json};

use super::super::checks;
use super::super::state::State;
use super::super::world::{APPLICATION, BOT, Id};
use super::route::Route;
use super::{Answer, Call, refusal, wrong_method};

/// Answers the routes about the bot and its guilds.
pub fn perform(state: &mut State, call: &Call, route: &Route) -> Answer {
    if let Route::Commands { application, guild } = route {
        return commands(state, call, *application, *guild);
    }
    if call.method != "GET" {
        return wrong_method(state, call);
    }
    match route {
        Route::Gateway => Answer::ok(json!({"url": state.gateway.url})),
        Route::GatewayBot => Answer::ok(json!({
            "url": state.gateway.url,
            "shards": state.world.shards,
            "session_start_limit": {
                "total": 1000,
                "remaining": 1000,
                "reset_after": 0,
                "max_concurrency": 1,
            },
        })),
        Route::Me => Answer::ok(state.world.current_user()),
        Route::Application => Answer::ok(state.world.application()),
        Route::MyGuilds => {
            let of_bot = state.world.guilds.keys().map(|guild| {
                json!({
                    "id": guild.to_string(),
                    "name": state.world.guilds[guild].name,
                    "icon": null,
                    "banner": null,
                    "owner": false,
                    "permissions": state.world.guild_permissions(*guild, BOT).to_string(),
                    "features": [],
                })
            });
            Answer::ok(json!(of_bot.collect::<Vec<_>>()))
        }
        Route::Guild(guild) => found(state.world.guild(*guild), 10004, "Unknown Guild"),
        Route::GuildRoles(guild) => Answer::ok(state.world.roles(*guild)),
        Route::GuildChannels(guild) => {
            let channels = state.world.channels.iter();
            let of_guild = channels.filter(|(_, channel)| channel.guild == Some(*guild));
            let of_guild = of_guild.map(|(id, _)| state.world.channel(*id));
            Answer::ok(json!(of_guild.collect::<Vec<_>>()))
        }
        Route::Member { guild, person } => member(state, *guild, *person),
        _ => wrong_method(state, call),
    }
}

fn member(state: &State, guild: Id, person: Id) -> Answer {
    let Some(found) = state.world.guilds.get(&guild) else {
        return Answer::error(404, 10004, "Unknown Guild");
    };
    if !found.members.contains_key(&person) {
        return Answer::error(404, 10007, "Unknown Member");
    }
    Answer::ok(state.world.member(guild, person))
}

fn found(value: Value, code: u32, message: &str) -> Answer {
    if value.is_null() {
        return Answer::error(404, code, message);
    }
    Answer::ok(value)
}

fn commands(state: &mut State, call: &Call, application: Id, guild: Option<Id>) -> Answer {
    if application != APPLICATION {
        state.violation(&call.name(), "the commands of another application");
        return Answer::error(403, 20012, "You are not authorized to perform this action");
    }
    match call.method {
        "GET" => {
            let registered = match guild {
                None => state.commands.clone(),
                Some(guild) => state
                    .guild_commands
                    .get(&guild)
                    .cloned()
                    .unwrap_or_default(),
            };
            Answer::ok(json!(registered))
        }
        "PUT" => {
            if let Some(answer) = refusal(state, call, &checks::commands(call.body)) {
                return answer;
            }
            let bodies = call.body.as_array().cloned().unwrap_or_default();
            let registered: Vec<Value> = bodies
                .into_iter()
                .map(|body| registered(state, body, guild))
                .collect();
            match guild {
                None => state.commands = registered.clone(),
                Some(guild) => {
                    state.guild_commands.insert(guild, registered.clone());
                }
            }
            Answer::ok(json!(registered))
        }
        _ => wrong_method(state, call),
    }
}

/// Returns a command as Discord stores it: with ids and the defaults of what was left out.
fn registered(state: &mut State, mut command: Value, guild: Option<Id>) -> Value {
    let defaults = json!({
        "type": 1,
        "description": "",
        "name_localizations": null,
        "description_localizations": null,
        "default_member_permissions": null,
        "options": [],
        "nsfw": false,
        "integration_types": [0],
        "contexts": null,
        "dm_permission": true,
    });
    for (name, default) in defaults.as_object().into_iter().flatten() {
        if command.get(name).is_none() {
            command[name] = default.clone();
        }
    }
    command["id"] = json!(state.snowflakes.next().to_string());
    command["version"] = json!(state.snowflakes.next().to_string());
    command["application_id"] = json!(APPLICATION.to_string());
    if let Some(guild) = guild {
        command["guild_id"] = json!(guild.to_string());
    }
    command
}
