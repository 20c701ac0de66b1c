//! A drill in one language, resolved: what happens, what was decided, what follows from it, with sources.

use serde::Serialize;

use crate::knowledge::{Drill, DrillOption, Grade, Knowledge};
use crate::profile::{Decision, DrillEnd, DrillOutcome, DrillState};
use crate::question::Language;
use crate::render::source::Source;
use crate::wording::{DrillWords, Wording};

/// An inject in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InjectSheet {
    /// Minute of the story, number of the inject, what it is about.
    pub heading: String,
    /// What is reported.
    pub text: String,
    /// What to decide.
    pub question: String,
    /// What can be chosen.
    pub options: Vec<String>,
}

/// How an inject went, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DrillRow {
    /// Minute of the story.
    pub minute: u32,
    /// What it was about.
    pub title: String,
    /// What was decided, with votes where there is more than one person.
    pub decided: String,
    /// How good that was in a few words, or that nothing was decided.
    pub verdict: &'static str,
    /// How good that was; none when nothing was decided.
    pub grade: Option<Grade>,
    /// What follows from the decision, or why the best one is best.
    pub follows: String,
    /// The best option, where it was not chosen.
    pub best: Option<String>,
    /// What backs it.
    pub source: Option<Source>,
}

/// The report of a drill in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DrillSheet {
    /// Its language.
    pub language: Language,
    /// Name of the drill.
    pub title: String,
    /// How many decisions were best, and whether it was stopped.
    pub summary: Vec<String>,
    /// How each inject went.
    pub rows: Vec<DrillRow>,
    /// By which actions to prepare: id, title, source.
    pub plan: Vec<(String, String, Option<Source>)>,
    /// What to talk about.
    pub debrief: Vec<String>,
    /// What backs the best decisions.
    pub sources: Vec<Source>,
}

impl InjectSheet {
    /// Resolves an inject of a drill; none when there is no such inject.
    pub fn new(drill: &Drill, inject: usize, language: Language) -> Option<Self> {
        let words = &Wording::of(language).drill;
        let told = drill.injects.get(inject)?;
        let options = told.options.iter();
        Some(Self {
            heading: format!(
                "{} {}",
                (words.minute)(told.minute, inject + 1, drill.injects.len()),
                language.pick(&told.title, &told.title_en).clone()
            ),
            text: language.pick(&told.text, &told.text_en).clone(),
            question: language.pick(&told.question, &told.question_en).clone(),
            options: options.map(|option| label(option, language)).collect(),
        })
    }
}

impl DrillRow {
    /// Resolves how an inject went; `seats` is how many take part.
    pub fn new(
        drill: &Drill,
        outcome: &DrillOutcome,
        seats: u8,
        knowledge: &Knowledge,
        language: Language,
    ) -> Option<Self> {
        let words = &Wording::of(language).drill;
        let told = drill.injects.get(outcome.inject)?;
        let best = told.best().and_then(|best| told.options.get(best));
        let decided = match outcome.decision {
            Decision::For(option) => told.options.get(option),
            Decision::Nobody | Decision::Split => None,
        };
        let shown = decided.or(best);
        Some(Self {
            minute: told.minute,
            title: language.pick(&told.title, &told.title_en).clone(),
            decided: decision_words(&told.options, outcome, seats, language),
            verdict: match (decided, outcome.decision) {
                (Some(option), _) => (words.grade)(option.grade),
                (None, Decision::Nobody) => words.nobody,
                (None, _) => words.divided,
            },
            grade: decided.map(|option| option.grade),
            follows: shown.map_or_else(String::new, |option| {
                language.pick(&option.follows, &option.follows_en).clone()
            }),
            best: best
                .filter(|_| !outcome.is_best)
                .map(|option| label(option, language)),
            source: shown.and_then(|option| Source::of(knowledge, &option.section, language)),
        })
    }

    /// Returns what was decided as a sentence.
    pub fn sentence(&self, words: &DrillWords) -> String {
        match self.grade {
            Some(_) => (words.decided)(&self.decided),
            None => self.decided.clone(),
        }
    }

    /// Tells whether the best option was chosen.
    pub fn is_best(&self) -> bool {
        self.grade == Some(Grade::Best)
    }
}

impl DrillSheet {
    /// Resolves the report of a drill.
    pub fn new(
        state: &DrillState,
        drill: &Drill,
        knowledge: &Knowledge,
        language: Language,
    ) -> Self {
        let report = state.report(drill);
        let row = |outcome: &DrillOutcome| {
            DrillRow::new(drill, outcome, state.seats, knowledge, language)
        };
        let rows: Vec<DrillRow> = report.outcomes.iter().filter_map(row).collect();
        let plan = report.actions.iter().filter_map(|id| {
            let action = knowledge.action(id)?;
            let title = language.pick(&action.title, &action.title_en).clone();
            let section = action.sections.first();
            let source = section.and_then(|id| Source::of(knowledge, id, language));
            Some((id.clone(), title, source))
        });
        let debrief = drill.debrief.iter();
        Self {
            language,
            title: drill_title(drill, language),
            summary: summary(&rows, state, language),
            plan: plan.collect(),
            debrief: debrief
                .map(|question| language.pick(&question.text, &question.text_en).clone())
                .collect(),
            sources: report
                .sections
                .iter()
                .filter_map(|id| Source::of(knowledge, id, language))
                .collect(),
            rows,
        }
    }
}

/// Returns the name of a drill behind the mark that says that it is one.
pub fn drill_title(drill: &Drill, language: Language) -> String {
    let mark = Wording::of(language).drill.mark;
    format!(
        "{mark} {}",
        language.pick(&drill.title, &drill.title_en).clone()
    )
}

fn label(option: &DrillOption, language: Language) -> String {
    language.pick(&option.label, &option.label_en).clone()
}

fn summary(rows: &[DrillRow], state: &DrillState, language: Language) -> Vec<String> {
    let words = &Wording::of(language).drill.report;
    let mut summary = Vec::new();
    if state.end == Some(DrillEnd::Stopped) {
        summary.push(words.stopped.to_owned());
    }
    let best = rows.iter().filter(|row| row.is_best()).count();
    summary.push(match rows.is_empty() {
        true => words.nothing.to_owned(),
        false => (words.score)(best, rows.len()),
    });
    summary
}

/// One person's decision is its label; a group's comes with votes.
fn decision_words(
    options: &[DrillOption],
    outcome: &DrillOutcome,
    seats: u8,
    language: Language,
) -> String {
    let words = &Wording::of(language).drill;
    let chosen = options.iter().zip(&outcome.votes);
    let voted: Vec<String> = chosen
        .filter(|(_, votes)| **votes > 0)
        .map(|(option, votes)| match seats {
            0 | 1 => label(option, language),
            _ => (words.votes)(&label(option, language), *votes),
        })
        .collect();
    let all = voted.join(" / ");
    match outcome.decision {
        Decision::Nobody => words.nobody.to_owned(),
        Decision::Split => (words.split)(&all),
        Decision::For(_) => all,
    }
}
