//! Query and evidence → one answer.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::confidence::{Fit, confidence};
use super::incident::{plan, window_now};
use super::quote::best_quote;
use super::rank::RankedPassage;
use super::steps::{Chooser, for_incident, for_passages};
use super::suitable::{Situation, Suitability};
use super::types::{
    Abstention, Answer, AskingCompany, Citation, Freshness, Level, Outcome, Reason, RelatedPassage,
    TopicChoice,
};
use crate::knowledge::{Catalog, Found, Knowledge, Passage, PassageId, RefusalKind};
use crate::profile::Company;
use crate::question::{Language, Query};
use crate::search::marked;

/// How much an answer shows, and from when on it answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Quotes shown, 1 to 3.
    pub passages: usize,
    /// Next steps shown, at most 5.
    pub next_steps: usize,
    /// Sections in the ranked result.
    pub ranked: usize,
    /// Least share of the question's information that the best passage must cover.
    pub floor: f32,
    /// A further passage is quoted when its score is at least this share of the best one's.
    pub further_passage: f32,
    /// Id of the window named when nothing fits.
    pub fallback_window: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            passages: 3,
            next_steps: 5,
            ranked: 10,
            floor: 0.03,
            further_passage: 0.55,
            fallback_window: "ipa-business".to_owned(),
        }
    }
}

/// What search and ranking found.
pub struct Evidence<'a> {
    /// The knowledge that was searched.
    pub knowledge: &'a Knowledge,
    /// The ways through it.
    pub catalog: &'a Catalog,
    /// The passages in order.
    pub ranked: &'a [RankedPassage<'a>],
    /// Share of the question's information that the best passage covers.
    pub coverage: f32,
    /// The company that asks, where enough is known of it.
    pub company: Option<Asker<'a>>,
}

/// The company that asks.
#[derive(Debug, Clone, Copy)]
pub struct Asker<'a> {
    /// What is known of it.
    pub company: &'a Company,
    /// The question itself told of it.
    pub is_told: bool,
}

/// Composes the answer to a query at a moment (Japan Standard Time).
pub fn compose(
    query: &Query,
    evidence: &Evidence<'_>,
    settings: &Settings,
    moment: DateTime,
) -> Answer {
    let knowledge = evidence.knowledge;
    let sections = one_per_section(evidence.ranked);
    let confidence = confidence(query, fit(evidence, &sections), settings.floor);
    let playbook = query
        .intent
        .incident
        .as_ref()
        .and_then(|sign| knowledge.playbook(&sign.playbook));
    let outcome = match playbook {
        Some(_) => Outcome::Incident,
        None if confidence.level == Level::None => Outcome::Abstain,
        None => Outcome::Answer,
    };
    let shown = match outcome {
        Outcome::Abstain => &[][..],
        _ => worth_showing(&sections, settings),
    };
    let situation = match playbook {
        Some(_) => Situation::Incident,
        None => Situation::Calm,
    };
    let chooser = Chooser {
        knowledge,
        query,
        limit: settings.next_steps,
        suitability: evidence
            .company
            .map(|asker| Suitability::new(knowledge, asker.company, situation, query.language)),
    };
    let steps = match playbook {
        Some(playbook) => for_incident(&chooser, evidence.catalog, playbook),
        None => for_passages(&chooser, evidence.catalog, &sections, shown.len()),
    };
    Answer {
        language: query.language,
        outcome,
        incident: playbook.map(|playbook| plan(knowledge, playbook, moment, query.language)),
        citations: shown
            .iter()
            .map(|passage| citation(passage.found, query))
            .collect(),
        next_steps: steps.next,
        set_aside: steps.set_aside,
        company: evidence.company.map(|asker| AskingCompany {
            described: asker.company.described(knowledge, query.language),
            is_told: asker.is_told,
        }),
        abstention: (outcome == Outcome::Abstain).then(|| {
            abstention(
                query,
                confidence.reason,
                knowledge,
                &sections,
                settings,
                moment,
            )
        }),
        confidence,
        related: related(knowledge, shown, query.language),
        ranked: sections
            .iter()
            .take(settings.ranked)
            .map(|passage| passage.found.id())
            .collect(),
        is_shortened: query.is_shortened,
    }
}

/// The best passage of each section, in order.
fn one_per_section<'a>(ranked: &[RankedPassage<'a>]) -> Vec<RankedPassage<'a>> {
    let mut seen: Vec<PassageId> = Vec::new();
    let mut sections = Vec::new();
    for passage in ranked {
        let section = passage.found.section_id();
        if !seen.contains(&section) {
            seen.push(section);
            sections.push(passage.clone());
        }
    }
    sections
}

fn fit(evidence: &Evidence<'_>, sections: &[RankedPassage<'_>]) -> Fit {
    let score = |place: usize| sections.get(place).map_or(0.0, |passage| passage.score);
    let margin = match score(0) > 0.0 {
        true => (score(0) - score(1)) / score(0),
        false => 0.0,
    };
    Fit {
        coverage: evidence.coverage,
        margin,
    }
}

/// The first passage always; the others while they are nearly as good.
fn worth_showing<'s, 'a>(
    sections: &'s [RankedPassage<'a>],
    settings: &Settings,
) -> &'s [RankedPassage<'a>] {
    let best = sections.first().map_or(0.0, |passage| passage.score);
    let count = sections
        .iter()
        .take(settings.passages)
        .take_while(|passage| passage.score >= best * settings.further_passage)
        .count();
    sections.get(..count).unwrap_or_default()
}

/// The quote of a passage with everything needed to find it in the original.
fn citation(found: Found<'_>, query: &Query) -> Citation {
    let Found {
        document, passage, ..
    } = found;
    let language = query.language;
    let is_foreign = document.language != language.code();
    let snippet = marked(best_quote(&passage.body, query), query);
    let note = language
        .pick(&document.status_note, &document.status_note_en)
        .clone();
    Citation {
        id: found.id(),
        quote: snippet.text,
        matches: snippet.matches,
        summary: match (is_foreign, language) {
            (false, _) => None,
            (true, Language::En) => Some(passage.summary_en.clone()),
            (true, Language::Ja) => passage.summary_ja.clone(),
        },
        document: language.pick(&document.title, &document.title_en).clone(),
        heading: heading(passage, language),
        edition: language
            .pick(&document.edition, &document.edition_en)
            .clone(),
        locator: passage.locator.clone(),
        url: passage.url.clone().unwrap_or_else(|| document.url.clone()),
        checked: document.checked.to_string(),
        sure: passage.sure,
        is_own: passage.is_own,
        freshness: note.map(|note| Freshness {
            status: document.status,
            note,
        }),
    }
}

/// The heading in the asker's language.
pub fn heading(passage: &Passage, language: Language) -> String {
    match (language, passage.title_ja.as_deref()) {
        (Language::En, _) if passage.title_en.starts_with(&passage.id) => passage.title_en.clone(),
        (Language::En, _) => format!("{} {}", passage.id, passage.title_en),
        (Language::Ja, Some(title)) => format!("{} {title}", passage.id),
        (Language::Ja, None) => passage.heading(),
    }
}

fn abstention(
    query: &Query,
    reason: Reason,
    knowledge: &Knowledge,
    sections: &[RankedPassage<'_>],
    settings: &Settings,
    moment: DateTime,
) -> Abstention {
    let outside = query
        .intent
        .outside
        .as_ref()
        .filter(|_| reason == Reason::Outside);
    let refusal = outside.and_then(|outside| {
        knowledge
            .refusals
            .iter()
            .find(|refusal| refusal.id == outside.refusal)
    });
    let is_near = outside.is_none_or(|outside| outside.kind == RefusalKind::NotCovered);
    Abstention {
        kind: outside.map(|outside| outside.kind),
        ask: refusal.map(|refusal| query.language.pick(&refusal.ask, &refusal.ask_en).clone()),
        topics: closest_topics(knowledge, sections, query.language),
        window: knowledge
            .window(&settings.fallback_window)
            .filter(|_| is_near)
            .map(|window| window_now(knowledge, window, moment, query.language)),
    }
}

/// Topics of the best sections, each once.
fn closest_topics(
    knowledge: &Knowledge,
    sections: &[RankedPassage<'_>],
    language: Language,
) -> Vec<TopicChoice> {
    const CHOICES: usize = 3;
    let mut choices: Vec<TopicChoice> = Vec::new();
    for passage in sections {
        for topic in passage.found.passage.topics.iter().take(1) {
            let Some(topic) = knowledge.topic(topic) else {
                continue;
            };
            if choices.len() < CHOICES && !choices.iter().any(|choice| choice.id == topic.id) {
                choices.push(TopicChoice {
                    id: topic.id.clone(),
                    name: language.pick(&topic.ja, &topic.en).clone(),
                    section: passage.found.id(),
                });
            }
        }
    }
    choices
}

/// What the shown passages point at, without what is shown already.
fn related(
    knowledge: &Knowledge,
    shown: &[RankedPassage<'_>],
    language: Language,
) -> Vec<RelatedPassage> {
    const RELATED: usize = 4;
    let mut related: Vec<RelatedPassage> = Vec::new();
    for id in shown
        .iter()
        .flat_map(|passage| &passage.found.passage.related)
    {
        let is_known = related.iter().any(|known| known.id == *id)
            || shown.iter().any(|passage| passage.found.id() == *id);
        if let (false, Some((document, passage))) = (is_known, knowledge.passage(id)) {
            related.push(RelatedPassage {
                id: id.clone(),
                heading: heading(passage, language),
                document: document.short.clone(),
            });
        }
    }
    related.truncate(RELATED);
    related
}
