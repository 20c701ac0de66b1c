//! Phrases of `/kb` in English.

use super::admin_kb::Kb;

pub(super) const KB: Kb = Kb {
    status: "Status of the knowledge",
    version: |generation, moment| format!("Version in use: **{generation}**, built {moment}"),
    all_published: "There are no unpublished changes.",
    unpublished: |check, reindex| {
        format!(
            "**There are unpublished changes.** Look at them with {check} and publish with {reindex}."
        )
    },
    recent: "Latest changes",
    no_events: "None yet",
    feedback: "Votes on this server",
    votes: |helpful, not_helpful| format!("{helpful} helpful, {not_helpful} not helpful"),
    store: "Where settings and votes are kept",
    store_good: "Can be read and written",
    store_bad: "Cannot be read or written. Please tell the person who runs the bot. Questions are still answered.",
    reindexed: |generation, added, changed, removed| {
        format!("published {generation} (added {added}, changed {changed}, removed {removed})")
    },
    rolled_back: |generation| format!("went back to {generation}"),
    failed: |reason| format!("no change: {reason}"),
    by_program: "Sonae (by itself)",
    by_nobody: "somebody who deleted their data",

    check: "Check of the knowledge files",
    sound: "No problems found.",
    problems: |count| match count {
        1 => "1 problem".to_owned(),
        _ => format!("{count} problems"),
    },
    mend: |reindex| {
        format!(
            "Each line begins with file:line:column. Once they are mended, publish with {reindex}."
        )
    },
    unreadable: "The knowledge folder could not be read. Please check where it is and its permissions.",

    working: "Building the knowledge anew",
    steps: ["Read the files", "Check them", "Build the index", "Publish"],
    published: "A new version is published",
    published_text: |generation, before, seconds| {
        format!("Version in use: **{generation}** (before: {before})\nTime taken: {seconds} s")
    },
    added: |count| format!("Sections added ({count})"),
    changed: |count| format!("Sections changed ({count})"),
    removed: |count| format!("Sections removed ({count})"),
    sections: "Sections",
    no_sections: "No section was added, changed or removed.",
    all_problems: |check| format!("What cannot be read is left out. {check} shows all problems."),
    not_recorded: "The history could not be written. Please tell the person who runs the bot.",
    same: "Nothing to publish",
    same_text: |generation| {
        format!(
            "The files are the same as version **{generation}**, which is in use. Nothing was published."
        )
    },
    not_published: "Could not publish",
    not_rolled_back: "Could not go back",
    stays: |generation| format!("Version **{generation}** stays in use."),
    running: |who| match who {
        Some(who) => format!(
            "{who} is changing the knowledge right now. Please try again when that is done."
        ),
        None => "Somebody is changing the knowledge right now. Please try again when that is done."
            .to_owned(),
    },
    other_process: "Another program is building the index. Please try again when that is done.",
    unwritable: "The index folder could not be read or written. Please check free space and permissions.",
    no_documents: "Not a single document could be read, so nothing was published.",
    ours: "Something went wrong on our side.",

    history: "History of the knowledge",
    generations: "Versions that are there",
    generation: |name, moment, documents, passages| {
        format!("**{name}** {moment}, {documents} documents, {passages} passages")
    },
    unusable: |name| format!("{name} (damaged or of an older program; cannot be used)"),
    in_use: "← in use",
    events: "What happened",
    choose: "Choose a version to go back to",
    go_back: "Go back",

    confirm: |generation| format!("Go back to {generation}?"),
    now: "In use now",
    then: "In use then",
    confirm_text: "It is used for all answers at once. The knowledge files stay as they are.",
    confirm_button: "Go back",
    went_back: |generation| format!("Went back to {generation}"),
    went_back_text: "The knowledge files were not changed: the next publishing brings their content back.",
    none_before: "There is no earlier version to go back to.",
    gone: |generation| {
        format!("{generation} is gone or damaged. Please choose another version from the history.")
    },
    already: |generation| format!("{generation} is the version in use."),
    overtaken: "The version in use changed in the meantime. Please look again and choose.",

    unanswered: "Questions without a good answer",
    no_unanswered: "None so far.",
    unanswered_text: |days| {
        format!(
            "Questions for which nothing was found, and questions whose answer did not help. No names are kept. Each is deleted after {days} days."
        )
    },
    no_topic: "No topic recognized",
    topic: |topic, count| match count {
        1 => format!("{topic} (once)"),
        _ => format!("{topic} ({count} times)"),
    },
    asked: |count, day| match count {
        1 => format!("once, on {day}"),
        _ => format!("{count} times, last on {day}"),
    },
    abstained: "no answer",
    not_helpful: "did not help",
};
