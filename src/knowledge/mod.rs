//! The knowledge model: files → documents, passages, actions, playbooks, windows, terms; with every
//! problem found on the way. Pure but for `load`, the one place that reads files.
//!
//! Each kind of file has its own module with the same shape: the public type, the raw form as written
//! in the file, and `parse`, which returns clean values and, apart from them, `Findings`: names, dates
//! and problems with their places. `window` is the one to copy. `check` compares all findings.

mod action;
mod calendar;
mod catalog;
mod check;
mod crosswalk;
mod deadline;
mod document;
mod drill;
mod facet;
mod files;
mod findings;
mod id;
mod load;
mod markdown;
mod passage;
mod playbook;
mod policy;
mod problem;
mod scope;
mod self_check;
mod stake;
mod synonym;
mod term;
mod toml_file;
mod topic;
mod window;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use action::{Action, Cost, Doer, PublicScheme, Urgency};
pub use calendar::{Calendar, Holiday};
pub use catalog::{Catalog, Found};
pub use crosswalk::{Crosswalk, Scheme, SchemeItem, Theme};
pub use deadline::{Counting, DeadlineCase, DeadlineRule, Deadlines};
pub use document::{Document, Status};
pub use drill::{DebriefQuestion, Drill, DrillOption, Grade, Inject};
pub use facet::{Facet, Facets, SizeBand};
pub use files::{KnowledgeFile, KnowledgeFiles};
pub use id::PassageId;
pub use load::{embedded_files, folder_files};
pub use passage::{ADVICE_MARKS, Passage, Sureness};
pub use playbook::{Deadline, Playbook, Step};
pub use policy::{Clause, Policy, PolicyPart};
pub use problem::Problem;
pub use scope::{Refusal, RefusalKind};
pub use self_check::{CheckPart, CheckQuestion, SelfCheck, Verdict};
pub use stake::{Stake, StakeQuote};
pub use synonym::Synonyms;
pub use term::Term;
pub use topic::Topic;
pub use window::{Days, Hours, OpenState, Window};

/// Everything that Sonae knows. Immutable once loaded; a generation of the index holds one.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Knowledge {
    /// The documents, in the order of their ids.
    pub documents: Vec<Document>,
    /// The catalogue of next steps.
    pub actions: Vec<Action>,
    /// One playbook for each kind of incident.
    pub playbooks: Vec<Playbook>,
    /// Incidents to practise.
    pub drills: Vec<Drill>,
    /// The contact windows.
    pub windows: Vec<Window>,
    /// Public holidays and office closures.
    pub calendar: Calendar,
    /// The glossary.
    pub terms: Vec<Term>,
    /// Spellings and colloquial words.
    pub synonyms: Synonyms,
    /// What sections and actions are filed under.
    pub topics: Vec<Topic>,
    /// What is outside the knowledge base, and who may help there.
    pub refusals: Vec<Refusal>,
    /// What a company can say about itself.
    pub facets: Facets,
    /// The self-check.
    pub self_check: SelfCheck,
    /// What the schemes have in common.
    pub crosswalk: Crosswalk,
    /// The template of a policy.
    pub policy: Policy,
    /// Deadlines that are counted from a day.
    pub deadlines: Deadlines,
    /// What is at stake.
    pub stake: Stake,
}

/// Parses all files. A bad file is left out, and the others stand; [`check`] says what is wrong with it.
pub fn parse(files: &KnowledgeFiles) -> Knowledge {
    files::parse_all(files).0
}

/// Parses all files and finds everything that is wrong with them on a day, by file, line and column.
pub fn check(files: &KnowledgeFiles, today: Date) -> (Knowledge, Vec<Problem>) {
    let (knowledge, findings) = files::parse_all(files);
    let mut problems = check::problems(&knowledge, &findings, today);
    problems.extend(findings.problems);
    problems.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
    (knowledge, problems)
}

impl Knowledge {
    /// Returns every passage with its document, in reading order. The position is the passage's number
    /// in the index.
    pub fn passages(&self) -> impl Iterator<Item = (&Document, &Passage)> {
        self.documents.iter().flat_map(|document| {
            document
                .passages
                .iter()
                .map(move |passage| (document, passage))
        })
    }

    /// Returns the document with this id.
    pub fn document(&self, id: &str) -> Option<&Document> {
        self.documents.iter().find(|document| document.id == id)
    }

    /// Returns a passage (a section's own text, or a part) and its document.
    pub fn passage(&self, id: &PassageId) -> Option<(&Document, &Passage)> {
        let document = self.document(&id.document)?;
        let passage = document
            .passages
            .iter()
            .find(|passage| passage.id == id.passage)?;
        Some((document, passage))
    }

    /// Returns the action with this id.
    pub fn action(&self, id: &str) -> Option<&Action> {
        self.actions.iter().find(|action| action.id == id)
    }

    /// Returns the window with this id.
    pub fn window(&self, id: &str) -> Option<&Window> {
        self.windows.iter().find(|window| window.id == id)
    }

    /// Returns the playbook with this id.
    pub fn playbook(&self, id: &str) -> Option<&Playbook> {
        self.playbooks.iter().find(|playbook| playbook.id == id)
    }

    /// Returns the drill with this id.
    pub fn drill(&self, id: &str) -> Option<&Drill> {
        self.drills.iter().find(|drill| drill.id == id)
    }

    /// Returns the topic with this id.
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }
}
