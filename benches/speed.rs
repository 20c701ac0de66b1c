//! The figures of the README's speed table, as Markdown: `cargo bench`. Ratios are taken within one run,
//! so that they hold on another machine. `SONAE_BENCH_FULL=1` adds the growth to 1000 times the sections,
//! which takes several minutes.

#![allow(missing_docs)]

mod times;

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use sonae::adviser::{self, Adviser, Question};
use sonae::config::Config;
use sonae::evaluation::read_questions;
use sonae::knowledge::Knowledge;
use sonae::question::{Learned, Reader};
use sonae::search::{Indexable, SearchIndex, Weights};
use sonae::text;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Occur, TermQuery};
use tantivy::schema::{IndexRecordOption, STORED, Schema, TEXT};
use tantivy::tokenizer::PreTokenizedString;
use tantivy::{Index, TantivyDocument, Term};

use self::times::percentile;

type Outcome<T> = Result<T, Box<dyn Error>>;

const ROUNDS: usize = 5;
const COLD_RUNS: usize = 21;

fn main() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut config = Config::default();
    config.knowledge.folder = root.join("knowledge");
    config.index.folder = folder.path().join("index");
    let questions = question_texts(root)?;

    let build_ms = median(&repeated(5, || {
        let files = adviser::files(&config)?;
        adviser::build(&files)?;
        Ok(())
    })?);
    let adviser = Adviser::open(config.clone(), &|_| {})?;
    let ask = asks(&adviser, &questions)?;
    let bare = bare_tantivy(&adviser.live().knowledge, &questions)?;
    let (cold, startup) = cold_runs(folder.path(), &config)?;
    let memory_mb = memory_of_chat(folder.path())?;

    println!("| what | figure | ratio |");
    println!("|---|---|---|");
    println!(
        "| ask, p50 of {} questions in one process | {:.2} ms | {:.1} × bare tantivy |",
        questions.len(),
        percentile(&ask, 0.5),
        percentile(&ask, 0.5) / percentile(&bare, 0.5)
    );
    println!(
        "| ask, p99 | {:.2} ms | {:.1} × bare tantivy |",
        percentile(&ask, 0.99),
        percentile(&ask, 0.99) / percentile(&bare, 0.99)
    );
    println!(
        "| the same words on bare tantivy (one field, BM25, ten best), p50 / p99 | {:.3} / {:.3} ms | 1 |",
        percentile(&bare, 0.5),
        percentile(&bare, 0.99)
    );
    println!(
        "| `sonae ask`, start to finish, index in place, median | {cold:.0} ms | {:.1} × `sonae --version` |",
        cold / startup
    );
    println!("| full build: read, check, learn, index, median | {build_ms:.0} ms | |");
    println!("| memory, peak of `sonae chat` after ten questions | {memory_mb:.0} MB | |");
    println!();
    growth(&adviser.live().knowledge, &questions)
}

fn question_texts(root: &Path) -> Outcome<Vec<String>> {
    let mut texts = Vec::new();
    for name in ["questions.jsonl", "held-back.jsonl"] {
        let lines = fs::read_to_string(root.join("tests/golden").join(name))?;
        texts.extend(
            read_questions(&lines)?
                .into_iter()
                .map(|question| question.text),
        );
    }
    Ok(texts)
}

/// Milliseconds of each of `count` runs.
fn repeated(count: usize, mut run: impl FnMut() -> Outcome<()>) -> Outcome<Vec<f64>> {
    let mut times = Vec::new();
    for _ in 0..count {
        let start = Instant::now();
        run()?;
        times.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    Ok(times)
}

fn median(times: &[f64]) -> f64 {
    percentile(times, 0.5)
}

fn asks(adviser: &Adviser, questions: &[String]) -> Outcome<Vec<f64>> {
    let moment = "2026-11-24T10:00:00".parse()?;
    let mut times = Vec::new();
    // The first round warms up.
    for round in 0..=ROUNDS {
        for text in questions {
            let question = Question::of(text.clone());
            let start = Instant::now();
            std::hint::black_box(adviser.ask(&question, moment)?);
            if round > 0 {
                times.push(start.elapsed().as_secs_f64() * 1000.0);
            }
        }
    }
    Ok(times)
}

/// One field with the same words, a disjunction, the ten best: what tantivy gives without our ranking.
fn bare_tantivy(knowledge: &Knowledge, questions: &[String]) -> Outcome<Vec<f64>> {
    let mut builder = Schema::builder();
    let field = builder.add_text_field("text", TEXT);
    let number = builder.add_u64_field("number", STORED);
    let index = Index::create_in_ram(builder.build());
    let mut writer = index.writer_with_num_threads(1, 50 << 20)?;
    for (position, (document, passage)) in knowledge.passages().enumerate() {
        let texts = Indexable::of(document, passage);
        let whole = [texts.heading, texts.body, texts.asked.join("\n")].join("\n");
        let tokens = text::word_tokens(&text::folded(&whole))
            .into_iter()
            .enumerate()
            .map(|(position, token)| tantivy::tokenizer::Token {
                offset_from: token.start,
                offset_to: token.end,
                position,
                text: token.text,
                position_length: 1,
            })
            .collect();
        let mut entry = TantivyDocument::default();
        entry.add_u64(number, position as u64);
        let pre_tokenized = PreTokenizedString {
            text: String::new(),
            tokens,
        };
        entry.add_pre_tokenized_text(field, pre_tokenized);
        writer.add_document(entry)?;
    }
    writer.commit()?;
    let searcher = index.reader()?.searcher();
    let mut times = Vec::new();
    for round in 0..=ROUNDS {
        for question in questions {
            let start = Instant::now();
            let terms = text::word_tokens(&text::folded(question))
                .into_iter()
                .map(|token| {
                    let term = Term::from_field_text(field, &token.text);
                    let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
                    let boxed: Box<dyn tantivy::query::Query> = Box::new(query);
                    (Occur::Should, boxed)
                })
                .collect();
            let top = TopDocs::with_limit(10).order_by_score();
            std::hint::black_box(searcher.search(&BooleanQuery::new(terms), &top)?);
            if round > 0 {
                times.push(start.elapsed().as_secs_f64() * 1000.0);
            }
        }
    }
    Ok(times)
}

fn sonae(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sonae"));
    command.args(["--config"]).arg(folder.join("config.toml"));
    command
}

/// Medians of a whole `sonae ask` and of a start that does nothing, milliseconds.
fn cold_runs(folder: &Path, config: &Config) -> Outcome<(f64, f64)> {
    fs::write(folder.join("config.toml"), toml::to_string(config)?)?;
    let ask = repeated(COLD_RUNS, || {
        let mut command = sonae(folder);
        command
            .args(["ask", "パスワードは何文字にすればいいですか"])
            .stdout(Stdio::null());
        command.status()?;
        Ok(())
    })?;
    let nothing = repeated(COLD_RUNS, || {
        Command::new(env!("CARGO_BIN_EXE_sonae"))
            .arg("--version")
            .stdout(Stdio::null())
            .status()?;
        Ok(())
    })?;
    Ok((median(&ask), median(&nothing)))
}

/// Peak resident memory of a chat, in megabytes, as Linux reports it; not a number elsewhere.
fn memory_of_chat(folder: &Path) -> Outcome<f64> {
    let mut chat = sonae(folder)
        .arg("chat")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut input = chat.stdin.take().ok_or("no input")?;
    for _ in 0..10 {
        writeln!(input, "退職する人のアカウントはどうする?")?;
    }
    writeln!(input, "/windows")?;
    input.flush()?;
    let mut output = std::io::BufReader::new(chat.stdout.take().ok_or("no output")?);
    let mut line = String::new();
    // The list of windows comes after the answers; its first numbers mean that all was answered.
    while !line.contains("#9110") && std::io::BufRead::read_line(&mut output, &mut line)? > 0 {
        if !line.contains("#9110") {
            line.clear();
        }
    }
    let status = fs::read_to_string(format!("/proc/{}/status", chat.id())).unwrap_or_default();
    drop(input);
    std::io::copy(&mut output, &mut std::io::sink())?;
    chat.wait()?;
    let kilobytes: Option<f64> = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|value| value.split_whitespace().next()?.parse().ok());
    Ok(kilobytes.map_or(f64::NAN, |kilobytes| kilobytes / 1024.0))
}

/// Build and query at multiples of the sections.
fn growth(knowledge: &Knowledge, questions: &[String]) -> Outcome<()> {
    println!("| sections | passages | build | query p50 | query p99 |");
    println!("|---|---|---|---|---|");
    let factors: &[usize] = match std::env::var_os("SONAE_BENCH_FULL") {
        Some(_) => &[1, 10, 100, 1000],
        None => &[1, 10, 100],
    };
    let reader = Reader::new(knowledge, Learned::from(knowledge));
    let queries: Vec<_> = questions
        .iter()
        .step_by(4)
        .map(|text| reader.read(text, None))
        .collect();
    for factor in factors {
        let texts = (0..*factor).flat_map(|_| {
            knowledge
                .passages()
                .map(|(document, passage)| Indexable::of(document, passage))
        });
        let start = Instant::now();
        let index = SearchIndex::of_texts(texts)?;
        let build = start.elapsed().as_secs_f64();
        let mut times = Vec::new();
        for query in &queries {
            let start = Instant::now();
            std::hint::black_box(index.retrieve(query, &Weights::default(), 60)?);
            times.push(start.elapsed().as_secs_f64() * 1000.0);
        }
        let passages = knowledge.passages().count() * factor;
        println!(
            "| {factor}× | {passages} | {build:.2} s | {:.2} ms | {:.2} ms |",
            percentile(&times, 0.5),
            percentile(&times, 0.99)
        );
    }
    Ok(())
}
