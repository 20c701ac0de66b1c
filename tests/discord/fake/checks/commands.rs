//! Limits of registered commands.

use std::sync::LazyLock;

use regex::Regex;
use serde_json::Value;

use super::{Finding, Findings};

/// Discord's pattern; Devanagari and Thai vowel signs are marks, which `\p{L}` leaves out.
static NAME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[-_'\p{L}\p{N}\p{Devanagari}\p{Thai}]{1,32}$").expect("a pattern")
});

/// The locales that Discord knows.
const LOCALES: &[&str] = &[
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl",
    "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th",
    "zh-CN", "ja", "zh-TW", "ko",
];

/// The most characters of a command with all its parts.
const MOST_TOGETHER: usize = 8000;

/// Checks a bulk overwrite.
pub fn commands(body: &Value) -> Vec<Finding> {
    let mut findings = Findings::default();
    let Some(commands) = body.as_array() else {
        findings.refuse("commands are no list");
        return findings.0;
    };
    let of_kind = |kind: u64| {
        commands
            .iter()
            .filter(move |command| kind_of(command) == kind)
    };
    for (kind, most) in [(1, 100), (2, 15), (3, 15)] {
        let count = of_kind(kind).count();
        if count > most {
            findings.refuse(format!("{count} commands of type {kind}, at most {most}"));
        }
        let mut names: Vec<&str> = of_kind(kind)
            .filter_map(|one| one["name"].as_str())
            .collect();
        names.sort_unstable();
        if let Some(pair) = names.windows(2).find(|pair| pair[0] == pair[1]) {
            findings.refuse(format!("command {} twice", pair[0]));
        }
    }
    for command in commands {
        check_command(command, &mut findings);
    }
    findings.0
}

fn kind_of(command: &Value) -> u64 {
    command["type"].as_u64().unwrap_or(1)
}

fn check_command(command: &Value, findings: &mut Findings) {
    let name = command["name"].as_str().unwrap_or_default().to_owned();
    if kind_of(command) == 1 {
        check_name(command, findings);
        check_description(command, findings);
    } else {
        findings.length("name", &command["name"], 1, 32);
        check_locales(&command["name_localizations"], findings);
        let description = command["description"].as_str().unwrap_or_default();
        let has_options = command["options"]
            .as_array()
            .is_some_and(|list| !list.is_empty());
        if !description.is_empty() || has_options {
            findings.refuse(format!(
                "{name}: a context menu command has no description or options"
            ));
        }
    }
    let permissions = &command["default_member_permissions"];
    let is_number = permissions
        .as_str()
        .is_none_or(|bits| bits.parse::<u64>().is_ok());
    if !is_number || !(permissions.is_null() || permissions.is_string() || permissions.is_u64()) {
        findings.refuse(format!(
            "{name}: default_member_permissions is no decimal number"
        ));
    }
    check_options(&name, &command["options"], 0, findings);
    let together = characters(command);
    if together > MOST_TOGETHER {
        findings.refuse(format!(
            "{name} has {together} characters together, at most {MOST_TOGETHER}"
        ));
    }
}

fn check_name(value: &Value, findings: &mut Findings) {
    let own = value["name"].as_str().unwrap_or_default();
    let localized = value["name_localizations"].as_object();
    let localized = localized
        .into_iter()
        .flatten()
        .filter_map(|(_, name)| name.as_str());
    for name in [own].into_iter().chain(localized) {
        if !NAME.is_match(name) {
            findings.refuse(format!("name {name:?} does not fit the pattern"));
        }
        if name.to_lowercase() != name {
            findings.refuse(format!("name {name:?} is not in lower case"));
        }
    }
    check_locales(&value["name_localizations"], findings);
}

fn check_description(value: &Value, findings: &mut Findings) {
    findings.length("description", &value["description"], 1, 100);
    let localized = value["description_localizations"].as_object();
    for (_, description) in localized.into_iter().flatten() {
        findings.length("localized description", description, 1, 100);
    }
    check_locales(&value["description_localizations"], findings);
}

fn check_locales(localizations: &Value, findings: &mut Findings) {
    for locale in localizations
        .as_object()
        .into_iter()
        .flatten()
        .map(|(locale, _)| locale)
    {
        if !LOCALES.contains(&locale.as_str()) {
            findings.refuse(format!("locale {locale} is unknown"));
        }
    }
}

fn check_options(path: &str, options: &Value, depth: usize, findings: &mut Findings) {
    let options = findings.at_most("options", options, 25);
    let mut names = Vec::new();
    let mut was_optional = false;
    let subcommands = options
        .iter()
        .filter(|option| matches!(kind_of(option), 1 | 2))
        .count();
    if subcommands > 0 && subcommands < options.len() {
        findings.refuse(format!("{path}: subcommands beside options"));
    }
    for option in options {
        let name = option["name"].as_str().unwrap_or_default();
        let path = format!("{path} {name}");
        check_name(option, findings);
        check_description(option, findings);
        if names.contains(&name) {
            findings.refuse(format!("{path}: the name comes twice"));
        }
        names.push(name);
        match kind_of(option) {
            kind @ (1 | 2) => {
                if depth + usize::from(kind == 2) > 1 {
                    findings.refuse(format!("{path}: nested too deeply"));
                }
                check_options(&path, &option["options"], depth + 1, findings);
            }
            3..=11 => check_value_option(&path, option, findings),
            _ => findings.refuse(format!("{path}: an unknown type of option")),
        }
        let is_required = option["required"] == true;
        if is_required && was_optional {
            findings.refuse(format!("{path}: a required option after an optional one"));
        }
        was_optional |= !is_required;
    }
}

fn check_value_option(path: &str, option: &Value, findings: &mut Findings) {
    let choices = findings.at_most("choices", &option["choices"], 25);
    if option["autocomplete"] == true && !choices.is_empty() {
        findings.refuse(format!("{path}: autocomplete and choices"));
    }
    if option["autocomplete"] == true && !matches!(kind_of(option), 3 | 4 | 10) {
        findings.refuse(format!("{path}: autocomplete on an option that has none"));
    }
    for choice in choices {
        findings.length("choice name", &choice["name"], 1, 100);
        check_locales(&choice["name_localizations"], findings);
        if choice["value"].is_string() {
            findings.length("choice value", &choice["value"], 1, 100);
        }
    }
    let bounds = [&option["min_value"], &option["max_value"]];
    let is_number = matches!(kind_of(option), 4 | 10);
    if !is_number && bounds.iter().any(|bound| !bound.is_null()) {
        findings.refuse(format!("{path}: bounds on an option that is no number"));
    }
    // Integers are those that a double holds exactly.
    let exact = (1_i64 << 53) as f64;
    let is_odd = |bound: &&Value| bound.as_f64().is_none_or(|bound| bound.abs() > exact);
    let [least, most] = bounds.map(Value::as_f64);
    let given = bounds.iter().filter(|bound| !bound.is_null());
    if given.into_iter().any(is_odd) || least.zip(most).is_some_and(|(least, most)| least > most) {
        findings.refuse(format!("{path}: bounds are impossible"));
    }
    let most = option["max_length"].as_u64().unwrap_or(6000);
    if most == 0 || most > 6000 || option["min_length"].as_u64().unwrap_or(0) > most {
        findings.refuse(format!("{path}: lengths are impossible"));
    }
}

/// Returns the characters of names, descriptions and values, each with its longest localization.
fn characters(value: &Value) -> usize {
    let count = |value: &Value| value.as_str().map_or(0, |text| text.chars().count());
    let longest = |own: &str, localized: &str| {
        let others = value[localized].as_object();
        let others = others.into_iter().flatten().map(|(_, text)| count(text));
        others.chain([count(&value[own])]).max().unwrap_or(0)
    };
    let mut together = longest("name", "name_localizations")
        + longest("description", "description_localizations")
        + count(&value["value"]);
    for list in ["options", "choices"] {
        for part in value[list].as_array().into_iter().flatten() {
            together += characters(part);
        }
    }
    together
}
