//! Rules about when and by whom something may be sent: tokens, acknowledgements, permissions, mentions.

use std::time::Duration;

use serde_json::{Value, json};

use super::raw::{INTENTS, Raw, plain};
use crate::fake::world::{APPLICATION, ASKER, GENERAL, SIDE, permission};

/// A fake with a bot that registered `/ask` and is connected.
async fn with_ask() -> Raw {
    let raw = Raw::start().await;
    raw.register(json!([{"name": "ask", "description": "Ask"}]))
        .await;
    raw
}

/// Uses `/ask`; returns the paths of its callback and its webhook.
fn ask(raw: &Raw) -> (String, String) {
    let asked = raw.fake.person(ASKER).slash("ask", json!({})).unwrap();
    let record = asked.record();
    let callback = format!("/interactions/{}/{}/callback", record.id, record.token);
    (
        callback,
        format!("/webhooks/{APPLICATION}/{}", record.token),
    )
}

fn answer(text: &str) -> Value {
    json!({"type": 4, "data": plain(text)})
}

fn check_found(raw: &Raw, expected: &str) {
    let violations = raw.fake.take_violations();
    let is_found = violations
        .iter()
        .any(|violation| violation.contains(expected));
    assert!(is_found, "{expected}: {violations:#?}");
}

#[tokio::test]
async fn an_interaction_is_acknowledged_once() {
    let raw = with_ask().await;
    let (callback, _) = ask(&raw);
    assert_eq!(raw.send("POST", &callback, answer("一")).await.0, 204);
    assert_eq!(raw.fake.violations(), Vec::<String>::new());
    let (status, error) = raw.send("POST", &callback, answer("二")).await;
    assert_eq!((status, &error["code"]), (400, &json!(40060)));
    check_found(&raw, "acknowledged twice");
}

#[tokio::test]
async fn an_acknowledgement_after_three_seconds_is_late() {
    let raw = with_ask().await;
    let (callback, _) = ask(&raw);
    raw.fake.advance(Duration::from_millis(3100));
    let (status, error) = raw.send("POST", &callback, answer("遅い")).await;
    assert_eq!((status, &error["code"]), (404, &json!(10062)));
    check_found(&raw, "acknowledged after 3.1");
}

#[tokio::test]
async fn a_token_serves_fifteen_minutes() {
    let raw = with_ask().await;
    let (callback, webhook) = ask(&raw);
    raw.send("POST", &callback, json!({"type": 5})).await;
    raw.fake.advance(Duration::from_secs(14 * 60));
    let original = format!("{webhook}/messages/@original");
    assert_eq!(raw.send("PATCH", &original, plain("間に合う")).await.0, 200);
    assert_eq!(raw.fake.violations(), Vec::<String>::new());
    raw.fake.advance(Duration::from_secs(61));
    let (status, error) = raw.send("PATCH", &original, plain("遅い")).await;
    assert_eq!((status, &error["code"]), (401, &json!(50027)));
    check_found(&raw, "older than 15 minutes");
    let (status, _) = raw.send("POST", &webhook, plain("遅い")).await;
    assert_eq!(status, 401);
}

#[tokio::test]
async fn an_edit_before_the_acknowledgement_is_refused() {
    let raw = with_ask().await;
    let (_, webhook) = ask(&raw);
    let original = format!("{webhook}/messages/@original");
    let (status, error) = raw.send("PATCH", &original, plain("早い")).await;
    assert_eq!((status, &error["code"]), (404, &json!(10008)));
    check_found(&raw, "not acknowledged");
    raw.send("POST", &webhook, plain("早い")).await;
    check_found(&raw, "a follow-up before");
}

#[tokio::test]
async fn unknown_tokens_and_interactions_are_refused() {
    let raw = with_ask().await;
    let (status, error) = raw
        .send("POST", "/interactions/1/none/callback", answer("x"))
        .await;
    assert_eq!((status, &error["code"]), (404, &json!(10062)));
    check_found(&raw, "does not exist");
    let path = format!("/webhooks/{APPLICATION}/none");
    let (status, error) = raw.send("POST", &path, plain("x")).await;
    assert_eq!((status, &error["code"]), (404, &json!(10015)));
    check_found(&raw, "the token of no interaction");
}

#[tokio::test]
async fn the_ephemeral_flag_is_set_once() {
    let raw = with_ask().await;
    let (callback, _) = ask(&raw);
    let deferred = json!({"type": 5, "data": {"flags": 64 | 4}});
    assert_eq!(raw.send("POST", &callback, deferred).await.0, 400);
    check_found(&raw, "on a deferred answer");
    raw.send("POST", &callback, json!({"type": 5})).await;
    let (callback, webhook) = ask(&raw);
    raw.send("POST", &callback, json!({"type": 5})).await;
    let mut hidden = plain("x");
    hidden["flags"] = json!(64);
    let original = format!("{webhook}/messages/@original");
    assert_eq!(raw.send("PATCH", &original, hidden.clone()).await.0, 400);
    check_found(&raw, "changes the ephemeral flag");
    let path = format!("/channels/{GENERAL}/messages");
    assert_eq!(raw.send("POST", &path, hidden).await.0, 400);
    check_found(&raw, "outside an interaction");
}

#[tokio::test]
async fn a_callback_type_fits_its_interaction() {
    let raw = with_ask().await;
    let (callback, _) = ask(&raw);
    let choices = json!({"type": 8, "data": {"choices": []}});
    assert_eq!(raw.send("POST", &callback, choices).await.0, 400);
    check_found(&raw, "does not fit");
    let long = |count: usize| "題".repeat(count);
    let input = json!({"type": 4, "style": 1, "label": long(46), "custom_id": "i"});
    let modal = json!({"type": 9, "data": {"title": long(46), "custom_id": "m",
        "components": [{"type": 1, "components": [input]}]}});
    assert_eq!(raw.send("POST", &callback, modal).await.0, 400);
    let violations = raw.fake.take_violations().join("\n");
    assert!(violations.contains("modal title has 46"), "{violations}");
    assert!(violations.contains("input label has 46"), "{violations}");
}

#[tokio::test]
async fn suggestions_keep_their_limits() {
    let raw = Raw::start().await;
    let option = json!({"type": 3, "name": "word", "description": "x", "autocomplete": true});
    raw.register(json!([{"name": "term", "description": "x", "options": [option]}]))
        .await;
    let asker = raw.fake.person(ASKER);
    let typed = asker.types("term", json!({"word": "せ"}), "word").unwrap();
    let callback = format!(
        "/interactions/{}/{}/callback",
        typed.id,
        typed.record().token
    );
    let choice = |at: usize| json!({"name": format!("{at}"), "value": "x"});
    let many: Vec<Value> = (0..26).map(choice).collect();
    let body = json!({"type": 8, "data": {"choices": many}});
    assert_eq!(raw.send("POST", &callback, body).await.0, 400);
    check_found(&raw, "choices: 26 entries");
    let long = json!([{"name": "長".repeat(101), "value": "値".repeat(101)}]);
    let body = json!({"type": 8, "data": {"choices": long}});
    assert_eq!(raw.send("POST", &callback, body).await.0, 400);
    check_found(&raw, "choice name has 101");
}

#[tokio::test]
async fn nobody_may_be_notified() {
    let raw = Raw::start().await;
    let path = format!("/channels/{GENERAL}/messages");
    for (mentions, expected) in [
        (Value::Null, "allowed_mentions is missing"),
        (json!({}), "parse is not empty"),
        (json!({"parse": ["users"]}), "parse is not empty"),
        (json!({"parse": [], "users": ["1"]}), "users is not empty"),
        (
            json!({"parse": [], "replied_user": true}),
            "replied_user is true",
        ),
    ] {
        let body = json!({"content": "x", "allowed_mentions": mentions});
        raw.send("POST", &path, body).await;
        check_found(&raw, expected);
    }
    let (callback, webhook) = {
        raw.register(json!([{"name": "ask", "description": "x"}]))
            .await;
        ask(&raw)
    };
    let bare = json!({"type": 4, "data": {"content": "x"}});
    raw.send("POST", &callback, bare).await;
    check_found(&raw, "allowed_mentions is missing");
    let original = format!("{webhook}/messages/@original");
    raw.send("PATCH", &original, json!({"embeds": [{"title": "x"}]}))
        .await;
    check_found(&raw, "allowed_mentions is missing");
    raw.send("PATCH", &original, json!({"components": []}))
        .await;
    assert_eq!(raw.fake.violations(), Vec::<String>::new());
}

#[tokio::test]
async fn permissions_of_a_channel_hold() {
    let raw = Raw::start().await;
    let said = raw.fake.person(ASKER).says("質問です");
    let path = format!("/channels/{GENERAL}/messages");
    let mut reply = plain("答え");
    reply["message_reference"] = json!({"message_id": said.message.to_string()});
    let embed = json!({"embeds": [{"title": "x"}], "allowed_mentions": {"parse": []}});
    let cases = [
        (permission::SEND_MESSAGES, &path, plain("x"), 50013),
        (permission::VIEW_CHANNEL, &path, plain("x"), 50001),
        (permission::EMBED_LINKS, &path, embed, 50013),
        (
            permission::READ_MESSAGE_HISTORY,
            &path,
            reply.clone(),
            160_002,
        ),
    ];
    for (denied, path, body, code) in cases {
        raw.fake
            .change_world(|world| world.deny_bot(GENERAL, denied));
        let (_, error) = raw.send("POST", path, body).await;
        assert_eq!(error["code"], code);
        raw.fake.change_world(|world| world.allow_bot(GENERAL));
    }
    assert_eq!(raw.send("POST", &path, reply.clone()).await.0, 200);
    // A reply to a message of another channel is no reply.
    let elsewhere = format!("/channels/{SIDE}/messages");
    assert_eq!(raw.send("POST", &elsewhere, reply).await.0, 400);
    assert_eq!(raw.fake.violations(), Vec::<String>::new());
}

#[tokio::test]
async fn somebody_may_refuse_direct_messages() {
    let raw = Raw::start().await;
    let path = format!("/channels/{}/messages", raw.fake.dm(ASKER));
    assert_eq!(raw.send("POST", &path, plain("x")).await.0, 200);
    raw.fake
        .change_world(|world| world.people.get_mut(&ASKER).unwrap().refuses_dms = true);
    let (status, error) = raw.send("POST", &path, plain("x")).await;
    assert_eq!((status, &error["code"]), (403, &json!(50007)));
    assert_eq!(raw.fake.violations(), Vec::<String>::new());
}

#[tokio::test]
async fn unknown_routes_methods_and_tokens_are_refused() {
    let raw = Raw::start().await;
    assert_eq!(raw.send("GET", "/nowhere", Value::Null).await.0, 404);
    check_found(&raw, "an unknown route");
    assert_eq!(raw.send("PUT", "/gateway", json!({})).await.0, 405);
    check_found(&raw, "a method that the route does not have");
    let (status, error) = raw
        .send_as("Bot wrong", "GET", "/users/@me", Value::Null)
        .await
        .unwrap();
    assert_eq!(status, 401);
    assert_eq!(error, json!({"code": 0, "message": "401: Unauthorized"}));
}

#[tokio::test]
async fn an_ephemeral_message_is_not_reached_by_the_channel() {
    let raw = with_ask().await;
    let mut gateway = raw.connect_ready(INTENTS).await;
    let (callback, _) = ask(&raw);
    let mut hidden = plain("あなただけ");
    hidden["flags"] = json!(64);
    raw.send("POST", &callback, json!({"type": 4, "data": hidden}))
        .await;
    let created = gateway.event("MESSAGE_CREATE").await;
    let id = created["d"]["id"].as_str().unwrap();
    assert!(created["d"]["guild_id"].is_null());
    assert!(raw.fake.messages_in(GENERAL).is_empty());
    let path = format!("/channels/{GENERAL}/messages/{id}");
    assert_eq!(raw.send("PATCH", &path, plain("x")).await.0, 404);
    check_found(&raw, "an ephemeral or foreign message");
}
