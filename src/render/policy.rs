//! The policy template for a company: the clauses that concern it, with what is left to do before it can keep them.

use serde::Serialize;

use super::company::company_line;
use super::paper::{Cell, Column, Paper, Table};
use super::source::{Source, source_cells, source_columns};
use crate::knowledge::{Clause, Knowledge};
use crate::profile::{Company, Fit, Fitting};
use crate::question::Language;
use crate::wording::Wording;

/// A policy template in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PolicySheet {
    /// Its language.
    pub language: Language,
    /// Title.
    pub title: String,
    /// The company in one line.
    pub company: String,
    /// The passage that asks for it.
    pub asked_by: Option<Source>,
    /// Its parts.
    pub parts: Vec<PolicyPartSheet>,
    /// What to do with it before use.
    pub advice: Vec<String>,
}

/// A part of the template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PolicyPartSheet {
    /// Its name.
    pub name: String,
    /// The clauses.
    pub clauses: Vec<PolicyClause>,
}

/// A clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PolicyClause {
    /// Heading.
    pub heading: String,
    /// The text, with places to fill in.
    pub text: String,
    /// Titles of what is left to do before it can be kept.
    pub before: Vec<String>,
    /// The passage behind it.
    pub source: Option<Source>,
}

impl PolicySheet {
    /// Resolves the template for a company.
    pub fn new(knowledge: &Knowledge, company: &Company, language: Language) -> Self {
        let policy = &knowledge.policy;
        let fitting = Fitting::new(knowledge, company);
        let assets = company.all_assets(&knowledge.facets);
        let parts = policy.parts.iter().map(|part| PolicyPartSheet {
            name: language.pick(&part.name, &part.name_en).clone(),
            clauses: policy
                .clauses
                .iter()
                .filter(|clause| clause.part == part.id && concerns(clause, assets.as_deref()))
                .map(|clause| resolved(clause, &fitting, language))
                .collect(),
        });
        Self {
            language,
            title: language.pick(&policy.title, &policy.title_en).clone(),
            company: company_line(
                &company.described(knowledge, language),
                Wording::of(language),
            ),
            asked_by: policy
                .section
                .as_ref()
                .and_then(|id| Source::of(knowledge, id, language)),
            parts: parts.collect(),
            advice: language.pick(&policy.advice, &policy.advice_en).clone(),
        }
    }
}

/// What was not said may be there: the firm strikes what it does not have.
fn concerns(clause: &Clause, assets: Option<&[String]>) -> bool {
    clause.assets.is_empty()
        || assets.is_none_or(|assets| clause.assets.iter().any(|one| assets.contains(one)))
}

fn resolved(clause: &Clause, fitting: &Fitting<'_>, language: Language) -> PolicyClause {
    let knowledge = fitting.knowledge();
    let actions = clause.actions.iter().filter_map(|id| knowledge.action(id));
    let left = actions.filter(|action| matches!(fitting.fit(action), Fit::Applies { .. }));
    PolicyClause {
        heading: language.pick(&clause.heading, &clause.heading_en).clone(),
        text: language.pick(&clause.text, &clause.text_en).clone(),
        before: left
            .map(|action| language.pick(&action.title, &action.title_en).clone())
            .collect(),
        source: Source::of(knowledge, &clause.section, language),
    }
}

/// Makes a paper of the template, as of a day.
pub fn policy_paper(sheet: &PolicySheet, day: &str) -> Paper {
    let wording = Wording::of(sheet.language);
    let words = &wording.policy;
    let cells = |clause: &PolicyClause| {
        let mut cells = vec![
            Cell::text(&clause.heading),
            Cell::text(&clause.text),
            Cell::text(clause.before.join("\n")),
        ];
        cells.extend(source_cells(clause.source.as_ref()));
        cells
    };
    let table = |part: &PolicyPartSheet| Table {
        heading: part.name.clone(),
        columns: [
            Column::new(words.clause, 20),
            Column::new(words.text, 70),
            Column::new(words.before, 40),
        ]
        .into_iter()
        .chain(source_columns(wording))
        .collect(),
        rows: part.clauses.iter().map(cells).collect(),
    };
    let asked_by = sheet.asked_by.iter();
    Paper {
        language: sheet.language.code(),
        title: sheet.title.clone(),
        lead: [day.to_owned(), sheet.company.clone()]
            .into_iter()
            .chain(asked_by.map(|source| (words.asked_by)(&source.line())))
            .chain(sheet.advice.iter().cloned())
            .collect(),
        tables: sheet.parts.iter().map(table).collect(),
        notes: vec![
            words.only_what_you_keep.to_owned(),
            wording.label.disclaimer.to_owned(),
        ],
    }
}
