//! A plan in one language, resolved: titles, reasons, sources. Nothing is laid out yet.

use serde::Serialize;

use crate::answer::next_step;
use crate::knowledge::{Action, Doer, Knowledge, PublicScheme};
use crate::profile::{
    Because, Company, Fit, Fitting, Horizon, Line, Plan, USUAL_PEOPLE, facet_name, facet_names,
};
use crate::question::Language;
use crate::render::company::company_line;
use crate::render::source::Source;
use crate::wording::Wording;

/// A plan in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanSheet {
    /// Its language.
    pub language: Language,
    /// The company in one line.
    pub company: String,
    /// What was not said and how it was read.
    pub assumed: Vec<String>,
    /// What to do by when; a horizon without lines is left out.
    pub parts: Vec<SheetPart>,
    /// What the whole comes to.
    pub comes_to: String,
    /// What is set aside of the budget.
    pub set_aside: String,
    /// What a day of standstill costs.
    pub stake_day: String,
    /// Figures of damage with their sources.
    pub stake: Vec<(String, Source)>,
    /// Public schemes that fit: what to do, its source.
    pub schemes: Vec<(String, Source)>,
}

/// The lines of one horizon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetPart {
    /// By when.
    pub when: &'static str,
    /// What they come to.
    pub comes_to: String,
    /// The lines.
    pub rows: Vec<PlanRow>,
}

/// One line of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanRow {
    /// Its number in the plan, from 1.
    pub number: usize,
    /// Id of the action.
    pub action: String,
    /// What to do.
    pub title: String,
    /// How.
    pub steps: Vec<String>,
    /// Who does it.
    pub who: &'static str,
    /// Minutes of the firm's own people.
    pub minutes: u32,
    /// The same in words.
    pub time: String,
    /// Yen: the lower and the upper end.
    pub yen: (u32, u32),
    /// Yen that the plan sets aside.
    pub planned_yen: u32,
    /// It is to be done without the paid way.
    pub is_frugal: bool,
    /// The amounts are our own estimate.
    pub is_estimate: bool,
    /// Why it is for this company.
    pub because: String,
    /// Titles of what comes before.
    pub after: Vec<String>,
    /// How to know that it is done.
    pub done_when: String,
    /// What backs it.
    pub source: Option<Source>,
    /// What it is worth.
    pub value: u32,
}

impl PlanSheet {
    /// Resolves a plan for a company.
    pub fn new(plan: &Plan, company: &Company, knowledge: &Knowledge, language: Language) -> Self {
        let words = &Wording::of(language).plan;
        let mut number = 0;
        let mut parts = Vec::new();
        for horizon in Horizon::ALL {
            let lines: Vec<&Line> = plan.lines_of(horizon).collect();
            if lines.is_empty() {
                continue;
            }
            let mut rows = Vec::new();
            for line in &lines {
                number += 1;
                rows.extend(row(number, line, knowledge, language));
            }
            let minutes = lines.iter().map(|line| u64::from(line.minutes)).sum();
            let low = lines.iter().map(|line| u64::from(line.yen.0)).sum();
            let high = lines.iter().map(|line| u64::from(line.yen.1)).sum();
            parts.push(SheetPart {
                when: (words.horizon)(horizon),
                comes_to: (words.comes_to)(lines.len(), minutes, (low, high)),
                rows,
            });
        }
        let people = company.people.unwrap_or(USUAL_PEOPLE);
        let stake = &knowledge.stake;
        let day = u64::from(people) * u64::from(stake.yen_per_person_day);
        Self {
            language,
            company: company_line(
                &company.described(knowledge, language),
                Wording::of(language),
            ),
            assumed: plan
                .assumed
                .iter()
                .map(|one| (words.assumed)(*one).to_owned())
                .collect(),
            parts,
            comes_to: (words.comes_to)(plan.lines.len(), plan.minutes(), plan.yen()),
            set_aside: (words.set_aside)(plan.planned_yen(), plan.budget_yen),
            stake_day: (words.stake_day)(people, stake.yen_per_person_day, day),
            stake: figures(knowledge, language),
            schemes: schemes(knowledge, company, language),
        }
    }

    /// Returns all lines in order, each with its horizon.
    pub fn rows(&self) -> impl Iterator<Item = (&'static str, &PlanRow)> {
        self.parts
            .iter()
            .flat_map(|part| part.rows.iter().map(|row| (part.when, row)))
    }
}

impl PlanRow {
    /// Returns the cost in words, and whether the plan counts on the frugal way.
    pub fn cost(&self, wording: &Wording) -> String {
        let cost = (wording.cost)(self.yen, self.is_estimate);
        match self.is_frugal {
            true => format!("{cost} / {}", wording.plan.frugal),
            false => cost,
        }
    }
}

fn row(number: usize, line: &Line, knowledge: &Knowledge, language: Language) -> Option<PlanRow> {
    let wording = Wording::of(language);
    let action = knowledge.action(&line.action)?;
    let section = action.sections.first()?;
    let step = next_step(action, section.clone(), language);
    let after = line.after.iter().filter_map(|id| knowledge.action(id));
    Some(PlanRow {
        number,
        action: step.id,
        title: step.title,
        steps: step.steps,
        who: (wording.doer)(action.who),
        minutes: line.minutes,
        time: match action.who {
            Doer::Outside => (wording.plan.own_time)(&(wording.effort)(line.minutes)),
            _ => (wording.effort)(line.minutes),
        },
        yen: line.yen,
        planned_yen: line.planned_yen,
        is_frugal: line.planned_yen < line.yen.1,
        is_estimate: step.cost_is_estimate,
        because: because_words(&line.because, knowledge, language),
        after: after
            .map(|action| title(action, language).to_owned())
            .collect(),
        done_when: step.done_when,
        source: Source::of(knowledge, section, language),
        value: line.value,
    })
}

/// Returns why an action is for a company.
pub fn because_words(because: &Because, knowledge: &Knowledge, language: Language) -> String {
    let words = &Wording::of(language).plan;
    let facets = &knowledge.facets;
    match because {
        Because::Proof { proof } => {
            (words.because_proof)(&facet_name(&facets.proofs, proof, language))
        }
        Because::Assets { assets } => {
            (words.because_assets)(&facet_names(&facets.assets, assets, language))
        }
        Because::Industry { industry } => {
            (words.because_industry)(&facet_name(&facets.industries, industry, language))
        }
        Because::Everybody => words.because_everybody.to_owned(),
    }
}

/// The title of an action.
pub(super) fn title(action: &Action, language: Language) -> &str {
    language.pick(&action.title, &action.title_en)
}

fn figures(knowledge: &Knowledge, language: Language) -> Vec<(String, Source)> {
    let quotes = knowledge.stake.quotes.iter();
    quotes
        .filter_map(|quote| {
            let text = language.pick(&quote.text, &quote.text_en);
            Some((
                text.clone(),
                Source::of(knowledge, &quote.section, language)?,
            ))
        })
        .collect()
}

/// For each public scheme the first action that fits the company.
fn schemes(knowledge: &Knowledge, company: &Company, language: Language) -> Vec<(String, Source)> {
    let fitting = Fitting::new(knowledge, company);
    let mut seen: Vec<PublicScheme> = Vec::new();
    let mut schemes = Vec::new();
    for action in &knowledge.actions {
        let Some(scheme) = action.scheme.filter(|scheme| !seen.contains(scheme)) else {
            continue;
        };
        if !matches!(fitting.fit_plan(action), Fit::Applies { .. }) {
            continue;
        }
        let source = action
            .sections
            .first()
            .and_then(|id| Source::of(knowledge, id, language));
        if let Some(source) = source {
            seen.push(scheme);
            schemes.push((title(action, language).to_owned(), source));
        }
    }
    schemes
}
