//! The words of a question inside a quote, marked in the original text.

use std::ops::Range;

use crate::question::{Query, QueryTerm};
use crate::text::{self, Token};

/// A quote with the places that match the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// The quote, word for word.
    pub text: String,
    /// Byte ranges of the quote that match, in order and apart from each other.
    pub matches: Vec<Range<usize>>,
}

/// Finds the query's words in a quote.
pub fn marked(quote: &str, query: &Query) -> Snippet {
    let normalized = text::normalize(quote);
    let mut ranges = Vec::new();
    let mut start = 0;
    for line in normalized.text.split_inclusive(['。', '\n']) {
        for token in matching_tokens(line, query) {
            let range = normalized.original_range(start + token.start..start + token.end);
            if !range.is_empty() {
                ranges.push(range);
            }
        }
        start += line.len();
    }
    ranges.sort_by_key(|range| (range.start, range.end));
    Snippet {
        text: quote.to_owned(),
        matches: merged(ranges),
    }
}

/// The words of a line that are the query's.
fn matching_tokens(line: &str, query: &Query) -> Vec<Token> {
    // To cut a line into words takes longest of all: only where a word's letters are.
    let mut words = match query.words.iter().any(|term| may_have(line, &term.text)) {
        true => text::word_tokens(line),
        false => Vec::new(),
    };
    words.retain(|token| is_in(&query.words, token));
    let mut stems = text::english_tokens(line);
    stems.retain(|token| is_in(&query.english, token));
    words.extend(stems);
    words
}

fn is_in(terms: &[QueryTerm], token: &Token) -> bool {
    terms.iter().any(|term| term.text == token.text)
}

/// Codes are terms without the marks between their parts: `jcstar` for `JC-STAR`.
fn may_have(line: &str, term: &str) -> bool {
    line.contains(term) || (term.is_ascii() && line.contains(['-', '.', '_']))
}

fn merged(ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}
