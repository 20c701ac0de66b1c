//! The words of a question inside a quote, marked in the original text.

use std::ops::Range;

use crate::question::Query;
use crate::text;

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
    let is_in = |terms: &[crate::question::QueryTerm], token: &text::Token| {
        terms.iter().any(|term| term.text == token.text)
    };
    let words = text::word_tokens(&normalized.text);
    let english = text::english_tokens(&normalized.text);
    let mut ranges: Vec<Range<usize>> = words
        .iter()
        .filter(|token| is_in(&query.words, token))
        .chain(english.iter().filter(|token| is_in(&query.english, token)))
        .map(|token| normalized.original_range(token.start..token.end))
        .filter(|range| !range.is_empty())
        .collect();
    ranges.sort_by_key(|range| (range.start, range.end));
    Snippet {
        text: quote.to_owned(),
        matches: merged(ranges),
    }
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
