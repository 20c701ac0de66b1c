//! Documents: front matter and passages.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::calendar::TomlDate;
use super::findings::{DateKind, Findings, Kind};
use super::id::PassageId;
use super::markdown::{Piece, cut};
use super::passage::{Heading, Passage, RawBlock};
use super::problem::{Place, Problem};
use super::toml_file::TomlText;

/// One document, the work of one fact file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The file's name without `.md`.
    pub id: String,
    /// Official title.
    pub title: String,
    /// English title.
    pub title_en: String,
    /// Short Japanese name for citations.
    pub short: String,
    /// What people call it.
    pub aliases: Vec<String>,
    /// Publisher, in Japanese.
    pub publisher: String,
    /// Publisher, in English.
    pub publisher_en: String,
    /// Edition, in Japanese.
    pub edition: String,
    /// Edition, in English.
    pub edition_en: String,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub published: String,
    /// When it was last compared with its source.
    pub checked: Date,
    /// Official page.
    pub url: String,
    /// Language of the body, `ja` or `en`.
    pub language: String,
    /// Whether it is in force.
    pub status: Status,
    /// What is newer, or which edition the numbers follow, in Japanese.
    pub status_note: Option<String>,
    /// The same in English.
    pub status_note_en: Option<String>,
    /// Id of the document that replaces it.
    pub superseded_by: Option<String>,
    /// For whom it is written.
    pub audience: Vec<String>,
    /// What it is, in two to four sentences.
    pub introduction: String,
    /// Its passages in reading order.
    pub passages: Vec<Passage>,
}

/// Whether a document is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// In force.
    Current,
    /// A newer document replaces it.
    Superseded,
    /// Not yet in force.
    Upcoming,
}

impl Document {
    /// Returns the id of one of its passages.
    pub fn id_of(&self, passage: &str) -> PassageId {
        PassageId {
            document: self.id.clone(),
            passage: passage.to_owned(),
        }
    }

    /// Returns the passages of one section: its own text and its parts.
    pub fn section<'a>(&'a self, section: &'a str) -> impl Iterator<Item = &'a Passage> {
        self.passages
            .iter()
            .filter(move |passage| passage.section == section)
    }

    /// Returns the first passage of each section.
    pub fn sections(&self) -> impl Iterator<Item = &Passage> {
        self.passages.iter().filter(|passage| !passage.is_part())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrontMatter {
    id: Spanned<String>,
    title: String,
    title_en: String,
    short: String,
    aliases: Vec<String>,
    publisher: String,
    publisher_en: String,
    edition: String,
    edition_en: String,
    published: Spanned<String>,
    checked: Spanned<TomlDate>,
    url: Spanned<String>,
    language: Spanned<String>,
    status: Status,
    status_note: Option<String>,
    status_note_en: Option<String>,
    superseded_by: Option<Spanned<String>>,
    audience: Vec<String>,
}

pub(super) fn parse(file: &str, text: &str) -> Result<(Document, Findings), Problem> {
    let (pieces, problems) = cut(file, text)?;
    let block = TomlText {
        file,
        text: &pieces.front_matter,
        first_line: 2,
    };
    let raw: FrontMatter = block.parse()?;
    let mut findings = front_matter_findings(&block, &raw);
    findings.problems.extend(problems);
    let mut passages: Vec<Passage> = Vec::new();
    for piece in pieces.sections {
        match parse_passage(file, &raw, piece, passages.last()) {
            Ok((passage, passage_findings)) => {
                findings.extend(passage_findings);
                passages.push(passage);
            }
            Err(problem) => findings.problems.push(problem),
        }
    }
    if passages.is_empty() {
        findings.problems.push(
            Place::of_line(file, 1).problem("no readable section: add `## id title` headings"),
        );
    }
    Ok((raw.into_document(pieces.introduction, passages), findings))
}

fn front_matter_findings(block: &TomlText<'_>, raw: &FrontMatter) -> Findings {
    let mut findings = Findings {
        problems: front_matter_problems(block, raw),
        ..Findings::default()
    };
    findings.define(Kind::Document, raw.id.get_ref(), block.place(&raw.id));
    findings.refer(block, Kind::Document, &raw.superseded_by);
    let checked = raw.checked.get_ref().0;
    findings.date(DateKind::Checked, checked, block.place(&raw.checked));
    if raw.status != Status::Upcoming
        && let Some(published) = first_day(raw.published.get_ref())
    {
        findings.date(DateKind::Published, published, block.place(&raw.published));
    }
    findings
}

fn front_matter_problems(block: &TomlText<'_>, raw: &FrontMatter) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut demand = |holds: bool, at: &Spanned<String>, message: &str| {
        if !holds {
            problems.push(block.place(at).problem(message));
        }
    };
    demand(
        block.file.ends_with(&format!("/{}.md", raw.id.get_ref())),
        &raw.id,
        "the id must be the file's name without .md",
    );
    demand(
        raw.url.get_ref().starts_with("https://"),
        &raw.url,
        "the official page must begin with https://",
    );
    demand(
        matches!(raw.language.get_ref().as_str(), "ja" | "en"),
        &raw.language,
        "language is \"ja\" or \"en\"",
    );
    demand(
        first_day(raw.published.get_ref()).is_some(),
        &raw.published,
        "published is YYYY, YYYY-MM or YYYY-MM-DD",
    );
    demand(
        raw.status == Status::Current
            || (raw.status_note.is_some() && raw.status_note_en.is_some()),
        &raw.id,
        "a document that is not current needs status_note and status_note_en: say what is newer",
    );
    demand(
        (raw.status == Status::Superseded) == raw.superseded_by.is_some(),
        &raw.id,
        "superseded_by belongs to status = \"superseded\", and only there",
    );
    problems
}

/// The first day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
fn first_day(text: &str) -> Option<Date> {
    let padded = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    padded.parse().ok()
}

fn parse_passage(
    file: &str,
    front_matter: &FrontMatter,
    piece: Piece<'_>,
    previous: Option<&Passage>,
) -> Result<(Passage, Findings), Problem> {
    let block = TomlText {
        file,
        text: &piece.block,
        first_line: piece.block_line,
    };
    let raw: RawBlock = block.parse()?;
    let (first_word, title) = piece
        .heading
        .split_once(char::is_whitespace)
        .unwrap_or((piece.heading, ""));
    let id = PassageId {
        document: front_matter.id.get_ref().clone(),
        passage: crate::text::heading_id(first_word),
    };
    let section = match (piece.level, previous) {
        (2, _) => id.passage.clone(),
        (_, Some(above)) => above.section.clone(),
        (_, None) => {
            return Err(piece
                .place
                .problem("a part (###) needs a section (##) above it"));
        }
    };
    let mut findings = raw.findings(&block, &id, front_matter.is_english());
    if piece.body.trim().is_empty() {
        findings.problems.push(
            piece
                .place
                .problem("this passage has no text: write at least one sentence"),
        );
    }
    findings.define(Kind::Passage, &id.to_string(), piece.place);
    let passage = raw.into_passage(Heading {
        id: id.passage,
        section,
        title: title.trim().to_owned(),
        body: piece.body.trim().to_owned(),
    });
    Ok((passage, findings))
}

impl FrontMatter {
    fn is_english(&self) -> bool {
        self.language.get_ref() == "en"
    }

    fn into_document(self, introduction: String, passages: Vec<Passage>) -> Document {
        Document {
            id: self.id.into_inner(),
            title: self.title,
            title_en: self.title_en,
            short: self.short,
            aliases: self.aliases,
            publisher: self.publisher,
            publisher_en: self.publisher_en,
            edition: self.edition,
            edition_en: self.edition_en,
            published: self.published.into_inner(),
            checked: self.checked.into_inner().0,
            url: self.url.into_inner(),
            language: self.language.into_inner(),
            status: self.status,
            status_note: self.status_note,
            status_note_en: self.status_note_en,
            superseded_by: self.superseded_by.map(Spanned::into_inner),
            audience: self.audience,
            introduction,
            passages,
        }
    }
}
