//! `sonae ask`: one question, or many from a file.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context;
use clap::ArgMatches;
use jiff::civil::DateTime;
use serde::Deserialize;

use super::terminal::{Terminal, moment_words, now};
use super::{ABSTAINED, DONE, USAGE, company, open};
use crate::adviser::{Adviser, AskError, Question};
use crate::answer::{Answer, Outcome};
use crate::config::Config;
use crate::profile::Company;
use crate::question::Language;
use crate::render;
use crate::wording::Wording;

pub(super) fn run(
    config: Config,
    arguments: &ArgMatches,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    let moment = arguments
        .get_one::<DateTime>("at")
        .copied()
        .unwrap_or_else(now);
    let adviser = open(config, terminal)?;
    let given = company::checked(arguments, &adviser.live().knowledge, terminal.wording());
    let Some(company) = terminal.accepted(given) else {
        return Ok(USAGE);
    };
    if let Some(file) = arguments.get_one::<PathBuf>("batch") {
        return batch(&adviser, file, &company, moment, terminal);
    }
    let words: Vec<&str> = arguments
        .get_many::<String>("question")
        .unwrap_or_default()
        .map(String::as_str)
        .collect();
    let question = Question {
        text: words.join(" "),
        language: arguments.get_one::<Language>("lang").copied(),
        company,
    };
    let answer = match adviser.ask(&question, moment) {
        Err(AskError::Empty) => {
            terminal.note(terminal.wording().label.empty_question);
            return Ok(USAGE);
        }
        answered => answered.context("ask")?,
    };
    let explanation = match arguments.get_flag("explain") {
        true => Some(adviser.explain(&question).context("explain")?),
        false => None,
    };
    if arguments.get_flag("json") {
        let live = adviser.live();
        let value = serde_json::json!({
            "answer": answer,
            "explanation": explanation,
            "generation": live.generation,
        });
        terminal.print_json(&value)?;
    } else {
        terminal.print(&text(&answer, terminal, moment))?;
        if let Some(explanation) = &explanation {
            terminal.print(&render::explanation_text(explanation))?;
        }
    }
    if adviser.has_unpublished_changes() {
        terminal.note(terminal.wording().label.unpublished);
    }
    Ok(status(&answer))
}

/// An answer as the terminal shows it, in the answer's own language.
pub(super) fn text(answer: &Answer, terminal: &Terminal, moment: DateTime) -> String {
    let wording = Wording::of(answer.language);
    render::answer_text(answer, wording, terminal.width, &moment_words(moment))
}

fn status(answer: &Answer) -> u8 {
    match answer.outcome {
        Outcome::Answer | Outcome::Incident => DONE,
        Outcome::Abstain => ABSTAINED,
    }
}

#[derive(Deserialize)]
struct BatchQuestion {
    id: serde_json::Value,
    text: String,
}

/// One line out for each line in. The language is found from the words, as for everybody.
fn batch(
    adviser: &Adviser,
    file: &Path,
    company: &Company,
    moment: DateTime,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    let name = file.display();
    let lines =
        BufReader::new(std::fs::File::open(file).with_context(|| format!("{name}"))?).lines();
    let live = adviser.live();
    for (index, line) in lines.enumerate() {
        let line = line.with_context(|| format!("{name}:{}", index + 1))?;
        if line.trim().is_empty() {
            continue;
        }
        let question: BatchQuestion =
            serde_json::from_str(&line).with_context(|| format!("{name}:{}", index + 1))?;
        let asked = Question {
            company: company.clone(),
            ..Question::of(question.text)
        };
        let start = Instant::now();
        let answered = adviser.ask(&asked, moment);
        let ms = start.elapsed().as_secs_f64() * 1000.0;
        let line = match &answered {
            Ok(answer) => serde_json::to_string(&render::batch_line(
                &question.id,
                answer,
                |id| live.found(id),
                ms,
            ))?,
            Err(AskError::Empty) => serde_json::to_string(&serde_json::json!({
                "id": question.id, "outcome": "abstain", "confidence": 0.0,
                "level": "none", "sections": [], "next_steps": [], "windows": [],
                "first_actions": [], "quotes": [], "ms": ms,
            }))?,
            Err(error) => anyhow::bail!("{name}:{}: {error}", index + 1),
        };
        terminal.print(&format!("{line}\n"))?;
    }
    Ok(DONE)
}
