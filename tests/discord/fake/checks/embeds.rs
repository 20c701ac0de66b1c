//! Limits of embeds.

use serde_json::Value;

use super::Findings;

/// The most characters of all embeds of a message together.
const MOST_TOGETHER: usize = 6000;

/// Checks the embeds of a message.
pub fn check(embeds: &Value, findings: &mut Findings) {
    let mut together = 0;
    for embed in findings.at_most("embeds", embeds, 10) {
        findings.length("embed title", &embed["title"], 0, 256);
        findings.length("embed description", &embed["description"], 0, 4096);
        findings.length("embed footer", &embed["footer"]["text"], 0, 2048);
        findings.length("embed author", &embed["author"]["name"], 0, 256);
        if embed["author"].is_object() {
            findings.length("embed author", &embed["author"]["name"], 1, usize::MAX);
        }
        if embed["footer"].is_object() {
            findings.length("embed footer", &embed["footer"]["text"], 1, usize::MAX);
        }
        together += count(&embed["title"]) + count(&embed["description"]);
        together += count(&embed["footer"]["text"]) + count(&embed["author"]["name"]);
        for field in findings.at_most("embed fields", &embed["fields"], 25) {
            findings.length("field name", &field["name"], 1, 256);
            findings.length("field value", &field["value"], 1, 1024);
            together += count(&field["name"]) + count(&field["value"]);
        }
        for url in [&embed["url"], &embed["author"]["url"]] {
            let is_web = |text: &str| text.starts_with("https://") || text.starts_with("http://");
            if url.as_str().is_some_and(|text| !is_web(text)) {
                findings.refuse("embed url is no web address");
            }
        }
        let color = &embed["color"];
        if !color.is_null() && color.as_u64().is_none_or(|color| color > 0xff_ffff) {
            findings.refuse("embed color is no color");
        }
        let visible = [
            "title",
            "description",
            "fields",
            "author",
            "footer",
            "image",
            "thumbnail",
        ];
        if visible
            .iter()
            .all(|part| embed[part].is_null() || embed[part] == "")
        {
            findings.refuse("an empty embed");
        }
    }
    if together > MOST_TOGETHER {
        findings.refuse(format!(
            "embeds have {together} characters together, at most {MOST_TOGETHER}"
        ));
    }
}

fn count(value: &Value) -> usize {
    value.as_str().map_or(0, |text| text.trim().chars().count())
}
