//! A topic at one moment: its documents, passages, actions and windows, each with a fingerprint of what a reader
//! sees of it.

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use crate::answer::heading;
use crate::knowledge::{Action, Document, Knowledge, Passage, Window};
use crate::question::Language;

/// What a topic holds at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holding {
    /// Documents first, then passages, actions and windows, each in their own order.
    pub items: Vec<Item>,
}

/// One thing under a topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// Its id among its kind; `document#section` for a passage.
    pub id: String,
    /// Its Japanese name, to be told when it is gone.
    pub name: String,
    /// Its English name.
    pub name_en: String,
    /// Short hash of what a reader sees of it.
    pub fingerprint: u64,
}

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A document: its edition and whether it is in force. Its text stands in its passages.
    Document,
    /// A section or a part of one.
    Passage,
    /// A next step.
    Action,
    /// A contact window.
    Window,
}

impl Holding {
    /// The number of this state: the same for the same things, whatever their order.
    pub fn number(&self) -> u64 {
        let sorted: BTreeSet<(Kind, &str, u64)> = self
            .items
            .iter()
            .map(|item| (item.kind, item.id.as_str(), item.fingerprint))
            .collect();
        fingerprint(&sorted)
    }

    /// Counts the things of a kind.
    pub fn count(&self, kind: Kind) -> usize {
        self.items.iter().filter(|item| item.kind == kind).count()
    }

    /// Writes it down, to be read by [`Holding::parse`].
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what was written down; nothing when it is damaged.
    pub fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    fn add(&mut self, item: &Item) {
        // Several passages bring their document in.
        let is_known = |known: &Item| known.kind == item.kind && known.id == item.id;
        if !self.items.iter().any(is_known) {
            self.items.push(item.clone());
        }
    }
}

/// What each topic holds, by its id.
pub fn holdings(knowledge: &Knowledge) -> HashMap<String, Holding> {
    let topics = knowledge.topics.iter();
    let mut holdings: HashMap<String, Holding> = topics
        .map(|topic| (topic.id.clone(), Holding::default()))
        .collect();
    let mut file = |item: &Item, topics: &[String]| {
        for topic in topics {
            if let Some(holding) = holdings.get_mut(topic) {
                holding.add(item);
            }
        }
    };
    for document in &knowledge.documents {
        let item = document_item(document);
        for passage in &document.passages {
            file(&item, &passage.topics);
        }
    }
    for (document, passage) in knowledge.passages() {
        file(&passage_item(document, passage), &passage.topics);
    }
    for action in &knowledge.actions {
        file(&action_item(action), &action.topics);
    }
    // A window is filed under the topics of the passage behind it.
    for window in &knowledge.windows {
        if let Some((_, passage)) = knowledge.passage(&window.section) {
            file(&window_item(window), &passage.topics);
        }
    }
    holdings
}

/// The documents of a topic, the newest edition first.
pub fn newest<'a>(knowledge: &'a Knowledge, topic: &str) -> Vec<&'a Document> {
    let is_filed = |passage: &Passage| passage.topics.iter().any(|filed| filed == topic);
    let mut documents: Vec<&Document> = knowledge
        .documents
        .iter()
        .filter(|document| document.passages.iter().any(is_filed))
        .collect();
    documents.sort_by(|a, b| b.published.cmp(&a.published));
    documents
}

// What goes into a fingerprint stays as it is: another choice would call everything changed that people watch. The
// day of the last comparison with the source is not in it, nor are the questions that a section answers.

fn document_item(document: &Document) -> Item {
    Item {
        kind: Kind::Document,
        id: document.id.clone(),
        name: document.title.clone(),
        name_en: document.title_en.clone(),
        fingerprint: fingerprint(&(
            (&document.title, &document.edition, &document.published),
            (document.status, &document.status_note),
            &document.superseded_by,
        )),
    }
}

fn passage_item(document: &Document, passage: &Passage) -> Item {
    let (ja, en) = (
        heading(passage, Language::Ja),
        heading(passage, Language::En),
    );
    Item {
        kind: Kind::Passage,
        id: document.id_of(&passage.id).to_string(),
        name: format!("{} {ja}", document.short),
        name_en: format!("{}: {en}", document.title_en),
        fingerprint: fingerprint(&(&passage.title, &passage.body, passage.sure)),
    }
}

fn action_item(action: &Action) -> Item {
    Item {
        kind: Kind::Action,
        id: action.id.clone(),
        name: action.title.clone(),
        name_en: action.title_en.clone(),
        fingerprint: fingerprint(&(
            (&action.title, &action.why, &action.steps),
            (action.who, action.minutes, &action.cost, action.urgency),
            (&action.done_when, &action.sections),
        )),
    }
}

fn window_item(window: &Window) -> Item {
    Item {
        kind: Kind::Window,
        id: window.id.clone(),
        name: window.name.clone(),
        name_en: window.name_en.clone(),
        fingerprint: fingerprint(&(
            (&window.name, &window.for_whom),
            (&window.phone, &window.mail, &window.form, &window.url),
            (&window.hours, window.always, window.holidays),
            (window.hours_sure, &window.hours_note),
        )),
    }
}

fn fingerprint(seen: &impl Serialize) -> u64 {
    let bytes = serde_json::to_vec(seen).unwrap_or_default();
    let hash = blake3::hash(&bytes);
    let first = hash.as_bytes().first_chunk().copied();
    u64::from_le_bytes(first.unwrap_or_default())
}
