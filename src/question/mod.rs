//! Understanding: a person's words → a `Query` that search and answer can use.
//!
//! Pure: everything it knows about the field comes from `Knowledge`, once, when the `Reader` is made.
//! `language` → `lexicon` (spelling, synonyms, readings) → `reference` (section numbers) → `intent`.

mod intent;
mod language;
mod learned;
mod lexicon;
mod pattern;
mod reference;
mod spelling;
mod vocabulary;

use std::sync::LazyLock;

use regex::Regex;
use serde::{Deserialize, Serialize};

use crate::knowledge::{Knowledge, PassageId};
use crate::text::{self, GramCounts, Token};

use intent::IntentModel;
pub use intent::{IncidentSign, Intent, Outside};
pub use language::Language;
pub use lexicon::{Addition, AdditionReason};
pub use reference::{section_mentions, section_numbers};
pub use vocabulary::Vocabulary;

/// Longest question that is read, in characters; the rest is left aside and said so.
pub const MAX_QUESTION_CHARACTERS: usize = 2_000;

/// What Sonae understood of a question.
#[derive(Debug, Clone)]
pub struct Query {
    /// The question as it was typed (shortened to [`MAX_QUESTION_CHARACTERS`]).
    pub original: String,
    /// The question, normalized.
    pub normalized: String,
    /// Whether the question was longer than what is read.
    pub is_shortened: bool,
    /// The language to answer in.
    pub language: Language,
    /// The language that the question is written in: its words are searched for in that language's fields.
    pub written_in: Language,
    /// Words to search for in the word fields.
    pub words: Vec<QueryTerm>,
    /// Characters and pairs to search for in the gram fields.
    pub grams: Vec<QueryTerm>,
    /// Stems to search for in the English fields.
    pub english: Vec<QueryTerm>,
    /// Its character n-grams, for likeness.
    pub counts: GramCounts,
    /// Words that were added and why, for the explanation.
    pub additions: Vec<Addition>,
    /// Sections named by number.
    pub references: Vec<PassageId>,
    /// Documents named.
    pub documents: Vec<String>,
    /// What the person wants.
    pub intent: Intent,
}

/// One term with its weight: 1 as typed, less when added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QueryTerm {
    /// The term as indexed.
    pub text: String,
    /// Factor on its score.
    pub weight: f32,
}

/// What is learned from the knowledge when the index is built, and stored with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Learned {
    intent: IntentModel,
    vocabulary: Vocabulary,
}

impl Learned {
    /// Learns from the examples and words of the knowledge.
    pub fn from(knowledge: &Knowledge) -> Self {
        Self {
            intent: IntentModel::train(knowledge),
            vocabulary: Vocabulary::collect(knowledge),
        }
    }
}

/// Reads questions with what the knowledge says about words, sections and incidents.
pub struct Reader {
    lexicon: lexicon::Lexicon,
    spelling: spelling::Spelling,
    references: reference::References,
    intent: intent::IntentReader,
}

impl Reader {
    /// Prepares for reading; `learned` comes from the same knowledge.
    pub fn new(knowledge: &Knowledge, learned: Learned) -> Self {
        Self {
            lexicon: lexicon::Lexicon::new(knowledge, &learned.vocabulary.katakana),
            spelling: spelling::Spelling::new(learned.vocabulary.spelled),
            references: reference::References::new(knowledge),
            intent: intent::IntentReader::new(knowledge, learned.intent),
        }
    }

    /// Understands a question. `forced` overrides the language found.
    pub fn read(&self, question: &str, forced: Option<Language>) -> Query {
        let (original, is_shortened) = shortened(question);
        let normalized = without_addresses(text::folded(original));
        let written_in = Language::of(&normalized);
        let counts = GramCounts::of(&normalized);
        let documents = self.references.documents(&normalized);
        let mut additions = self.lexicon.additions(&normalized);
        additions.extend(self.spelling.additions(&normalized));
        Query {
            words: terms(
                text::word_tokens(&normalized),
                &additions,
                text::word_tokens,
            ),
            grams: terms(
                text::gram_tokens(&normalized),
                &additions,
                text::gram_tokens,
            ),
            english: terms(
                text::english_tokens(&normalized),
                &additions,
                text::english_tokens,
            ),
            references: self.references.sections(&normalized, &documents),
            documents,
            intent: self.intent.read(&normalized, &counts),
            counts,
            original: original.to_owned(),
            normalized,
            is_shortened,
            language: forced.unwrap_or(written_in),
            written_in,
            additions,
        }
    }
}

/// The text without e-mail addresses: their letters are no words of the question, and models take them for some.
/// An address alone stays: it is all there is.
fn without_addresses(normalized: String) -> String {
    static ADDRESS: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"[0-9a-z._%+-]+@[0-9a-z-]+(\.[0-9a-z-]+)+").ok());
    let address = ADDRESS.as_ref().filter(|_| normalized.contains('@'));
    let without = address.map(|address| address.replace_all(&normalized, " ").into_owned());
    match without {
        Some(without) if !without.trim().is_empty() => without,
        _ => normalized,
    }
}

/// Returns as much of a question as is read, and whether that is less than all.
pub fn shortened(question: &str) -> (&str, bool) {
    match question.char_indices().nth(MAX_QUESTION_CHARACTERS) {
        Some((end, _)) => (question.get(..end).unwrap_or(question), true),
        None => (question, false),
    }
}

/// Each term once, with the highest weight it was given.
fn terms(
    typed: Vec<Token>,
    additions: &[Addition],
    tokenize: fn(&str) -> Vec<Token>,
) -> Vec<QueryTerm> {
    let mut terms: Vec<QueryTerm> = Vec::new();
    let mut add = |text: String, weight: f32| match terms.iter_mut().find(|term| term.text == text)
    {
        Some(known) => known.weight = known.weight.max(weight),
        None => terms.push(QueryTerm { text, weight }),
    };
    for token in typed {
        add(token.text, 1.0);
    }
    for addition in additions {
        for token in tokenize(&text::folded(&addition.word)) {
            add(token.text, addition.weight);
        }
    }
    terms
}
