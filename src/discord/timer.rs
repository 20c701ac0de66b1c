//! Makes the rounds: wakes when something is due, lets the round decide, and sends its posts, each once.

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::time::sleep;

use super::bot::Bot;
use super::fault::Fault;
use super::refusal;
use super::rest::RestError;
use super::rounds::{Fate, Post, ROUNDS, Recipient, Round};
use crate::store::PostKey;

/// How long after its first attempt a post may be sent again. Discord knows a nonce again for "a few minutes"
/// ("Create Message", enforce_nonce); an attempt itself may take one.
const SENT_AGAIN_FOR: SignedDuration = SignedDuration::from_mins(2);
/// Least pause between two runs of a round, so that none can keep a processor busy.
const LEAST_PAUSE: Duration = Duration::from_millis(200);

/// Makes all rounds until the bot closes, each in a task of its own: one that takes long holds up no other.
pub fn start(bot: &Arc<Bot>) {
    for round in ROUNDS {
        let maker = Arc::clone(bot);
        bot.tasks
            .spawn(async move { keep_making(&maker, round).await });
    }
}

async fn keep_making(bot: &Bot, round: &Round) {
    let mut woken = bot.app.woken_rounds();
    let mut last = None;
    loop {
        let pause = made_when_due(bot, round, &mut last).await;
        tokio::select! {
            () = bot.closing.cancelled() => return,
            () = sleep(pause) => {}
            _ = woken.changed() => {}
        }
    }
}

/// Makes a round when it is due; returns how long to sleep before looking again.
async fn made_when_due(bot: &Bot, round: &Round, last: &mut Option<Timestamp>) -> Duration {
    let longest = Duration::from_secs(bot.app.config.discord.round_seconds);
    let due = match (round.due)(&bot.app, *last).await {
        Ok(due) => due,
        Err(fault) => {
            tracing::warn!(round = round.name, error = %refusal::causes(&fault), "when a round is due cannot be read");
            return longest;
        }
    };
    let now = Timestamp::now();
    match due {
        None => longest,
        Some(due) if due > now => {
            let until = Duration::try_from(due.duration_since(now)).unwrap_or(longest);
            until.min(longest)
        }
        Some(_) => {
            *last = Some(now);
            match make(bot, round, now).await {
                Ok(0) => LEAST_PAUSE,
                Ok(_) => longest,
                Err(fault) => {
                    tracing::warn!(round = round.name, error = %refusal::causes(&fault), "a round could not be made; trying again");
                    longest
                }
            }
        }
    }
}

/// Makes a round once; returns how many posts are still to be sent.
async fn make(bot: &Bot, round: &Round, now: Timestamp) -> Result<usize, Fault> {
    let mut open = 0;
    for post in (round.run)(&bot.app, now).await? {
        if bot.closing.is_cancelled() {
            // The next start sends it.
            return Ok(0);
        }
        match fate(bot, round, &post).await? {
            Some(fate) => {
                if let Some(settle) = round.settle {
                    settle(&bot.app, &post, fate).await?;
                }
            }
            None => open += 1,
        }
    }
    Ok(open)
}

/// Sends a post unless its time is over; `None` when it may be sent again later.
async fn fate(bot: &Bot, round: &Round, post: &Post) -> Result<Option<Fate>, Fault> {
    let key = PostKey {
        round: round.name,
        subject: post.subject,
        turn: post.turn,
    };
    let now = Timestamp::now();
    let first = bot.app.store.claim_post(key, now).await?;
    let error = match now.duration_since(first) > SENT_AGAIN_FOR {
        // It may be there: the program ended before it was noted, or Discord took it and did not say so.
        true => RestError::Unreachable("its time is over".to_owned()),
        false => match send(bot, post, &nonce(key)).await {
            Ok(()) => return Ok(Some(Fate::Sent)),
            Err(RestError::Unreachable(_)) => return Ok(None),
            Err(error) => error,
        },
    };
    let reference = refusal::reference();
    tracing::warn!(reference, round = round.name, %error, "a post could not be sent");
    Ok(Some(Fate::GivenUp))
}

async fn send(bot: &Bot, post: &Post, nonce: &str) -> Result<(), RestError> {
    match post.to {
        Recipient::Channel(channel) => bot.rest.post(channel, &post.message, nonce).await,
        Recipient::Person(user) => bot.rest.post_to_person(user, &post.message, nonce).await,
    }
}

/// The same for the same post in every run of the program; at most 25 characters (Discord).
fn nonce(key: PostKey) -> String {
    let name = format!("{}/{}/{}", key.round, key.subject, key.turn);
    let hash = blake3::hash(name.as_bytes()).to_hex();
    hash.chars().take(24).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{PostKey, ROUNDS, nonce};

    #[test]
    fn each_post_has_a_nonce_of_its_own_that_discord_takes() {
        let key = |round, subject, turn| PostKey {
            round,
            subject,
            turn,
        };
        let keys = [
            key("a", 1, 1),
            key("a", 1, 2),
            key("a", 11, 2),
            key("b", 1, 1),
            key("a", u64::MAX, u32::MAX),
        ];
        let nonces: BTreeSet<String> = keys.map(nonce).into();
        assert_eq!(nonces.len(), keys.len());
        assert!(nonces.iter().all(|nonce| nonce.len() <= 25));
    }

    #[test]
    fn no_two_rounds_share_a_name() {
        let names: BTreeSet<&str> = ROUNDS.iter().map(|round| round.name).collect();
        assert_eq!(names.len(), ROUNDS.len());
    }
}
