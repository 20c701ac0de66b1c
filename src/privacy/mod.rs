//! Masks personal data in a question before it is kept: addresses, numbers, links' secrets, names after `@`.
//!
//! Pure. It knows shapes, not meanings: a name in a sentence stays. Each file holds rules of one topic; a rule
//! looks at a reading, where wide characters are narrow and invisible ones are gone, and returns spans.

mod address;
mod number;
mod reading;
mod secret;

use reading::{Reading, Span};
use regex::Regex;

type Rule = fn(&str) -> Vec<Span>;

// Earlier rules take what later ones would take for a part of something else: a link's user for an e-mail
// address, an IP address for a phone number.
const RULES: &[Rule] = &[
    address::mentions,
    address::links,
    address::bare_links,
    address::emails,
    address::names,
    address::ip_v6,
    address::ip_v4,
    secret::tokens,
    number::numbers,
];

/// A mark can make a shape of what is left (`0::[電話]` is an address then), so the rules run until nothing
/// changes; hardly any text needs more than two rounds.
const MOST_ROUNDS: usize = 8;

/// Returns the text with a short mark in brackets in place of everything that has the shape of personal data.
/// Masking twice is masking once.
pub fn masked(text: &str) -> String {
    let mut masked = text.to_owned();
    for _ in 0..MOST_ROUNDS {
        let after_round = masked_once(&masked);
        if after_round == masked {
            break;
        }
        masked = after_round;
    }
    masked
}

fn masked_once(text: &str) -> String {
    let mut masked = text.to_owned();
    for rule in RULES {
        let reading = Reading::of(&masked);
        let spans = rule(reading.text());
        if !spans.is_empty() {
            masked = reading.with_marks(&masked, &spans);
        }
    }
    masked
}

#[expect(
    clippy::expect_used,
    reason = "the patterns are constants, and a test uses every rule; without its pattern a rule would keep what it must mask"
)]
fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a constant pattern is well-formed")
}
