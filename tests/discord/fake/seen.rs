//! What a person sees, as text for snapshots: messages, suggestions, modals, and the whole transcript.
//! Ids and times, which differ from run to run, are replaced. Pure.

use std::sync::LazyLock;

use regex::{Captures, Regex};
use serde_json::Value;

use super::state::{Entry, State};
use super::world::Id;

static CHANGING: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[0-9.]*(?:Z|[+-]\d\d:\d\d)|<t:\d+(:[a-zA-Z])?>|\b\d{17,20}\b";
    Regex::new(pattern).expect("a pattern")
});

/// Lays a message out.
pub fn seen(message: &Value) -> String {
    let mut lines = Vec::new();
    if message["flags"].as_u64().unwrap_or(0) & 64 != 0 {
        lines.push("(only you can see this)".to_owned());
    }
    if let Some(replied) = message["referenced_message"].as_object() {
        let text = replied["content"].as_str().unwrap_or_default();
        lines.push(format!("(reply to: {})", one_line(text)));
    }
    add_text(&mut lines, "", &message["content"]);
    for embed in message["embeds"].as_array().into_iter().flatten() {
        add_embed(&mut lines, embed);
    }
    for file in message["attachments"].as_array().into_iter().flatten() {
        add_text(&mut lines, "📎 ", &file["filename"]);
        add_text(&mut lines, "   ", &file["description"]);
    }
    for row in message["components"].as_array().into_iter().flatten() {
        let parts = row["components"].as_array().into_iter().flatten();
        lines.push(parts.map(component).collect::<Vec<_>>().join(" "));
    }
    normalized(&lines.join("\n"))
}

/// Lays suggestions out, one a line, with the value where it differs.
pub fn seen_choices(choices: &Value) -> String {
    let lines = choices.as_array().into_iter().flatten().map(|choice| {
        let name = choice["name"].as_str().unwrap_or_default();
        match choice["value"].as_str() {
            Some(value) if value != name => format!("- {name} = {value}"),
            _ => format!("- {name}"),
        }
    });
    normalized(&lines.collect::<Vec<_>>().join("\n"))
}

/// Lays a modal out.
pub fn seen_modal(modal: &Value) -> String {
    let mut lines = vec![format!("╔ {}", modal["title"].as_str().unwrap_or_default())];
    for row in modal["components"].as_array().into_iter().flatten() {
        let input = &row["components"][0];
        let text = |name: &str| input[name].as_str().unwrap_or_default().to_owned();
        let need = if input["required"] == false {
            "optional"
        } else {
            "required"
        };
        let height = if input["style"] == 2 {
            "paragraph"
        } else {
            "line"
        };
        lines.push(format!("║ {} ({need}, {height})", text("label")));
        lines.push(format!("║ [{}|{}]", text("value"), text("placeholder")));
    }
    normalized(&lines.join("\n"))
}

/// Tells everything that people did and saw.
pub fn transcript(state: &State) -> String {
    let name = |id: &Id| {
        state
            .world
            .people
            .get(id)
            .map_or("?", |person| person.name.as_str())
    };
    let place = |id: &Id| match state.world.channels.get(id) {
        Some(channel) if channel.guild.is_some() => format!("#{}", channel.name),
        _ => "DM".to_owned(),
    };
    let mut text = String::new();
    for entry in &state.timeline {
        let told = match entry {
            Entry::Did {
                channel,
                person,
                act,
            } => {
                format!(
                    "── {} {}: {}",
                    place(channel),
                    name(person),
                    normalized(act)
                )
            }
            Entry::Shown {
                channel,
                value,
                is_edit,
            } => {
                let verb = if *is_edit { "changes" } else { "shows" };
                format!("── {} the bot {verb}\n{}", place(channel), seen(value))
            }
            Entry::Modal(modal) => format!("── a window opens\n{}", seen_modal(modal)),
            Entry::Choices(choices) => format!("── suggestions\n{}", seen_choices(choices)),
        };
        text.push_str(&told);
        text.push_str("\n\n");
    }
    text
}

fn add_embed(lines: &mut Vec<String>, embed: &Value) {
    let color = embed["color"].as_u64();
    let color = color.map_or(String::new(), |color| format!(" #{color:06x}"));
    lines.push(format!("┌{color}"));
    add_text(lines, "│ ⟨author⟩ ", &embed["author"]["name"]);
    match (embed["title"].as_str(), embed["url"].as_str()) {
        (Some(title), Some(url)) => lines.push(format!("│ # {title} → {url}")),
        _ => add_text(lines, "│ # ", &embed["title"]),
    }
    add_text(lines, "│ ", &embed["description"]);
    for field in embed["fields"].as_array().into_iter().flatten() {
        let inline = if field["inline"] == true {
            " (inline)"
        } else {
            ""
        };
        lines.push(format!(
            "│ ■ {}{inline}",
            field["name"].as_str().unwrap_or_default()
        ));
        add_text(lines, "│   ", &field["value"]);
    }
    add_text(lines, "│ ▣ ", &embed["image"]["url"]);
    add_text(lines, "└ ", &embed["footer"]["text"]);
    add_text(lines, "└ ", &embed["timestamp"]);
}

/// Adds each line of a text behind a margin; nothing if there is no text.
fn add_text(lines: &mut Vec<String>, margin: &str, text: &Value) {
    let text = text.as_str().filter(|text| !text.is_empty());
    for line in text.into_iter().flat_map(str::lines) {
        lines.push(format!("{margin}{line}").trim_end().to_owned());
    }
}

fn component(part: &Value) -> String {
    let off = if part["disabled"] == true {
        " (off)"
    } else {
        ""
    };
    let emoji = part["emoji"]["name"].as_str().unwrap_or_default();
    let label = part["label"].as_str().unwrap_or_default();
    let label = [emoji, label].join(" ").trim().to_owned();
    match (part["type"].as_u64(), part["url"].as_str()) {
        (Some(2), Some(url)) => format!("[{label} → {url}]{off}"),
        (Some(2), None) => format!("[{label}]{off}"),
        (Some(3), _) => {
            let options = part["options"].as_array().into_iter().flatten();
            let options = options.map(|option| {
                let label = option["label"].as_str().unwrap_or_default();
                let mark = if option["default"] == true {
                    "☑"
                } else {
                    "-"
                };
                match option["description"].as_str() {
                    Some(more) => format!("\n  {mark} {label} ({more})"),
                    None => format!("\n  {mark} {label}"),
                }
            });
            let placeholder = part["placeholder"].as_str().unwrap_or_default();
            let least = part["min_values"].as_u64().unwrap_or(1);
            let most = part["max_values"].as_u64().unwrap_or(1);
            let count = match (least, most) {
                (1, 1) => String::new(),
                (least, most) => format!(" {least}-{most}"),
            };
            let options = options.collect::<String>();
            format!("{{{placeholder}}}{count}{off}{options}")
        }
        (kind, _) => format!("{{{} type {kind:?}}}{off}", part["placeholder"]),
    }
}

fn one_line(text: &str) -> String {
    let first: String = text.chars().take(60).collect();
    first.replace('\n', " ")
}

fn normalized(text: &str) -> String {
    let replaced = CHANGING.replace_all(text, |found: &Captures| {
        if found[0].starts_with("<t:") {
            format!(
                "<t:TIME{}>",
                found.get(1).map_or("", |style| style.as_str())
            )
        } else if found[0].contains('T') {
            "TIME".to_owned()
        } else {
            "ID".to_owned()
        }
    });
    replaced.into_owned()
}
