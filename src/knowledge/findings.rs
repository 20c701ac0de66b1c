//! What a parser finds besides values: what a file defines and refers to, what depends on today, and what
//! is wrong, each with its place. `check` reads it once all files are parsed; `Knowledge` has no places.

use jiff::civil::Date;
use toml::Spanned;

use super::id::PassageId;
use super::problem::{Place, Problem};
use super::stake::Quoted;
use super::toml_file::TomlText;
use crate::text;

/// What one file yields besides its values.
#[derive(Debug, Default)]
pub(super) struct Findings {
    /// What the file defines.
    pub definitions: Vec<Named>,
    /// What the file refers to.
    pub references: Vec<Named>,
    /// The questions that its passages answer.
    pub asked: Vec<Asked>,
    /// Its dates.
    pub dates: Vec<Dated>,
    /// What it quotes.
    pub quoted: Vec<Quoted>,
    /// What is wrong with the file by itself.
    pub problems: Vec<Problem>,
}

/// A name at a place: where something is defined, or where a file refers to it.
#[derive(Debug)]
pub(super) struct Named {
    /// What is named.
    pub kind: Kind,
    /// The name as written; `document#passage` for a passage.
    pub name: String,
    /// Where the name stands.
    pub place: Place,
}

/// The kinds of things that have a name of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Document,
    Passage,
    Action,
    Playbook,
    Drill,
    Window,
    Topic,
    Term,
    Refusal,
    Theme,
    Size,
    Industry,
    Asset,
    Keeper,
    Proof,
    Prefecture,
    Deadline,
}

/// A question that a passage answers.
#[derive(Debug)]
pub(super) struct Asked {
    /// The question.
    pub text: String,
    /// The passage.
    pub passage: PassageId,
    /// Where the question stands.
    pub place: Place,
}

/// A date whose meaning depends on today.
#[derive(Debug)]
pub(super) struct Dated {
    /// What the date says.
    pub kind: DateKind,
    /// The day; the first one, where only a month or a year is given.
    pub date: Date,
    /// Where the date stands.
    pub place: Place,
}

/// What a date says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateKind {
    /// When an entry was last compared with its source.
    Checked,
    /// When a document in force was published.
    Published,
    /// A public holiday.
    Holiday,
}

impl Findings {
    /// Notes where something is defined.
    pub fn define(&mut self, kind: Kind, name: &str, place: Place) {
        let name = name.to_owned();
        self.definitions.push(Named { kind, name, place });
    }

    /// Notes the names that a text refers to.
    pub fn refer<'n>(
        &mut self,
        text: &TomlText<'_>,
        kind: Kind,
        names: impl IntoIterator<Item = &'n Spanned<String>>,
    ) {
        self.references.extend(names.into_iter().map(|name| Named {
            kind,
            name: name.get_ref().clone(),
            place: text.place(name),
        }));
    }

    /// Notes a date.
    pub fn date(&mut self, kind: DateKind, date: Date, place: Place) {
        self.dates.push(Dated { kind, date, place });
    }

    /// Adds the findings of another file or of a part of this one.
    pub fn extend(&mut self, other: Self) {
        self.definitions.extend(other.definitions);
        self.references.extend(other.references);
        self.asked.extend(other.asked);
        self.dates.extend(other.dates);
        self.quoted.extend(other.quoted);
        self.problems.extend(other.problems);
    }
}

impl Named {
    /// The form in which names are compared: `付録６` and `付録6` are one section.
    pub fn key(&self) -> (Kind, String) {
        let name = match self.kind {
            Kind::Passage => PassageId::parse(&self.name)
                .map_or_else(|| self.name.clone(), |id| id.comparable().to_string()),
            Kind::Term => text::comparison_key(&self.name),
            _ => self.name.clone(),
        };
        (self.kind, name)
    }
}

impl Kind {
    /// What the writers of knowledge files call it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Passage => "section",
            Self::Action => "action",
            Self::Playbook => "playbook",
            Self::Drill => "drill",
            Self::Window => "window",
            Self::Topic => "topic",
            Self::Term => "term",
            Self::Refusal => "refusal",
            Self::Theme => "theme",
            Self::Size => "size",
            Self::Industry => "industry",
            Self::Asset => "asset",
            Self::Keeper => "keeper",
            Self::Proof => "proof",
            Self::Prefecture => "prefecture",
            Self::Deadline => "deadline",
        }
    }

    /// What to do about a name that does not exist.
    pub fn advice(self) -> &'static str {
        match self {
            Self::Document => "use the file's name without .md",
            Self::Passage => "write document#section; `sonae lookup DOCUMENT` lists them",
            Self::Action => "use an id of actions/*.toml",
            Self::Playbook => "use the name of a file of incidents/ without .toml",
            Self::Drill => "use the name of a file of drills/ without .toml",
            Self::Window => "use an id of windows.toml",
            Self::Topic => "use an id of topics.toml, or add it there",
            Self::Term => "use a term of glossary.toml",
            Self::Refusal => "use an id of scope.toml",
            Self::Theme => "use an id of crosswalk.toml",
            Self::Deadline => "use an id of deadlines.toml",
            Self::Size
            | Self::Industry
            | Self::Asset
            | Self::Keeper
            | Self::Proof
            | Self::Prefecture => "use an id of profile.toml, or add it there",
        }
    }
}
