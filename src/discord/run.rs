//! Starts the bot and stops it: settings → store, index, Discord; a signal → no new work, open work, away.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use serenity::all::GatewayError;
use tokio::signal::unix::{SignalKind, signal};
use tokio::time::{sleep, timeout};

use super::api_base::ApiBase;
use super::app::App;
use super::bot::Bot;
use super::gateway;
use super::rest::{Rest, RestError};
use super::setup;
use super::setup_text::SetupFindings;
use super::timer;
use super::token::Token;
use crate::adviser::{Adviser, Progress};
use crate::config::Config;
use crate::store::{SqliteStore, Store};

/// Longest pause between attempts to reach Discord at start.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// How long the shards may take to say goodbye.
const GOODBYE: Duration = Duration::from_secs(2);

/// Runs the bot until it is told to stop.
///
/// # Errors
/// When it cannot start, or Discord turns it away for good; the message says what to do.
pub async fn run(config: Config) -> anyhow::Result<()> {
    let mut stop = Stop::new()?;
    let bot = tokio::select! {
        // Another program may be building the index, which is waited for.
        prepared = prepared(config) => Arc::new(prepared?),
        () = stop.asked() => return Ok(()),
    };
    // Kept alive while it closes: what is open still needs the connection.
    let mut connection = std::pin::pin!(connected(&bot));
    tokio::select! {
        ended = &mut connection => return ended,
        () = stop.asked() => {}
    }
    close(&bot).await;
    Ok(())
}

/// All that does not need Discord.
async fn prepared(config: Config) -> anyhow::Result<Bot> {
    let rest = rest(&config)?;
    let store = open_store(&config).await?;
    let settings = config.clone();
    tracing::info!("opening the index");
    let adviser = tokio::task::spawn_blocking(move || Adviser::open(settings, &tell_progress))
        .await
        .context("index")?
        .context("index")?;
    Ok(Bot::new(Arc::new(App::new(adviser, store, config)), rest))
}

fn tell_progress(progress: Progress) {
    match progress {
        Progress::BuildingFirst => tracing::info!("building the index for the first time"),
        Progress::Rebuilding => tracing::warn!("the index cannot be used; building it again"),
        Progress::Built => tracing::info!("built the index"),
    }
}

fn rest(config: &Config) -> anyhow::Result<Rest> {
    let token = Token::of_process()?;
    let base = ApiBase::of_process(config.discord.allow_foreign_api_base)?;
    Ok(Rest::new(token, base)?)
}

/// Finds out what is missing for the bot to work.
///
/// # Errors
/// When the place of Discord is not allowed, or Discord cannot be reached.
pub async fn check_setup(config: &Config) -> anyhow::Result<SetupFindings> {
    let base = ApiBase::of_process(config.discord.allow_foreign_api_base)?;
    Ok(setup::findings(config, Token::of_process(), base).await?)
}

async fn open_store(config: &Config) -> anyhow::Result<Arc<dyn Store>> {
    let store = SqliteStore::open(
        &config.store.file,
        Duration::from_millis(u64::from(config.store.busy_timeout_ms)),
    );
    Ok(Arc::new(store.await.context("store")?))
}

/// Connects, and stays connected until Discord turns the bot away for good.
async fn connected(bot: &Arc<Bot>) -> anyhow::Result<()> {
    let (gateway, shards) = found_gateway(bot).await?;
    bot.rest.base().check_gateway(&gateway)?;
    setup::demand_message_content(&bot.rest, bot.app.config.discord.message_content).await?;
    let mut client = gateway::client(bot, &gateway).await.context("Discord")?;
    timer::start(bot);
    bot.connect(Arc::clone(&client.shard_manager));
    match client.start_shards(shards).await {
        Ok(()) => Ok(()),
        Err(serenity::Error::Gateway(GatewayError::InvalidAuthentication)) => bail!(TOKEN_REFUSED),
        Err(serenity::Error::Gateway(
            GatewayError::DisallowedGatewayIntents | GatewayError::InvalidGatewayIntents,
        )) => bail!(INTENTS_REFUSED),
        Err(error) => Err(error).context("Discord closed the connection for good"),
    }
}

const TOKEN_REFUSED: &str = "Discord does not know this token; copy it again from the developer portal \
    (\"Bot\", \"Reset Token\") into DISCORD_TOKEN";
const INTENTS_REFUSED: &str = "Discord does not grant the intents; switch on \"Message Content Intent\" in the \
    developer portal (\"Bot\"), or set discord.message_content = false in config.toml";

/// Asks for the gateway until Discord answers. A token that it does not know ends the program.
async fn found_gateway(bot: &Bot) -> anyhow::Result<(String, u32)> {
    let mut pause = Duration::from_secs(1);
    loop {
        match bot.rest.gateway().await {
            Ok(found) => return Ok(found),
            Err(error) if error.status() == Some(401) => bail!(TOKEN_REFUSED),
            Err(error @ RestError::Malformed(_)) => return Err(error.into()),
            Err(error) => {
                tracing::warn!(%error, seconds = pause.as_secs(), "Discord cannot be reached; trying again");
                sleep(pause).await;
                pause = (pause * 2).min(LONGEST_PAUSE);
            }
        }
    }
}

/// Takes no new work and gives what is open its time.
async fn close(bot: &Bot) {
    tracing::info!(open = bot.tasks.len(), "stopping");
    bot.closing.cancel();
    bot.tasks.close();
    let stop_time = Duration::from_secs(bot.app.config.discord.stop_seconds);
    if timeout(stop_time, bot.tasks.wait()).await.is_err() {
        tracing::warn!(open = bot.tasks.len(), "some work was not finished in time");
    }
    if timeout(GOODBYE, bot.disconnect()).await.is_err() {
        tracing::warn!("Discord did not take the goodbye in time");
    }
}

/// The signals that tell the program to stop.
struct Stop {
    terminate: tokio::signal::unix::Signal,
    interrupt: tokio::signal::unix::Signal,
}

impl Stop {
    fn new() -> std::io::Result<Self> {
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    async fn asked(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
