//! The connection to the gateway breaks in all the ways it can: the bot comes back, answers what it missed where
//! Discord still has it, and nothing twice.

use serde_json::json;

use crate::evidence::QUESTION;
use crate::fake::{GatewayFault, World, world};
use crate::scene::{LONG, Scene};

/// How the bot comes back.
enum Return {
    /// With the old session: what was missed comes again.
    Resumed,
    /// With a new session: Discord does not send what was missed.
    Identified,
}

/// Does something to the connection, waits until the bot is back in this way, and asks.
async fn check_returns(fault: GatewayFault, how: Return) {
    let scene = Scene::open().await;
    scene.fake.gateway(fault);
    match how {
        Return::Resumed => {
            assert!(
                scene.fake.wait_resumed(1, LONG).await,
                "{}",
                scene.bot.output()
            );
            assert_eq!(scene.fake.identifies_and_resumes(), (1, 1));
        }
        Return::Identified => {
            assert!(
                scene.fake.wait_identified(2, LONG).await,
                "{}",
                scene.bot.output()
            );
            assert_eq!(scene.fake.identifies_and_resumes(), (2, 0));
        }
    }
    assert!(scene.fake.wait_ready(LONG).await);
    scene.still_answers(world::ASKER).await;
    scene.close();
}

/// Does something to the connection, asks at once, and sees one answer.
async fn check_misses_nothing(fault: GatewayFault) {
    let mut scene = Scene::open().await;
    scene.fake.gateway(fault);
    let missed = scene.fake.person(world::ASKER).mentions(QUESTION);
    scene.reply_to(&missed).await;
    assert_eq!(scene.fake.identifies_and_resumes(), (1, 1));
    scene.finish().await;
    assert_eq!(scene.posts_about(&missed).len(), 1);
    scene.close();
}

/// Lets Discord turn the bot away for good; the program ends and says what to do.
async fn check_ends(code: u16, advice: &str) {
    let mut scene = Scene::open().await;
    scene.fake.gateway(GatewayFault::Close(code));
    let status = scene.bot.wait_exit(LONG).await.unwrap();
    assert!(!status.success());
    assert!(scene.bot.log_contains(advice), "{}", scene.bot.output());
    assert!(!scene.bot.log_contains(&scene.fake.token()));
    scene.close();
}

#[tokio::test]
async fn a_question_asked_while_the_socket_is_cut_is_answered_once() {
    check_misses_nothing(GatewayFault::Drop).await;
}

#[tokio::test]
async fn a_question_asked_during_an_ordered_reconnect_is_answered_once() {
    check_misses_nothing(GatewayFault::Reconnect).await;
}

#[tokio::test]
async fn a_question_asked_during_close_4000_is_answered_once() {
    check_misses_nothing(GatewayFault::Close(4000)).await;
}

#[tokio::test]
async fn an_invalid_session_that_may_be_resumed_is_resumed() {
    let is_resumable = true;
    check_returns(
        GatewayFault::InvalidSession { is_resumable },
        Return::Resumed,
    )
    .await;
}

#[tokio::test]
async fn an_invalid_session_is_replaced_by_a_new_one() {
    let is_resumable = false;
    check_returns(
        GatewayFault::InvalidSession { is_resumable },
        Return::Identified,
    )
    .await;
}

#[tokio::test]
async fn a_session_that_timed_out_is_replaced_by_a_new_one() {
    check_returns(GatewayFault::Close(4009), Return::Identified).await;
}

#[tokio::test]
async fn a_refused_resume_is_followed_by_a_new_session() {
    let scene = Scene::open().await;
    scene.fake.refuse_resumes(Some(false));
    scene.fake.gateway(GatewayFault::Drop);
    assert!(
        scene.fake.wait_identified(2, LONG).await,
        "{}",
        scene.bot.output()
    );
    scene.still_answers(world::ASKER).await;
    scene.close();
}

#[tokio::test]
async fn a_connection_without_heartbeat_acknowledgements_is_replaced() {
    let mut world = World::standard();
    // Often enough for a test, and seldom enough for Discord's 120 payloads in a minute.
    world.heartbeat_interval_ms = 1000;
    let scene = Scene::with(world, "").await;
    scene.fake.gateway(GatewayFault::Zombie);
    let is_back = tokio::select! {
        is_back = scene.fake.wait_identified(2, LONG) => is_back,
        is_back = scene.fake.wait_resumed(1, LONG) => is_back,
    };
    assert!(is_back, "{}", scene.bot.output());
    assert!(scene.fake.wait_ready(LONG).await);
    scene.still_answers(world::ASKER).await;
    scene.close();
}

#[tokio::test]
async fn events_that_a_resume_brings_again_are_answered_once() {
    let mut scene = Scene::open().await;
    let said = scene.fake.person(world::ASKER).mentions(QUESTION);
    scene.reply_to(&said).await;
    let asked = scene
        .fake
        .person(world::HELPER)
        .slash("ask", json!({"question": QUESTION}));
    let asked = asked.unwrap();
    assert!(asked.wait_settled(LONG).await);
    scene.fake.replay_on_resume(50);
    scene.fake.gateway(GatewayFault::Drop);
    assert!(scene.fake.wait_resumed(1, LONG).await);
    scene.finish().await;
    assert_eq!(scene.posts_about(&said).len(), 1);
    // A second acknowledgement of the command would be a violation.
    scene.close();
}

#[tokio::test]
async fn the_bot_comes_back_when_the_gateway_was_down_for_a_while() {
    let scene = Scene::open().await;
    scene.fake.gateway_down();
    assert!(
        scene.fake.wait_turned_away(2, LONG).await,
        "{}",
        scene.bot.output()
    );
    scene.fake.gateway_up();
    assert!(scene.fake.wait_ready(LONG).await, "{}", scene.bot.output());
    scene.still_answers(world::ASKER).await;
    scene.close();
}

#[tokio::test]
async fn a_token_that_became_invalid_ends_the_program_with_advice() {
    check_ends(4004, "copy it again from the developer portal").await;
}

#[tokio::test]
async fn intents_that_are_not_granted_any_more_end_the_program_with_advice() {
    check_ends(4014, "message_content = false").await;
}
