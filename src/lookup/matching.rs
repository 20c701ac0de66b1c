//! How near a name is to what is being typed. Sure kinds of nearness come before loose ones, and loose ones are
//! only asked for when the sure ones find little.

use std::cmp::Reverse;

use super::errors::errors_at_start;
use super::key::Key;
use crate::question::{section_mentions, section_numbers};
use crate::text;

/// How near, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Nearness {
    /// The number or the name itself.
    Equal,
    /// The number in another way of writing it: `18` for `No.18`.
    Digits,
    /// The name or number begins so.
    Begins,
    /// A word of the name begins so.
    Word,
    /// The name contains it, or a name that means the same does.
    Contains,
    /// What belongs to the name contains it: the more often as a word of its own, then the more often at all,
    /// the nearer.
    Beside(Reverse<usize>, Reverse<usize>),
    /// All characters stand in the name in this order, with so many others between.
    Scattered(u16),
    /// The name stands in what was typed, and so many characters of that are left over.
    Within(u16),
    /// A misspelling, by the number of errors.
    Misspelt(u8),
}

/// The names of one thing.
pub(super) struct Names {
    /// What it is called.
    pub names: Vec<Key>,
    /// How its number may be written; the first is the number itself.
    pub numbers: Vec<String>,
    /// What belongs to it without being its name: the questions a section answers.
    pub beside: Vec<Key>,
}

impl Names {
    /// The ways to write the number of a section: its id and the bare digits of `No.18`.
    pub fn numbers_of(id: &str) -> Vec<String> {
        let mut numbers = section_numbers(id);
        numbers.extend(super::bare_number(&text::folded(id)));
        numbers
    }
}

/// What is being typed, read in all ways at once.
pub(super) struct Typed {
    whole: Key,
    romaji: Option<Key>,
    /// When there are several: each word as it is and as it is compared.
    words: Vec<(String, Key)>,
    /// As a number would be written.
    number: String,
    /// Numbers that it mentions: `18番`.
    mentions: Vec<String>,
    /// Names that mean the same as what was typed.
    same: Vec<Key>,
}

/// More is not read of what somebody types; no name is as long.
const READ: usize = 100;
/// From this length a misspelling is worth looking for; three kanji say as much as four other letters.
const ONE_ERROR_FROM: usize = 4;
const ONE_ERROR_FROM_WITH_KANJI: usize = 3;
/// From this length there may be two errors.
const TWO_ERRORS_FROM: usize = 8;
/// Scattered letters must stand this close, as a multiple of what was typed.
const SCATTERED: usize = 4;
/// A name this long that stands in what was typed is meant.
const WITHIN_FROM: usize = 3;

impl Typed {
    /// Reads what is being typed; `same` gives the names that mean the same as a key.
    pub fn new(typed: &str, same: impl Fn(&str) -> Vec<Key>) -> Self {
        let typed: String = typed.chars().take(READ).collect();
        let folded = text::folded(&typed);
        let whole = Key::new(&typed);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let words = match words.len() {
            0 | 1 => Vec::new(),
            _ => words
                .into_iter()
                .map(|word| (word.to_owned(), Key::new(word)))
                .filter(|(_, key)| !key.text.is_empty())
                .collect(),
        };
        let spaceless: String = folded.split_whitespace().collect();
        Self {
            same: same(&whole.text),
            romaji: Key::of_romaji(&typed),
            words,
            mentions: section_mentions(&folded),
            number: spaceless.trim_end_matches('.').to_owned(),
            whole,
        }
    }

    /// Returns whether nothing was typed that could be compared.
    pub fn is_empty(&self) -> bool {
        self.whole.text.is_empty()
    }

    /// How near the names are, by what is sure.
    pub fn nearness(&self, names: &Names) -> Option<Nearness> {
        let number = self.number(&names.numbers);
        let phrases = [Some(&self.whole), self.romaji.as_ref()];
        let phrase = phrases
            .into_iter()
            .flatten()
            .filter_map(|phrase| phrase_in(phrase, names))
            .min();
        let same = self
            .same
            .iter()
            .filter_map(|phrase| phrase_in(phrase, names));
        let same = same.min().map(|nearness| nearness.max(Nearness::Contains));
        let all_words = self.all_words(names);
        [number, phrase, same, all_words]
            .into_iter()
            .flatten()
            .min()
    }

    /// How near the names are when nothing sure was found.
    pub fn loose_nearness(&self, names: &Names) -> Option<Nearness> {
        let phrases = [Some(&self.whole), self.romaji.as_ref()];
        let phrases = phrases.into_iter().flatten();
        phrases
            .flat_map(|phrase| names.names.iter().map(move |name| (phrase, name)))
            .filter_map(|(phrase, name)| {
                scattered(phrase, name)
                    .or_else(|| within(phrase, name))
                    .or_else(|| misspelt(phrase, name))
            })
            .min()
    }

    fn number(&self, numbers: &[String]) -> Option<Nearness> {
        let typed = || [&self.number].into_iter().chain(&self.mentions);
        let equal = numbers
            .iter()
            .position(|number| typed().any(|one| one == number));
        match equal {
            Some(0) => return Some(Nearness::Equal),
            Some(_) => return Some(Nearness::Digits),
            None => {}
        }
        let begins = |number: &String| number.starts_with(&self.number);
        let is_begun = !self.is_empty() && numbers.iter().any(begins);
        is_begun.then_some(Nearness::Begins)
    }

    /// Each word somewhere: as near as the farthest of them.
    fn all_words(&self, names: &Names) -> Option<Nearness> {
        let mut farthest = None;
        for (word, key) in &self.words {
            let is_number = names.numbers.contains(word);
            let nearness = match is_number {
                true => Nearness::Word,
                false => phrase_in(key, names)?.max(Nearness::Word),
            };
            farthest = farthest.max(Some(nearness));
        }
        farthest
    }
}

fn phrase_in(phrase: &Key, names: &Names) -> Option<Nearness> {
    let named = names
        .names
        .iter()
        .filter_map(|name| part_of(phrase, name))
        .min();
    // One character stands in too many questions to say anything.
    if named.is_some() || phrase.text.chars().nth(1).is_none() {
        return named;
    }
    let contains = |beside: &&Key| beside.may_contain(phrase) && beside.text.contains(&phrase.text);
    let beside: Vec<&Key> = names.beside.iter().filter(contains).collect();
    let words = beside
        .iter()
        .filter(|beside| beside.has_word(phrase))
        .count();
    (!beside.is_empty()).then_some(Nearness::Beside(Reverse(words), Reverse(beside.len())))
}

fn part_of(phrase: &Key, name: &Key) -> Option<Nearness> {
    if phrase.text.is_empty() || !name.may_contain(phrase) {
        return None;
    }
    let rest = name.text.strip_prefix(phrase.text.as_str());
    match rest {
        Some("") => return Some(Nearness::Equal),
        Some(_) => return Some(Nearness::Begins),
        None => {}
    }
    let begins_there = |start: &usize| {
        let from_there = name.text.get(*start..);
        from_there.is_some_and(|text| text.starts_with(phrase.text.as_str()))
    };
    match name.text.contains(phrase.text.as_str()) {
        true if name.starts.iter().any(begins_there) => Some(Nearness::Word),
        true => Some(Nearness::Contains),
        false => None,
    }
}

/// Abbreviations: 個情法 for 個人情報保護法. They begin where a word begins.
fn scattered(phrase: &Key, name: &Key) -> Option<Nearness> {
    let length = phrase.text.chars().count();
    // Two or three Latin letters stand scattered in every English title.
    let least = if phrase.text.is_ascii() { 4 } else { 2 };
    if length < least || !name.may_contain(phrase) {
        return None;
    }
    let spans = name.starts.iter().filter_map(|start| {
        let mut wanted = phrase.text.chars().peekable();
        let mut span = 0;
        for character in name.text.get(*start..)?.chars() {
            // The first must stand right there.
            if wanted.next_if_eq(&character).is_none() && span == 0 {
                return None;
            }
            span += 1;
            if wanted.peek().is_none() {
                return Some(span);
            }
        }
        None
    });
    let span = spans.min().filter(|span| *span <= length * SCATTERED)?;
    Some(Nearness::Scattered(u16::try_from(span - length).ok()?))
}

fn within(phrase: &Key, name: &Key) -> Option<Nearness> {
    if !phrase.may_contain(name) || !phrase.text.contains(name.text.as_str()) {
        return None;
    }
    let length = name.text.chars().count();
    let left_over = phrase.text.chars().count() - length;
    (length >= WITHIN_FROM).then_some(Nearness::Within(u16::try_from(left_over).ok()?))
}

fn misspelt(phrase: &Key, name: &Key) -> Option<Nearness> {
    let one_error_from = match phrase.text.contains(text::is_kanji) {
        true => ONE_ERROR_FROM_WITH_KANJI,
        false => ONE_ERROR_FROM,
    };
    let allowed = match phrase.text.chars().count() {
        length if length >= TWO_ERRORS_FROM => 2,
        length if length >= one_error_from => 1,
        _ => return None,
    };
    // Each character that the name lacks is an error.
    if (phrase.characters & !name.characters).count_ones() > u32::from(allowed) {
        return None;
    }
    let typed: Vec<char> = phrase.text.chars().collect();
    let whole: Vec<(usize, char)> = name.text.char_indices().collect();
    let letters: Vec<char> = whole.iter().map(|(_, letter)| *letter).collect();
    let errors = name.starts.iter().filter_map(|start| {
        let first = whole.partition_point(|(byte, _)| byte < start);
        errors_at_start(&typed, letters.get(first..)?, allowed)
    });
    Some(Nearness::Misspelt(errors.min()?))
}
