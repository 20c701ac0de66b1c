//! What a person sees, without what differs from run to run beside ids: the day of the build, the moment of asking,
//! and which windows are open at that moment. Pure.

use regex::Regex;

/// Returns the text with all that replaced.
pub fn stable(text: &str) -> String {
    let mut text = text.to_owned();
    for (pattern, name) in [
        // The windows, which are sorted by whether they are open now.
        (
            r"(?m)^│ (■ |\*\*|__)?(いま連絡できる窓口|受付時間を確かめて|いまは時間外の|You can reach these now|Check the hours|Closed now)[^\n]*(\n│ [^\n]*・[^\n]*)*",
            "│ WINDOWS",
        ),
        (
            r"(?m)^│ [^\n]*(受付中と確かめられている窓口はありません|No contact is confirmed to be open)[^\n]*",
            "│ WINDOWS",
        ),
        (r"(│ WINDOWS\n(│\n)?)+", "│ WINDOWS\n"),
        (
            r"(資料の版|Knowledge) g\d+ ?\(\d{4}-\d\d-\d\d\)",
            "$1 VERSION",
        ),
        (r"\d+月\d+日\([日月火水木金土]\) \d+:\d\d", "MOMENT"),
        (
            r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ [A-Z][a-z]{2}, \d+:\d\d",
            "MOMENT",
        ),
        (r"(✅ .*) \d+:\d\d", "$1 TIME"),
    ] {
        text = Regex::new(pattern)
            .unwrap()
            .replace_all(&text, name)
            .into_owned();
    }
    text
}
