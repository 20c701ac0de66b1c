//! What Discord's client does with the commands that the bot registered: who is offered which, and whether
//! the options are filled in as the command wants.

use serde_json::{Value, json};

use super::people::Refusal;
use super::state::State;
use super::world::{Id, permission};

/// Who uses something, where, and in which language.
#[derive(Clone, Debug)]
pub struct Usage {
    /// Who.
    pub person: Id,
    /// Where.
    pub channel: Id,
    /// The language of their client.
    pub locale: String,
}

/// A command with its options filled in.
#[derive(Clone, Debug)]
pub struct Resolved {
    /// The command as it was registered.
    pub command: Value,
    /// The names of subcommands on the way.
    pub path: Vec<(String, u64)>,
    /// The options as interactions carry them.
    pub options: Vec<Value>,
    /// Users, roles and channels among the values.
    pub resolved: Value,
}

/// Fills in a command.
pub fn resolve(
    state: &State,
    usage: &Usage,
    path: &str,
    options: &Value,
) -> Result<Resolved, Refusal> {
    fill(state, usage, path, options, None)
}

/// Fills in a command as far as somebody has come who is typing into one option.
pub fn resolve_partly(
    state: &State,
    usage: &Usage,
    path: &str,
    options: &Value,
    focused: &str,
) -> Result<Resolved, Refusal> {
    fill(state, usage, path, options, Some(focused))
}

/// Finds a command of the message menu by its name in any of its languages.
pub fn find_context(state: &State, usage: &Usage, name: &str) -> Result<Value, Refusal> {
    let commands = available(state, usage);
    let mut of_menu = commands.iter().filter(|command| command["type"] == 3);
    let is_named = |command: &Value| {
        command["name"] == name || command["name_localizations"][&usage.locale] == name
    };
    let found = of_menu.find(|command| is_named(command));
    let command = found.ok_or_else(|| Refusal::UnknownCommand(name.to_owned()))?;
    check_offered(state, usage, command)?;
    Ok((*command).clone())
}

fn available<'a>(state: &'a State, usage: &Usage) -> Vec<&'a Value> {
    let guild = state.world.channels.get(&usage.channel);
    let guild = guild.and_then(|channel| channel.guild);
    let of_guild = guild.and_then(|guild| state.guild_commands.get(&guild));
    of_guild
        .into_iter()
        .flatten()
        .chain(&state.commands)
        .collect()
}

/// Checks who is offered a command: by permissions and by place.
fn check_offered(state: &State, usage: &Usage, command: &Value) -> Result<(), Refusal> {
    let name = command["name"].as_str().unwrap_or_default();
    let refused = |why: &str| Err(Refusal::NotOffered(format!("{name}: {why}")));
    let guild = state.world.channels.get(&usage.channel);
    let guild = guild.and_then(|channel| channel.guild);
    let place = json!(if guild.is_some() { 0 } else { 1 });
    if let Some(contexts) = command["contexts"].as_array() {
        if !contexts.contains(&place) {
            return refused("not in such a place");
        }
    } else if guild.is_none() && command["dm_permission"] == false {
        return refused("not in direct messages");
    }
    let bits = match &command["default_member_permissions"] {
        Value::String(bits) => bits.parse::<u64>().ok(),
        bits => bits.as_u64(),
    };
    let Some((bits, guild)) = bits.zip(guild) else {
        return Ok(());
    };
    if state.world.opened_commands.contains(name) {
        return Ok(());
    }
    let own = state.world.guild_permissions(guild, usage.person);
    let is_admin = own & permission::ADMINISTRATOR != 0;
    if !is_admin && (bits == 0 || own & bits != bits) {
        return refused("permissions");
    }
    Ok(())
}

fn fill(
    state: &State,
    usage: &Usage,
    path: &str,
    given: &Value,
    focused: Option<&str>,
) -> Result<Resolved, Refusal> {
    let mut names = path.split_whitespace();
    let name = names.next().unwrap_or_default();
    let unknown = || Refusal::UnknownCommand(path.to_owned());
    let commands = available(state, usage);
    let mut slash = commands.iter().filter(|command| command["type"] == 1);
    let command = slash
        .find(|command| command["name"] == name)
        .ok_or_else(unknown)?;
    check_offered(state, usage, command)?;
    let mut level: &Value = command;
    let mut way = Vec::new();
    for name in names {
        let mut parts = level["options"].as_array().into_iter().flatten();
        level = parts
            .find(|part| part["name"] == name)
            .ok_or_else(unknown)?;
        let kind = level["type"].as_u64().filter(|kind| matches!(kind, 1 | 2));
        way.push((name.to_owned(), kind.ok_or_else(unknown)?));
    }
    let options = level["options"].as_array().map_or(&[][..], Vec::as_slice);
    if options
        .iter()
        .any(|option| matches!(option["type"].as_u64(), Some(1 | 2)))
    {
        return Err(unknown());
    }
    let mut filled = Vec::new();
    let mut resolved = json!({});
    for (name, value) in given.as_object().into_iter().flatten() {
        let option = options
            .iter()
            .find(|option| option["name"] == name.as_str());
        let option = option.ok_or_else(|| Refusal::UnknownOption(name.clone()))?;
        let is_focused = focused == Some(name);
        if !is_focused {
            check_value(option, value)?;
        }
        if is_focused && option["autocomplete"] != true {
            return Err(Refusal::BadValue(format!("{name} does not complete")));
        }
        let mut entry = json!({"name": name, "type": option["type"], "value": value});
        if is_focused {
            entry["focused"] = json!(true);
        }
        add_resolved(state, usage, option, value, &mut resolved);
        filled.push(entry);
    }
    if focused.is_none() {
        for option in options.iter().filter(|option| option["required"] == true) {
            let name = option["name"].as_str().unwrap_or_default();
            if given.get(name).is_none() {
                return Err(Refusal::MissingOption(name.to_owned()));
            }
        }
    }
    Ok(Resolved {
        command: (**command).clone(),
        path: way,
        options: filled,
        resolved,
    })
}

fn check_value(option: &Value, value: &Value) -> Result<(), Refusal> {
    let refused = || Err(Refusal::BadValue(format!("{}: {value}", option["name"])));
    let is_id = || value.as_str().is_some_and(|id| id.parse::<Id>().is_ok());
    let fits = match option["type"].as_u64() {
        Some(3) => value.is_string(),
        Some(4) => value.is_i64(),
        Some(5) => value.is_boolean(),
        Some(10) => value.is_number(),
        _ => is_id(),
    };
    if !fits {
        return refused();
    }
    if let Some(text) = value.as_str().filter(|_| option["type"] == 3) {
        let count = text.chars().count() as u64;
        let least = option["min_length"].as_u64().unwrap_or(0);
        let most = option["max_length"].as_u64().unwrap_or(6000);
        // The client does not send an option without text.
        if count < least || count > most || text.trim().is_empty() {
            return refused();
        }
    }
    if let Some(number) = value.as_f64() {
        let least = option["min_value"].as_f64().unwrap_or(f64::MIN);
        let most = option["max_value"].as_f64().unwrap_or(f64::MAX);
        if number < least || number > most {
            return refused();
        }
    }
    let choices = option["choices"]
        .as_array()
        .filter(|choices| !choices.is_empty());
    if choices.is_some_and(|choices| choices.iter().all(|choice| choice["value"] != *value)) {
        return refused();
    }
    Ok(())
}

fn add_resolved(state: &State, usage: &Usage, option: &Value, value: &Value, resolved: &mut Value) {
    let Some(id) = value.as_str().and_then(|id| id.parse::<Id>().ok()) else {
        return;
    };
    let key = id.to_string();
    let guild = state.world.channels.get(&usage.channel);
    let guild = guild.and_then(|channel| channel.guild);
    match option["type"].as_u64() {
        Some(6) => {
            resolved["users"][key.as_str()] = state.world.user(id);
            if let Some(guild) = guild {
                let mut member = state.world.member_without_user(guild, id);
                member["permissions"] = json!(state.world.guild_permissions(guild, id).to_string());
                resolved["members"][key.as_str()] = member;
            }
        }
        Some(7) => {
            resolved["channels"][key.as_str()] = state.world.partial_channel(id, usage.person);
        }
        Some(8) => {
            let roles = guild.map_or(json!([]), |guild| state.world.roles(guild));
            let mut roles = roles.as_array().cloned().unwrap_or_default().into_iter();
            if let Some(role) = roles.find(|role| role["id"] == key.as_str()) {
                resolved["roles"][key.as_str()] = role;
            }
        }
        _ => {}
    }
}
