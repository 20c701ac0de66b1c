//! The keys of the phrases around watched topics: what changed, the list, the monthly note.

use crate::news::Kind;

/// The phrases around watched topics.
pub struct WatchWords {
    /// Title of what changed under a topic.
    pub title: fn(&str) -> String,
    /// Title of the first look at a topic.
    pub begun: fn(&str) -> String,
    /// What was begun, with the command.
    pub begun_text: fn(&str) -> String,
    /// What a topic holds: documents, passages, actions, windows.
    pub holds: fn(usize, usize, usize, usize) -> String,
    /// Heading of the documents with the newest edition.
    pub newest: &'static str,
    /// A document with its edition and the day it was published.
    pub edition: fn(&str, &str, &str) -> String,
    /// What changed since a day: new, changed, gone.
    pub since: fn(&str, &Counted) -> String,
    /// Nothing changed since a day.
    pub nothing: fn(&str) -> String,
    /// Heading of what is new.
    pub new: &'static str,
    /// Heading of what changed.
    pub changed: &'static str,
    /// Heading of what is gone.
    pub gone: &'static str,
    /// What an item is.
    pub kind: fn(Kind) -> &'static str,
    /// Title of the list of watched topics.
    pub list: fn(usize) -> String,
    /// Nothing is watched; how to begin, with the command.
    pub list_empty: fn(&str) -> String,
    /// What the list is for.
    pub list_hint: &'static str,
    /// Mark of a topic about which a monthly note is wanted.
    pub monthly_mark: &'static str,
    /// The topic does not exist any more.
    pub topic_gone: &'static str,
    /// Title when no further topic can be watched.
    pub full: &'static str,
    /// The most topics.
    pub full_text: fn(u32) -> String,
    /// Title when a monthly note was asked for.
    pub monthly: &'static str,
    /// When it comes: the topic and the day of the month.
    pub monthly_text: fn(&str, i8) -> String,
    /// Title when no monthly note is wanted any more.
    pub not_monthly: &'static str,
    /// About this topic.
    pub not_monthly_text: fn(&str) -> String,
    /// About all; the list stays, with the command.
    pub no_notes_text: fn(&str) -> String,
    /// Title when a watch was ended.
    pub unwatched: &'static str,
    /// What was ended.
    pub unwatched_text: fn(&str) -> String,
    /// Title of the monthly note.
    pub note: &'static str,
    /// What the note is.
    pub note_text: &'static str,
    /// What stands on buttons and menus.
    pub button: WatchButtons,
}

/// What stands on the buttons and menus of watched topics.
pub struct WatchButtons {
    /// Wants a monthly note.
    pub monthly: &'static str,
    /// Wants none any more.
    pub not_monthly: &'static str,
    /// Ends the watch.
    pub unwatch: &'static str,
    /// Opens the list.
    pub list: &'static str,
    /// Menu of watched topics.
    pub choose: &'static str,
}

/// How much changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// New things.
    pub new: usize,
    /// Changed things.
    pub changed: usize,
    /// Things that are gone.
    pub gone: usize,
}
