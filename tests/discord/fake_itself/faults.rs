//! Faults happen as ordered, at REST and at the gateway, and a bot that ignores Retry-After is found.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::raw::{Ended, INTENTS, Raw, SOON, plain};
use crate::fake::world::{ASKER, GENERAL, World};
use crate::fake::{GatewayFault, RestFailure};

#[tokio::test]
async fn asking_again_before_retry_after_is_a_violation() {
    let raw = Raw::start().await;
    let path = format!("/channels/{GENERAL}/messages");
    let retry_after = Duration::from_millis(300);
    let too_many = RestFailure::TooManyRequests {
        retry_after,
        is_global: false,
    };
    raw.fake.fail("POST", "/messages", 1, too_many);
    let (status, error) = raw.send("POST", &path, plain("一")).await;
    assert_eq!((status, &error["retry_after"]), (429, &json!(0.3)));
    assert_eq!(raw.send("POST", &path, plain("早い")).await.0, 429);
    let violations = raw.fake.take_violations();
    assert!(
        violations[0].contains("before Retry-After"),
        "{violations:#?}"
    );
    tokio::time::sleep(retry_after).await;
    assert_eq!(raw.send("POST", &path, plain("二")).await.0, 200);
    assert_eq!(raw.fake.violations(), Vec::<String>::new());
    assert_eq!(raw.fake.messages_in(GENERAL).len(), 1);
}

#[tokio::test]
async fn statuses_delays_and_cuts_happen_as_ordered() {
    let raw = Raw::start().await;
    raw.fake
        .fail("GET", "/users/@me", 2, RestFailure::Status(502));
    assert_eq!(raw.send("GET", "/users/@me", Value::Null).await.0, 502);
    assert_eq!(raw.send("GET", "/users/@me", Value::Null).await.0, 502);
    assert_eq!(raw.send("GET", "/users/@me", Value::Null).await.0, 200);
    let delay = Duration::from_millis(120);
    raw.fake
        .fail("GET", "/users/@me", 1, RestFailure::Delay(delay));
    let start = Instant::now();
    assert_eq!(raw.send("GET", "/users/@me", Value::Null).await.0, 200);
    assert!(start.elapsed() >= delay);
    let token = format!("Bot {}", raw.fake.token());
    let path = format!("/channels/{GENERAL}/messages");
    raw.fake.fail("POST", "/messages", 1, RestFailure::Close);
    assert!(
        raw.send_as(&token, "POST", &path, plain("x"))
            .await
            .is_err()
    );
    assert_eq!(raw.fake.messages_in(GENERAL).len(), 0);
    raw.fake.fail("POST", "/messages", 1, RestFailure::Lost);
    assert!(
        raw.send_as(&token, "POST", &path, plain("x"))
            .await
            .is_err()
    );
    assert_eq!(raw.fake.messages_in(GENERAL).len(), 1);
    raw.fake.fail("POST", "/messages", 1, RestFailure::Hang);
    let hanging = raw.send("POST", &path, plain("x"));
    assert!(tokio::time::timeout(delay, hanging).await.is_err());
    let statuses: Vec<u16> = raw
        .fake
        .requests()
        .iter()
        .map(|request| request.status)
        .collect();
    assert_eq!(statuses, [502, 502, 200, 200, 0, 200, 0]);
}

#[tokio::test]
async fn a_cut_connection_is_resumed_and_nothing_is_missed() {
    let raw = Raw::start().await;
    let mut gateway = raw.connect(INTENTS).await;
    let ready = gateway.event("READY").await;
    let session = ready["d"]["session_id"].clone();
    let seen = gateway.event("GUILD_CREATE").await["s"].as_u64().unwrap();
    raw.fake.gateway(GatewayFault::Drop);
    while gateway.next().await.is_ok() {}
    assert!(raw.fake.wait_disconnected(SOON).await);
    raw.fake.person(ASKER).mentions("聞こえますか");
    let resume = json!({"token": raw.fake.token(), "session_id": session, "seq": seen + 1});
    let mut gateway = raw.open().await;
    gateway.send(json!({"op": 6, "d": resume})).await;
    assert_eq!(gateway.next().await.unwrap()["t"], "MESSAGE_CREATE");
    assert_eq!(gateway.next().await.unwrap()["t"], "RESUMED");
    assert_eq!(raw.fake.identifies_and_resumes(), (1, 1));
}

#[tokio::test]
async fn the_gateway_ends_connections_as_ordered() {
    for (fault, expected) in [
        (GatewayFault::Drop, Ended(None)),
        (GatewayFault::Close(4000), Ended(Some(4000))),
    ] {
        let raw = Raw::start().await;
        let mut gateway = raw.connect(INTENTS).await;
        gateway.event("READY").await;
        raw.fake.gateway(fault);
        let ended = loop {
            if let Err(ended) = gateway.next().await {
                break ended;
            }
        };
        assert_eq!(ended, expected);
    }
}

#[tokio::test]
async fn op_7_op_9_and_zombies_happen_as_ordered() {
    let raw = Raw::start().await;
    let mut gateway = raw.connect(1 << 12).await;
    let ready = gateway.event("READY").await;
    gateway.send(json!({"op": 1, "d": 1})).await;
    assert_eq!(gateway.next().await.unwrap()["op"], 11);
    raw.fake.gateway(GatewayFault::Reconnect);
    assert_eq!(gateway.next().await.unwrap()["op"], 7);
    raw.fake.gateway(GatewayFault::Zombie);
    gateway.send(json!({"op": 1, "d": 1})).await;
    assert!(raw.fake.wait_heartbeats(2, SOON).await);
    raw.fake
        .gateway(GatewayFault::InvalidSession { is_resumable: true });
    // No acknowledgement came between.
    let invalid = gateway.next().await.unwrap();
    assert_eq!((&invalid["op"], &invalid["d"]), (&json!(9), &json!(true)));
    raw.fake.gateway(GatewayFault::InvalidSession {
        is_resumable: false,
    });
    assert_eq!(gateway.next().await.unwrap()["d"], false);
    let mut again = raw.open().await;
    let session = &ready["d"]["session_id"];
    let resume = json!({"token": raw.fake.token(), "session_id": session, "seq": 1});
    again.send(json!({"op": 6, "d": resume})).await;
    assert_eq!(again.next().await.unwrap()["d"], false);
}

#[tokio::test]
async fn wrong_tokens_and_intents_that_were_not_granted_are_refused() {
    let raw = Raw::start().await;
    let mut gateway = raw.connect(INTENTS | 1 << 15).await;
    assert_eq!(gateway.next().await, Err(Ended(Some(4014))));
    let mut gateway = raw.open().await;
    let properties = json!({"os": "linux"});
    let identify = json!({"token": "wrong", "intents": 1, "properties": properties});
    gateway.send(json!({"op": 2, "d": identify})).await;
    assert_eq!(gateway.next().await, Err(Ended(Some(4004))));
    let mut world = World::standard();
    world.granted_intents = 1 << 15;
    let raw = Raw::start_in(world).await;
    let mut gateway = raw.connect(INTENTS | 1 << 15).await;
    assert_eq!(gateway.next().await.unwrap()["t"], "READY");
}

#[tokio::test]
async fn events_are_replayed_after_a_resume_as_ordered() {
    let raw = Raw::start().await;
    let mut gateway = raw.connect(INTENTS).await;
    let session = gateway.event("READY").await["d"]["session_id"].clone();
    raw.fake.person(ASKER).mentions("一度だけ");
    let seen = gateway.event("MESSAGE_CREATE").await["s"].clone();
    raw.fake.replay_on_resume(1);
    raw.fake.gateway(GatewayFault::Drop);
    let resume = json!({"token": raw.fake.token(), "session_id": session, "seq": seen});
    let mut gateway = raw.open().await;
    gateway.send(json!({"op": 6, "d": resume})).await;
    assert_eq!(gateway.next().await.unwrap()["t"], "MESSAGE_CREATE");
}

#[tokio::test]
async fn an_acknowledgement_whose_answer_was_lost_may_be_sent_again() {
    let raw = Raw::start().await;
    raw.register(json!([{"name": "ask", "description": "x"}]))
        .await;
    let asked = raw.fake.person(ASKER).slash("ask", json!({})).unwrap();
    let path = format!(
        "/interactions/{}/{}/callback",
        asked.id,
        asked.record().token
    );
    let body = json!({"type": 4, "data": plain("答え")});
    raw.fake.fail("POST", "/callback", 1, RestFailure::Lost);
    let token = format!("Bot {}", raw.fake.token());
    let lost = raw.send_as(&token, "POST", &path, body.clone()).await;
    assert!(lost.is_err());
    let (status, error) = raw.send("POST", &path, body).await;
    assert_eq!((status, &error["code"]), (400, &json!(40060)));
    assert_eq!(raw.fake.violations(), Vec::<String>::new());
    assert_eq!(raw.fake.messages_in(GENERAL).len(), 1);
}
