//! Reports as text, for whoever works on the ranking.

use std::fmt::Write;

use super::CollectionReport;
use super::measures::{Measures, Outcomes};
use super::question_set::Expectation;
use super::report::{Group, QuestionResult, Report};
use crate::answer::Outcome;

fn number(value: Option<f64>) -> String {
    value.map_or_else(|| " none".to_owned(), |value| format!("{value:5.3}"))
}

fn retrieval(measures: &Measures) -> String {
    format!(
        "n {:3}  hit@1 {}  hit@3 {}  recall@5 {}  MRR {}  nDCG@10 {}  facts@3 {} (n {})",
        measures.n,
        number(measures.hit_at_1),
        number(measures.hit_at_3),
        number(measures.recall_at_5),
        number(measures.mrr),
        number(measures.ndcg_at_10),
        number(measures.facts_at_3),
        measures.facts_n
    )
}

fn decisions(outcomes: &Outcomes) -> String {
    format!(
        "abstention precision {}  recall {}  false {}  incident recall {}  false alarms {}",
        number(outcomes.abstention_precision),
        number(outcomes.abstention_recall),
        number(outcomes.false_abstention),
        number(outcomes.incident_recall),
        number(outcomes.incident_false_alarm)
    )
}

fn group(text: &mut String, name: &str, group: &Group) {
    let _ = writeln!(text, "{name} (n {})", group.n);
    if group.answers.n > 0 {
        let _ = writeln!(text, "  answers    {}", retrieval(&group.answers));
    }
    if group.incidents.n > 0 {
        let _ = writeln!(text, "  incidents  {}", retrieval(&group.incidents));
    }
    let _ = writeln!(text, "  decisions  {}", decisions(&group.outcomes));
}

/// The whole report: overall, by language, by slice, and each question that went wrong.
pub fn report_text(report: &Report) -> String {
    let mut text = String::new();
    let overall = Group {
        n: report.questions.len(),
        answers: report.answers.clone(),
        incidents: report.incidents.clone(),
        outcomes: report.outcomes.clone(),
    };
    group(&mut text, "all", &overall);
    for (name, part) in report.languages.iter().chain(&report.slices) {
        group(&mut text, name, part);
    }
    let steps = &report.steps;
    let _ = writeln!(
        text,
        "next steps (n {})  known to apply to the company {}",
        steps.n,
        number((steps.n > 0).then(|| steps.applying as f64 / steps.n as f64))
    );
    let (p50, p99) = report.milliseconds;
    let _ = writeln!(text, "time per question: p50 {p50:.2} ms, p99 {p99:.2} ms");
    for result in &report.questions {
        if let Some(line) = wrong(result) {
            let _ = writeln!(text, "{line}");
        }
    }
    text
}

fn wrong(result: &QuestionResult) -> Option<String> {
    let mut faults = Vec::new();
    let decision_is_right = matches!(
        (result.expected, result.outcome),
        (Expectation::Answer, Outcome::Answer)
            | (Expectation::Incident, Outcome::Incident)
            | (Expectation::Abstain, Outcome::Abstain)
    );
    if !decision_is_right {
        faults.push(format!(
            "{:?} instead of {:?}",
            result.outcome, result.expected
        ));
    }
    if result.expected != Expectation::Abstain {
        if !result.measures.hit_at_3 {
            faults.push("no hit in 3".to_owned());
        } else if !result.measures.hit_at_1 {
            faults.push("no hit at 1".to_owned());
        }
        if !result.missing_facts.is_empty() {
            faults.push(format!("missing {}", result.missing_facts.join(" ; ")));
        }
    }
    let found: Vec<String> = result.found.iter().map(ToString::to_string).collect();
    (!faults.is_empty()).then(|| {
        format!(
            "{} {}: {} — {}",
            result.id,
            result.slice,
            faults.join(", "),
            found.join(" ")
        )
    })
}

impl CollectionReport {
    /// The report as text.
    pub fn text(&self) -> String {
        format!(
            "{} documents, {} queries\nP@1 {:.4}  MRR {:.4}  nDCG@10 {:.4}  R@10 {:.4}\nindexed {:.0} documents/s, query p50 {:.2} ms, p99 {:.2} ms\n",
            self.documents,
            self.queries,
            self.p_at_1,
            self.mrr,
            self.ndcg_at_10,
            self.recall_at_10,
            self.documents_per_second,
            self.query_p50_ms,
            self.query_p99_ms
        )
    }
}
