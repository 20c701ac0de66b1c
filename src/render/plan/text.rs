//! A plan as text for a terminal, and why each action is in it or not.

use super::sheet::{PlanRow, PlanSheet, title};
use crate::knowledge::Knowledge;
use crate::profile::facet_names;
use crate::profile::{Fit, Plan, WhyOut};
use crate::question::Language;
use crate::render::text::Painter;
use crate::wording::Wording;

/// Lays a plan out.
pub fn plan_text(sheet: &PlanSheet, width: usize) -> String {
    let wording = Wording::of(sheet.language);
    let words = &wording.plan;
    let mut painter = Painter::new(wording, width);
    painter.heading(words.title);
    painter.paragraph("", "", &sheet.company);
    for assumed in &sheet.assumed {
        painter.quiet("- ", "  ", assumed);
    }
    painter.blank();
    if sheet.parts.is_empty() {
        painter.paragraph("", "", words.empty);
        painter.blank();
    }
    for part in &sheet.parts {
        painter.heading(&format!("{} ({})", part.when, part.comes_to));
        for row in &part.rows {
            row_text(&mut painter, row);
        }
        painter.blank();
    }
    painter.paragraph("", "", &sheet.comes_to);
    painter.paragraph("", "", &sheet.set_aside);
    painter.quiet("", "", words.how_counted);
    painter.blank();
    painter.heading(words.stake);
    painter.paragraph("- ", "  ", &sheet.stake_day);
    for (figure, source) in &sheet.stake {
        painter.paragraph("- ", "  ", figure);
        painter.quiet("  ", "  ", &source.line());
    }
    if !sheet.schemes.is_empty() {
        painter.blank();
        painter.heading(words.schemes);
        painter.paragraph("", "", words.schemes_note);
        for (title, source) in &sheet.schemes {
            painter.paragraph("- ", "  ", title);
            let checked = format!(
                "{} / {}: {} / {}",
                source.line(),
                wording.label.checked,
                source.checked,
                source.url
            );
            painter.quiet("  ", "  ", &checked);
        }
    }
    painter.blank();
    painter.quiet("", "", wording.label.disclaimer);
    painter.finish()
}

fn row_text(painter: &mut Painter<'_>, row: &PlanRow) {
    let wording = painter.wording;
    let words = &wording.plan;
    painter.paragraph(&format!("{:>2}. ", row.number), "    ", &row.title);
    let facts = format!(
        "{} / {} / {} / {}",
        row.who,
        row.time,
        row.cost(wording),
        row.because
    );
    painter.paragraph("    ", "    ", &facts);
    for first in &row.after {
        painter.paragraph("    ", "    ", &(words.after)(first));
    }
    painter.quiet(
        "    ",
        "    ",
        &format!("{}: {}", wording.label.done_when, row.done_when),
    );
    if let Some(source) = &row.source {
        painter.quiet(
            "    ",
            "    ",
            &format!("{}: {}", wording.label.backed_by, source.line()),
        );
    }
}

/// Says for every action of the catalogue why it is in the plan or not.
pub fn explanation(plan: &Plan, sheet: &PlanSheet, knowledge: &Knowledge, width: usize) -> String {
    let wording = Wording::of(sheet.language);
    let words = &wording.plan.explain;
    let mut painter = Painter::new(wording, width);
    painter.heading(words.inside);
    for (_, row) in sheet.rows() {
        let line = format!(
            "{} ({}): {}, {}",
            row.title,
            row.action,
            (words.worth)(row.value),
            row.because
        );
        painter.paragraph(&format!("{:>2}. ", row.number), "    ", &line);
    }
    painter.paragraph("", "", &(words.proof)(plan.value, plan.bound));
    painter.blank();
    painter.heading(words.outside);
    for left in &plan.left_out {
        let Some(action) = knowledge.action(&left.action) else {
            continue;
        };
        let why = why_left_out(&left.why, knowledge, sheet.language);
        painter.paragraph(
            "- ",
            "  ",
            &format!("{} ({}): {why}", title(action, sheet.language), action.id),
        );
    }
    painter.finish()
}

/// Returns why an action is not in a plan.
pub fn why_left_out(why: &WhyOut, knowledge: &Knowledge, language: Language) -> String {
    let words = &Wording::of(language).plan.explain;
    let named = |id: &str| {
        knowledge
            .action(id)
            .map_or(id, |action| title(action, language))
            .to_owned()
    };
    match why {
        WhyOut::DoesNotFit { fit } => misfit(fit, knowledge, language),
        WhyOut::AboveBudget { yen } => (words.above_budget)(*yen),
        WhyOut::AboveHours => words.above_hours.to_owned(),
        WhyOut::NeedsFirst { id } => (words.needs_first)(&named(id)),
        WhyOut::SameAs { id } => (words.same_as)(&named(id)),
        WhyOut::LessWorth => words.less_worth.to_owned(),
    }
}

fn misfit(fit: &Fit, knowledge: &Knowledge, language: Language) -> String {
    let words = &Wording::of(language).plan.explain;
    let assets = |ids: &[String]| facet_names(&knowledge.facets.assets, ids, language);
    match fit {
        Fit::Applies { .. } => String::new(),
        Fit::Done { by } => {
            let done = knowledge.action(by);
            (words.done)(done.map_or(by.as_str(), |action| title(action, language)))
        }
        Fit::OtherSize => words.other_size.to_owned(),
        Fit::OtherIndustry => words.other_industry.to_owned(),
        Fit::UnknownIndustry => words.unknown_industry.to_owned(),
        Fit::LacksAsset { assets: ids } => (words.lacks)(&assets(ids)),
        Fit::UnknownAsset { assets: ids } => (words.unknown_asset)(&assets(ids)),
        Fit::Incident => words.incident.to_owned(),
        Fit::NotAsked => words.not_asked.to_owned(),
    }
}
