//! Documents: front matter and passages.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::id::PassageId;
use super::markdown::{Piece, cut};
use super::passage::{Heading, Passage, RawBlock};
use super::problem::{Place, Problem};
use super::toml_file::{Reference, Target, TomlText};

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
    #[serde(deserialize_with = "super::calendar::date")]
    checked: Date,
    url: Spanned<String>,
    language: Spanned<String>,
    status: Status,
    status_note: Option<String>,
    status_note_en: Option<String>,
    superseded_by: Option<Spanned<String>>,
    audience: Vec<String>,
}

/// A document with what it refers to and what is wrong with it.
pub(super) type ParsedDocument = (Document, Vec<Reference>, Vec<Problem>);

pub(super) fn parse(file: &str, text: &str) -> Result<ParsedDocument, Problem> {
    let (pieces, mut problems) = cut(file, text)?;
    let front_matter = TomlText {
        file,
        text: &pieces.front_matter,
        first_line: 2,
    };
    let raw: FrontMatter = front_matter.parse()?;
    problems.extend(front_matter_problems(&front_matter, &raw));
    let mut references = front_matter.references(Target::Document, raw.superseded_by.as_slice());
    let is_english = raw.language.get_ref() == "en";
    let mut passages: Vec<Passage> = Vec::new();
    for piece in pieces.sections {
        match parse_passage(file, piece, passages.last(), is_english) {
            Ok((passage, passage_references, passage_problems)) => {
                references.extend(passage_references);
                problems.extend(passage_problems);
                passages.push(passage);
            }
            Err(problem) => problems.push(problem),
        }
    }
    if passages.is_empty() {
        problems.push(
            Place::of_line(file, 1).problem("no readable section: add `## id title` headings"),
        );
    }
    let document = Document {
        id: raw.id.into_inner(),
        title: raw.title,
        title_en: raw.title_en,
        short: raw.short,
        aliases: raw.aliases,
        publisher: raw.publisher,
        publisher_en: raw.publisher_en,
        edition: raw.edition,
        edition_en: raw.edition_en,
        published: raw.published.into_inner(),
        checked: raw.checked,
        url: raw.url.into_inner(),
        language: raw.language.into_inner(),
        status: raw.status,
        status_note: raw.status_note,
        status_note_en: raw.status_note_en,
        superseded_by: raw.superseded_by.map(Spanned::into_inner),
        audience: raw.audience,
        introduction: pieces.introduction,
        passages,
    };
    Ok((document, references, problems))
}

fn front_matter_problems(block: &TomlText<'_>, raw: &FrontMatter) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut demand = |holds: bool, at: &Spanned<String>, message: &str| {
        if !holds {
            problems.push(block.place(at.span().start).problem(message));
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
        is_partial_date(raw.published.get_ref()),
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

fn is_partial_date(text: &str) -> bool {
    let padded = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    padded.parse::<Date>().is_ok()
}

fn parse_passage(
    file: &str,
    piece: Piece<'_>,
    previous: Option<&Passage>,
    is_english: bool,
) -> Result<(Passage, Vec<Reference>, Vec<Problem>), Problem> {
    let block = TomlText {
        file,
        text: &piece.block,
        first_line: piece.block_line,
    };
    let raw: RawBlock = block.parse()?;
    let references = raw.references(&block);
    let mut problems = raw.problems(&block, is_english);
    let place = Place::of_line(file, piece.line);
    let (first_word, title) = piece
        .heading
        .split_once(char::is_whitespace)
        .unwrap_or((piece.heading, ""));
    let id = crate::text::heading_id(first_word);
    let section = match (piece.level, previous) {
        (2, _) => id.clone(),
        (_, Some(above)) => above.section.clone(),
        (_, None) => return Err(place.problem("a part (###) needs a section (##) above it")),
    };
    if piece.body.trim().is_empty() {
        problems.push(place.problem("this passage has no text: write at least one sentence"));
    }
    let passage = raw.into_passage(Heading {
        id,
        section,
        title: title.trim().to_owned(),
        body: piece.body.trim().to_owned(),
    });
    Ok((passage, references, problems))
}
