//! The crosswalk as text for a terminal.

use super::links::{LinkRow, LinksSheet};
use super::name::{SchemeName, joined};
use super::standing::{StandingRow, StandingSheet};
use crate::knowledge::Crosswalk;
use crate::profile::State;
use crate::question::Language;
use crate::render::source::Source;
use crate::render::text::Painter;
use crate::wording::Wording;

/// So many items or fewer are shown with the titles of what corresponds.
const WITH_TITLES: usize = 3;

/// Lays the list of schemes out.
pub fn scheme_list_text(crosswalk: &Crosswalk, language: Language, width: usize) -> String {
    let wording = Wording::of(language);
    let words = &wording.crosswalk;
    let mut painter = Painter::new(wording, width);
    painter.heading(words.schemes);
    for scheme in super::scheme_list(crosswalk, language) {
        let line = format!(
            "{} — {} ({})",
            scheme.id,
            scheme.name,
            (words.items)(scheme.items)
        );
        painter.paragraph("- ", "  ", &line);
        painter.quiet("  ", "  ", &scheme.note);
    }
    painter.blank();
    painter.paragraph("", "", words.how_to);
    painter.finish()
}

/// Lays out what corresponds to items.
pub fn links_text(sheet: &LinksSheet, width: usize) -> String {
    let wording = Wording::of(sheet.language);
    let mut painter = Painter::new(wording, width);
    painter.heading(&(wording.crosswalk.title_links)(&sheet.title));
    for row in &sheet.rows {
        painter.blank();
        painter.heading(&format!("{} {}", row.id, row.title));
        match sheet.rows.len() <= WITH_TITLES {
            true => titles(&mut painter, row),
            false => numbers(&mut painter, row, sheet.language),
        }
        backed_by(&mut painter, row.source.as_ref(), &sheet.schemes);
    }
    let sources = sheet.rows.iter().map(|row| row.source.as_ref());
    foot(&mut painter, &sheet.schemes, sources, &sheet.ours);
    painter.finish()
}

fn numbers(painter: &mut Painter<'_>, row: &LinkRow, language: Language) {
    let words = &painter.wording.crosswalk;
    for links in &row.links {
        let line = format!("{}: {}", links.short, links.numbers(language));
        painter.paragraph("  ", "    ", &line);
    }
    if row.links.is_empty() {
        painter.paragraph("  ", "  ", words.no_links);
    }
}

fn titles(painter: &mut Painter<'_>, row: &LinkRow) {
    let words = &painter.wording.crosswalk;
    for links in &row.links {
        for (id, title, link) in &links.items {
            let line = format!("{} {id} {title}{}", links.short, (words.link)(*link));
            painter.paragraph("- ", "  ", &line);
        }
    }
    if row.links.is_empty() {
        painter.paragraph("  ", "  ", words.no_links);
    }
}

/// Lays out what a company has of items: what is missing or open first needs doing, so it stands first.
pub fn standing_text(sheet: &StandingSheet, width: usize) -> String {
    let wording = Wording::of(sheet.language);
    let words = &wording.crosswalk;
    let mut painter = Painter::new(wording, width);
    painter.heading(&(words.title_standing)(&sheet.title));
    painter.paragraph("", "", &sheet.company);
    painter.paragraph("", "", &sheet.counts);
    painter.quiet("", "", words.legend);
    for state in [State::Missing, State::Partly, State::Unknown, State::Have] {
        let rows: Vec<&StandingRow> = sheet.rows_in(state).collect();
        if rows.is_empty() {
            continue;
        }
        painter.blank();
        painter.heading(&format!("{} ({})", (words.state)(state), rows.len()));
        for row in rows {
            standing_row(&mut painter, row, sheet.language);
            backed_by(&mut painter, row.source.as_ref(), &sheet.schemes);
        }
    }
    let sources = sheet.rows.iter().map(|row| row.source.as_ref());
    foot(&mut painter, &sheet.schemes, sources, &sheet.ours);
    painter.finish()
}

fn standing_row(painter: &mut Painter<'_>, row: &StandingRow, language: Language) {
    let words = &painter.wording.crosswalk;
    painter.paragraph("- ", "  ", &format!("{} {}", row.id, row.title));
    for why in &row.why {
        painter.quiet("    ", "    ", why);
    }
    if row.state != State::Have {
        let titles: Vec<String> = row.next.iter().map(|(_, title)| title.clone()).collect();
        let line = match titles.is_empty() {
            true => words.no_next.to_owned(),
            false => format!("{}: {}", words.next, joined(&titles, language)),
        };
        painter.paragraph("    ", "    ", &line);
    }
}

/// The section behind an item. A document that is the scheme's own is told once, at the foot.
fn backed_by(painter: &mut Painter<'_>, source: Option<&Source>, schemes: &[SchemeName]) {
    let Some(source) = source else {
        return;
    };
    let is_own = schemes
        .iter()
        .any(|scheme| scheme.document == source.id.document);
    let section = match is_own {
        true => source.heading.clone(),
        false => source.line(),
    };
    let line = format!("{}: {section}", painter.wording.label.backed_by);
    painter.quiet("    ", "    ", &line);
}

/// Whose judgment the correspondences are, and each scheme with its document and edition.
fn foot<'s>(
    painter: &mut Painter<'_>,
    schemes: &[SchemeName],
    sources: impl Iterator<Item = Option<&'s Source>> + Clone,
    ours: &str,
) {
    painter.blank();
    painter.quiet("", "", ours);
    for scheme in schemes {
        painter.quiet("", "", &format!("{}: {}", scheme.short, scheme.note));
        let mut sources = sources.clone().flatten();
        let source = sources.find(|source| source.id.document == scheme.document);
        if let Some(source) = source {
            let document = format!("{} ({}) {}", source.document, source.edition, source.url);
            painter.quiet("", "", &document);
        }
    }
}
