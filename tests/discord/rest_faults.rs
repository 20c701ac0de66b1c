//! Discord's REST fails in all the ways it can: limits are obeyed, what failed is sent again, and nothing is
//! shown twice. What cannot be saved is logged once, and later work is not held up.

use std::time::Duration;

use serde_json::json;

use crate::evidence::{NEXT_QUESTION, QUESTION};
use crate::fake::{RestFailure, world};
use crate::scene::{LONG, Scene};

/// The route of messages, and of what follows an interaction.
const MESSAGES: &str = "/channels/{channel_id}/messages";
const CALLBACK: &str = "/callback";
const ORIGINAL: &str = "/messages/@original";

/// A limit that Discord names with `Retry-After`; the fake counts it as an offense to come earlier.
fn limited(seconds: f64, is_global: bool) -> RestFailure {
    RestFailure::TooManyRequests {
        retry_after: Duration::from_secs_f64(seconds),
        is_global,
    }
}

/// Lets the next posts fail: the answer comes all the same, once, after one more request.
async fn check_reply_survives(times: usize, failure: RestFailure) {
    let mut scene = Scene::open().await;
    scene.fake.fail("POST", MESSAGES, times, failure);
    let said = scene.fake.person(world::ASKER).mentions(QUESTION);
    // A lost confirmation leaves the message there at once, before the bot tries again.
    assert!(
        scene
            .fake
            .wait_requests("POST", "/messages", times + 1, LONG)
            .await
    );
    scene.reply_to(&said).await;
    scene.finish().await;
    assert_eq!(scene.posts_about(&said).len(), times + 1);
    assert_eq!(said.replies().len(), 1);
    assert_eq!(scene.references(), Vec::<String>::new());
    scene.close();
}

/// Lets the next requests of `/ask` fail: the answer comes all the same.
async fn check_command_survives(method: &str, part: &str, times: usize, failure: RestFailure) {
    let mut scene = Scene::open().await;
    scene.fake.fail(method, part, times, failure);
    let member = scene.fake.person(world::ASKER);
    let asked = member.slash("ask", json!({"question": QUESTION})).unwrap();
    assert!(asked.wait_settled(LONG).await, "{}", scene.bot.output());
    assert!(
        scene
            .fake
            .wait_requests(method, part, times + 1, LONG)
            .await
    );
    scene.finish().await;
    assert_eq!(scene.fake.count_requests(method, part), times + 1);
    assert_eq!(asked.followups(), Vec::<serde_json::Value>::new());
    assert_eq!(scene.references(), Vec::<String>::new());
    scene.close();
}

/// Lets the first answer to a command get lost for good: one reference in the log, and the next one is served.
async fn check_command_is_given_up(times: usize, failure: RestFailure) {
    let scene = Scene::open().await;
    scene.fake.fail("POST", CALLBACK, times, failure);
    let member = scene.fake.person(world::ASKER);
    let lost = member.slash("ask", json!({"question": QUESTION})).unwrap();
    assert!(scene.bot.wait_log("reference=", LONG).await);
    scene.fake.fail_no_more();
    let next = member
        .slash("ask", json!({"question": NEXT_QUESTION}))
        .unwrap();
    assert!(next.wait_settled(LONG).await, "{}", scene.bot.output());
    assert_eq!(scene.references().len(), 1, "{:?}", scene.references());
    assert_eq!(lost.response(), None);
    // The error's own words would name the address, which holds the interaction's token.
    assert!(!scene.bot.log_contains(&lost.record().token));
    scene.close();
}

/// Lets "is typing" fail: it is not worth waiting for.
async fn check_typing_does_not_matter(failure: RestFailure) {
    let scene = Scene::open().await;
    scene.fake.fail("POST", "/typing", 20, failure);
    let said = scene.fake.person(world::ASKER).mentions(QUESTION);
    let (_, time) = said.wait_reply(LONG).await.unwrap();
    assert!(time < Duration::from_secs(3), "after {time:?}");
    assert_eq!(scene.fake.typing_count(world::GENERAL), 0);
    scene.close();
}

#[tokio::test]
async fn a_limit_on_messages_is_obeyed_and_the_answer_sent() {
    check_reply_survives(2, limited(0.7, false)).await;
}

#[tokio::test]
async fn a_global_limit_is_obeyed_and_the_answer_sent() {
    check_reply_survives(1, limited(1.2, true)).await;
}

#[tokio::test]
async fn a_burst_of_500_delays_an_answer_only() {
    check_reply_survives(4, RestFailure::Status(500)).await;
}

#[tokio::test]
async fn a_burst_of_502_delays_an_answer_only() {
    check_reply_survives(4, RestFailure::Status(502)).await;
}

#[tokio::test]
async fn a_connection_that_is_cut_before_the_message_is_taken_delays_it_only() {
    check_reply_survives(1, RestFailure::Close).await;
}

#[tokio::test]
async fn a_message_whose_confirmation_is_lost_stands_there_once() {
    check_reply_survives(1, RestFailure::Lost).await;
}

#[tokio::test]
async fn a_limit_on_the_first_answer_is_obeyed_within_its_three_seconds() {
    check_command_survives("POST", CALLBACK, 1, limited(0.8, false)).await;
}

#[tokio::test]
async fn a_burst_of_500_on_the_first_answer_is_survived() {
    check_command_survives("POST", CALLBACK, 2, RestFailure::Status(500)).await;
}

#[tokio::test]
async fn a_first_answer_whose_confirmation_is_lost_is_continued() {
    check_command_survives("POST", CALLBACK, 1, RestFailure::Lost).await;
}

#[tokio::test]
async fn a_limit_on_the_edit_is_obeyed_and_the_answer_shown() {
    check_command_survives("PATCH", ORIGINAL, 1, limited(0.8, false)).await;
}

#[tokio::test]
async fn a_burst_of_502_on_the_edit_delays_the_answer_only() {
    check_command_survives("PATCH", ORIGINAL, 4, RestFailure::Status(502)).await;
}

#[tokio::test]
async fn an_edit_whose_confirmation_is_lost_is_made_again() {
    check_command_survives("PATCH", ORIGINAL, 1, RestFailure::Lost).await;
}

#[tokio::test]
async fn a_first_answer_that_hangs_is_given_up_with_one_reference() {
    check_command_is_given_up(1, RestFailure::Hang).await;
}

#[tokio::test]
async fn a_first_answer_that_keeps_failing_is_given_up_with_one_reference() {
    check_command_is_given_up(100, RestFailure::Status(500)).await;
}

#[tokio::test]
async fn a_limit_longer_than_three_seconds_gives_the_first_answer_up_with_one_reference() {
    check_command_is_given_up(1, limited(5.0, false)).await;
}

#[tokio::test]
async fn a_limit_on_typing_does_not_hold_the_answer_up() {
    check_typing_does_not_matter(limited(30.0, false)).await;
}

#[tokio::test]
async fn typing_that_fails_does_not_hold_the_answer_up() {
    check_typing_does_not_matter(RestFailure::Status(500)).await;
}

#[tokio::test]
async fn typing_that_hangs_does_not_hold_the_answer_up() {
    check_typing_does_not_matter(RestFailure::Hang).await;
}

#[tokio::test]
async fn a_message_that_keeps_failing_is_given_up_with_one_reference() {
    let scene = Scene::open().await;
    scene
        .fake
        .fail("POST", MESSAGES, 100, RestFailure::Status(500));
    let said = scene.fake.person(world::ASKER).mentions(QUESTION);
    assert!(scene.bot.wait_log("reference=", LONG).await);
    scene.fake.fail_no_more();
    scene.still_answers(world::HELPER).await;
    assert_eq!(scene.references().len(), 1, "{:?}", scene.references());
    assert_eq!(said.replies().len(), 0);
    scene.close();
}

#[tokio::test]
async fn a_global_limit_does_not_hold_interactions_up() {
    let scene = Scene::open().await;
    scene.fake.fail("POST", MESSAGES, 1, limited(5.0, true));
    let said = scene.fake.person(world::ASKER).mentions(QUESTION);
    assert!(scene.fake.wait_requests("POST", "/messages", 1, LONG).await);
    let helper = scene.fake.person(world::HELPER);
    let asked = helper
        .slash("ask", json!({"question": NEXT_QUESTION}))
        .unwrap();
    assert!(asked.wait_settled(LONG).await, "{}", scene.bot.output());
    assert_eq!(said.replies().len(), 0);
    scene.reply_to(&said).await;
    scene.close();
}

#[tokio::test]
async fn what_the_headers_of_a_channel_leave_is_never_overdrawn() {
    let scene = Scene::open().await;
    // As Discord allows it for messages, in a shorter time.
    scene
        .fake
        .limit("POST", MESSAGES, 5, Duration::from_secs(1));
    let people = [world::ASKER, world::HELPER, world::ADMIN, world::ENGLISH];
    let mut asked = Vec::new();
    for _ in 0..4 {
        asked.extend(people.map(|person| scene.fake.person(person).mentions(QUESTION)));
    }
    for said in &asked {
        scene.reply_to(said).await;
    }
    assert_eq!(scene.count_answered("POST", "/messages", 429), 0);
    for said in &asked {
        assert_eq!(scene.posts_about(said).len(), 1);
    }
    scene.close();
}

#[tokio::test]
async fn an_answer_whose_time_is_over_is_given_up_with_one_reference() {
    let scene = Scene::open().await;
    scene.fake.fail("PATCH", ORIGINAL, 1, limited(2.0, false));
    let member = scene.fake.person(world::ASKER);
    let asked = member.slash("ask", json!({"question": QUESTION})).unwrap();
    assert!(
        scene
            .fake
            .wait_requests("PATCH", "@original", 1, LONG)
            .await
    );
    scene.fake.advance(Duration::from_secs(16 * 60));
    assert!(scene.bot.wait_log("reference=", LONG).await);
    assert_eq!(asked.message(), None);
    scene.still_answers(world::HELPER).await;
    assert_eq!(scene.references().len(), 1, "{:?}", scene.references());
    // The bot cannot know that Discord's clock jumped; what it does about the refusal counts here.
    let violations = scene.fake.take_violations();
    assert_eq!(violations.len(), 1, "{violations:?}");
    assert!(violations[0].ends_with("a token older than 15 minutes"));
    scene.close();
}
