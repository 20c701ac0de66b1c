//! Keys and tokens: long words in which letters and digits are mixed.

use std::sync::LazyLock;

use regex::Regex;

use super::pattern;
use super::reading::Span;

const TOKEN: &str = "[トークン]";

/// From this length a part of letters and digits is no word and no model number any more.
const LEAST_PART: usize = 20;

static LONG_WORDS: LazyLock<Regex> = LazyLock::new(|| pattern(r"[A-Za-z0-9_\-]{20,}"));

/// Long words with a part that looks made by a machine; names of files have short parts.
pub(super) fn tokens(text: &str) -> Vec<Span> {
    LONG_WORDS
        .find_iter(text)
        .filter(|word| word.as_str().split(['-', '_']).any(is_made_by_a_machine))
        .map(|word| Span {
            start: word.start(),
            end: word.end(),
            mark: TOKEN,
        })
        .collect()
}

fn is_made_by_a_machine(part: &str) -> bool {
    part.len() >= LEAST_PART
        && part.contains(|one: char| one.is_ascii_digit())
        && part.contains(|one: char| one.is_ascii_alphabetic())
}
