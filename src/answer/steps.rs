//! Next steps: from the catalogue only, each with the section that backs it.

use std::collections::HashMap;

use super::rank::RankedPassage;
use super::suitable::{SetAside, Suitability, Suits};
use super::types::NextStep;
use crate::knowledge::{Action, Catalog, Knowledge, PassageId, Playbook, Urgency};
use crate::question::{Language, Query};
use crate::text;

/// How much the passages shown count, by their rank.
const RANK_WEIGHTS: [f32; 4] = [1.0, 0.7, 0.5, 0.3];
/// An action is worth this much more for each share of the query's words in its own words.
const OVERLAP_WEIGHT: f32 = 2.0;
/// What an action that a passage merely supports counts, against one that it backs first of all.
const LATER_SECTION_FACTOR: f32 = 0.85;

/// Most steps that are named as not for the company.
const SET_ASIDE: usize = 3;
/// With fewer steps than this, a company is given those of passages further down, too.
const ENOUGH: usize = 3;

/// Next steps, and those that are none for the company.
#[derive(Debug, Default)]
pub(super) struct Steps {
    pub next: Vec<NextStep>,
    pub set_aside: Vec<SetAside>,
}

/// Up to `limit` next steps for an ordinary question: of the first `shown` passages, and of the others where a company
/// leaves too few of them.
pub(super) fn for_passages(
    chooser: &Chooser<'_>,
    catalog: &Catalog,
    ranked: &[RankedPassage<'_>],
    shown: usize,
) -> Steps {
    let of_shown = ranked.get(..shown).unwrap_or(ranked);
    let steps = chooser.chosen(worths(chooser, catalog, of_shown));
    if chooser.suitability.is_none() || steps.next.len() >= ENOUGH || shown == 0 {
        return steps;
    }
    let more = chooser.chosen(worths(chooser, catalog, ranked));
    Steps {
        next: more.next,
        ..steps
    }
}

/// A position in the catalogue, what its action is worth for the question, and the section behind it.
type Worth = (usize, f32, PassageId);

fn worths(chooser: &Chooser<'_>, catalog: &Catalog, ranked: &[RankedPassage<'_>]) -> Vec<Worth> {
    let mut worths: HashMap<usize, (f32, PassageId)> = HashMap::new();
    for (passage, rank_weight) in ranked.iter().zip(RANK_WEIGHTS) {
        for id in [passage.found.id(), passage.found.section_id()] {
            for &position in catalog.actions(&id) {
                let Some(action) = chooser.knowledge.actions.get(position) else {
                    continue;
                };
                if action.urgency == Urgency::Now {
                    continue;
                }
                let place = action.sections.iter().position(|section| *section == id);
                let worth = rank_weight * LATER_SECTION_FACTOR.powi(place.unwrap_or(0) as i32)
                    + OVERLAP_WEIGHT * overlap(action, chooser.query) * rank_weight;
                let entry = worths.entry(position).or_insert((0.0, id.clone()));
                if worth > entry.0 {
                    *entry = (worth, id.clone());
                }
            }
        }
    }
    let mut worths: Vec<Worth> = worths
        .into_iter()
        .map(|(position, (worth, section))| (position, worth, section))
        .collect();
    worths.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    worths
}

/// Up to `limit` next steps after the first actions of an incident: the playbook's own, then what its
/// sections back for the moment.
pub(super) fn for_incident(chooser: &Chooser<'_>, catalog: &Catalog, playbook: &Playbook) -> Steps {
    let knowledge = chooser.knowledge;
    let mut found: Vec<Worth> = Vec::new();
    let mut add = |position: usize, section: &PassageId| {
        if !found.iter().any(|(known, _, _)| *known == position) {
            found.push((position, 1.0, section.clone()));
        }
    };
    for id in &playbook.actions {
        let position = knowledge.actions.iter().position(|action| action.id == *id);
        if let Some((position, section)) = position.and_then(|position| {
            Some((position, knowledge.actions.get(position)?.sections.first()?))
        }) {
            add(position, section);
        }
    }
    if playbook.actions.is_empty() {
        for section in &playbook.sections {
            for &position in catalog.actions(section) {
                let is_now = knowledge
                    .actions
                    .get(position)
                    .is_some_and(|action| action.urgency == Urgency::Now);
                if is_now {
                    add(position, section);
                }
            }
        }
    }
    chooser.chosen(found)
}

/// Chooses and orders the steps of one answer.
pub(super) struct Chooser<'a> {
    pub knowledge: &'a Knowledge,
    pub query: &'a Query,
    pub limit: usize,
    /// None when nothing is known of the company.
    pub suitability: Option<Suitability<'a>>,
}

impl Chooser<'_> {
    /// The best of what was found, best first: most urgent first, then the most effective; as found where both are equal.
    fn chosen(&self, found: Vec<Worth>) -> Steps {
        let mut set_aside = Vec::new();
        let mut fitting: Vec<(f32, &Action, PassageId, Option<Suits>)> = Vec::new();
        for (place, (position, worth, section)) in found.into_iter().enumerate() {
            let Some(action) = self.knowledge.actions.get(position) else {
                continue;
            };
            match self
                .suitability
                .as_ref()
                .map(|suitability| suitability.judge(action))
            {
                None => fitting.push((worth, action, section, None)),
                Some(Ok(suits)) => {
                    fitting.push((worth * suits.weight(), action, section, Some(suits)));
                }
                Some(Err(why)) if place < self.limit && set_aside.len() < SET_ASIDE => {
                    set_aside.push(SetAside {
                        id: action.id.clone(),
                        title: next_step(action, section, self.query.language).title,
                        why,
                    });
                }
                Some(Err(_)) => {}
            }
        }
        fitting.sort_by(|a, b| b.0.total_cmp(&a.0));
        fitting.truncate(self.limit);
        fitting.sort_by_key(|(_, action, ..)| (action.urgency, std::cmp::Reverse(action.effect)));
        let next = fitting
            .into_iter()
            .map(|(_, action, section, suits)| self.step(action, section, suits));
        Steps {
            next: next.collect(),
            set_aside,
        }
    }

    fn step(&self, action: &Action, section: PassageId, suits: Option<Suits>) -> NextStep {
        let step = next_step(action, section, self.query.language);
        NextStep {
            suits,
            cost_yen: match &self.suitability {
                Some(suitability) => suitability.yen(action),
                None => step.cost_yen,
            },
            ..step
        }
    }
}

/// Share of the query's words, as typed, that the action's title has, 0 to 1.
fn overlap(action: &Action, query: &Query) -> f32 {
    let (title, terms) = query.written_in.pick(
        (&action.title, &query.words),
        (&action.title_en, &query.english),
    );
    let title = text::folded(title);
    let all: f32 = terms.iter().map(|term| term.weight).sum();
    let shared: f32 = terms
        .iter()
        .filter(|term| term.text.len() > 1 && title.contains(term.text.as_str()))
        .map(|term| term.weight)
        .sum();
    shared / all.max(1.0)
}

/// An action as a step in a language, backed by one of its sections.
pub fn next_step(action: &Action, section: PassageId, language: Language) -> NextStep {
    NextStep {
        id: action.id.clone(),
        title: language.pick(&action.title, &action.title_en).clone(),
        why: language.pick(&action.why, &action.why_en).clone(),
        steps: language.pick(&action.steps, &action.steps_en).clone(),
        who: action.who,
        minutes: action.minutes,
        suits: None,
        cost_yen: (action.cost.low_yen, action.cost.high_yen),
        cost_is_estimate: action.cost.source.is_none(),
        urgency: action.urgency,
        done_when: language
            .pick(&action.done_when, &action.done_when_en)
            .clone(),
        section,
    }
}
