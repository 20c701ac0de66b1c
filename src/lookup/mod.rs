//! Names as people type them → documents, sections, terms, playbooks, topics and drills; or what is near. `page` walks from a
//! document to a section, `suggest` completes what is being typed. A name has one right answer or none: nothing
//! here is a score, and nothing knows who shows it.

mod errors;
mod key;
mod label;
mod matching;
mod page;
mod reading;
mod scheme;
mod suggest;
mod suggest_scheme;
mod table;
mod useful;

use crate::knowledge::{Document, Drill, Knowledge, Passage, Playbook, Term, Topic};
use crate::text::{comparison_key, heading_id, hiragana};

pub use page::{Page, page};
pub use scheme::{Wanted, scheme, wanted};
pub use suggest::Suggester;
pub use table::{LONGEST, MOST, Suggestion};

/// The result of looking a name up.
#[derive(Debug)]
pub enum Lookup<'a, T> {
    /// There is exactly one.
    Found(&'a T),
    /// There is none; these are near, the nearest first.
    Near(Vec<String>),
}

/// How many near names are offered.
const SUGGESTIONS: usize = 5;
/// Least similarity of a suggestion, 0 to 1 (normalized Damerau–Levenshtein).
const SIMILAR: f64 = 0.4;

/// Finds a document by id, title, short name or alias.
pub fn document<'a>(knowledge: &'a Knowledge, name: &str) -> Lookup<'a, Document> {
    let named = knowledge.documents.iter().map(|document| Named {
        item: document,
        keys: keys(document_names(document)),
        shown: format!("{} — {}", document.id, document.title),
    });
    best(named.collect(), name)
}

/// Finds a section or part of a document by number or title; `18` finds `No.18`.
pub fn section<'a>(document: &'a Document, name: &str) -> Lookup<'a, Passage> {
    // Keys have no hyphens, so `1-1` and `11` would be one; a number as it is printed is that section.
    let id = heading_id(name.trim());
    if let Some(exact) = document.passages.iter().find(|passage| passage.id == id) {
        return Lookup::Found(exact);
    }
    let named = document.passages.iter().map(|passage| {
        let mut names = vec![
            passage.id.clone(),
            passage.title.clone(),
            passage.title_en.clone(),
            passage.heading(),
        ];
        names.extend(passage.title_ja.clone());
        names.extend(bare_number(&passage.id));
        Named {
            item: passage,
            keys: keys(&names),
            shown: passage.heading(),
        }
    });
    best(named.collect(), name)
}

/// Finds a term by its name, reading, English name or other spelling.
pub fn term<'a>(knowledge: &'a Knowledge, word: &str) -> Lookup<'a, Term> {
    let named = knowledge.terms.iter().map(|term| Named {
        item: term,
        keys: keys(term_names(term)),
        shown: format!("{} ({})", term.term, term.english),
    });
    best(named.collect(), word)
}

/// Finds the playbook of a kind of incident by id or title.
pub fn playbook<'a>(knowledge: &'a Knowledge, name: &str) -> Lookup<'a, Playbook> {
    let named = knowledge.playbooks.iter().map(|playbook| Named {
        item: playbook,
        keys: keys(playbook_names(playbook)),
        shown: format!("{} — {}", playbook.id, playbook.title),
    });
    best(named.collect(), name)
}

/// Finds a topic by id or name.
pub fn topic<'a>(knowledge: &'a Knowledge, name: &str) -> Lookup<'a, Topic> {
    let named = knowledge.topics.iter().map(|topic| Named {
        item: topic,
        keys: keys(topic_names(topic)),
        shown: format!("{} — {}", topic.id, topic.ja),
    });
    best(named.collect(), name)
}

/// Finds a drill by id or title.
pub fn drill<'a>(knowledge: &'a Knowledge, name: &str) -> Lookup<'a, Drill> {
    let named = knowledge.drills.iter().map(|drill| Named {
        item: drill,
        keys: keys(drill_names(drill)),
        shown: format!("{} — {}", drill.id, drill.title),
    });
    best(named.collect(), name)
}

fn document_names(document: &Document) -> impl Iterator<Item = &String> {
    let names = [
        &document.id,
        &document.title,
        &document.title_en,
        &document.short,
    ];
    names.into_iter().chain(&document.aliases)
}

fn term_names(term: &Term) -> impl Iterator<Item = &String> {
    let names = [&term.term, &term.reading, &term.english];
    names.into_iter().chain(&term.also)
}

fn playbook_names(playbook: &Playbook) -> impl Iterator<Item = &String> {
    [&playbook.id, &playbook.title, &playbook.title_en].into_iter()
}

fn topic_names(topic: &Topic) -> impl Iterator<Item = &String> {
    [&topic.id, &topic.ja, &topic.en].into_iter()
}

fn drill_names(drill: &Drill) -> impl Iterator<Item = &String> {
    [&drill.id, &drill.title, &drill.title_en].into_iter()
}

/// The digits of `No.18`, `指示9`, `付録8`.
fn bare_number(id: &str) -> Option<String> {
    let start = id.find(|character: char| character.is_ascii_digit())?;
    let digits = id.get(start..)?;
    let is_plain = start > 0 && digits.chars().all(|digit| digit.is_ascii_digit());
    is_plain.then(|| digits.to_owned())
}

struct Named<'a, T> {
    item: &'a T,
    keys: Vec<String>,
    shown: String,
}

/// Kana of either kind count as the same.
fn key(name: &str) -> String {
    hiragana(&comparison_key(name))
}

fn keys<'n>(names: impl IntoIterator<Item = &'n String>) -> Vec<String> {
    names.into_iter().map(|name| key(name)).collect()
}

/// The first with an equal name, else the only one with a name that contains the word.
fn only_match<'k>(
    all: impl Iterator<Item = &'k Vec<String>> + Clone,
    wanted: &str,
) -> Option<usize> {
    if wanted.is_empty() {
        return None;
    }
    let equal = all
        .clone()
        .position(|keys| keys.iter().any(|key| key == wanted));
    if equal.is_some() {
        return equal;
    }
    let mut containing = all
        .enumerate()
        .filter(|(_, keys)| keys.iter().any(|key| key.contains(wanted)))
        .map(|(position, _)| position);
    let first = containing.next();
    first.filter(|_| containing.next().is_none())
}

/// The one that is meant, else the nearest names.
fn best<'a, T>(named: Vec<Named<'a, T>>, wanted: &str) -> Lookup<'a, T> {
    let wanted = key(wanted);
    if wanted.is_empty() {
        return Lookup::Near(Vec::new());
    }
    let position = only_match(named.iter().map(|one| &one.keys), &wanted);
    if let Some(only) = position.and_then(|position| named.get(position)) {
        return Lookup::Found(only.item);
    }
    let mut near: Vec<(f64, &String)> = named
        .iter()
        .map(|one| {
            let similarity = one
                .keys
                .iter()
                .map(|key| similarity(key, &wanted))
                .fold(0.0, f64::max);
            (similarity, &one.shown)
        })
        .filter(|(similarity, _)| *similarity >= SIMILAR)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    Lookup::Near(
        near.into_iter()
            .take(SUGGESTIONS)
            .map(|(_, shown)| shown.clone())
            .collect(),
    )
}

/// 1 for a part of the other, else the likeness of the letters.
fn similarity(name: &str, wanted: &str) -> f64 {
    match !name.is_empty() && (name.contains(wanted) || wanted.contains(name)) {
        true => 1.0,
        false => strsim::normalized_damerau_levenshtein(name, wanted),
    }
}
