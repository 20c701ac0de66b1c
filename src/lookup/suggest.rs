//! What may be meant while a name is still being typed. All keys are made once for a state of the knowledge, so
//! that each suggestion takes a fraction of a millisecond; what is chosen is read again by `page` and its kin.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

use super::key::Key;
use super::label::shortened;
use super::matching::{Names, Typed};
use super::reading::Readings;
use super::suggest_scheme::{scheme_item, scheme_part};
use super::table::{Item, LONGEST, Suggestion, Table, distinct};
use super::useful::{Referred, asked_terms};
use super::{
    document_names, drill_names, key, keys, only_match, playbook_names, term_names, topic_names,
};
use crate::answer::heading;
use crate::knowledge::{Document, Drill, Knowledge, Passage, PassageId, Playbook, Term, Topic};
use crate::question::Language;

/// Suggests documents, sections, terms, playbooks, topics, schemes and drills of one state of the knowledge.
pub struct Suggester {
    /// The most useful first.
    documents: Table,
    /// The keys of each document, as the look-up compares them.
    document_keys: Vec<Vec<String>>,
    /// The sections of all documents, one document after the other.
    sections: Table,
    /// The document of each section.
    homes: Vec<Home>,
    /// Where each document's sections stand.
    ranges: Vec<Range<usize>>,
    terms: Table,
    playbooks: Table,
    topics: Table,
    schemes: Table,
    /// The schemes, then their items.
    wanted: Table,
    drills: Table,
    /// Key of a name → all names of the same thing.
    same: HashMap<String, Vec<String>>,
}

/// Where a section stands.
struct Home {
    id: PassageId,
    ja: String,
    en: String,
}

impl Suggester {
    /// Makes the tables.
    pub fn new(knowledge: &Knowledge) -> Self {
        let readings = Readings::new(knowledge);
        let referred = Referred::new(knowledge);
        let mut documents: Vec<&Document> = knowledge.documents.iter().collect();
        documents.sort_by_key(|document| Reverse(referred.document(document)));
        let (mut sections, mut homes, mut ranges) = (Vec::new(), Vec::new(), Vec::new());
        for document in &documents {
            let start = sections.len();
            for passage in &document.passages {
                sections.push(section_item(document, passage, &readings));
                homes.push(Home {
                    id: document.id_of(&passage.id),
                    ja: document.short.clone(),
                    en: document.title_en.clone(),
                });
            }
            ranges.push(start..sections.len());
        }
        let use_of = |position: usize| homes.get(position).map(|home| referred.passage(&home.id));
        let sections = Table::by_use(sections, use_of);
        let asked = asked_terms(knowledge);
        let terms = knowledge.terms.iter().map(term_item).collect();
        let playbooks = knowledge.playbooks.iter();
        let playbooks = playbooks.map(|one| playbook_item(knowledge, one, &readings));
        let topics = knowledge.topics.iter();
        let topics = topics.map(|topic| topic_item(topic, &readings));
        let crosswalk = &knowledge.crosswalk;
        let schemes = || crosswalk.schemes.iter().map(scheme_item);
        let parts = crosswalk.items.iter();
        let parts = parts.map(|item| scheme_part(crosswalk, item));
        let drills = knowledge.drills.iter();
        let drills = drills.map(|one| drill_item(knowledge, one, &readings));
        let document_items = documents.iter().map(|one| document_item(one, &readings));
        Self {
            documents: Table::in_order(document_items.collect()),
            document_keys: documents
                .iter()
                .map(|document| keys(document_names(document)))
                .collect(),
            sections,
            homes,
            ranges,
            terms: Table::by_use(terms, |position| asked.get(position).copied()),
            playbooks: Table::in_order(playbooks.collect()),
            topics: Table::in_order(topics.collect()),
            schemes: Table::in_order(schemes().collect()),
            wanted: Table::in_order(schemes().chain(parts).collect()),
            drills: Table::in_order(drills.collect()),
            same: same_names(knowledge),
        }
    }

    /// Suggests documents; a value is a document's id.
    pub fn documents(&self, typed: &str, language: Language) -> Vec<Suggestion> {
        self.of_table(&self.documents, typed, language)
    }

    /// Suggests sections of the document that was typed; a value is a section's id. When no document is meant,
    /// suggests sections of all, and a value is `document#section`.
    pub fn sections(&self, document: &str, typed: &str, language: Language) -> Vec<Suggestion> {
        let wanted = key(document);
        let position = only_match(self.document_keys.iter(), &wanted);
        if let Some(range) = position.and_then(|position| self.ranges.get(position)) {
            let found = self.sections.nearest_in(&self.read(typed), range.clone());
            return distinct(found.into_iter().map(|(_, item)| item.suggestion(language)));
        }
        let found = self.sections.nearest(&self.read(typed)).into_iter();
        distinct(found.filter_map(|(position, item)| {
            let home = self.homes.get(position)?;
            let document = language.pick(&home.ja, &home.en);
            Some(Suggestion {
                value: home.id.to_string(),
                label: with_document(item.label(language), document),
            })
        }))
    }

    /// Suggests terms; a value is a term.
    pub fn terms(&self, typed: &str, language: Language) -> Vec<Suggestion> {
        self.of_table(&self.terms, typed, language)
    }

    /// Suggests kinds of incidents; a value is a playbook's id.
    pub fn playbooks(&self, typed: &str, language: Language) -> Vec<Suggestion> {
        self.of_table(&self.playbooks, typed, language)
    }

    /// Suggests topics; a value is a topic's id.
    pub fn topics(&self, typed: &str, language: Language) -> Vec<Suggestion> {
        self.of_table(&self.topics, typed, language)
    }

    /// Suggests schemes that a company may fulfill; a value is a scheme's id.
    pub fn schemes(&self, typed: &str, language: Language) -> Vec<Suggestion> {
        self.of_table(&self.schemes, typed, language)
    }

    /// Suggests schemes and items of them; a value is a scheme's id or an item's key.
    pub fn wanted(&self, typed: &str, language: Language) -> Vec<Suggestion> {
        self.of_table(&self.wanted, typed, language)
    }

    /// Suggests drills; a value is a drill's id.
    pub fn drills(&self, typed: &str, language: Language) -> Vec<Suggestion> {
        self.of_table(&self.drills, typed, language)
    }

    fn of_table(&self, table: &Table, typed: &str, language: Language) -> Vec<Suggestion> {
        let found = table.nearest(&self.read(typed)).into_iter();
        distinct(found.map(|(_, item)| item.suggestion(language)))
    }

    fn read(&self, typed: &str) -> Typed {
        Typed::new(typed, |key| {
            let same = self.same.get(key).into_iter().flatten();
            same.map(|name| Key::new(name)).collect()
        })
    }
}

/// The document's name stays in sight however long the heading is.
fn with_document(heading: &str, document: &str) -> String {
    const LONGEST_DOCUMENT: usize = 40;
    let document = format!(" — {}", shortened(document, LONGEST_DOCUMENT));
    let room = LONGEST.saturating_sub(document.chars().count());
    format!("{}{document}", shortened(heading, room))
}

fn document_item(document: &Document, readings: &Readings) -> Item {
    let title = &document.title;
    let contents = document.passages.iter();
    let contents = contents.flat_map(|passage| [&passage.title, &passage.title_en]);
    Item {
        value: document.id.clone(),
        ja: match title.contains(&document.short) {
            true => title.clone(),
            false => format!("{} — {title}", document.short),
        },
        en: document.title_en.clone(),
        names: Names {
            names: with_readings(document_names(document), readings),
            numbers: Vec::new(),
            beside: contents.map(|title| Key::of_sentence(title)).collect(),
        },
    }
}

fn section_item(document: &Document, passage: &Passage, readings: &Readings) -> Item {
    let (ja, en) = (
        heading(passage, Language::Ja),
        heading(passage, Language::En),
    );
    let with_document = format!("{} {ja}", document.short);
    let names = [&passage.title, &passage.title_en, &ja, &en];
    let beside = passage.asked.iter().chain(&passage.asked_en);
    let beside = beside.chain([&with_document]);
    let beside = beside.map(|question| Key::of_sentence(question)).collect();
    let names = names.into_iter().chain(&passage.title_ja);
    Item {
        value: passage.id.clone(),
        names: Names {
            names: with_readings(names, readings),
            numbers: Names::numbers_of(&passage.id),
            beside,
        },
        ja,
        en,
    }
}

fn term_item(term: &Term) -> Item {
    let both = |first: &str, second: &str| match first.eq_ignore_ascii_case(second) {
        true => first.to_owned(),
        false => format!("{first} ({second})"),
    };
    Item {
        value: term.term.clone(),
        ja: both(&term.term, &term.english),
        en: both(&term.english, &term.term),
        names: Names {
            names: term_names(term).map(|name| Key::new(name)).collect(),
            numbers: Vec::new(),
            beside: Vec::new(),
        },
    }
}

fn playbook_item(knowledge: &Knowledge, playbook: &Playbook, readings: &Readings) -> Item {
    let sections = playbook.sections.iter();
    let sections = sections.filter_map(|id| knowledge.passage(id));
    let titles = sections
        .flat_map(|(document, passage)| [&document.short, &passage.title, &passage.title_en]);
    let signs = playbook
        .signs
        .iter()
        .chain(&playbook.signs_en)
        .chain(titles);
    Item {
        value: playbook.id.clone(),
        ja: playbook.title.clone(),
        en: playbook.title_en.clone(),
        names: Names {
            names: with_readings(playbook_names(playbook), readings),
            numbers: Vec::new(),
            beside: signs.map(|sign| Key::of_sentence(sign)).collect(),
        },
    }
}

fn topic_item(topic: &Topic, readings: &Readings) -> Item {
    Item {
        value: topic.id.clone(),
        ja: topic.ja.clone(),
        en: topic.en.clone(),
        names: Names {
            names: with_readings(topic_names(topic), readings),
            numbers: Vec::new(),
            beside: Vec::new(),
        },
    }
}

fn drill_item(knowledge: &Knowledge, drill: &Drill, readings: &Readings) -> Item {
    let playbook = knowledge.playbook(&drill.playbook).into_iter();
    Item {
        value: drill.id.clone(),
        ja: drill.title.clone(),
        en: drill.title_en.clone(),
        names: Names {
            names: with_readings(drill_names(drill), readings),
            numbers: Vec::new(),
            beside: playbook
                .flat_map(playbook_names)
                .map(|name| Key::of_sentence(name))
                .collect(),
        },
    }
}

fn with_readings<'n>(names: impl Iterator<Item = &'n String>, readings: &Readings) -> Vec<Key> {
    let both = names.flat_map(|name| [Some(name.clone()), readings.read(name)]);
    let mut keys: Vec<Key> = both.flatten().map(|name| Key::new(&name)).collect();
    keys.retain(|key| !key.text.is_empty());
    keys.dedup_by(|a, b| a.text == b.text);
    keys
}

/// Names that stand for one another, by the list of synonyms and by the glossary.
fn same_names(knowledge: &Knowledge) -> HashMap<String, Vec<String>> {
    let groups = knowledge
        .synonyms
        .same
        .iter()
        .map(|same| same.words.clone());
    let terms = knowledge.terms.iter();
    let terms = terms.map(|term| term_names(term).cloned().collect());
    let mut same: HashMap<String, Vec<String>> = HashMap::new();
    for names in groups.chain(terms) {
        for name in &names {
            let others = names.iter().filter(|other| *other != name).cloned();
            same.entry(Key::new(name).text).or_default().extend(others);
        }
    }
    same
}
