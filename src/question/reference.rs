//! Sections and documents that a question names: 「自社診断の18番」「経営ガイドラインの指示9」「付録8」.
//!
//! The names come from the documents (ids, titles, aliases); only the ways of saying a number are known here.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use regex::Regex;

use crate::knowledge::{Knowledge, PassageId};
use crate::text;

/// Shortest alias of a document that is looked for, in characters.
const SHORTEST_ALIAS: usize = 3;

/// Everything in a normalized text that may be the number of a section.
static MENTIONS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let code = r"[0-9a-zivx]{1,4}(?:[-.][0-9]{1,2}){0,3}(?:\([^)]{1,6}\))?";
    Regex::new(&format!(
        r"(?P<kind>no\.? ?|第 ?|問 ?|指示 ?|付録 ?|別添 ?|コラム ?|section ?|chapter ?)?(?P<number>{code})(?P<counter> ?(?:章|節|番目|番|問目|問|項目|項|つ目|個目|こ目|[^ ])?)"
    ))
    .ok()
});

pub(super) struct References {
    documents: Vec<DocumentNames>,
}

struct DocumentNames {
    id: String,
    names: Vec<String>,
    /// Ways of writing a section's number → the section.
    sections: HashMap<String, String>,
}

/// A number in a question.
struct Mention {
    /// Written as a section's id is looked up: `no.18`, `指示9`, `2-5`, `第1章`.
    key: String,
    /// So particular that it needs no document beside it: `付録8`, `指示5`, `別添3`.
    stands_alone: bool,
}

impl References {
    pub fn new(knowledge: &Knowledge) -> Self {
        let documents = knowledge
            .documents
            .iter()
            .map(|document| {
                let names = [&document.title, &document.short, &document.title_en]
                    .into_iter()
                    .chain(&document.aliases)
                    .map(|name| text::folded(name))
                    .filter(|name| name.chars().count() >= SHORTEST_ALIAS)
                    .collect();
                let sections = document
                    .passages
                    .iter()
                    .flat_map(|passage| {
                        keys_of_id(&passage.id)
                            .into_iter()
                            .map(|key| (key, passage.id.clone()))
                    })
                    .collect();
                DocumentNames {
                    id: document.id.clone(),
                    names,
                    sections,
                }
            })
            .collect();
        Self { documents }
    }

    /// The documents that the normalized question names: only those with the longest name at a place.
    pub fn documents(&self, normalized: &str) -> Vec<String> {
        let mut found: Vec<(usize, usize, &str)> = Vec::new();
        for document in &self.documents {
            for name in &document.names {
                if let Some(start) = normalized.find(name.as_str()) {
                    found.push((start, start + name.len(), &document.id));
                }
            }
        }
        let covers = |outer: &(usize, usize, &str), inner: &(usize, usize, &str)| {
            outer.0 <= inner.0 && inner.1 <= outer.1 && (outer.1 - outer.0) > (inner.1 - inner.0)
        };
        let longest: BTreeSet<String> = found
            .iter()
            .filter(|one| !found.iter().any(|other| covers(other, one)))
            .map(|(_, _, id)| (*id).to_owned())
            .collect();
        longest.into_iter().collect()
    }

    /// The sections that the normalized question names, where `named` are the documents it names.
    pub fn sections(&self, normalized: &str, named: &[String]) -> Vec<PassageId> {
        let mut found: Vec<PassageId> = Vec::new();
        for mention in mentions(normalized) {
            for document in &self.documents {
                let is_candidate = match named.is_empty() {
                    true => mention.stands_alone,
                    false => named.contains(&document.id),
                };
                let Some(section) = document.sections.get(&mention.key).filter(|_| is_candidate)
                else {
                    continue;
                };
                let id = PassageId {
                    document: document.id.clone(),
                    passage: section.clone(),
                };
                if !found.contains(&id) {
                    found.push(id);
                }
            }
        }
        found
    }
}

fn mentions(normalized: &str) -> Vec<Mention> {
    let Some(pattern) = MENTIONS.as_ref() else {
        return Vec::new();
    };
    let mut mentions = Vec::new();
    for captures in pattern.captures_iter(normalized) {
        let part = |name: &str| captures.name(name).map_or("", |part| part.as_str());
        let kind = part("kind").trim().trim_end_matches('.');
        let number = part("number");
        let counter = part("counter").trim();
        let starts_word = captures.name("number").is_some_and(|number| {
            let before = normalized
                .get(..number.start())
                .and_then(|text| text.chars().next_back());
            !kind.is_empty()
                || !before.is_some_and(|c| c.is_ascii_alphanumeric() || "-.".contains(c))
        });
        if !starts_word || counter.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-') {
            continue;
        }
        let mut add =
            |key: String, stands_alone: bool| mentions.push(Mention { key, stands_alone });
        match kind {
            "指示" | "付録" | "別添" | "コラム" => add(format!("{kind}{number}"), true),
            "no" => add(format!("no.{number}"), true),
            "問" => add(format!("no.{number}"), true),
            "第" if counter == "問" => add(format!("no.{number}"), true),
            "第" if matches!(counter, "章" | "節" | "項") => {
                add(format!("第{number}章"), false);
                add(format!("no.{number}"), false);
                add(number.to_owned(), false);
            }
            "section" | "chapter" => add(number.to_owned(), false),
            "" => {
                let is_counted = ["番", "問", "項", "つ目", "個目", "こ目", "章", "節"]
                    .iter()
                    .any(|word| counter.starts_with(word));
                let is_compound = number.contains(['-', '.', '(']);
                if is_counted {
                    add(format!("no.{number}"), false);
                    add(format!("第{number}章"), false);
                }
                if is_counted || is_compound {
                    add(number.to_owned(), false);
                }
            }
            _ => {}
        }
    }
    mentions
}

/// The ways in which a section's number may be written: `C-5` is also `コラム5`.
fn keys_of_id(id: &str) -> Vec<String> {
    let folded = text::folded(id);
    let mut keys = vec![folded.clone()];
    for (prefix, word) in [("c-", "コラム"), ("b-", "別添")] {
        if let Some(number) = folded.strip_prefix(prefix) {
            keys.push(format!("{word}{number}"));
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::{keys_of_id, mentions};
    use crate::text::folded;

    fn check(id: &str, question: &str, expected: bool) {
        let keys = keys_of_id(id);
        let found: Vec<String> = mentions(&folded(question))
            .into_iter()
            .map(|m| m.key)
            .collect();
        assert_eq!(
            found.iter().any(|key| keys.contains(key)),
            expected,
            "{id} in {question}: {found:?}"
        );
    }

    #[test]
    fn numbers_are_found_as_people_write_them() {
        check("No.18", "自社診断のNo.18", true);
        check("No.18", "自社診断のno18はどういう設問?", true);
        check("No.18", "自社診断の18番って何", true);
        check("No.18", "第１８問", true);
        check("No.1", "自社診断のNo.18", false);
        check("No.5", "情報セキュリティ5か条", false);
        check("指示9", "経営ガイドライン ver3.0 の指示９", true);
        check("指示1", "指示10", false);
        check("付録6", "付録６は", true);
        check("C-5", "コラム⑤を読みたい", true);
        check("B-8", "別添8", true);
        check("2-5", "ガイドラインの2-5", true);
        check("2-5(1)", "2-5(1)のこと", true);
        check("3-1-2", "3-1-2を見せて", true);
        check("3-1", "3-1-2を見せて", false);
        check("第2章", "ハンドブックの第2章", true);
        check("Ⅲ-2", "戦略のⅢ-2", true);
    }
}
