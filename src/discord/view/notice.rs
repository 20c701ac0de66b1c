//! Short messages: a title and a sentence or two.

use super::block::{self, Block};
use crate::discord::reply::{Card, Message, Tone};
use crate::question::Language;
use crate::wording::Wording;

/// A message that only the caller sees.
pub fn private(tone: Tone, title: &str, text: &str, language: Language) -> Message {
    let mut card = Card::titled(tone, title);
    block::lay(&mut card, vec![Block::text(text)], Wording::of(language));
    Message::private(card)
}
