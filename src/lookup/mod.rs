//! Names as people type them → documents, sections and terms; or what is near.

use crate::knowledge::{Document, Knowledge, Passage, Term};
use crate::text::{comparison_key, hiragana};

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
    let named = knowledge.documents.iter().map(|document| {
        let names = [
            &document.id,
            &document.title,
            &document.title_en,
            &document.short,
        ];
        let names = names
            .into_iter()
            .chain(&document.aliases)
            .cloned()
            .collect();
        let shown = format!("{} — {}", document.id, document.title);
        Named {
            item: document,
            names,
            shown,
        }
    });
    best(named.collect(), name)
}

/// Finds a section or part of a document by number or title; `18` finds `No.18`.
pub fn section<'a>(document: &'a Document, name: &str) -> Lookup<'a, Passage> {
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
            names,
            shown: passage.heading(),
        }
    });
    best(named.collect(), name)
}

/// Finds a term by its name, reading, English name or other spelling.
pub fn term<'a>(knowledge: &'a Knowledge, word: &str) -> Lookup<'a, Term> {
    let named = knowledge.terms.iter().map(|term| {
        let names = [&term.term, &term.reading, &term.english];
        let names = names.into_iter().chain(&term.also).cloned().collect();
        Named {
            item: term,
            names,
            shown: format!("{} ({})", term.term, term.english),
        }
    });
    best(named.collect(), word)
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
    names: Vec<String>,
    shown: String,
}

/// Kana of either kind count as the same.
fn key(name: &str) -> String {
    hiragana(&comparison_key(name))
}

/// An equal name, else the only one that contains the word, else the nearest names.
fn best<'a, T>(named: Vec<Named<'a, T>>, wanted: &str) -> Lookup<'a, T> {
    let wanted = key(wanted);
    if wanted.is_empty() {
        return Lookup::Near(Vec::new());
    }
    if let Some(equal) = named
        .iter()
        .find(|one| one.names.iter().any(|name| key(name) == wanted))
    {
        return Lookup::Found(equal.item);
    }
    let containing: Vec<&Named<'a, T>> = named
        .iter()
        .filter(|one| one.names.iter().any(|name| key(name).contains(&wanted)))
        .collect();
    if let [only] = containing.as_slice() {
        return Lookup::Found(only.item);
    }
    let mut near: Vec<(f64, &String)> = named
        .iter()
        .map(|one| {
            let similarity = one
                .names
                .iter()
                .map(|name| similarity(&key(name), &wanted))
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
