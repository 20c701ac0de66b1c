//! What holds for every answer to every question, each as a function that says what is broken.

use sonae::adviser::Live;
use sonae::answer::{Answer, Citation, Outcome, PlanLine};
use sonae::knowledge::{ADVICE_MARKS, PassageId, Window};

/// A promise: `Err` says what breaks it.
pub type Promise = fn(&Live, &Answer) -> Result<(), String>;

/// All promises.
pub const ALL: &[Promise] = &[
    quotes_are_verbatim,
    quotes_are_whole_sentences,
    advice_keeps_its_mark,
    matches_lie_in_the_quote,
    ids_resolve,
    answers_are_short,
    next_steps_are_distinct,
    next_steps_are_ordered,
    incidents_name_a_window,
    outcomes_are_whole,
    confidence_is_a_share,
];

fn demand(holds: bool, broken: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(broken()) }
}

/// The text of the passage that a citation quotes.
fn body<'a>(live: &'a Live, citation: &Citation) -> Result<&'a str, String> {
    let found = live.found(&citation.id);
    Ok(&found
        .ok_or_else(|| format!("{} is no passage", citation.id))?
        .passage
        .body)
}

/// What stands before and after each place where the passage has the quote.
fn surroundings<'a>(body: &'a str, quote: &str) -> Vec<(&'a str, &'a str)> {
    let places = body.match_indices(quote).map(|(start, _)| start);
    places
        .map(|start| {
            (
                body.get(..start).unwrap(),
                body.get(start + quote.len()..).unwrap(),
            )
        })
        .collect()
}

pub fn quotes_are_verbatim(live: &Live, answer: &Answer) -> Result<(), String> {
    for citation in &answer.citations {
        let is_verbatim =
            !citation.quote.is_empty() && body(live, citation)?.contains(&citation.quote);
        demand(is_verbatim, || {
            format!("{} does not say: {}", citation.id, citation.quote)
        })?;
    }
    Ok(())
}

/// Sentences end at a line end, at a Japanese full stop, or at a Latin one before a space.
pub fn quotes_are_whole_sentences(live: &Live, answer: &Answer) -> Result<(), String> {
    const ENDS: &[char] = &['。', '！', '？', '.', '!', '?', '」', '』', '）', ')', '"'];
    for citation in &answer.citations {
        let begins = |before: &str| {
            let before = before.trim_end_matches([' ', '\t', '\u{3000}']);
            before.is_empty() || before.ends_with('\n') || before.ends_with(ENDS)
        };
        let ends = |after: &str| {
            let after = after.trim_start_matches([' ', '\t', '\u{3000}']);
            after.is_empty() || after.starts_with('\n') || citation.quote.ends_with(ENDS)
        };
        let is_whole = surroundings(body(live, citation)?, &citation.quote)
            .iter()
            .any(|(before, after)| begins(before) && ends(after));
        demand(is_whole, || {
            format!(
                "cut inside a sentence of {}: {}",
                citation.id, citation.quote
            )
        })?;
    }
    Ok(())
}

/// Our own advice is a line that opens with the mark, and the list right below such a line. A quote that
/// begins inside it would pass our words for the source's.
pub fn advice_keeps_its_mark(live: &Live, answer: &Answer) -> Result<(), String> {
    for citation in answer.citations.iter().filter(|citation| !citation.is_own) {
        let keeps = surroundings(body(live, citation)?, &citation.quote)
            .iter()
            .any(|(before, _)| !begins_inside_advice(before, &citation.quote));
        demand(keeps, || {
            format!(
                "advice without its mark in {}: {}",
                citation.id, citation.quote
            )
        })?;
    }
    Ok(())
}

fn begins_inside_advice(before: &str, quote: &str) -> bool {
    let is_advice = |line: &str| {
        ADVICE_MARKS
            .iter()
            .any(|mark| line.trim_start_matches("- ").starts_with(mark))
    };
    let mut lines: Vec<&str> = before.split('\n').collect();
    let started_line = lines.pop().unwrap_or_default();
    if is_advice(started_line) {
        return true;
    }
    let is_list_item = |line: &&str| line.starts_with("- ") && !is_advice(line);
    let opens_with_item = !started_line.is_empty() || is_list_item(&quote);
    let above_list = lines.iter().rev().find(|line| !is_list_item(line));
    opens_with_item && above_list.is_some_and(|line| is_advice(line))
}

pub fn matches_lie_in_the_quote(_: &Live, answer: &Answer) -> Result<(), String> {
    for citation in &answer.citations {
        let mut end = 0;
        for range in &citation.matches {
            let is_sound = range.start >= end
                && !range.is_empty()
                && citation.quote.get(range.clone()).is_some();
            demand(is_sound, || {
                format!("{range:?} is no part of: {}", citation.quote)
            })?;
            end = range.end;
        }
    }
    Ok(())
}

pub fn ids_resolve(live: &Live, answer: &Answer) -> Result<(), String> {
    let lines = |lines: &[PlanLine]| {
        lines
            .iter()
            .map(|line| line.section.clone())
            .collect::<Vec<_>>()
    };
    let mut ids: Vec<PassageId> = answer.ranked.clone();
    ids.extend(answer.citations.iter().map(|citation| citation.id.clone()));
    ids.extend(answer.related.iter().map(|related| related.id.clone()));
    ids.extend(answer.next_steps.iter().map(|step| step.section.clone()));
    if let Some(plan) = &answer.incident {
        ids.extend(
            [&plan.first, &plan.dont, &plan.evidence, &plan.deadlines]
                .into_iter()
                .flat_map(|part| lines(part)),
        );
        ids.extend(plan.windows.iter().map(|window| window.section.clone()));
    }
    if let Some(abstention) = &answer.abstention {
        ids.extend(abstention.topics.iter().map(|topic| topic.section.clone()));
        ids.extend(
            abstention
                .window
                .iter()
                .map(|window| window.section.clone()),
        );
    }
    for id in ids {
        demand(live.found(&id).is_some(), || format!("{id} is no passage"))?;
    }
    for step in &answer.next_steps {
        let backs = |action: &sonae::knowledge::Action| action.sections.contains(&step.section);
        let is_backed = live.knowledge.action(&step.id).is_some_and(backs);
        demand(is_backed, || {
            format!("{} does not back {}", step.section, step.id)
        })?;
    }
    Ok(())
}

pub fn answers_are_short(_: &Live, answer: &Answer) -> Result<(), String> {
    demand(answer.citations.len() <= 3, || {
        format!("{} citations", answer.citations.len())
    })?;
    demand(answer.next_steps.len() <= 5, || {
        format!("{} next steps", answer.next_steps.len())
    })
}

pub fn next_steps_are_distinct(_: &Live, answer: &Answer) -> Result<(), String> {
    let mut ids: Vec<&str> = answer
        .next_steps
        .iter()
        .map(|step| step.id.as_str())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    demand(ids.len() == answer.next_steps.len(), || {
        format!("only {ids:?} are distinct")
    })
}

pub fn next_steps_are_ordered(_: &Live, answer: &Answer) -> Result<(), String> {
    let is_ordered = answer.next_steps.is_sorted_by_key(|step| step.urgency);
    demand(is_ordered, || "a later step is more urgent".to_owned())
}

pub fn incidents_name_a_window(live: &Live, answer: &Answer) -> Result<(), String> {
    let Some(plan) = &answer.incident else {
        return demand(answer.outcome != Outcome::Incident, || {
            "an incident without a plan".to_owned()
        });
    };
    let windows = plan
        .windows
        .iter()
        .filter_map(|window| live.knowledge.window(&window.id));
    demand(windows.into_iter().any(Window::is_reachable), || {
        format!("{} names no window that can be reached", plan.playbook)
    })
}

/// An abstention shows no quotes, anything else shows at least one.
pub fn outcomes_are_whole(_: &Live, answer: &Answer) -> Result<(), String> {
    let is_abstention = answer.outcome == Outcome::Abstain;
    let is_whole = answer.abstention.is_some() == is_abstention
        && answer.incident.is_some() == (answer.outcome == Outcome::Incident)
        && (answer.citations.is_empty() == is_abstention || answer.outcome == Outcome::Incident);
    demand(is_whole, || {
        format!(
            "{:?} with {} citations",
            answer.outcome,
            answer.citations.len()
        )
    })
}

pub fn confidence_is_a_share(_: &Live, answer: &Answer) -> Result<(), String> {
    let confidence = &answer.confidence;
    let shares = [confidence.value, confidence.coverage, confidence.margin];
    let are_shares = shares.iter().all(|share| (0.0..=1.0).contains(share));
    demand(are_shares, || format!("{shares:?} are not between 0 and 1"))
}
