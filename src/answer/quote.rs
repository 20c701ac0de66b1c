//! The sentences of a passage that answer a question: word for word, whole sentences, in one piece.

use std::ops::Range;

use crate::knowledge::ADVICE_MARKS;
use crate::question::Query;
use crate::text;

/// Longest quote, in characters, unless a single sentence is longer. A chat reader takes in about this
/// much at a glance.
const LONGEST_JAPANESE: usize = 280;
/// The same for English, whose words are longer.
const LONGEST_ENGLISH: usize = 560;

/// Returns the part of a body that has most of the query's words. It is always a substring of the body
/// that begins and ends at sentence ends; advice of our own is never cut off its mark.
pub fn best_quote<'a>(body: &'a str, query: &Query) -> &'a str {
    let units = units(body);
    let worths: Vec<Vec<(usize, f32)>> = units
        .iter()
        .map(|unit| matched_terms(body.get(unit.clone()).unwrap_or_default(), query))
        .collect();
    let longest = longest_quote(body);
    let mut best: Option<(f32, Range<usize>)> = None;
    for first in 0..units.len() {
        let mut seen: Vec<(usize, f32)> = Vec::new();
        for last in first..units.len() {
            let (Some(start), Some(end)) = (units.get(first), units.get(last)) else {
                break;
            };
            let range = start.start..end.end;
            let length = body
                .get(range.clone())
                .map_or(0, |text| text.chars().count());
            if length > longest && last > first {
                break;
            }
            for term in worths.get(last).into_iter().flatten() {
                if !seen.iter().any(|(known, _)| known == &term.0) {
                    seen.push(*term);
                }
            }
            // More words of the question first; then the fuller context; then the earlier sentence.
            let worth: f32 = seen.iter().map(|(_, weight)| weight).sum::<f32>()
                + length.min(longest) as f32 / longest as f32 * 0.5
                - first as f32 * 0.01;
            if best.as_ref().is_none_or(|(highest, _)| worth > *highest) {
                best = Some((worth, range));
            }
        }
    }
    best.and_then(|(_, range)| body.get(range)).unwrap_or(body)
}

fn longest_quote(body: &str) -> usize {
    let japanese = body
        .chars()
        .filter(|c| text::is_kana(*c) || text::is_kanji(*c))
        .count();
    match japanese * 4 > body.chars().count() {
        true => LONGEST_JAPANESE,
        false => LONGEST_ENGLISH,
    }
}

/// Sentences; a paragraph of our own advice stays whole, with the list below it, up to the empty line.
fn units(body: &str) -> Vec<Range<usize>> {
    let mut units: Vec<Range<usize>> = Vec::new();
    for sentence in text::sentences(body) {
        let continues_advice = units.last().is_some_and(|last| {
            let between = body.get(last.end..sentence.start).unwrap_or_default();
            let unit = body
                .get(last.clone())
                .unwrap_or_default()
                .trim_start_matches("- ");
            !between.contains("\n\n") && ADVICE_MARKS.iter().any(|mark| unit.starts_with(mark))
        });
        match units.last_mut() {
            Some(last) if continues_advice => last.end = sentence.end,
            _ => units.push(sentence),
        }
    }
    units
}

/// Positions and weights of the query's terms that occur in a sentence. Looking for the letters is enough
/// to choose a quote, and does without cutting every sentence into words.
fn matched_terms(sentence: &str, query: &Query) -> Vec<(usize, f32)> {
    let normalized = text::folded(sentence);
    let terms = query.words.iter().chain(&query.english).enumerate();
    terms
        .filter(|(_, term)| normalized.contains(term.text.as_str()))
        .map(|(position, term)| (position, term.weight))
        .collect()
}
