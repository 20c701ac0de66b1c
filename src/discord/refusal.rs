//! What people read when something is not done, and what admins read when the bot may not write. Kind, short,
//! and with a way on; ours are neutral with a reference.

use std::sync::atomic::{AtomicU64, Ordering};

use jiff::Timestamp;

use super::component_id::Action;
use super::fault::Fault;
use super::note::note;
use super::permission::{self, Permission};
use super::reply::{Message, Tone};
use super::view;
use crate::profile::DrillRefusal;
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
        Fault::Drill(refusal) => return not_in_drill(*refusal, language),
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

fn not_in_drill(refusal: DrillRefusal, language: Language) -> Message {
    let words = &Wording::of(language).drill_room.refusal;
    let (title, text) = match refusal {
        DrillRefusal::Full => words.full,
        DrillRefusal::Begun => words.begun,
        DrillRefusal::Nobody => words.nobody,
        DrillRefusal::NoSeat => words.no_seat,
        DrillRefusal::Closed => words.closed,
        DrillRefusal::Over => words.over,
    };
    view::drill::note(title, text, language)
}

/// The private message for a fault; ours are logged here, once, with the reference that is shown.
pub fn logged(fault: &Fault, language: Language) -> Message {
    if !fault.is_ours() {
        return message(fault, language, None);
    }
    let reference = reference();
    tracing::error!(reference, causes = causes(fault), "a request failed");
    message(fault, language, Some(&reference))
}

/// An error with its causes, for the log.
pub fn causes(error: &(dyn std::error::Error + 'static)) -> String {
    let causes: Vec<String> = anyhow::Chain::new(error).map(ToString::to_string).collect();
    causes.join(": ")
}

/// A new short code by which a fault is found in the log; it says nothing about who asked.
pub fn reference() -> String {
    static COUNTER: AtomicU64 = AtomicU64::new(0);
    let count = COUNTER.fetch_add(1, Ordering::Relaxed);
    let hash = blake3::hash(format!("{} {count}", Timestamp::now()).as_bytes());
    hash.to_hex().chars().take(8).collect()
}

/// For admins of a guild that may not change the knowledge.
pub fn other_guild(language: Language) -> Message {
    let words = &Wording::of(language).admin.refusal;
    note(Tone::Quiet, words.other_guild, words.other_guild_text)
}

/// For the admin: where the bot could not answer, and all that it needs there.
pub fn missing_permission(channel: ChannelId, language: Language) -> Message {
    let wording = Wording::of(language);
    let words = &wording.admin.refusal;
    let names = permission::names(&Permission::ALL, wording);
    let text = (words.missing_permissions_text)(&format!("<#{channel}>"), &names);
    note(Tone::Quiet, words.missing_permissions, &text)
}

/// An answer as it is sent directly because it could not be written in the channel; the card says why. There, no
/// thread can be opened, and nobody else is to be asked.
pub fn instead_of_channel(message: &Message, channel: ChannelId, language: Language) -> Message {
    let words = &Wording::of(language).admin.refusal;
    let mut direct = message.clone();
    direct.rows = direct.rows.without(&[Action::Thread, Action::HandOver]);
    let reason = (words.fallback)(&format!("<#{channel}>"));
    if direct.card.field(words.fallback_heading, &reason).is_err() {
        // The answer fills the card: it matters more than why it stands here.
        tracing::debug!("no room to say why an answer is sent directly");
    }
    direct
}

/// How to ask on in a thread whose messages are not read.
pub fn unread_thread(wording: &Wording) -> Message {
    let words = &wording.admin.refusal;
    Message::public(note(Tone::Calm, words.unread_thread, words.unread_thread_text).card)
}
