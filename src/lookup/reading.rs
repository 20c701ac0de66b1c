//! How kanji words are read, as far as the glossary and the list of readings tell it: `きほんほう` must find
//! 基本法 in the name of a document, although only the glossary spells it out.

use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::knowledge::Knowledge;
use crate::text;

/// Known words with kanji and their readings.
pub(super) struct Readings {
    words: Option<AhoCorasick>,
    readings: Vec<String>,
}

impl Readings {
    /// Collects the readings.
    pub fn new(knowledge: &Knowledge) -> Self {
        let mut known = BTreeMap::new();
        let terms = knowledge
            .terms
            .iter()
            .map(|term| (&term.term, &term.reading));
        let listed = &knowledge.synonyms.reading;
        let listed = listed.iter().map(|one| (&one.word, &one.reading));
        for (word, reading) in listed.chain(terms) {
            let (word, reading) = (text::folded(word), text::folded(reading));
            let (stem, stem_reading) = without_shared_kana(&word, &reading);
            for (word, reading) in [(word.as_str(), reading.as_str()), (&stem, &stem_reading)] {
                let has_kanji = word.contains(text::is_kanji);
                if has_kanji && word.chars().count() >= 2 && !reading.is_empty() {
                    known.entry(word.to_owned()).or_insert(reading.to_owned());
                }
            }
        }
        let (words, readings): (Vec<String>, Vec<String>) = known.into_iter().unzip();
        let words = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(words)
            .ok();
        Self { words, readings }
    }

    /// Returns the name with its known words in kana, when it has any.
    pub fn read(&self, name: &str) -> Option<String> {
        let folded = text::folded(name);
        let words = self.words.as_ref()?;
        words
            .is_match(&folded)
            .then(|| words.replace_all(&folded, &self.readings))
    }
}

/// サイバーセキュリティ基本法 begins with kana that its reading begins with, too; what is left reads きほんほう.
fn without_shared_kana(word: &str, reading: &str) -> (String, String) {
    let sounds = text::hiragana(word);
    let shared = |(a, b): &(char, char)| a == b;
    let before = sounds
        .chars()
        .zip(reading.chars())
        .take_while(shared)
        .count();
    let after = sounds
        .chars()
        .skip(before)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .zip(
            reading
                .chars()
                .skip(before)
                .collect::<Vec<_>>()
                .into_iter()
                .rev(),
        )
        .take_while(shared)
        .count();
    let middle = |text: &str| {
        let length = text.chars().count().saturating_sub(before + after);
        text.chars().skip(before).take(length).collect::<String>()
    };
    (middle(word), middle(reading))
}

#[cfg(test)]
mod tests {
    use super::without_shared_kana;

    #[test]
    fn kana_that_both_have_are_taken_off() {
        let check = |word, reading, expected: (&str, &str)| {
            let (stem, read) = without_shared_kana(word, reading);
            assert_eq!((stem.as_str(), read.as_str()), expected);
        };
        check(
            "サイバー基本法",
            "さいばーきほんほう",
            ("基本法", "きほんほう"),
        );
        check(
            "情報漏えい",
            "じょうほうろうえい",
            ("情報漏", "じょうほうろう"),
        );
        check("なりすまし", "なりすまし", ("", ""));
    }
}
