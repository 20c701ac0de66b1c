//! The phrases around watched topics in English.

use super::watch::{WatchButtons, WatchWords};
use crate::news::Kind;

pub(super) const WATCH: WatchWords = WatchWords {
    title: |topic| format!("What changed: {topic}"),
    begun: |topic| format!("Watching \"{topic}\" from now on"),
    begun_text: |command| {
        format!(
            "What it says today is remembered. When you choose this topic with {command} again, you see only what changed after today."
        )
    },
    holds: |documents, passages, actions, windows| {
        format!(
            "This topic now holds {passages} sections of {documents} documents. Next steps: {actions}. Contacts: {windows}."
        )
    },
    newest: "Newest documents",
    edition: |document, edition, published| {
        format!("{document} ({edition}, published {published})")
    },
    since: |day, counted| {
        format!(
            "After {day}: {} new, {} changed, {} gone.",
            counted.new, counted.changed, counted.gone
        )
    },
    nothing: |day| format!("Nothing has changed after {day}."),
    new: "New",
    changed: "Changed",
    gone: "Gone",
    kind: |kind| match kind {
        Kind::Document => "Edition",
        Kind::Passage => "Section",
        Kind::Action => "Next step",
        Kind::Window => "Contact",
    },
    list: |count| format!("Topics you watch ({count})"),
    list_empty: |command| {
        format!(
            "You watch no topic yet. Choose one with {command}; from then on you see what changed."
        )
    },
    list_hint: "Choose a topic from the menu below to see what changed.",
    monthly_mark: "monthly note",
    topic_gone: "this topic does not exist any more",
    full: "No more topics",
    full_text: |most| {
        format!(
            "You can watch {most} topics at most. Open one that you no longer need from the list, stop it, and try again."
        )
    },
    monthly: "You will get a monthly note",
    monthly_text: |topic, day| {
        format!(
            "When something changed about \"{topic}\", you get one direct message a month, from day {day} of the month on, starting next month. When nothing changed, you get none."
        )
    },
    not_monthly: "No more monthly notes",
    not_monthly_text: |topic| {
        format!("There will be no notes about \"{topic}\". The topic stays on your list.")
    },
    no_notes_text: |command| {
        format!(
            "There will be no more notes. Your topics stay, and {command} shows them at any time."
        )
    },
    unwatched: "Stopped",
    unwatched_text: |topic| format!("What was remembered about \"{topic}\" is deleted."),
    note: "Something changed in topics you watch",
    note_text: "This is what changed after you looked last. The buttons below open all of it.",
    button: WatchButtons {
        monthly: "Tell me monthly",
        not_monthly: "No monthly note",
        unwatch: "Stop this topic",
        list: "My topics",
        choose: "Choose a topic to see what changed",
    },
};
