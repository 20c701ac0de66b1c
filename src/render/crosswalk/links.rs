//! What corresponds to the items of a scheme in the other schemes.

use serde::Serialize;

use super::name::{SchemeName, item_title, joined, ours, schemes_of, together};
use crate::knowledge::{Crosswalk, Knowledge, SchemeItem};
use crate::profile::{Link, correspondences};
use crate::question::Language;
use crate::render::paper::{Cell, Column, Paper, Table};
use crate::render::source::Source;
use crate::render::source::{source_cells, source_columns};
use crate::wording::Wording;

/// Items with what corresponds to them, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinksSheet {
    /// Its language.
    pub language: Language,
    /// What is wanted.
    pub title: String,
    /// The schemes of the items.
    pub schemes: Vec<SchemeName>,
    /// The items.
    pub rows: Vec<LinkRow>,
    /// Whose judgement the correspondences are.
    pub ours: String,
}

/// One item with what corresponds to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkRow {
    /// Id of its scheme.
    pub scheme: String,
    /// Its number.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// What corresponds, by scheme.
    pub links: Vec<SchemeLinks>,
    /// The section behind it.
    pub source: Option<Source>,
}

/// The items of one scheme that correspond.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SchemeLinks {
    /// Id of the scheme.
    pub scheme: String,
    /// Its name for tables.
    pub short: String,
    /// Number, title and kind of each, those as a whole first.
    pub items: Vec<(String, String, Link)>,
}

impl LinksSheet {
    /// Resolves what corresponds to items.
    pub fn new(knowledge: &Knowledge, items: &[&SchemeItem], language: Language) -> Self {
        let crosswalk = &knowledge.crosswalk;
        let row = |item: &&SchemeItem| LinkRow {
            scheme: item.scheme.clone(),
            id: item.id.clone(),
            title: item_title(item, language).to_owned(),
            links: links_of(crosswalk, item, language),
            source: Source::of(knowledge, &item.section, language),
        };
        Self {
            language,
            title: together(crosswalk, items, language),
            schemes: schemes_of(crosswalk, items, language),
            rows: items.iter().map(row).collect(),
            ours: ours(crosswalk, language),
        }
    }
}

impl SchemeLinks {
    /// Returns numbers in one line, those in part marked.
    pub fn numbers(&self, language: Language) -> String {
        let words = &Wording::of(language).crosswalk;
        let numbers: Vec<String> = self
            .items
            .iter()
            .map(|(id, _, link)| format!("{id}{}", (words.link)(*link)))
            .collect();
        joined(&numbers, language)
    }
}

fn links_of(crosswalk: &Crosswalk, item: &SchemeItem, language: Language) -> Vec<SchemeLinks> {
    let found = correspondences(crosswalk, item);
    let mut links = Vec::new();
    for scheme in &crosswalk.schemes {
        let mut items: Vec<(String, String, Link)> = found
            .iter()
            .filter_map(|one| Some((crosswalk.item(&one.item)?, one.link)))
            .filter(|(item, _)| item.scheme == scheme.id)
            .map(|(item, link)| (item.id.clone(), item_title(item, language).to_owned(), link))
            .collect();
        items.sort_by_key(|(_, _, link)| *link);
        if !items.is_empty() {
            links.push(SchemeLinks {
                scheme: scheme.id.clone(),
                short: SchemeName::of(crosswalk, scheme, language).short,
                items,
            });
        }
    }
    links
}

/// Makes a paper of what corresponds, as of a day.
pub fn links_paper(sheet: &LinksSheet, day: &str) -> Paper {
    let language = sheet.language;
    let wording = Wording::of(language);
    let column = &wording.crosswalk.column;
    // Only schemes in which something corresponds get a column.
    let mut others: Vec<(&String, &String)> = Vec::new();
    for links in sheet.rows.iter().flat_map(|row| &row.links) {
        if others.iter().all(|(scheme, _)| **scheme != links.scheme) {
            others.push((&links.scheme, &links.short));
        }
    }
    let mut columns = vec![Column::new(column.number, 12), Column::new(column.item, 44)];
    columns.extend(others.iter().map(|(_, short)| Column::new(short, 28)));
    columns.extend(source_columns(wording));
    let cells = |row: &LinkRow| {
        let mut cells = vec![Cell::text(&row.id), Cell::text(&row.title)];
        cells.extend(others.iter().map(|(scheme, _)| {
            let links = row.links.iter().find(|links| links.scheme == **scheme);
            Cell::text(links.map_or_else(String::new, |links| links.numbers(language)))
        }));
        cells.extend(source_cells(row.source.as_ref()));
        cells
    };
    Paper {
        language: language.code(),
        title: (wording.crosswalk.title_links)(&sheet.title),
        lead: vec![day.to_owned()],
        tables: vec![Table {
            heading: sheet.title.clone(),
            columns,
            rows: sheet.rows.iter().map(cells).collect(),
        }],
        notes: [sheet.ours.clone()]
            .into_iter()
            .chain(sheet.schemes.iter().map(|scheme| scheme.note.clone()))
            .chain([wording.label.disclaimer.to_owned()])
            .collect(),
    }
}
