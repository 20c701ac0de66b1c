//! The patterns of refusals, each made into an automaton only when a question could match it.
//!
//! All of them as one set took 17 ms to make, a quarter of the time from start to first answer, and 150 µs for each
//! question. How a match begins is known from the pattern's text at a tenth of that, and rules nearly all of them out.

use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use regex::Regex;
use regex_syntax::hir::literal::Extractor;

/// Bytes of a beginning that are compared: three characters of Japanese.
const BEGINNING: usize = 9;

pub(super) struct Patterns {
    patterns: Vec<Pattern>,
    /// Beginnings of matches, with the positions of their patterns, by their first character.
    beginnings: HashMap<char, Vec<(String, usize)>>,
    /// Positions of patterns whose matches may begin with anything.
    open: Vec<usize>,
}

struct Pattern {
    text: String,
    /// The refusal that it belongs to.
    refusal: usize,
    /// Nothing when the pattern cannot be read: the check reports it, and it must not stop the others.
    automaton: OnceLock<Option<Regex>>,
}

impl Patterns {
    /// Takes patterns over normalized text, each with the position of its refusal.
    pub fn new<'a>(patterns: impl Iterator<Item = (usize, &'a String)>) -> Self {
        let mut prepared = Self {
            patterns: Vec::new(),
            beginnings: HashMap::new(),
            open: Vec::new(),
        };
        for (refusal, text) in patterns {
            prepared.add(refusal, text);
        }
        prepared
    }

    fn add(&mut self, refusal: usize, text: &str) {
        // Word boundaries between ASCII letters alone: the ones of Unicode keep the regex engine from its
        // fast way in Japanese text.
        let text = text.replace(r"\b", r"(?-u:\b)");
        let position = self.patterns.len();
        match beginnings(&text) {
            Some(beginnings) => {
                for (first, beginning) in beginnings {
                    let of_character = self.beginnings.entry(first).or_default();
                    of_character.push((beginning, position));
                }
            }
            None => self.open.push(position),
        }
        self.patterns.push(Pattern {
            text,
            refusal,
            automaton: OnceLock::new(),
        });
    }

    /// The refusal of the first pattern that matches.
    pub fn refusal(&self, normalized: &str) -> Option<usize> {
        let mut candidates: BTreeSet<usize> = self.open.iter().copied().collect();
        for (start, first) in normalized.char_indices() {
            let rest = normalized.get(start..).unwrap_or_default();
            let here = self.beginnings.get(&first).into_iter().flatten();
            candidates.extend(
                here.filter(|(beginning, _)| rest.starts_with(beginning))
                    .map(|(_, position)| *position),
            );
        }
        let mut candidates = candidates
            .into_iter()
            .filter_map(|position| self.patterns.get(position));
        candidates
            .find(|pattern| pattern.matches(normalized))
            .map(|pattern| pattern.refusal)
    }
}

impl Pattern {
    fn matches(&self, normalized: &str) -> bool {
        let automaton = self.automaton.get_or_init(|| Regex::new(&self.text).ok());
        automaton
            .as_ref()
            .is_some_and(|automaton| automaton.is_match(normalized))
    }
}

/// All ways in which a match of a pattern begins, with their first characters; nothing when a match may begin
/// with anything, or the pattern cannot be read.
fn beginnings(pattern: &str) -> Option<BTreeSet<(char, String)>> {
    let parsed = regex_syntax::parse(pattern).ok()?;
    let mut extractor = Extractor::new();
    extractor.limit_literal_len(BEGINNING);
    let literals = extractor.extract(&parsed);
    literals
        .literals()?
        .iter()
        .map(|literal| {
            let beginning = whole_characters(literal.as_bytes());
            Some((beginning.chars().next()?, beginning.to_owned()))
        })
        .collect()
}

/// The bytes up to the last whole character.
fn whole_characters(bytes: &[u8]) -> &str {
    let whole = bytes.utf8_chunks().next();
    whole.map_or("", |chunk| chunk.valid())
}

#[cfg(test)]
mod tests {
    use regex::Regex;

    use super::Patterns;
    use crate::knowledge::{embedded_files, parse};
    use crate::text;

    fn check(patterns: &[&str], text: &str, expected: Option<usize>) {
        let patterns: Vec<String> = patterns.iter().map(ToString::to_string).collect();
        let prepared = Patterns::new(patterns.iter().enumerate());
        assert_eq!(prepared.refusal(text), expected, "{patterns:?} in {text}");
    }

    #[test]
    fn the_first_pattern_that_matches_decides() {
        check(&["天気.{0,4}教えて", "天気"], "今日の天気を教えて", Some(0));
        check(&["天気.{0,4}教えて", "天気"], "天気の話", Some(1));
        check(&["天気"], "雨", None);
    }

    #[test]
    fn a_match_may_begin_with_anything() {
        check(&["^.{0,3}天気$"], "明日の天気", Some(0));
        check(&[r"(株|fx)(を|の)?買", ".*馬券"], "次の馬券", Some(1));
        check(&["(雨)?天気"], "天気", Some(0));
    }

    #[test]
    fn a_boundary_is_one_between_ascii_letters() {
        check(&[r"\bfx\b"], "afx", None);
        check(&[r"\bfx\b"], "今fxを", Some(0));
    }

    #[test]
    fn a_pattern_that_cannot_be_read_does_not_stop_the_others() {
        check(&["(", "天気"], "天気", Some(1));
    }

    #[test]
    fn the_examples_of_the_knowledge_are_found_as_by_every_pattern_alone() {
        let knowledge = parse(&embedded_files());
        let patterns = || {
            let refusals = knowledge.refusals.iter().enumerate();
            refusals.flat_map(|(refusal, one)| one.patterns.iter().map(move |text| (refusal, text)))
        };
        let prepared = Patterns::new(patterns());
        let alone: Vec<(usize, Regex)> = patterns()
            .map(|(refusal, text)| (refusal, Regex::new(text).expect("it is checked")))
            .collect();
        for example in knowledge.refusals.iter().flat_map(|one| &one.examples) {
            let normalized = text::folded(example);
            let expected = alone
                .iter()
                .find(|(_, pattern)| pattern.is_match(&normalized));
            let expected = expected.map(|(refusal, _)| *refusal);
            assert_eq!(prepared.refusal(&normalized), expected, "{example}");
        }
    }
}
