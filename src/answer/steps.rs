//! Next steps: from the catalogue only, each with the section that backs it.

use std::collections::HashMap;

use super::rank::RankedPassage;
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

/// Up to `limit` next steps for an ordinary question.
pub(super) fn for_passages(
    knowledge: &Knowledge,
    catalog: &Catalog,
    ranked: &[RankedPassage<'_>],
    query: &Query,
    limit: usize,
) -> Vec<NextStep> {
    let mut worths: HashMap<usize, (f32, PassageId)> = HashMap::new();
    for (passage, rank_weight) in ranked.iter().zip(RANK_WEIGHTS) {
        for id in [passage.found.id(), passage.found.section_id()] {
            for &position in catalog.actions(&id) {
                let Some(action) = knowledge.actions.get(position) else {
                    continue;
                };
                if action.urgency == Urgency::Now {
                    continue;
                }
                let place = action.sections.iter().position(|section| *section == id);
                let worth = rank_weight * LATER_SECTION_FACTOR.powi(place.unwrap_or(0) as i32)
                    + OVERLAP_WEIGHT * overlap(action, query) * rank_weight;
                let entry = worths.entry(position).or_insert((0.0, id.clone()));
                if worth > entry.0 {
                    *entry = (worth, id.clone());
                }
            }
        }
    }
    let mut chosen: Vec<(usize, (f32, PassageId))> = worths.into_iter().collect();
    chosen.sort_by(|a, b| b.1.0.total_cmp(&a.1.0).then(a.0.cmp(&b.0)));
    chosen.truncate(limit);
    in_order(
        knowledge,
        chosen
            .into_iter()
            .map(|(position, (_, section))| (position, section)),
        query.language,
    )
}

/// Up to `limit` next steps after the first actions of an incident: the playbook's own, then what its
/// sections back for the moment.
pub(super) fn for_incident(
    knowledge: &Knowledge,
    catalog: &Catalog,
    playbook: &Playbook,
    query: &Query,
    limit: usize,
) -> Vec<NextStep> {
    let mut chosen: Vec<(usize, PassageId)> = Vec::new();
    let mut add = |position: usize, section: &PassageId| {
        if !chosen.iter().any(|(known, _)| *known == position) {
            chosen.push((position, section.clone()));
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
    chosen.truncate(limit);
    in_order(knowledge, chosen.into_iter(), query.language)
}

/// Most urgent first, then the most effective; as found where both are equal.
fn in_order(
    knowledge: &Knowledge,
    chosen: impl Iterator<Item = (usize, PassageId)>,
    language: Language,
) -> Vec<NextStep> {
    let mut actions: Vec<(&Action, PassageId)> = chosen
        .filter_map(|(position, section)| Some((knowledge.actions.get(position)?, section)))
        .collect();
    actions.sort_by_key(|(action, _)| (action.urgency, std::cmp::Reverse(action.effect)));
    actions
        .into_iter()
        .map(|(action, section)| next_step(action, section, language))
        .collect()
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
        cost_yen: (action.cost.low_yen, action.cost.high_yen),
        cost_is_estimate: action.cost.source.is_none(),
        urgency: action.urgency,
        done_when: language
            .pick(&action.done_when, &action.done_when_en)
            .clone(),
        section,
    }
}
