//! A short private message: a title and a text. What happened, or why not, and what to do.

use super::reply::{Card, Message, Tone};

/// A private message with a title and a text of at most 4096 characters.
pub fn note(tone: Tone, title: &str, text: &str) -> Message {
    let mut card = Card::titled(tone, title);
    if card.describe(text).is_err() {
        // The title still says what it is about; an unsent message would say nothing.
        tracing::error!(title, "the text of a note does not fit");
    }
    Message::private(card)
}
