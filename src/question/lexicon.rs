//! Words that mean the same, everyday words that lead to the field's, and hiragana spellings of
//! katakana and kanji words. Adds words; never removes what the person wrote.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use serde::Serialize;

use super::vocabulary::SHORTEST_READING;
use crate::knowledge::Knowledge;
use crate::text;

/// Weight of a word that means the same as one that was typed, split over the group.
const SYNONYM_WEIGHT: f32 = 0.3;
/// Weight of a word that an everyday expression leads to.
const LEADS_WEIGHT: f32 = 0.4;
/// Weight of a word that was typed in hiragana or romaji.
const READING_WEIGHT: f32 = 1.0;

/// A word added to a query.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Addition {
    /// The word.
    pub word: String,
    /// Factor on its score.
    pub weight: f32,
    /// What in the question brought it.
    pub from: String,
    /// Why.
    pub reason: AdditionReason,
}

/// Why a word was added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AdditionReason {
    /// It means the same.
    Synonym,
    /// An everyday expression leads to it.
    Leads,
    /// It was written in hiragana or romaji.
    Reading,
    /// It is the known word nearest to a misspelt one.
    Spelling,
}

pub(super) struct Lexicon {
    synonyms: Matcher,
    readings: Matcher,
}

/// Finds many strings at once, from left to right, the longest first; each leads to words.
///
/// The strings by their first character, compared at each place of the question: a question is short, and an
/// automaton over some thousand strings took longer to build than a whole answer takes.
struct Matcher {
    /// For each first character its strings, the longest first.
    strings: HashMap<char, Vec<(String, Vec<Target>)>>,
}

#[derive(Clone)]
struct Target {
    word: String,
    weight: f32,
    reason: AdditionReason,
}

impl Lexicon {
    pub fn new(knowledge: &Knowledge, katakana: &[String]) -> Self {
        Self {
            synonyms: Matcher::new(synonym_targets(knowledge)),
            readings: Matcher::new(reading_targets(knowledge, katakana)),
        }
    }

    /// The words to add to a normalized question.
    pub fn additions(&self, normalized: &str) -> Vec<Addition> {
        let mut additions = self.readings_in(normalized);
        additions.extend(self.romaji_in(normalized));
        let mut known = normalized.to_owned();
        for addition in &additions {
            known.push(' ');
            known.push_str(&text::folded(&addition.word));
        }
        for (range, targets) in self.synonyms.matches(&known) {
            if stands_alone(&known, &range) {
                additions.extend(targets.iter().map(|target| target.addition(&known, &range)));
            }
        }
        additions
    }

    /// Readings written in hiragana. What is looked at must itself be hiragana: in `さーばー` the whole
    /// word, in `暗号か` nothing.
    fn readings_in(&self, normalized: &str) -> Vec<Addition> {
        self.readings
            .matches(normalized)
            .into_iter()
            .flat_map(|(range, targets)| {
                targets
                    .iter()
                    .map(move |target| target.addition(normalized, &range))
            })
            .collect()
    }

    /// Latin words that are a reading in romaji: `taisaku`, `pasuwado`.
    fn romaji_in(&self, normalized: &str) -> Vec<Addition> {
        let mut additions = Vec::new();
        for word in normalized.split(|character: char| !character.is_ascii_alphabetic()) {
            let Some(kana) = (word.len() >= 4)
                .then(|| text::romaji_hiragana(word))
                .flatten()
            else {
                continue;
            };
            for (_, targets) in self.readings.matches(&kana) {
                additions.extend(targets.iter().map(|target| Addition {
                    from: word.to_owned(),
                    ..target.addition(&kana, &(0..0))
                }));
            }
        }
        additions
    }
}

impl Matcher {
    fn new(targets: BTreeMap<String, Vec<Target>>) -> Self {
        let mut strings: HashMap<char, Vec<(String, Vec<Target>)>> = HashMap::new();
        for (string, targets) in targets {
            if let Some(first) = string.chars().next() {
                strings.entry(first).or_default().push((string, targets));
            }
        }
        for strings in strings.values_mut() {
            strings.sort_by_key(|(string, _)| std::cmp::Reverse(string.len()));
        }
        Self { strings }
    }

    fn matches<'a>(&'a self, normalized: &str) -> Vec<(Range<usize>, &'a [Target])> {
        let mut matches = Vec::new();
        let mut next = 0;
        for (start, first) in normalized.char_indices() {
            let rest = normalized.get(start..).unwrap_or_default();
            let strings = self.strings.get(&first).filter(|_| start >= next);
            let longest = strings.and_then(|all| all.iter().find(|(one, _)| rest.starts_with(one)));
            if let Some((string, targets)) = longest {
                next = start + string.len();
                matches.push((start..next, targets.as_slice()));
            }
        }
        matches
    }
}

impl Target {
    fn addition(&self, normalized: &str, range: &Range<usize>) -> Addition {
        Addition {
            word: self.word.clone(),
            weight: self.weight,
            from: normalized.get(range.clone()).unwrap_or_default().to_owned(),
            reason: self.reason,
        }
    }
}

/// A Latin or katakana word must not be part of a longer one: `ログ` is not in `ブログ`.
fn stands_alone(normalized: &str, range: &Range<usize>) -> bool {
    let before = normalized
        .get(..range.start)
        .and_then(|text| text.chars().next_back());
    let after = normalized
        .get(range.end..)
        .and_then(|text| text.chars().next());
    let word = normalized.get(range.clone()).unwrap_or_default();
    let continues = |edge: Option<char>, neighbor: Option<char>| match (edge, neighbor) {
        (Some(edge), Some(neighbor)) => {
            (text::is_katakana(edge) && text::is_katakana(neighbor))
                || (edge.is_ascii_alphanumeric() && neighbor.is_ascii_alphabetic())
        }
        _ => false,
    };
    !continues(word.chars().next(), before) && !continues(word.chars().next_back(), after)
}

fn synonym_targets(knowledge: &Knowledge) -> BTreeMap<String, Vec<Target>> {
    let mut targets: BTreeMap<String, Vec<Target>> = BTreeMap::new();
    let glossary = knowledge.terms.iter().map(|term| {
        let mut words = vec![term.term.clone()];
        words.extend(term.also.iter().cloned());
        words
    });
    let groups = knowledge
        .synonyms
        .same
        .iter()
        .map(|same| same.words.clone());
    for words in groups.chain(glossary) {
        for word in &words {
            let others: Vec<&String> = words.iter().filter(|other| *other != word).collect();
            let weight = SYNONYM_WEIGHT / (others.len() as f32).sqrt().max(1.0);
            targets
                .entry(text::folded(word))
                .or_default()
                .extend(others.into_iter().map(|other| Target {
                    word: other.clone(),
                    weight,
                    reason: AdditionReason::Synonym,
                }));
        }
    }
    for leads in &knowledge.synonyms.leads {
        for from in &leads.from {
            targets
                .entry(text::folded(from))
                .or_default()
                .extend(leads.to.iter().map(|to| Target {
                    word: to.clone(),
                    weight: LEADS_WEIGHT,
                    reason: AdditionReason::Leads,
                }));
        }
    }
    targets
}

/// Readings of the glossary's terms, and of every katakana word of the documents.
fn reading_targets(knowledge: &Knowledge, katakana: &[String]) -> BTreeMap<String, Vec<Target>> {
    let mut words: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut add = |reading: &str, word: &str| {
        let reading = text::hiragana(&text::folded(reading));
        let is_hiragana = reading.chars().all(|c| text::is_hiragana(c) || c == 'ー');
        if is_hiragana && reading.chars().count() >= SHORTEST_READING {
            words.entry(reading).or_default().insert(word.to_owned());
        }
    };
    for term in &knowledge.terms {
        add(&term.reading, &term.term);
    }
    for reading in &knowledge.synonyms.reading {
        add(&reading.reading, &reading.word);
    }
    for word in katakana {
        add(word, word);
        add(word.trim_end_matches('ー'), word);
        // Romaji often leaves the long vowels out: `pasuwado`.
        if word.chars().filter(|character| *character != 'ー').count() > SHORTEST_READING {
            add(&word.replace('ー', ""), word);
        }
    }
    words
        .into_iter()
        .map(|(reading, words)| {
            let weight = READING_WEIGHT / words.len() as f32;
            let targets = words.into_iter().map(|word| Target {
                word,
                weight,
                reason: AdditionReason::Reading,
            });
            (reading, targets.collect())
        })
        .collect()
}
