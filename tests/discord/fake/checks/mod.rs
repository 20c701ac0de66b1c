//! Discord's limits and this project's rules for what a bot sends, checked by hand. Pure.
//!
//! Each check returns findings: what Discord would refuse with 400, and what only this project forbids.

mod attachments;
mod commands;
mod components;
mod embeds;

pub use attachments::MOST_OF_ONE;
pub use commands::commands;
pub use components::modal;

use serde_json::Value;

use super::upload::File;

/// Who minds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Discord refuses the request.
    Refused,
    /// Discord takes it; this project does not.
    Forbidden,
}

/// Something wrong in a body.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Finding {
    pub weight: Weight,
    pub reason: String,
}

/// What was found, in order.
#[derive(Default)]
pub struct Findings(pub Vec<Finding>);

impl Findings {
    /// Adds what Discord refuses.
    pub fn refuse(&mut self, reason: impl Into<String>) {
        self.add(Weight::Refused, reason.into());
    }

    /// Adds what this project forbids.
    pub fn forbid(&mut self, reason: impl Into<String>) {
        self.add(Weight::Forbidden, reason.into());
    }

    fn add(&mut self, weight: Weight, reason: String) {
        self.0.push(Finding { weight, reason });
    }

    /// Adds a finding unless the text has between `least` and `most` characters.
    pub fn length(&mut self, what: &str, value: &Value, least: usize, most: usize) {
        let Some(text) = value.as_str() else {
            if !value.is_null() {
                self.refuse(format!("{what} is no text"));
            } else if least > 0 {
                self.refuse(format!("{what} is missing"));
            }
            return;
        };
        // Discord trims first and counts code points.
        let count = text.trim().chars().count();
        if count < least {
            self.refuse(format!("{what} has {count} characters, at least {least}"));
        }
        if count > most {
            self.refuse(format!("{what} has {count} characters, at most {most}"));
        }
    }

    /// Adds a finding if the list has more than `most` entries; returns the list.
    pub fn at_most<'a>(&mut self, what: &str, value: &'a Value, most: usize) -> &'a [Value] {
        let entries = value.as_array().map_or(&[][..], Vec::as_slice);
        if entries.len() > most {
            self.refuse(format!("{what}: {} entries, at most {most}", entries.len()));
        }
        entries
    }
}

/// Checks the body of a message and its files: created, edited, or inside a callback; `there` are the ids of
/// the files that it has already.
pub fn message(body: &Value, files: &[File], there: &[String]) -> Vec<Finding> {
    let mut findings = Findings::default();
    findings.length("content", &body["content"], 0, 2000);
    embeds::check(&body["embeds"], &mut findings);
    components::check(&body["components"], &mut findings);
    attachments::check(body, files, there, &mut findings);
    check_mentions(body, &mut findings);
    let flags = body["flags"].as_u64().unwrap_or(0);
    if flags & (1 << 15) != 0 {
        findings.forbid("components of the second version are not modeled here");
    }
    if body["tts"] == true {
        findings.forbid("tts");
    }
    findings.0
}

/// Nobody is ever notified: whatever shows a text must say so.
fn check_mentions(body: &Value, findings: &mut Findings) {
    let mentions = &body["allowed_mentions"];
    let shows_text = ["content", "embeds"]
        .iter()
        .any(|part| !body[part].is_null());
    if mentions.is_null() {
        if shows_text {
            findings.forbid("allowed_mentions is missing");
        }
        return;
    }
    if mentions["parse"] != serde_json::json!([]) {
        findings.forbid("allowed_mentions.parse is not empty");
    }
    for list in ["users", "roles"] {
        if mentions[list].as_array().is_some_and(|ids| !ids.is_empty()) {
            findings.forbid(format!("allowed_mentions.{list} is not empty"));
        }
    }
    if mentions["replied_user"] == true {
        findings.forbid("allowed_mentions.replied_user is true");
    }
}

/// Returns whether a new message would show nothing at all.
pub fn is_empty(body: &Value) -> bool {
    let has_text = body["content"]
        .as_str()
        .is_some_and(|text| !text.trim().is_empty());
    let lists = ["embeds", "components", "attachments", "sticker_ids"];
    let has_parts = |part: &str| body[part].as_array().is_some_and(|list| !list.is_empty());
    !has_text && !lists.iter().any(|part| has_parts(part)) && body["poll"].is_null()
}

/// Checks the choices of an autocomplete answer.
pub fn choices(data: &Value) -> Vec<Finding> {
    let mut findings = Findings::default();
    if !data["choices"].is_array() {
        findings.refuse("choices is missing");
    }
    let mut names = Vec::new();
    for choice in findings.at_most("choices", &data["choices"], 25) {
        findings.length("choice name", &choice["name"], 1, 100);
        match &choice["value"] {
            Value::String(_) => findings.length("choice value", &choice["value"], 1, 100),
            Value::Number(_) => {}
            _ => findings.refuse("choice value is missing"),
        }
        if names.contains(&&choice["name"]) {
            findings.forbid("two choices with the same name");
        }
        names.push(&choice["name"]);
    }
    findings.0
}

/// Checks the body that opens a thread.
pub fn thread(body: &Value) -> Vec<Finding> {
    let mut findings = Findings::default();
    findings.length("thread name", &body["name"], 1, 100);
    let minutes = &body["auto_archive_duration"];
    if !minutes.is_null() && ![60, 1440, 4320, 10080].iter().any(|known| minutes == known) {
        findings.refuse("auto_archive_duration is none of 60, 1440, 4320, 10080");
    }
    findings.0
}
