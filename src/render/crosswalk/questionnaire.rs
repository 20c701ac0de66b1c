//! Draft answers to a customer who asks for a scheme. They never say more than the company told: what nobody told of
//! stays blank.

use serde::Serialize;

use super::name::{SchemeName, item_title, ours, schemes_of, together};
use crate::knowledge::{Knowledge, SchemeItem};
use crate::profile::{CheckAnswer, Horizon, InPlace, ItemStanding, Plan, State};
use crate::question::Language;
use crate::render::paper::{Cell, Column, Paper, Table};
use crate::render::source::{Source, source_cells, source_columns};
use crate::wording::Wording;

/// Most things to show that are named for one item.
const PROOFS: usize = 2;

/// Draft answers in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuestionnaireSheet {
    /// Its language.
    pub language: Language,
    /// What is answered.
    pub title: String,
    /// The schemes of the items.
    pub schemes: Vec<SchemeName>,
    /// The answers.
    pub rows: Vec<AnswerRow>,
    /// Whose judgement the correspondences are.
    pub ours: String,
}

/// The answer to one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnswerRow {
    /// Its number.
    pub id: String,
    /// What is asked, in our words.
    pub question: String,
    /// The answer; blank while it is not known.
    pub answer: String,
    /// By when what is missing is begun.
    pub planned: String,
    /// What would prove it.
    pub proofs: Vec<String>,
    /// The section behind it.
    pub source: Option<Source>,
}

impl QuestionnaireSheet {
    /// Drafts answers by what a company told and by its plan.
    pub fn new(
        knowledge: &Knowledge,
        in_place: &InPlace<'_>,
        plan: &Plan,
        items: &[&SchemeItem],
        language: Language,
    ) -> Self {
        let crosswalk = &knowledge.crosswalk;
        let standings = ItemStanding::of_items(knowledge, in_place, items);
        let row = |standing: &ItemStanding| row(standing, plan, knowledge, language);
        Self {
            language,
            title: together(crosswalk, items, language),
            schemes: schemes_of(crosswalk, items, language),
            rows: standings.iter().filter_map(row).collect(),
            ours: ours(crosswalk, language),
        }
    }
}

fn row(
    standing: &ItemStanding,
    plan: &Plan,
    knowledge: &Knowledge,
    language: Language,
) -> Option<AnswerRow> {
    let item = knowledge.crosswalk.item(&standing.item)?;
    let words = &Wording::of(language).crosswalk.questionnaire;
    let is_unused = standing.own == Some(CheckAnswer::NotUsed);
    let answer = match standing.state {
        State::Have if is_unused => words.not_used,
        state => (words.answer)(state),
    };
    let planned = match (standing.state, begun(standing, plan)) {
        (State::Have | State::Unknown, _) => "",
        (_, Some(horizon)) => (words.by_when)(horizon),
        (_, None) => words.not_planned,
    };
    Some(AnswerRow {
        id: item.id.clone(),
        question: question(item, knowledge, language),
        answer: answer.to_owned(),
        planned: planned.to_owned(),
        proofs: proofs(standing, knowledge, language),
        source: Source::of(knowledge, &item.section, language),
    })
}

/// When the plan begins with what is left to do.
fn begun(standing: &ItemStanding, plan: &Plan) -> Option<Horizon> {
    let lines = plan.lines.iter();
    let of_item = lines.filter(|line| standing.next.contains(&line.action));
    of_item.map(|line| line.horizon).min()
}

/// The item in our words: the whole question, where it is one of the self-check.
fn question(item: &SchemeItem, knowledge: &Knowledge, language: Language) -> String {
    let scheme = knowledge.crosswalk.scheme(&item.scheme);
    let is_self_check = scheme.is_some_and(|scheme| scheme.document == item.section.document);
    let questions = knowledge.self_check.questions.iter();
    let question = questions
        .filter(|_| is_self_check)
        .find(|question| question.section == item.section);
    let text =
        question.map(|question| language.pick(question.text.as_str(), question.text_en.as_str()));
    text.unwrap_or_else(|| item_title(item, language))
        .to_owned()
}

/// How to know that what was done is done: that can be shown.
fn proofs(standing: &ItemStanding, knowledge: &Knowledge, language: Language) -> Vec<String> {
    let mut proofs = Vec::new();
    let done = standing.through.iter().flat_map(|through| &through.done);
    for action in done.filter_map(|id| knowledge.action(id)) {
        let proof = language.pick(&action.done_when, &action.done_when_en);
        if !proofs.contains(proof) && proofs.len() < PROOFS {
            proofs.push(proof.clone());
        }
    }
    proofs
}

/// Makes a paper of draft answers, as of a day.
pub fn questionnaire_paper(sheet: &QuestionnaireSheet, day: &str) -> Paper {
    let wording = Wording::of(sheet.language);
    let words = &wording.crosswalk.questionnaire;
    let column = &wording.crosswalk.column;
    let [answer, planned, proofs] = words.column;
    let cells = |row: &AnswerRow| {
        let mut cells = vec![
            Cell::text(&row.id),
            Cell::text(&row.question),
            Cell::text(&row.answer),
            Cell::text(&row.planned),
            Cell::text(row.proofs.join("\n")),
        ];
        cells.extend(source_cells(row.source.as_ref()));
        cells
    };
    let fill_in = words.fill_in.iter().map(|line| (*line).to_owned());
    let notes = words.notes.iter().map(|note| (*note).to_owned());
    Paper {
        language: sheet.language.code(),
        title: (words.title)(&sheet.title),
        lead: fill_in.chain([day.to_owned()]).collect(),
        tables: vec![Table {
            heading: sheet.title.clone(),
            columns: [
                Column::new(column.number, 12),
                Column::new(column.item, 50),
                Column::new(answer, 18),
                Column::new(planned, 24),
                Column::new(proofs, 50),
            ]
            .into_iter()
            .chain(source_columns(wording))
            .collect(),
            rows: sheet.rows.iter().map(cells).collect(),
        }],
        notes: notes
            .chain([sheet.ours.clone()])
            .chain(sheet.schemes.iter().map(|scheme| scheme.note.clone()))
            .chain([wording.label.disclaimer.to_owned()])
            .collect(),
    }
}
