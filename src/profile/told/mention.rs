//! The words of a sentence that name something a company can say of itself.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::knowledge::{Facet, Facets};

/// What kind of thing is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    Industry,
    Asset,
    Keeper,
    Proof,
    Prefecture,
}

/// A thing that is named, with the bytes of the normalized text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    pub about: About,
    pub id: String,
    pub range: Range<usize>,
}

/// The words of one table of the profile.
pub(super) struct Table {
    about: About,
    ids: Vec<String>,
    words: Option<AhoCorasick>,
}

/// The tables of all kinds.
pub(super) fn tables(facets: &Facets) -> Vec<Table> {
    vec![
        Table::new(About::Industry, &facets.industries),
        Table::new(About::Asset, &facets.assets),
        Table::new(About::Keeper, &facets.keepers),
        Table::new(About::Proof, &facets.proofs),
        Table::new(About::Prefecture, &facets.prefectures),
    ]
}

impl Table {
    fn new(about: About, facets: &[Facet]) -> Self {
        let (mut ids, mut words) = (Vec::new(), Vec::new());
        for facet in facets {
            for word in facet.said.iter().chain(&facet.said_en) {
                ids.push(facet.id.clone());
                words.push(word.as_str());
            }
        }
        let words = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(words)
            .ok();
        Self { about, ids, words }
    }

    /// What a normalized text names of this table, in order.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        let found = self.words.iter().flat_map(|words| words.find_iter(text));
        let whole = found.filter(|found| is_whole(text, found.range()));
        whole
            .filter_map(|found| {
                Some(Mention {
                    about: self.about,
                    id: self.ids.get(found.pattern().as_usize())?.clone(),
                    range: found.range(),
                })
            })
            .collect()
    }
}

/// Latin words count only whole, and 〜業 not in 〜業者.
fn is_whole(text: &str, range: Range<usize>) -> bool {
    let before = text
        .get(..range.start)
        .and_then(|text| text.chars().next_back());
    let after = text.get(range.end..).and_then(|text| text.chars().next());
    let word = text.get(range).unwrap_or_default();
    let is_latin =
        |character: Option<char>| character.is_some_and(|one| one.is_ascii_alphanumeric());
    let goes_on = (is_latin(word.chars().next()) && is_latin(before))
        || (is_latin(word.chars().next_back()) && is_latin(after));
    !(goes_on || word.ends_with('業') && after == Some('者'))
}
