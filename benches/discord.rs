//! The figures of the README's load table, as Markdown: `cargo bench --bench discord`. The real program, connected
//! to the fake Discord of the tests on the same machine: questions at once, questions for a minute, and memory
//! over many events. Whatever is lost, answered twice or refused is an error. `SONAE_BENCH_SHORT=1` is a small run.

#![allow(missing_docs)]

#[path = "../tests/discord/fake/mod.rs"]
mod fake;
mod times;

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use fake::world::{GUILD, Id};
use fake::{BotProcess, Fake, RequestRecord, World};
use serde_json::json;
use sonae::evaluation::read_questions;
use tokio::time::{interval, sleep};

use self::times::percentile;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// People, each with a channel of their own, so that Discord's limit for one channel would not be met either.
const PEOPLE: u64 = 200;
const FIRST_PERSON: Id = 1_121_000_000_000_000_000;
const FIRST_CHANNEL: Id = 1_111_000_000_000_000_000;
/// Nothing is limited: what is measured is the work.
const CONFIG: &str = "[discord.user_budget]\nburst = 1000000\nper_minute = 1000000.0\n\
    [discord.guild_budget]\nburst = 1000000\nper_minute = 1000000.0\n";
/// How long the answers to one phase may take before some count as lost.
const PATIENCE: Duration = Duration::from_secs(120);

/// How much is asked.
struct Size {
    at_once: usize,
    in_a_minute: usize,
    minute: Duration,
    events: [usize; 2],
}

const FULL: Size = Size {
    at_once: 200,
    in_a_minute: 2000,
    minute: Duration::from_secs(60),
    events: [10_000, 50_000],
};
const SHORT: Size = Size {
    at_once: 20,
    in_a_minute: 60,
    minute: Duration::from_secs(3),
    events: [200, 1000],
};

fn main() -> Outcome<()> {
    let size = match std::env::var_os("SONAE_BENCH_SHORT") {
        Some(_) => SHORT,
        None => FULL,
    };
    tokio::runtime::Runtime::new()?.block_on(measure(&size))
}

async fn measure(size: &Size) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("config.toml"), CONFIG)?;
    let fake = Fake::start(world()).await;
    // What is measured is the program, not how long the fake takes to read Discord's document.
    fake::prepare_document();
    let log = [("RUST_LOG", "warn,sonae=info")];
    let program = env!("CARGO_BIN_EXE_sonae");
    let bot = BotProcess::start_in(program, &fake, folder.path(), &["bot"], &log);
    let is_up = fake.wait_ready(PATIENCE).await && fake.wait_registered(PATIENCE).await;
    if !is_up {
        return Err(format!("the bot did not start: {}", bot.output()).into());
    }
    let load = Load {
        fake,
        questions: questions()?,
    };

    println!("| load | event → first response, p50 / p99 | event → answer, p50 / p99 | requests |");
    println!("|---|---|---|---|");
    // The first questions of a process are slower; they are part of the figures all the same.
    let at_once = load.asks(size.at_once, Duration::ZERO).await?;
    at_once.print(&format!("{} questions at once", size.at_once));
    let paced = load.asks(size.in_a_minute, size.minute).await?;
    let seconds = size.minute.as_secs();
    paced.print(&format!("{} questions in {seconds} s", size.in_a_minute));
    println!();

    println!("| memory of the program | resident |");
    println!("|---|---|");
    println!("| after these questions | {} |", megabytes(&bot));
    let mut sent = 0;
    for events in size.events {
        load.events(sent, events).await?;
        sent = events;
        println!("| after {events} further events | {} |", megabytes(&bot));
    }
    println!();

    let violations = load.fake.violations();
    println!(
        "Bodies held against Discord's document: {}; refused or forbidden: {}.",
        load.fake.validated(),
        violations.len()
    );
    match violations.first() {
        Some(first) => Err(first.clone().into()),
        None => Ok(()),
    }
}

fn world() -> World {
    let mut world = World::standard();
    // What happened is read from the requests, so none may be forgotten.
    world.keep = 1_000_000;
    for number in 0..PEOPLE {
        let (person, channel) = (FIRST_PERSON + number, FIRST_CHANNEL + number);
        world.add_person(person, "店主", "ja");
        world.join(GUILD, person, &[]);
        world.add_channel(GUILD, channel, "相談");
    }
    world
}

fn questions() -> Outcome<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/questions.jsonl");
    let questions = read_questions(&fs::read_to_string(path)?)?;
    Ok(questions
        .into_iter()
        .map(|question| question.text)
        .collect())
}

fn megabytes(bot: &BotProcess) -> String {
    match bot.resident_bytes() {
        Some(bytes) => format!("{:.1} MB", bytes as f64 / f64::from(1 << 20)),
        None => "not known here".to_owned(),
    }
}

/// The fake and what is asked there.
struct Load {
    fake: Fake,
    questions: Vec<String>,
}

/// A question on its way.
struct Asked {
    /// What its requests have in common: the message that is replied to, or the interaction and its token.
    mark: Mark,
    at: Instant,
}

enum Mark {
    Message { id: String, channel: Id },
    Interaction { id: String, token: String },
}

/// Milliseconds from the events to what came of them.
struct Times {
    first: Vec<f64>,
    answer: Vec<f64>,
    requests: usize,
}

impl Load {
    /// Sends as many questions within a time, every second one as a mention, the others as `/ask`.
    async fn asks(&self, count: usize, within: Duration) -> Outcome<Times> {
        let start = self.fake.request_count();
        let pause = within / u32::try_from(count)?;
        let mut pace = interval(pause.max(Duration::from_micros(1)));
        let mut asked = Vec::new();
        for number in 0..count {
            if !pause.is_zero() {
                pace.tick().await;
            }
            asked.push(self.ask(number)?);
        }
        self.wait_answers(start, count).await?;
        times(&self.fake.requests_since(start), &asked)
    }

    fn ask(&self, number: usize) -> Outcome<Asked> {
        let text = &self.questions[number % self.questions.len()];
        let place = number as u64 % PEOPLE;
        let person = self.fake.person(FIRST_PERSON + place);
        let person = person.at(FIRST_CHANNEL + place);
        let at = Instant::now();
        let mark = match number % 2 {
            0 => Mark::Message {
                id: person.mentions(text).message.to_string(),
                channel: FIRST_CHANNEL + place,
            },
            _ => {
                let asked = person.slash("ask", json!({"question": text}));
                let record = asked.map_err(|refusal| format!("{refusal:?}"))?.record();
                Mark::Interaction {
                    id: record.id.to_string(),
                    token: record.token,
                }
            }
        };
        Ok(Asked { mark, at })
    }

    /// Sends events up to a number: mostly talk that is not meant for the bot, some typing, some questions.
    async fn events(&self, from: usize, to: usize) -> Outcome<()> {
        const BATCH: usize = 100;
        let batches = (to - from) / BATCH;
        for _ in 0..batches {
            let start = self.fake.request_count();
            for number in 0..BATCH {
                let place = number as u64 % PEOPLE;
                let person = self.fake.person(FIRST_PERSON + place);
                match number % 25 {
                    0 => {
                        self.ask(number)?;
                    }
                    1 | 2 => {
                        let typed =
                            person.types("guideline", json!({"section": "ぱす"}), "section");
                        typed.map_err(|refusal| format!("{refusal:?}"))?;
                    }
                    _ => {
                        person.at(FIRST_CHANNEL + place).says("おはようございます");
                    }
                }
            }
            self.wait_answers(start, BATCH / 25 * 3).await?;
        }
        Ok(())
    }

    /// Waits until as many questions and typings were answered.
    async fn wait_answers(&self, start: usize, count: usize) -> Outcome<()> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let answered = self.fake.count_since(start, is_answer);
            if answered >= count {
                return Ok(());
            }
            if Instant::now() > deadline {
                return Err(format!("{answered} of {count} were answered").into());
            }
            // Looking costs the time of the processors that the program shares.
            sleep(Duration::from_millis(50)).await;
        }
    }
}

/// A message, a finished `/ask`, or suggestions, taken by the fake.
fn is_answer(request: &RequestRecord) -> bool {
    let is_message = request.method == "POST" && request.path.ends_with("/messages");
    let is_edit = request.method == "PATCH" && request.path.ends_with("/@original");
    let is_choices = request.path.ends_with("/callback") && request.body["type"] == 8;
    (is_message || is_edit || is_choices) && (200..300).contains(&request.status)
}

/// The times of each question; an error when one was not answered exactly once.
fn times(requests: &[RequestRecord], asked: &[Asked]) -> Outcome<Times> {
    let mut by_mark: HashMap<&str, Vec<&RequestRecord>> = HashMap::new();
    for request in requests {
        let replied = request.body["message_reference"]["message_id"].as_str();
        // Interactions and webhooks have their number or token in the path, typing has its channel.
        let mark = replied.or_else(|| request.path.split('/').nth(mark_place(&request.path)));
        by_mark
            .entry(mark.unwrap_or_default())
            .or_default()
            .push(request);
    }
    let of = |mark: &str| by_mark.get(mark).map_or(&[][..], Vec::as_slice);
    let mut times = Times {
        first: Vec::new(),
        answer: Vec::new(),
        requests: requests.len(),
    };
    for one in asked {
        let (first, answers) = match &one.mark {
            Mark::Message { id, channel } => {
                let typing = of(&channel.to_string()).iter();
                let typing = typing
                    .filter(|request| request.at >= one.at)
                    .map(|request| request.at);
                (typing.min(), of(id))
            }
            Mark::Interaction { id, token } => {
                (of(id).iter().map(|request| request.at).min(), of(token))
            }
        };
        let [answer] = answers else {
            return Err(format!("a question was answered {} times", answers.len()).into());
        };
        let since = |at: Instant| (at - one.at).as_secs_f64() * 1000.0;
        times
            .first
            .push(since(first.map_or(answer.at, |first| first.min(answer.at))));
        times.answer.push(since(answer.at));
    }
    Ok(times)
}

/// Where in a path its mark stands: `/interactions/ID/…`, `/webhooks/APPLICATION/TOKEN/…`, `/channels/ID/typing`.
fn mark_place(path: &str) -> usize {
    match path.starts_with("/webhooks/") {
        true => 3,
        false => 2,
    }
}

impl Times {
    fn print(&self, what: &str) {
        println!(
            "| {what} | {:.0} / {:.0} ms | {:.0} / {:.0} ms | {} |",
            percentile(&self.first, 0.5),
            percentile(&self.first, 0.99),
            percentile(&self.answer, 0.5),
            percentile(&self.answer, 0.99),
            self.requests
        );
    }
}
