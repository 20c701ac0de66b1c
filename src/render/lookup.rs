//! Documents, sections, terms and windows as pages of text.

use super::text::Painter;
use crate::answer::{WindowNow, heading};
use crate::knowledge::{Document, Found, Passage, Status, Term};
use crate::question::Language;
use crate::wording::Wording;

/// The list of documents.
pub fn document_list(
    documents: &[Document],
    language: Language,
    wording: &Wording,
    width: usize,
) -> String {
    let mut painter = Painter::new(wording, width);
    for document in documents {
        let title = language.pick(&document.title, &document.title_en);
        let status = match document.status {
            Status::Current => String::new(),
            other => format!(" [{}]", (wording.status)(other)),
        };
        painter.paragraph("", "  ", &format!("{} — {title}{status}", document.id));
    }
    painter.finish()
}

/// The sections and parts of a document.
pub fn section_list(
    document: &Document,
    language: Language,
    wording: &Wording,
    width: usize,
) -> String {
    let mut painter = Painter::new(wording, width);
    let (title, edition) = language.pick(
        (&document.title, &document.edition),
        (&document.title_en, &document.edition_en),
    );
    painter.heading(title);
    painter.quiet("", "", &format!("{}: {edition}", wording.label.edition));
    painter.quiet("", "", &document.url);
    note(&mut painter, document, language);
    painter.paragraph("", "", &document.introduction);
    painter.blank();
    for passage in &document.passages {
        let indent = if passage.is_part() { "    " } else { "  " };
        let heading = heading(passage, language);
        painter.paragraph(indent, &format!("{indent}  "), &heading);
    }
    painter.finish()
}

/// One section in full, with its parts; or one part.
pub fn passage_page(
    found_passage: Found<'_>,
    language: Language,
    wording: &Wording,
    width: usize,
) -> String {
    let label = &wording.label;
    let Found {
        document, passage, ..
    } = found_passage;
    let passages: Vec<&Passage> = match passage.is_part() {
        true => vec![passage],
        false => document.section(&passage.id).collect(),
    };
    let mut painter = Painter::new(wording, width);
    let (title, edition, publisher) = language.pick(
        (&document.title, &document.edition, &document.publisher),
        (
            &document.title_en,
            &document.edition_en,
            &document.publisher_en,
        ),
    );
    painter.quiet("", "", &format!("{title} — {publisher}"));
    painter.quiet("", "", &format!("{}: {edition}", label.edition));
    note(&mut painter, document, language);
    for passage in passages {
        painter.blank();
        let own = if passage.is_own {
            format!("({})", label.own)
        } else {
            String::new()
        };
        let heading = heading(passage, language);
        painter.heading(&format!("{heading}{own}"));
        let summary = match (document.language.as_str(), language) {
            ("ja", Language::En) => Some(&passage.summary_en),
            ("en", Language::Ja) => passage.summary_ja.as_ref(),
            _ => None,
        };
        if let Some(summary) = summary {
            painter.paragraph("", "", &format!("{}: {summary}", label.summary));
            painter.blank();
        }
        painter.paragraph("", "", &passage.body);
        let sure = (wording.sureness)(passage.sure);
        let place = format!(
            "{}: {} / {}: {}({sure})",
            label.locator, passage.locator, label.checked, document.checked
        );
        painter.quiet("", "", &place);
        painter.quiet("", "", passage.url.as_ref().unwrap_or(&document.url));
        if !passage.related.is_empty() {
            let related: Vec<String> = passage.related.iter().map(ToString::to_string).collect();
            painter.quiet(
                "",
                "",
                &format!("{}: {}", label.related, related.join(", ")),
            );
        }
    }
    painter.finish()
}

fn note(painter: &mut Painter<'_>, document: &Document, language: Language) {
    let note = language.pick(&document.status_note, &document.status_note_en);
    if let Some(note) = note {
        let status = (painter.wording.status)(document.status);
        painter.paragraph("※ ", "  ", &format!("{status}: {note}"));
    }
}

/// One entry of the glossary.
pub fn term_entry(term: &Term, language: Language, wording: &Wording, width: usize) -> String {
    let mut painter = Painter::new(wording, width);
    let (heading, definition) = match language {
        Language::Ja => (
            format!("{}({}、{})", term.term, term.reading, term.english),
            &term.definition,
        ),
        Language::En => (
            format!("{} ({}, {})", term.english, term.term, term.reading),
            &term.definition_en,
        ),
    };
    painter.heading(&heading);
    painter.paragraph("", "", definition);
    if !term.also.is_empty() {
        painter.quiet("", "", &format!("= {}", term.also.join(" / ")));
    }
    painter.quiet(
        "",
        "",
        &format!("{}: {}", wording.label.backed_by, term.section),
    );
    painter.finish()
}

/// All windows with their state at a moment, given in words.
pub fn window_list(windows: &[WindowNow], wording: &Wording, width: usize, moment: &str) -> String {
    let mut painter = Painter::new(wording, width);
    painter.heading(&(wording.windows_at)(moment));
    for window in windows {
        painter.window(window);
        painter.quiet(
            "     ",
            "     ",
            &format!("{}: {}", wording.label.checked, window.checked),
        );
    }
    painter.finish()
}
