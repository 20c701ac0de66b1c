//! The unit that is indexed and cited: a section's own text, or one part of a section.

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::findings::{Asked, Findings, Kind};
use super::id::PassageId;
use super::problem::{Place, Problem};
use super::toml_file::{TomlText, names};

/// What opens a paragraph of our own advice inside a document, so that it never passes for the source's.
pub const ADVICE_MARKS: [&str; 2] = ["【Sonaeの助言】", "[Sonae's advice]"];

/// One passage of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// First word of its heading: `1-4`, `No.18`, `2-3(1)`. Unique in the document.
    pub id: String,
    /// The section it counts for: its own id, or that of the section above a part.
    pub section: String,
    /// The heading without the id, as written.
    pub title: String,
    /// Japanese heading of a passage of an English document.
    pub title_ja: Option<String>,
    /// English heading.
    pub title_en: String,
    /// English summary in one to three sentences.
    pub summary_en: String,
    /// Japanese summary of a passage of an English document.
    pub summary_ja: Option<String>,
    /// Part, section and page in the original.
    pub locator: String,
    /// A more precise address than the document's.
    pub url: Option<String>,
    /// Whether the original itself was seen.
    pub sure: Sureness,
    /// The whole passage is our own compilation, not the source's words in other words.
    pub is_own: bool,
    /// Ids of the topics it is filed under.
    pub topics: Vec<String>,
    /// Japanese questions that it answers.
    pub asked: Vec<String>,
    /// English questions that it answers.
    pub asked_en: Vec<String>,
    /// Related passages.
    pub related: Vec<PassageId>,
    /// The text that is quoted from.
    pub body: String,
}

/// How sure a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sureness {
    /// The official page or a copy of its text was seen.
    Primary,
    /// Known from the press, other bodies' pages or our own compilation.
    Secondary,
}

impl Passage {
    /// Returns whether it is a part of a section.
    pub fn is_part(&self) -> bool {
        self.id != self.section
    }

    /// Returns the heading as a reader sees it: id and title.
    pub fn heading(&self) -> String {
        match self.title.is_empty() {
            true => self.id.clone(),
            false => format!("{} {}", self.id, self.title),
        }
    }
}

/// The TOML block below a heading.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawBlock {
    locator: Spanned<String>,
    url: Option<String>,
    sure: Sureness,
    #[serde(default)]
    own: bool,
    topics: Vec<Spanned<String>>,
    asked: Vec<Spanned<String>>,
    title_en: String,
    summary_en: String,
    asked_en: Vec<Spanned<String>>,
    #[serde(default)]
    related: Vec<Spanned<String>>,
    title_ja: Option<String>,
    summary_ja: Option<String>,
}

/// What stands in the file around a block.
pub(super) struct Heading {
    /// The heading's first word.
    pub id: String,
    /// The section it counts for.
    pub section: String,
    /// The heading without the id.
    pub title: String,
    /// The text below the block.
    pub body: String,
}

impl RawBlock {
    /// What the block of this passage refers to and asks, and what is wrong with it.
    pub fn findings(&self, block: &TomlText<'_>, id: &PassageId, is_english: bool) -> Findings {
        let mut findings = Findings {
            problems: self.problems(block, is_english),
            ..Findings::default()
        };
        findings.refer(block, Kind::Topic, &self.topics);
        findings.refer(block, Kind::Passage, &self.related);
        for asked in self.asked.iter().chain(&self.asked_en) {
            findings.asked.push(Asked {
                text: asked.get_ref().clone(),
                passage: id.clone(),
                place: block.place(asked),
            });
        }
        findings
    }

    fn problems(&self, block: &TomlText<'_>, is_english: bool) -> Vec<Problem> {
        let place: Place = block.place(&self.locator);
        let mut problems = Vec::new();
        let mut demand = |holds: bool, message: &str| {
            if !holds {
                problems.push(place.problem(message));
            }
        };
        demand(
            !self.locator.get_ref().trim().is_empty(),
            "locator is missing: say part, section and page as far as known",
        );
        demand(
            (1..=4).contains(&self.topics.len()),
            "give 1 to 4 topics of topics.toml",
        );
        demand(
            self.asked.len() >= 4,
            "give at least 4 Japanese questions in `asked`",
        );
        demand(
            self.asked_en.len() >= 2,
            "give at least 2 English questions in `asked_en`",
        );
        demand(
            !self.title_en.is_empty() && !self.summary_en.is_empty(),
            "title_en and summary_en must not be empty",
        );
        demand(
            !is_english || (self.title_ja.is_some() && self.summary_ja.is_some()),
            "a passage of an English document needs title_ja and summary_ja",
        );
        problems
    }

    /// The passage of this block below its heading.
    pub fn into_passage(self, heading: Heading) -> Passage {
        Passage {
            id: heading.id,
            section: heading.section,
            title: heading.title,
            title_ja: self.title_ja,
            title_en: self.title_en,
            summary_en: self.summary_en,
            summary_ja: self.summary_ja,
            locator: self.locator.into_inner(),
            url: self.url,
            sure: self.sure,
            is_own: self.own,
            topics: names(self.topics),
            asked: names(self.asked),
            asked_en: names(self.asked_en),
            related: super::id::parse_all(self.related),
            body: heading.body,
        }
    }
}
