//! How sure an answer is. Not the BM25 score: raw scores do not compare across questions. What counts is
//! how much of the question the best passage covers, and how far it is ahead.

use super::types::{Confidence, Level, Reason};
use crate::question::Query;

/// Coverage from which an answer is sure.
const HIGH: f32 = 0.6;
/// Coverage from which an answer fits.
const MEDIUM: f32 = 0.38;

/// What search says about the best passage.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Fit {
    /// Share of the question's information that it covers.
    pub coverage: f32,
    /// (best − second) ÷ best, by section.
    pub margin: f32,
}

pub(super) fn confidence(query: &Query, fit: Fit, floor: f32) -> Confidence {
    let (level, reason) = if query.intent.incident.is_some() {
        (Level::High, Reason::Incident)
    } else if query.intent.outside.is_some() {
        (Level::None, Reason::Outside)
    } else if !query.references.is_empty() {
        (Level::High, Reason::Named)
    } else if query.words.is_empty() && query.english.is_empty() {
        (Level::None, Reason::Empty)
    } else if fit.coverage >= HIGH {
        (Level::High, Reason::Covered)
    } else if fit.coverage >= MEDIUM {
        (Level::Medium, Reason::MostlyCovered)
    } else if fit.coverage >= floor {
        (Level::Low, Reason::PartlyCovered)
    } else {
        (Level::None, Reason::NotCovered)
    };
    let value = match reason {
        Reason::Incident => query.intent.incident_probability,
        Reason::Outside => 1.0 - query.intent.outside_probability.max(0.5),
        Reason::Named => 1.0,
        _ => (0.85 * fit.coverage + 0.15 * fit.margin).clamp(0.0, 1.0),
    };
    Confidence {
        value,
        level,
        reason,
        coverage: fit.coverage,
        margin: fit.margin,
    }
}
