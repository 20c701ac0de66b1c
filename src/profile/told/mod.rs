//! A company inside a sentence: 「製造業30人、NASとVPNあり。何から始めればいいですか」. What is only spoken about is not
//! taken for theirs; what is not said stays open.

mod grammar;
mod mention;
mod number;

use std::ops::Range;
use std::sync::OnceLock;

use super::company::Company;
use crate::knowledge::Facets;
use crate::question::shortened;
use crate::text;

use mention::{About, Mention, Table, tables};
use number::Counted;
pub use number::number_in;

/// What a sentence says of the firm of whoever writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The company.
    pub company: Company,
    /// What is left to ask, without the clauses that only describe the firm; as typed.
    pub rest: String,
}

/// Hears what people say of their firm.
#[derive(Default)]
pub struct Listener {
    tables: OnceLock<Vec<Table>>,
}

impl Listener {
    /// Returns what a question tells of the asker's firm; nothing when it tells nothing.
    pub fn told(&self, question: &str, facets: &Facets) -> Option<Told> {
        let normalized = text::normalize(shortened(question).0);
        let sentence = Sentence::new(&normalized.text, || {
            self.tables.get_or_init(|| tables(facets))
        })?;
        let company = sentence.company();
        if !company.is_described() {
            return None;
        }
        let mut rest = question.to_owned();
        for clause in sentence.descriptions.iter().rev() {
            rest.replace_range(normalized.original_range(clause.clone()), " ");
        }
        let has_words = rest.chars().any(char::is_alphanumeric);
        Some(Told {
            company,
            rest: if has_words {
                rest.trim().to_owned()
            } else {
                question.to_owned()
            },
        })
    }
}

/// A normalized text with what it names.
struct Sentence<'t> {
    text: &'t str,
    /// The clauses that only describe the firm.
    descriptions: Vec<Range<usize>>,
    mentions: Vec<Mention>,
    people: Option<Counted>,
    yen: Option<Counted>,
    hours: Option<Counted>,
    is_own: bool,
}

impl<'t> Sentence<'t> {
    /// Most questions say nothing of a firm: their words are not even looked up.
    fn new<'l>(text: &'t str, tables: impl FnOnce() -> &'l Vec<Table>) -> Option<Self> {
        let all_people = number::people(text);
        let is_own = grammar::speaks_of_own_firm(text);
        let says = |word: &&str| text.contains(*word);
        let may_have = [
            "あり",
            "ある",
            "有り",
            "なし",
            "無し",
            "使って",
            "ない",
            "なく",
            "with",
            "no ",
        ];
        if all_people.is_empty() && !is_own && !may_have.iter().any(says) {
            return None;
        }
        let mut mentions: Vec<Mention> = tables()
            .iter()
            .flat_map(|table| table.mentions(text))
            .collect();
        mentions.sort_by_key(|mention| mention.range.start);
        let yen = number::yearly_yen(text).into_iter().next();
        let hours = number::monthly_hours(text).into_iter().next();
        let named = mentions.iter().map(|mention| &mention.range);
        let counted = all_people.iter().chain(&yen).chain(&hours);
        let covered: Vec<&Range<usize>> = named.chain(counted.map(|one| &one.range)).collect();
        let mut sentence = Self {
            text,
            descriptions: clauses(text)
                .into_iter()
                .filter(|clause| describes(text, clause, &covered))
                .collect(),
            mentions,
            people: None,
            yen,
            hours,
            is_own,
        };
        sentence.people = all_people
            .into_iter()
            .find(|people| sentence.is_of_the_firm(people));
        Some(sentence)
    }

    fn company(&self) -> Company {
        let industry = self.industry();
        let of_firm = self.people.is_some() || industry.is_some() || self.is_own;
        let (mut some_assets, mut without) = (Vec::new(), Vec::new());
        for mention in self.of(About::Asset) {
            match self.standing(mention, of_firm) {
                Standing::Has => some_assets.push(mention.id.clone()),
                Standing::Lacks => without.push(mention.id.clone()),
                Standing::SpokenOf => {}
            }
        }
        // What is said to be there and not to be there was not understood.
        let unclear: Vec<String> = without
            .iter()
            .filter(|id| some_assets.contains(id))
            .cloned()
            .collect();
        for list in [&mut some_assets, &mut without] {
            list.retain(|id| !unclear.contains(id));
            list.sort();
            list.dedup();
        }
        let first = |about| self.of(about).next().map(|mention| mention.id.clone());
        let mut proof: Vec<String> = self.of(About::Proof).map(|one| one.id.clone()).collect();
        proof.dedup();
        Company {
            people: self.people.as_ref().map(|people| people.number),
            industry,
            prefecture: first(About::Prefecture).filter(|_| of_firm),
            some_assets,
            without,
            keeper: first(About::Keeper),
            budget_yen: self.yen.as_ref().map(|yen| yen.number),
            hours_per_month: self.hours.as_ref().map(|hours| hours.number),
            proof,
            ..Company::default()
        }
    }

    fn of(&self, about: About) -> impl Iterator<Item = &Mention> {
        self.mentions
            .iter()
            .filter(move |mention| mention.about == about)
    }

    fn industry(&self) -> Option<String> {
        let is_own = |mention: &&Mention| {
            !grammar::is_of_others(self.after(mention.range.end))
                && (self.is_own || self.people.is_some() || self.is_description(&mention.range))
        };
        self.of(About::Industry)
            .find(is_own)
            .map(|mention| mention.id.clone())
    }

    fn is_of_the_firm(&self, people: &Counted) -> bool {
        let before = self.before(people.range.start);
        let after_industry = self.of(About::Industry).any(|mention| {
            let between = self.text.get(mention.range.end..people.range.start);
            between.is_some_and(|between| between.is_empty() || grammar::is_filler(between))
        });
        let before_industry = self.of(About::Industry).any(|mention| {
            let between = self.text.get(people.range.end..mention.range.start);
            matches!(
                between,
                Some("の" | "規模の" | "ほどの" | "くらいの" | "程度の" | " ")
            )
        });
        after_industry
            || before_industry
            || grammar::counts_the_firm(before, self.after(people.range.end))
            || self.is_description(&people.range)
    }

    /// Whether the firm has a thing, lacks it, or only speaks of it.
    fn standing(&self, mention: &Mention, of_firm: bool) -> Standing {
        let chain = self.chain(mention);
        let (before, after) = (self.before(chain.start), self.after(chain.end));
        let own = self.text.get(mention.range.clone()).unwrap_or_default();
        // Some words of the tables end with the beginning of the verb: 「サーバーがあ」.
        let tail = |verb: &str| own.find(verb).and_then(|at| own.get(at..));
        let spoken = [
            "があ", "もあ", "あり", "有り", "を使", "は使", "を持", "も持", "を扱", "も扱", "を預",
            "も預", "を保", "を控",
        ];
        let verb = spoken.iter().find_map(|verb| tail(verb));
        let verb = verb.map(|verb| format!("{verb}{}", self.after(mention.range.end)));
        let after = verb.as_deref().unwrap_or(after);
        if grammar::says_lacks(before, after) {
            Standing::Lacks
        } else if grammar::says_has(before, after)
            || self.is_description(&mention.range)
            || (of_firm && !self.is_asked(&mention.range))
        {
            Standing::Has
        } else {
            Standing::SpokenOf
        }
    }

    /// The bytes of all things that are joined with this one: 「NASとVPN」.
    fn chain(&self, mention: &Mention) -> Range<usize> {
        let assets: Vec<&Mention> = self.of(About::Asset).collect();
        let (mut start, mut end) = (mention.range.start, mention.range.end);
        for other in assets
            .iter()
            .rev()
            .filter(|one| one.range.end <= mention.range.start)
        {
            match self.text.get(other.range.end..start) {
                Some(between) if grammar::joins(between) => start = other.range.start,
                _ => break,
            }
        }
        for other in assets
            .iter()
            .filter(|one| one.range.start >= mention.range.end)
        {
            match self.text.get(end..other.range.start) {
                Some(between) if grammar::joins(between) => end = other.range.end,
                _ => break,
            }
        }
        start..end
    }

    /// Whether the full sentence around is a question.
    fn is_asked(&self, range: &Range<usize>) -> bool {
        const ENDS: [char; 6] = ['。', '?', '!', '\n', '？', '！'];
        let rest = self.after(range.end);
        let end = rest.find(ENDS).unwrap_or(rest.len());
        let (sentence, mark) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let sentence = sentence.trim_end();
        let asks = ["か", "の", "たい", "べき", "方法", "には", "対策"];
        mark.starts_with(['?', '？'])
            || asks.iter().any(|ending| sentence.ends_with(ending))
            || (self.before(range.start).contains("how "))
    }

    fn is_description(&self, range: &Range<usize>) -> bool {
        let around =
            |clause: &Range<usize>| clause.start <= range.start && range.start < clause.end;
        self.descriptions.iter().any(around)
    }

    fn before(&self, at: usize) -> &'t str {
        self.text.get(..at).unwrap_or_default()
    }

    fn after(&self, at: usize) -> &'t str {
        self.text.get(at..).unwrap_or_default()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Has,
    Lacks,
    SpokenOf,
}

/// Whether a clause names something and, besides the bytes that are covered, says nothing more.
fn describes(text: &str, clause: &Range<usize>, covered: &[&Range<usize>]) -> bool {
    let is_covered = |at: usize| covered.iter().any(|range| range.contains(&at));
    let words = text.get(clause.clone()).unwrap_or_default();
    let left: String = words
        .char_indices()
        .filter(|(at, _)| !is_covered(clause.start + at))
        .map(|(_, character)| character)
        .collect();
    left.len() < words.len() && grammar::is_filler(&left)
}

/// The bytes between marks of a normalized text, the mark at the end with them. A dot or comma between digits is none.
fn clauses(text: &str) -> Vec<Range<usize>> {
    let mut clauses = Vec::new();
    let mut start = 0;
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        let next = text.get(end..).and_then(|rest| rest.chars().next());
        let is_mark = match character {
            '。' | '、' | '?' | '!' | '\n' | ';' => true,
            '.' | ',' => next.is_none_or(|next| next == ' ' || !next.is_ascii()),
            _ => false,
        };
        if is_mark {
            clauses.push(start..end);
            start = end;
        }
    }
    if start < text.len() {
        clauses.push(start..text.len());
    }
    clauses
}

#[cfg(test)]
mod tests;
