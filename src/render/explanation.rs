//! Why a section won or lost, for an admin: terms, words added, scores of the fields, coverage, floor.

use std::fmt::Write;

use crate::answer::Explanation;

/// An explanation as plain text.
pub fn explanation_text(explanation: &Explanation) -> String {
    let mut text = String::from("--- explain ---\n");
    // Writing to a string cannot fail.
    let _ = write_explanation(&mut text, explanation);
    text
}

fn write_explanation(text: &mut String, explanation: &Explanation) -> std::fmt::Result {
    writeln!(text, "read as      {}", explanation.normalized)?;
    writeln!(text, "language     {}", explanation.language.code())?;
    writeln!(text, "words        {}", explanation.words.join(" "))?;
    for addition in &explanation.additions {
        writeln!(
            text,
            "added        {} x{:.2} ({:?} of \"{}\")",
            addition.word, addition.weight, addition.reason, addition.from
        )?;
    }
    for reference in &explanation.references {
        writeln!(text, "names        {reference}")?;
    }
    for document in &explanation.documents {
        writeln!(text, "names        {document}")?;
    }
    let intent = &explanation.intent;
    writeln!(
        text,
        "intent       incident {:.2}, outside {:.2}; cues: {}",
        intent.incident_probability,
        intent.outside_probability,
        if intent.cues.is_empty() {
            "none".to_owned()
        } else {
            intent.cues.join(", ")
        }
    )?;
    if let Some(sign) = &intent.incident {
        writeln!(
            text,
            "playbook     {} ({:.2})",
            sign.playbook, sign.kind_probability
        )?;
    }
    if let Some(outside) = &intent.outside {
        let how = if outside.is_certain {
            "by pattern"
        } else {
            "by likeness"
        };
        writeln!(text, "outside      {} {how}", outside.refusal)?;
    }
    writeln!(text, "floor        coverage {:.2}", explanation.floor)?;
    for (place, passage) in explanation.passages.iter().enumerate() {
        writeln!(
            text,
            "{}. {}  score {:.2}",
            place + 1,
            passage.id,
            passage.score
        )?;
        for (factor, value) in &passage.factors {
            writeln!(text, "     x{value:.2} {factor:?}")?;
        }
        for field in &passage.hit.fields {
            writeln!(text, "     {:<9} {:.2}", field.field, field.score)?;
        }
        writeln!(text, "     {:<9} {:.2}", "question", passage.question_score)?;
        writeln!(text, "     {:<9} {:.2}", "likeness", passage.likeness_score)?;
        let mut terms = passage.hit.terms.clone();
        terms.sort_by(|a, b| b.information.total_cmp(&a.information));
        let shown: Vec<String> = terms
            .iter()
            .map(|term| {
                let mark = if term.is_found { '+' } else { '-' };
                format!("{mark}{} {:.1}", term.term, term.information)
            })
            .collect();
        writeln!(
            text,
            "     coverage  {:.2}: {}",
            passage.coverage,
            shown.join(", ")
        )?;
    }
    Ok(())
}
