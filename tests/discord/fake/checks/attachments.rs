//! Limits of files, and that every file, its description and the picture of an embed belong together.

use std::sync::LazyLock;

use regex::Regex;
use serde_json::Value;

use super::super::upload::File;
use super::Findings;

/// The most bytes of one file in a guild without boosts ("Uploading Files").
pub const MOST_OF_ONE: usize = 10 * 1024 * 1024;

/// Names that Discord leaves as they are; `attachment://` takes no others.
static NAME: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^[A-Za-z0-9._-]+$").expect("a pattern"));

/// Checks the files of a message against its body; `there` are the ids of files that the message has already.
pub fn check(body: &Value, files: &[File], there: &[String], findings: &mut Findings) {
    let described = findings.at_most("attachments", &body["attachments"], 10);
    if files.len() > 10 {
        findings.refuse(format!("{} files, at most 10", files.len()));
    }
    let mut ids: Vec<String> = Vec::new();
    for attachment in described {
        let id = id_of(attachment);
        if ids.contains(&id) {
            findings.refuse(format!("attachment {id} twice"));
        }
        if !there.contains(&id) && files.iter().all(|file| file.number.to_string() != id) {
            findings.refuse(format!("attachment {id} has no file"));
        }
        findings.length(
            "attachment description",
            &attachment["description"],
            0,
            1024,
        );
        if let Some(name) = attachment["filename"].as_str() {
            check_name(name, findings);
        }
        ids.push(id);
    }
    let mut names: Vec<&str> = Vec::new();
    for file in files {
        let number = file.number;
        match described
            .iter()
            .find(|one| id_of(one) == number.to_string())
        {
            None => findings.refuse(format!("files[{number}] is described by no attachment")),
            Some(one) if one["filename"] != file.name.as_str() => {
                findings.refuse(format!("files[{number}] has two names"));
            }
            Some(_) => {}
        }
        check_name(&file.name, findings);
        if names.contains(&file.name.as_str()) {
            findings.forbid(format!("two files named {}", file.name));
        }
        if file.bytes.is_empty() {
            findings.forbid(format!("files[{number}] is empty"));
        }
        names.push(&file.name);
    }
    for embed in body["embeds"].as_array().into_iter().flatten() {
        for picture in [&embed["image"]["url"], &embed["thumbnail"]["url"]] {
            let Some(url) = picture.as_str() else {
                continue;
            };
            match url.strip_prefix("attachment://") {
                Some(name) if names.contains(&name) => {}
                Some(name) => findings.refuse(format!("no file for the picture {name}")),
                None => findings.forbid("a picture from elsewhere"),
            }
        }
    }
}

fn check_name(name: &str, findings: &mut Findings) {
    if !NAME.is_match(name) {
        findings.forbid(format!("a file name that Discord changes: {name:?}"));
    }
}

/// Ids come as strings or as numbers.
fn id_of(attachment: &Value) -> String {
    let id = &attachment["id"];
    id.as_str().map_or(id.to_string(), str::to_owned)
}
