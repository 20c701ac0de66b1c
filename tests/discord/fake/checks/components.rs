//! Limits of buttons, selects and modals.

use serde_json::Value;

use super::{Finding, Findings};

/// Checks the components of a message.
pub fn check(components: &Value, findings: &mut Findings) {
    let mut ids: Vec<&str> = Vec::new();
    for row in findings.at_most("components", components, 5) {
        if row["type"] != 1 {
            findings.refuse("a component outside a row");
            continue;
        }
        let parts = findings.at_most("row", &row["components"], 5);
        if parts.is_empty() {
            findings.refuse("an empty row");
        }
        let selects = parts.iter().filter(|part| is_select(part)).count();
        if selects > 0 && parts.len() > 1 {
            findings.refuse("a select is not alone in its row");
        }
        for part in parts {
            match part["type"].as_u64() {
                Some(2) => button(part, findings),
                Some(3) => select(part, findings),
                Some(5..=8) => findings.length("custom_id", &part["custom_id"], 1, 100),
                _ => findings.refuse("a component that a message cannot have"),
            }
            if let Some(id) = part["custom_id"].as_str() {
                if ids.contains(&id) {
                    findings.refuse(format!("custom_id {id} twice"));
                }
                ids.push(id);
            }
        }
    }
}

fn is_select(part: &Value) -> bool {
    matches!(part["type"].as_u64(), Some(3 | 5..=8))
}

fn button(part: &Value, findings: &mut Findings) {
    findings.length("button label", &part["label"], 0, 80);
    let has_label = part["label"]
        .as_str()
        .is_some_and(|label| !label.trim().is_empty());
    if !has_label && part["emoji"].is_null() {
        findings.refuse("a button without label and emoji");
    }
    match part["style"].as_u64() {
        Some(1..=4) => {
            findings.length("custom_id", &part["custom_id"], 1, 100);
            if !part["url"].is_null() {
                findings.refuse("a button with custom_id and url");
            }
        }
        Some(5) => {
            findings.length("button url", &part["url"], 1, 512);
            let url = part["url"].as_str().unwrap_or_default();
            let schemes = ["https://", "http://", "discord://"];
            if !schemes.iter().any(|scheme| url.starts_with(scheme)) {
                findings.refuse("button url is no web address");
            }
            if !part["custom_id"].is_null() {
                findings.refuse("a link button with custom_id");
            }
        }
        _ => findings.refuse("an unknown button style"),
    }
}

fn select(part: &Value, findings: &mut Findings) {
    findings.length("custom_id", &part["custom_id"], 1, 100);
    findings.length("select placeholder", &part["placeholder"], 0, 150);
    let options = findings.at_most("select options", &part["options"], 25);
    if options.is_empty() {
        findings.refuse("a select without options");
    }
    let mut values = Vec::new();
    for option in options {
        findings.length("option label", &option["label"], 1, 100);
        findings.length("option value", &option["value"], 1, 100);
        findings.length("option description", &option["description"], 0, 100);
        if values.contains(&&option["value"]) {
            findings.refuse("a select option value twice");
        }
        values.push(&option["value"]);
    }
    let least = part["min_values"].as_u64().unwrap_or(1);
    let most = part["max_values"].as_u64().unwrap_or(1);
    if least > most || most > options.len().max(1) as u64 {
        findings.refuse("select takes more values than it has options");
    }
    if most == 0 || most > 25 {
        findings.refuse("select takes between 1 and 25 values at most");
    }
    let preselected = options.iter().filter(|option| option["default"] == true);
    if preselected.count() as u64 > most {
        findings.refuse("more options are preselected than may be");
    }
}

/// Checks the data of a modal.
pub fn modal(data: &Value) -> Vec<Finding> {
    let mut findings = Findings::default();
    findings.length("modal title", &data["title"], 1, 45);
    findings.length("modal custom_id", &data["custom_id"], 1, 100);
    let rows = findings.at_most("modal", &data["components"], 5);
    if rows.is_empty() {
        findings.refuse("a modal without inputs");
    }
    let mut ids = Vec::new();
    for row in rows {
        let inputs = row["components"].as_array().map_or(&[][..], Vec::as_slice);
        let [input] = inputs else {
            findings.refuse("a modal row holds exactly one input");
            continue;
        };
        if row["type"] != 1 || input["type"] != 4 {
            findings.refuse("a modal component that is no text input in a row");
        }
        if !matches!(input["style"].as_u64(), Some(1 | 2)) {
            findings.refuse("an unknown text input style");
        }
        findings.length("input label", &input["label"], 1, 45);
        findings.length("input custom_id", &input["custom_id"], 1, 100);
        findings.length("input placeholder", &input["placeholder"], 0, 100);
        findings.length("input value", &input["value"], 0, 4000);
        let least = input["min_length"].as_u64().unwrap_or(0);
        let most = input["max_length"].as_u64().unwrap_or(4000);
        if least > most || most > 4000 || most == 0 {
            findings.refuse("text input lengths are impossible");
        }
        if ids.contains(&&input["custom_id"]) {
            findings.refuse("an input custom_id twice");
        }
        ids.push(&input["custom_id"]);
    }
    findings.0
}
