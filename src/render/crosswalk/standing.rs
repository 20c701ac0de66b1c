//! What a company has of the items of a scheme, why, and what next.

use serde::Serialize;

use super::name::{
    SchemeName, item_name, item_title, joined, ours, schemes_of, theme_title, together,
};
use crate::knowledge::{Knowledge, SchemeItem};
use crate::profile::{CheckAnswer, InPlace, ItemStanding, Link, State, Through};
use crate::question::Language;
use crate::render::company::company_line;
use crate::render::paper::{Cell, Column, Paper, Table};
use crate::render::source::{Source, source_cells, source_columns};
use crate::wording::Wording;

/// Most actions that are named for one item.
const NEXT: usize = 3;

/// What a company has, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StandingSheet {
    /// Its language.
    pub language: Language,
    /// What is wanted.
    pub title: String,
    /// The schemes of the items.
    pub schemes: Vec<SchemeName>,
    /// The company in one line.
    pub company: String,
    /// How many items are in each state, the best first.
    pub counts: String,
    /// The items.
    pub rows: Vec<StandingRow>,
    /// Whose judgement the correspondences are.
    pub ours: String,
}

/// One item with how far it is in place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StandingRow {
    /// Id of its scheme.
    pub scheme: String,
    /// Its number.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// How far it is in place.
    pub state: State,
    /// What the company told of the item itself.
    pub own: Option<CheckAnswer>,
    /// Why we say so.
    pub why: Vec<String>,
    /// Ids and titles of what to do next, where to begin first.
    pub next: Vec<(String, String)>,
    /// The section behind it.
    pub source: Option<Source>,
}

impl StandingSheet {
    /// Resolves what a company has of items.
    pub fn new(
        knowledge: &Knowledge,
        in_place: &InPlace<'_>,
        items: &[&SchemeItem],
        language: Language,
    ) -> Self {
        let crosswalk = &knowledge.crosswalk;
        let words = &Wording::of(language).crosswalk;
        let standings = ItemStanding::of_items(knowledge, in_place, items);
        let count = |state: State| standings.iter().filter(|one| one.state == state).count();
        Self {
            language,
            title: together(crosswalk, items, language),
            schemes: schemes_of(crosswalk, items, language),
            company: company_line(
                &in_place.company.described(knowledge, language),
                Wording::of(language),
            ),
            counts: (words.counts)(State::ALL.map(count)),
            rows: standings
                .iter()
                .filter_map(|standing| row(standing, knowledge, language))
                .collect(),
            ours: ours(crosswalk, language),
        }
    }

    /// Returns the items in a state.
    pub fn rows_in(&self, state: State) -> impl Iterator<Item = &StandingRow> {
        self.rows.iter().filter(move |row| row.state == state)
    }
}

fn row(standing: &ItemStanding, knowledge: &Knowledge, language: Language) -> Option<StandingRow> {
    let item = knowledge.crosswalk.item(&standing.item)?;
    let words = &Wording::of(language).crosswalk;
    let mut why: Vec<String> = standing
        .own
        .iter()
        .map(|answer| (words.why_own)(*answer).to_owned())
        .collect();
    let through = standing.through.iter();
    why.extend(through.flat_map(|through| because(through, knowledge, language)));
    if why.is_empty() {
        why.push(words.why_nothing.to_owned());
    }
    if item.framing && !standing.through.is_empty() {
        why.push(words.framing.to_owned());
    }
    let next = standing.next.iter().take(NEXT);
    let next = next.filter_map(|id| {
        let action = knowledge.action(id)?;
        Some((id.clone(), action_title(knowledge, &action.id, language)))
    });
    Some(StandingRow {
        scheme: item.scheme.clone(),
        id: item.id.clone(),
        title: item_title(item, language).to_owned(),
        state: standing.state,
        own: standing.own,
        why,
        next: next.collect(),
        source: Source::of(knowledge, &item.section, language),
    })
}

/// What speaks for an item through one theme, in words.
fn because(through: &Through, knowledge: &Knowledge, language: Language) -> Vec<String> {
    let crosswalk = &knowledge.crosswalk;
    let words = &Wording::of(language).crosswalk;
    let theme = crosswalk.theme(&through.theme);
    let theme = theme.map_or(through.theme.as_str(), |theme| theme_title(theme, language));
    let mut lines = Vec::new();
    if !through.done.is_empty() {
        let titles: Vec<String> = through
            .done
            .iter()
            .map(|id| quoted(&action_title(knowledge, id, language), language))
            .collect();
        lines.push((words.why_done)(theme, &joined(&titles, language)));
    }
    let names: Vec<String> = through
        .told
        .iter()
        .filter_map(|(key, answer)| {
            let name = item_name(crosswalk, crosswalk.item(key)?, language);
            Some(format!("{name} = {}", (words.answer)(*answer)))
        })
        .collect();
    if !names.is_empty() {
        lines.push((words.why_told)(theme, &joined(&names, language)));
    }
    let remark = match (through.state, through.link) {
        (State::Missing, _) | (State::Have | State::Partly, Link::Whole) => return lines,
        (State::Unknown, _) => words.not_enough,
        (_, Link::Partly) => words.only_part,
    };
    lines
        .into_iter()
        .map(|line| format!("{line} ({remark})"))
        .collect()
}

fn action_title(knowledge: &Knowledge, id: &str, language: Language) -> String {
    let action = knowledge.action(id);
    let title = action.map(|action| language.pick(&action.title, &action.title_en));
    title.map_or_else(|| id.to_owned(), String::clone)
}

fn quoted(title: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("「{title}」"),
        Language::En => format!("\"{title}\""),
    }
}

/// Makes a paper of what a company has, as of a day.
pub fn standing_paper(sheet: &StandingSheet, day: &str) -> Paper {
    let wording = Wording::of(sheet.language);
    let words = &wording.crosswalk;
    let column = &words.column;
    let cells = |row: &StandingRow| {
        let next: Vec<&str> = row.next.iter().map(|(_, title)| title.as_str()).collect();
        let mut cells = vec![
            Cell::text(&row.id),
            Cell::text(&row.title),
            Cell::text((words.state)(row.state)),
            Cell::text(row.why.join("\n")),
            Cell::text(next.join("\n")),
        ];
        cells.extend(source_cells(row.source.as_ref()));
        cells
    };
    Paper {
        language: sheet.language.code(),
        title: (words.title_standing)(&sheet.title),
        lead: vec![day.to_owned(), sheet.company.clone(), sheet.counts.clone()],
        tables: vec![Table {
            heading: sheet.title.clone(),
            columns: vec![
                Column::new(column.number, 12),
                Column::new(column.item, 44),
                Column::new(column.state, 12),
                Column::new(column.why, 60),
                Column::new(column.next, 50),
            ]
            .into_iter()
            .chain(source_columns(wording))
            .collect(),
            rows: sheet.rows.iter().map(cells).collect(),
        }],
        notes: [words.legend.to_owned(), sheet.ours.clone()]
            .into_iter()
            .chain(sheet.schemes.iter().map(|scheme| scheme.note.clone()))
            .chain([wording.label.disclaimer.to_owned()])
            .collect(),
    }
}
