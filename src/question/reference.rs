//! Sections and documents that a question names: 「自社診断の18番」「経営ガイドラインの指示9」「付録8」.
//!
//! The names come from the documents (ids, titles, aliases); only the ways of saying a number are known here.

use std::collections::BTreeSet;

use regex::Regex;

use crate::knowledge::{Knowledge, PassageId};
use crate::text;

/// Shortest alias of a document that is looked for, in characters.
const SHORTEST_ALIAS: usize = 3;

pub(super) struct References {
    documents: Vec<DocumentNames>,
}

struct DocumentNames {
    id: String,
    names: Vec<String>,
    sections: Vec<SectionNames>,
}

struct SectionNames {
    id: String,
    /// Matches the section's number where the document is named, too.
    with_document: Regex,
    /// Matches a number so particular that it needs no document (`付録8`, `指示5`, `別添3`).
    alone: Option<Regex>,
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
                    .filter_map(|passage| SectionNames::new(&passage.id))
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

    /// The sections that the normalized question names.
    pub fn sections(&self, normalized: &str) -> Vec<PassageId> {
        let named = self.documents(normalized);
        let mut found = Vec::new();
        for document in &self.documents {
            let is_named = named.contains(&document.id);
            for section in &document.sections {
                let matches_alone = || {
                    section
                        .alone
                        .as_ref()
                        .is_some_and(|alone| alone.is_match(normalized))
                };
                let is_meant = match is_named {
                    true => section.with_document.is_match(normalized) || matches_alone(),
                    false => named.is_empty() && matches_alone(),
                };
                if is_meant {
                    found.push(PassageId {
                        document: document.id.clone(),
                        passage: section.id.clone(),
                    });
                }
            }
        }
        found
    }
}

impl SectionNames {
    fn new(id: &str) -> Option<Self> {
        let folded = text::folded(id);
        let (prefix, number) = split_number(&folded)?;
        let no_digit_before = r"(?:^|[^0-9a-z.\-])";
        let no_digit_after = r"(?:$|[^0-9.\-]|[.\-](?:$|[^0-9]))";
        let number_pattern = regex::escape(number);
        let (with_document, alone) = match prefix {
            "no." => (
                format!(
                    r"(?:no\.? ?|第|問|項目|番号|{no_digit_before}){number_pattern} ?(?:番|問|項|つ目|こ目|個目|$|[^0-9か])"
                ),
                Some(format!(
                    r"(?:no\.? ?{number_pattern}|第{number_pattern}問|問{number_pattern}){no_digit_after}"
                )),
            ),
            "指示" | "付録" | "別添" => (
                format!(r"{prefix} ?{number_pattern}{no_digit_after}"),
                Some(format!(r"{prefix} ?{number_pattern}{no_digit_after}")),
            ),
            "第" => (format!(r"第 ?{number_pattern}章"), None),
            "c-" => (
                format!(r"コラム ?{number_pattern}{no_digit_after}"),
                Some(format!(r"コラム ?{number_pattern}{no_digit_after}")),
            ),
            "b-" => (
                format!(r"別添 ?{number_pattern}{no_digit_after}"),
                Some(format!(r"別添 ?{number_pattern}{no_digit_after}")),
            ),
            _ => {
                let whole = regex::escape(&folded);
                let is_compound = folded.contains(['-', '.']);
                let pattern = match is_compound {
                    true => format!(r"{no_digit_before}{whole}{no_digit_after}"),
                    false => format!(
                        r"(?:第 ?{whole} ?(?:章|節|部|項)|{whole} ?(?:章|節|番目?の?(?:節|章|項))|(?:節|セクション|section|chapter) ?{whole}){no_digit_after}"
                    ),
                };
                (pattern, None)
            }
        };
        Some(Self {
            id: id.to_owned(),
            with_document: Regex::new(&with_document).ok()?,
            alone: alone.and_then(|pattern| Regex::new(&pattern).ok()),
        })
    }
}

/// `no.18` → (`no.`, `18`); `第1章` → (`第`, `1`); `2-3(1)` → (``, `2-3(1)`). None for ids without a number.
fn split_number(folded: &str) -> Option<(&str, &str)> {
    let start =
        folded.find(|character: char| character.is_ascii_digit() || is_roman(folded, character))?;
    let prefix = folded.get(..start)?;
    let number = folded.get(start..)?.trim_end_matches('章');
    Some((prefix, number))
}

/// `Ⅲ-2` is `iii-2` once normalized.
fn is_roman(folded: &str, character: char) -> bool {
    character == 'i' && folded.starts_with('i')
}

#[cfg(test)]
mod tests {
    use super::SectionNames;
    use crate::text::folded;

    fn check(id: &str, question: &str, expected: bool) {
        let section = SectionNames::new(id).unwrap();
        assert_eq!(
            section.with_document.is_match(&folded(question)),
            expected,
            "{id} in {question}: {}",
            section.with_document
        );
    }

    #[test]
    fn numbers_are_found_as_people_write_them() {
        check("No.18", "自社診断のNo.18", true);
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
        check("2-5", "2-5(1)のこと", true);
        check("3-1-2", "3-1-2を見せて", true);
        check("3-1", "3-1-2を見せて", false);
        check("第2章", "ハンドブックの第2章", true);
    }
}
