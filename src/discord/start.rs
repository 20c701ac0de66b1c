//! From the command line to the running bot: log, threads, run.

use std::io::stderr;

use anyhow::Context;
use tokio::runtime::Runtime;
use tracing::{Level, Metadata};
use tracing_subscriber::filter::{EnvFilter, FilterExt, filter_fn};
use tracing_subscriber::fmt;
use tracing_subscriber::prelude::*;

use super::rest::RestError;
use super::{run, setup_text};
use crate::config::Config;
use crate::wording::Wording;

/// Runs the bot until it is told to stop.
///
/// # Errors
/// When it cannot start, or Discord turns it away for good; the message says what to do.
pub fn start(config: Config) -> anyhow::Result<()> {
    log_to_stderr();
    let runtime = Runtime::new().context("threads")?;
    let ended = runtime.block_on(run::run(config));
    // Work that outlives its time is left behind; the store and the index are sound at every moment.
    runtime.shutdown_background();
    ended
}

/// Says in lines what the bot needs, and whether nothing is missing.
///
/// # Errors
/// When the place of Discord is not allowed.
pub fn setup_report(
    config: &Config,
    wording: &'static Wording,
) -> anyhow::Result<(Vec<String>, bool)> {
    let runtime = Runtime::new().context("threads")?;
    match runtime.block_on(run::check_setup(config)) {
        Ok(findings) => {
            let lines = setup_text::lines(&findings, wording);
            Ok((lines, findings.faults() == 0))
        }
        Err(error) if error.is::<RestError>() => {
            let cause = format!("  ({error})");
            Ok((
                vec![setup_text::unreachable(wording).to_owned(), cause],
                false,
            ))
        }
        Err(error) => Err(error),
    }
}

/// Sends the log to standard error, as much as `RUST_LOG` asks for; without it, what an operator needs.
fn log_to_stderr() {
    let asked =
        EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn,sonae=info"));
    let lines = fmt::layer()
        .with_writer(stderr)
        .with_target(false)
        .with_filter(asked.and(filter_fn(is_safe)));
    // A second start in one process, as in tests, keeps the first one's log.
    tracing_subscriber::registry().with(lines).try_init().ok();
}

/// Libraries write requests, events and tokens into their detailed lines, and the gateway's reader even into
/// warnings: whole messages of people. Those are never written, whatever is asked for.
fn is_safe(line: &Metadata<'_>) -> bool {
    let is_ours = line.target().starts_with("sonae");
    let shows_events = line.target().starts_with("serenity::gateway::ws");
    is_ours || (*line.level() <= Level::WARN && !shows_events)
}
