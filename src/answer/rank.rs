//! Hits → passages in the order in which they are shown.

use serde::Serialize;

use crate::knowledge::{Catalog, Found, Knowledge, PassageId, Status};
use crate::question::Query;
use crate::search::Hit;

/// A section named by its number comes first: its score is the best hit's times this.
const NAMED_SECTION_FACTOR: f32 = 1.5;
/// A passage of a document that the question names.
const NAMED_DOCUMENT_FACTOR: f32 = 1.3;
/// A superseded document stands behind its successor, unless it is named.
const SUPERSEDED_FACTOR: f32 = 0.85;
/// A passage that the playbook of the incident rests on.
const PLAYBOOK_SECTION_FACTOR: f32 = 1.35;

/// A passage in the ranking.
#[derive(Debug, Clone)]
pub struct RankedPassage<'a> {
    /// The passage.
    pub found: Found<'a>,
    /// The score that ranks it.
    pub score: f32,
    /// What changed the hit's score, and by which factor.
    pub factors: Vec<(Factor, f32)>,
}

/// What changes a hit's score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Factor {
    /// The question names the section.
    NamedSection,
    /// The question names the document.
    NamedDocument,
    /// A newer document replaces it.
    Superseded,
    /// The incident's playbook rests on it.
    Playbook,
}

/// Orders the hits; sections that the question names are added when search missed them.
pub fn rank<'a>(
    knowledge: &'a Knowledge,
    catalog: &Catalog,
    query: &Query,
    hits: &[Hit],
) -> Vec<RankedPassage<'a>> {
    let playbook_sections = query
        .intent
        .incident
        .as_ref()
        .and_then(|sign| knowledge.playbook(&sign.playbook))
        .map_or(&[][..], |playbook| playbook.sections.as_slice());
    let best = hits.first().map_or(1.0, |hit| hit.score);
    let mut ranked: Vec<RankedPassage<'a>> = hits
        .iter()
        .filter_map(|hit| {
            let found = catalog.found(knowledge, hit.passage)?;
            Some(weighed(found, hit.score, best, query, playbook_sections))
        })
        .collect();
    for number in query.references.iter().filter_map(|id| catalog.number(id)) {
        let is_missing = !hits.iter().any(|hit| hit.passage == number);
        if let (true, Some(found)) = (is_missing, catalog.found(knowledge, number)) {
            ranked.push(weighed(found, 0.0, best, query, playbook_sections));
        }
    }
    ranked.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then(a.found.number.cmp(&b.found.number))
    });
    ranked
}

fn weighed<'a>(
    found: Found<'a>,
    hit_score: f32,
    best: f32,
    query: &Query,
    playbook_sections: &[PassageId],
) -> RankedPassage<'a> {
    let mut factors = Vec::new();
    let mut score = hit_score;
    let is_document_named = query.documents.contains(&found.document.id);
    if is_document_named {
        factors.push((Factor::NamedDocument, NAMED_DOCUMENT_FACTOR));
    } else if found.document.status == Status::Superseded {
        factors.push((Factor::Superseded, SUPERSEDED_FACTOR));
    }
    if playbook_sections.contains(&found.section_id()) || playbook_sections.contains(&found.id()) {
        factors.push((Factor::Playbook, PLAYBOOK_SECTION_FACTOR));
    }
    for (_, factor) in &factors {
        score *= factor;
    }
    if is_named(&found, query) {
        // Among several sections of that number the better hit stays ahead.
        score = best * NAMED_SECTION_FACTOR + 0.5 * score;
        factors.push((Factor::NamedSection, NAMED_SECTION_FACTOR));
    }
    RankedPassage {
        found,
        score,
        factors,
    }
}

fn is_named(found: &Found<'_>, query: &Query) -> bool {
    query.references.contains(&found.id())
}
