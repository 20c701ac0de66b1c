//! Sections and documents that a question names: 「自社診断の18番」「経営ガイドラインの指示9」「付録8」.
//!
//! The names come from the documents (ids, titles, aliases); only the ways of saying a number are known here.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
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
    documents: Vec<DocumentSections>,
    /// Finds the names of all documents at once.
    names: Option<AhoCorasick>,
    /// The document that each name belongs to.
    named: Vec<String>,
}

struct DocumentSections {
    id: String,
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
        let mut names = Vec::new();
        let mut named = Vec::new();
        let mut documents = Vec::new();
        for document in &knowledge.documents {
            let titles = [&document.title, &document.short, &document.title_en];
            for name in titles.into_iter().chain(&document.aliases) {
                let name = text::folded(name);
                if name.chars().count() >= SHORTEST_ALIAS {
                    names.push(name);
                    named.push(document.id.clone());
                }
            }
            let sections = document
                .passages
                .iter()
                .flat_map(|passage| {
                    section_numbers(&passage.id)
                        .into_iter()
                        .map(|key| (key, passage.id.clone()))
                })
                .collect();
            documents.push(DocumentSections {
                id: document.id.clone(),
                sections,
            });
        }
        let names = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(names)
            .ok();
        Self {
            documents,
            names,
            named,
        }
    }

    /// The documents that the normalized question names: only those with the longest name at a place.
    pub fn documents(&self, normalized: &str) -> Vec<String> {
        let Some(names) = &self.names else {
            return Vec::new();
        };
        let found: Vec<(Range<usize>, &String)> = names
            .find_overlapping_iter(normalized)
            .filter_map(|found| Some((found.range(), self.named.get(found.pattern().as_usize())?)))
            .collect();
        let covers = |outer: &Range<usize>, inner: &Range<usize>| {
            outer.start <= inner.start && inner.end <= outer.end && outer.len() > inner.len()
        };
        let longest: BTreeSet<&String> = found
            .iter()
            .filter(|(range, _)| !found.iter().any(|(other, _)| covers(other, range)))
            .map(|(_, document)| *document)
            .collect();
        longest.into_iter().cloned().collect()
    }

    /// The sections that the normalized question names, where `named` are the documents it names.
    pub fn sections(&self, normalized: &str, named: &[String]) -> Vec<PassageId> {
        let mut found: Vec<PassageId> = Vec::new();
        for mention in mentions(normalized) {
            let has_section =
                |document: &&DocumentSections| document.sections.contains_key(&mention.key);
            let is_named = |document: &&DocumentSections| named.contains(&document.id);
            // 「別添8」 is also what people call the glossary: a named document without such a section
            // does not hide the one that has it.
            let is_in_named = self
                .documents
                .iter()
                .filter(is_named)
                .any(|one| has_section(&one));
            let candidates = self.documents.iter().filter(|document| match is_in_named {
                true => is_named(document),
                false => mention.stands_alone,
            });
            for document in candidates {
                let Some(section) = document.sections.get(&mention.key) else {
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
    // Most questions have no number, and looking for one with captures is slow.
    let may_have_number = normalized.contains(|character: char| character.is_ascii_digit())
        || normalized.contains("i-")
        || normalized.contains("ii");
    let Some(pattern) = MENTIONS.as_ref().filter(|_| may_have_number) else {
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

/// Returns the numbers of sections that a normalized text names, as [`section_numbers`] writes them.
pub fn section_mentions(normalized: &str) -> Vec<String> {
    let mentions = mentions(normalized).into_iter();
    mentions.map(|mention| mention.key).collect()
}

/// Returns the ways in which a section's number may be written: `C-5` is also `コラム5`.
pub fn section_numbers(id: &str) -> Vec<String> {
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
    use super::{section_mentions, section_numbers};
    use crate::text::folded;

    fn check(id: &str, question: &str, expected: bool) {
        let keys = section_numbers(id);
        let found = section_mentions(&folded(question));
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
