//! What people read when something is not done, and what admins read when the bot may not write. Kind, short,
//! and with a way on; ours are neutral with a reference.

use super::fault::Fault;
use super::note::note;
use super::permission::{self, Permission};
use super::reply::{Message, Tone};
use crate::question::Language;
use crate::store::ChannelId;
use crate::wording::Wording;

/// The private message for a fault; `reference` finds ours in the log.
pub fn message(fault: &Fault, language: Language, reference: Option<&str>) -> Message {
    let words = &Wording::of(language).admin.refusal;
    let waiting;
    let (title, text) = match fault {
        Fault::Empty => (words.empty, words.empty_text),
        Fault::Expired => (words.expired, words.expired_text),
        Fault::Forbidden => (words.forbidden, words.forbidden_text),
        Fault::GuildOnly => (words.guild_only, words.guild_only_text),
        Fault::Wait(seconds) => {
            waiting = (words.wait_text)(*seconds);
            (words.wait, waiting.as_str())
        }
        Fault::Busy => (words.busy, words.busy_text),
        Fault::Index(_) | Fault::Store(_) | Fault::Broken(_) => (words.ours, words.ours_text),
    };
    match reference {
        Some(reference) => {
            let reference = (words.reference)(reference);
            note(Tone::Quiet, title, &format!("{text}\n\n{reference}"))
        }
        None => note(Tone::Quiet, title, text),
    }
}

/// A short code by which a request is found in the log; it says nothing about who asked.
pub fn reference(request: u64) -> String {
    let hash = blake3::hash(&request.to_le_bytes());
    hash.to_hex().chars().take(8).collect()
}

/// For admins of a guild that may not change the knowledge.
pub fn other_guild(language: Language) -> Message {
    let words = &Wording::of(language).admin.refusal;
    note(Tone::Quiet, words.other_guild, words.other_guild_text)
}

/// For the admin: where the bot may not answer, and what it lacks.
pub fn missing_permissions(channel: ChannelId, missing: &[Permission], language: Language) -> Message {
    let wording = Wording::of(language);
    let words = &wording.admin.refusal;
    let names = permission::names(missing, wording);
    let text = (words.missing_permissions_text)(&format!("<#{channel}>"), &names);
    note(Tone::Quiet, words.missing_permissions, &text)
}

/// Stands before an answer that is sent directly because it could not be written in the channel.
pub fn fallback(channel: ChannelId, language: Language) -> String {
    (Wording::of(language).admin.refusal.fallback)(&format!("<#{channel}>"))
}

/// How to ask on in a thread when messages without a mention are not read.
pub fn thread_hint(language: Language) -> &'static str {
    Wording::of(language).admin.refusal.thread_hint
}
