//! People can do only what Discord's client offers them, and the handles tell what they see.

use std::time::Duration;

use serde_json::{Value, json};

use super::raw::{Raw, SOON, plain};
use crate::fake::world::{ADMIN, APPLICATION, ASKER, ENGLISH, GENERAL};
use crate::fake::{Interaction, Refusal, seen};

fn callback(interaction: &Interaction) -> String {
    let record = interaction.record();
    format!("/interactions/{}/{}/callback", record.id, record.token)
}

#[tokio::test]
async fn the_client_offers_only_what_is_registered() {
    let raw = Raw::start().await;
    let question = json!({"type": 3, "name": "question", "description": "x", "required": true,
        "max_length": 5});
    let choice = json!({"type": 3, "name": "kind", "description": "x",
        "choices": [{"name": "甲", "value": "a"}]});
    raw.register(json!([
        {"name": "ask", "description": "x", "options": [question, choice]},
        {"name": "kb", "description": "x", "default_member_permissions": "32", "contexts": [0]},
        {"name": "Answer this", "type": 3, "name_localizations": {"ja": "これに答える"}},
    ]))
    .await;
    let asker = raw.fake.person(ASKER);
    let refused = |path: &str, options: Value| asker.slash(path, options).err().unwrap();
    assert!(matches!(
        refused("gone", json!({})),
        Refusal::UnknownCommand(_)
    ));
    assert!(matches!(
        refused("ask", json!({})),
        Refusal::MissingOption(_)
    ));
    let unknown = json!({"question": "x", "qestion": "x"});
    assert!(matches!(refused("ask", unknown), Refusal::UnknownOption(_)));
    let long = json!({"question": "長すぎる質問"});
    assert!(matches!(refused("ask", long), Refusal::BadValue(_)));
    let odd = json!({"question": "x", "kind": "b"});
    assert!(matches!(refused("ask", odd), Refusal::BadValue(_)));
    assert!(matches!(refused("kb", json!({})), Refusal::NotOffered(_)));
    assert!(raw.fake.person(ADMIN).slash("kb", json!({})).is_ok());
    let in_dm = raw.fake.person(ADMIN).in_dm().slash("kb", json!({}));
    assert!(matches!(in_dm, Err(Refusal::NotOffered(_))));
    let said = asker.says("質問");
    assert!(asker.on_message("これに答える", said.message).is_ok());
    assert!(
        raw.fake
            .person(ENGLISH)
            .on_message("これに答える", said.message)
            .is_err()
    );
}

#[tokio::test]
async fn whole_numbers_are_within_their_bounds() {
    let raw = Raw::start().await;
    let budget = json!({"type": 4, "name": "budget", "description": "x",
        "min_value": 0, "max_value": 100});
    raw.register(json!([{"name": "plan", "description": "x", "options": [budget]}]))
        .await;
    let asker = raw.fake.person(ASKER);
    assert!(asker.slash("plan", json!({"budget": 100})).is_ok());
    for odd in [json!(101), json!(-1), json!(1.5), json!("10")] {
        let refused = asker.slash("plan", json!({"budget": odd}));
        assert!(matches!(refused, Err(Refusal::BadValue(_))), "{odd}");
    }
}

#[tokio::test]
async fn several_options_of_a_menu_are_chosen_or_none() {
    let raw = Raw::start().await;
    raw.register(json!([{"name": "ask", "description": "x"}]))
        .await;
    let asker = raw.fake.person(ASKER);
    let asked = asker.slash("ask", json!({})).unwrap();
    let option = |value: &str| json!({"label": value, "value": value, "default": value == "b"});
    let menu = json!({"type": 3, "custom_id": "m", "placeholder": "選ぶ", "min_values": 0,
        "max_values": 2, "options": [option("a"), option("b"), option("c")]});
    let mut data = plain("何がありますか");
    data["components"] = json!([{"type": 1, "components": [menu]}]);
    raw.send("POST", &callback(&asked), json!({"type": 4, "data": data}))
        .await;
    let message = asked.message_id();
    insta::assert_snapshot!(asked.seen(), @"
    何がありますか
    {選ぶ} 0-2
      - a
      ☑ b
      - c
    ");
    assert!(asker.select(message, "選ぶ", &[]).is_ok());
    assert!(asker.select(message, "選ぶ", &["c", "a"]).is_ok());
    for odd in [&["a", "b", "c"][..], &["a", "a"], &["d"]] {
        let refused = asker.select(message, "選ぶ", odd);
        assert!(matches!(refused, Err(Refusal::BadValue(_))), "{odd:?}");
    }
    assert_eq!(raw.fake.violations(), Vec::<String>::new());
}

#[tokio::test]
async fn several_inputs_of_a_modal_are_filled_in() {
    let raw = Raw::start().await;
    raw.register(json!([{"name": "ask", "description": "x"}]))
        .await;
    let asker = raw.fake.person(ASKER);
    let asked = asker.slash("ask", json!({})).unwrap();
    let input = |name: &str, more: Value| {
        let mut input = json!({"type": 4, "style": 1, "custom_id": name, "label": name});
        for (name, value) in more.as_object().unwrap() {
            input[name] = value.clone();
        }
        json!({"type": 1, "components": [input]})
    };
    let rows = [
        input("people", json!({"value": "12", "required": false})),
        input("yen", json!({"max_length": 3})),
    ];
    let modal = json!({"custom_id": "m", "title": "会社", "components": rows});
    raw.send("POST", &callback(&asked), json!({"type": 9, "data": modal}))
        .await;
    let refused = |inputs: &[(&str, &str)]| asker.submit(&asked, inputs).err();
    assert!(matches!(refused(&[]), Some(Refusal::BadModal(_))));
    assert!(matches!(
        refused(&[("yen", "1234")]),
        Some(Refusal::BadModal(_))
    ));
    let gone = refused(&[("yen", "1"), ("gone", "1")]);
    assert!(matches!(gone, Some(Refusal::BadModal(_))));
    assert!(asker.submit(&asked, &[("yen", "100")]).is_ok());
    assert_eq!(raw.fake.violations(), Vec::<String>::new());
}

#[tokio::test]
async fn a_deferred_answer_settles_with_its_edit() {
    let raw = Raw::start().await;
    raw.register(json!([{"name": "ask", "description": "x"}]))
        .await;
    let asked = raw.fake.person(ASKER).slash("ask", json!({})).unwrap();
    assert_eq!(asked.response(), None);
    raw.send(
        "POST",
        &callback(&asked),
        json!({"type": 5, "data": {"flags": 64}}),
    )
    .await;
    let response = asked.wait_response(SOON).await.unwrap();
    assert_eq!((response.kind, response.is_ephemeral), (5, true));
    assert!(!asked.wait_settled(Duration::from_millis(50)).await);
    assert_eq!(asked.message(), None);
    let webhook = format!("/webhooks/{APPLICATION}/{}", asked.record().token);
    let original = format!("{webhook}/messages/@original");
    let (status, _) = raw.send("PATCH", &original, plain("できました")).await;
    assert_eq!(status, 200);
    assert_eq!(asked.settled().await["content"], "できました");
    assert_eq!(asked.seen(), "(only you can see this)\nできました");
    raw.send("POST", &webhook, plain("追伸")).await;
    assert_eq!(asked.followups()[0]["content"], "追伸");
    assert_eq!(raw.fake.messages_in(GENERAL).len(), 1);
    let other = raw.fake.person(ADMIN).press(asked.message_id(), "x");
    assert_eq!(other.err(), Some(Refusal::NotVisible));
    assert_eq!(raw.fake.violations(), Vec::<String>::new());
}

#[tokio::test]
async fn a_reply_is_found_with_its_time() {
    let raw = Raw::start().await;
    let said = raw.fake.person(ASKER).mentions("質問");
    raw.send("POST", &format!("/channels/{GENERAL}/typing"), Value::Null)
        .await;
    let mut reply = plain("答え");
    reply["message_reference"] = json!({"message_id": said.message.to_string()});
    raw.send("POST", &format!("/channels/{GENERAL}/messages"), reply)
        .await;
    let (reply, after) = said.wait_reply(SOON).await.unwrap();
    assert_eq!(reply["content"], "答え");
    assert!(said.typing_after().unwrap() <= after);
    assert_eq!(
        (said.replies().len(), raw.fake.typing_count(GENERAL)),
        (1, 1)
    );
}

#[test]
fn a_message_is_laid_out_without_ids_and_times() {
    let message = json!({
        "flags": 64,
        "content": "こんにちは <@1120000000000000001> <t:1700000000:R>",
        "embeds": [{
            "color": 0x00aa00,
            "author": {"name": "質問"},
            "title": "見出し",
            "url": "https://example.jp/a",
            "description": "一行目\n二行目",
            "fields": [{"name": "次にすること", "value": "1. 更新する"}],
            "footer": {"text": "第4版"},
            "timestamp": "2026-01-02T03:04:05.000Z",
        }],
        "components": [
            {"type": 1, "components": [
                {"type": 2, "style": 1, "label": "次", "custom_id": "n", "emoji": {"name": "▶"}},
                {"type": 2, "style": 2, "label": "前", "custom_id": "p", "disabled": true},
                {"type": 2, "style": 5, "label": "原文", "url": "https://example.jp"},
            ]},
            {"type": 1, "components": [{"type": 3, "custom_id": "s", "placeholder": "選ぶ",
                "options": [{"label": "甲", "value": "a", "description": "説明"}]}]},
        ],
    });
    insta::assert_snapshot!(seen(&message), @r"
    (only you can see this)
    こんにちは <@ID> <t:TIME:R>
    ┌ #00aa00
    │ ⟨author⟩ 質問
    │ # 見出し → https://example.jp/a
    │ 一行目
    │ 二行目
    │ ■ 次にすること
    │   1. 更新する
    └ 第4版
    └ TIME
    [▶ 次] [前] (off) [原文 → https://example.jp]
    {選ぶ}
      - 甲 (説明)
    ");
}

#[tokio::test]
async fn the_transcript_tells_who_did_and_saw_what() {
    let raw = Raw::start().await;
    raw.register(json!([{"name": "ask", "description": "x"}]))
        .await;
    let asked = raw.fake.person(ASKER).slash("ask", json!({})).unwrap();
    let data = json!({"content": "押して", "allowed_mentions": {"parse": []}, "components": [
        {"type": 1, "components": [{"type": 2, "style": 1, "label": "次", "custom_id": "next"}]},
    ]});
    raw.send("POST", &callback(&asked), json!({"type": 4, "data": data}))
        .await;
    let pressed = raw
        .fake
        .person(ADMIN)
        .press(asked.message_id(), "next")
        .unwrap();
    let update = json!({"type": 7, "data": plain("二頁目")});
    raw.send("POST", &callback(&pressed), update).await;
    insta::assert_snapshot!(raw.fake.transcript(), @r"
    ── #相談 店主: /ask

    ── #相談 the bot shows
    押して
    [次]

    ── #相談 管理者: presses [次]

    ── #相談 the bot changes
    二頁目
    [次]
    ");
    assert_eq!(raw.fake.violations(), Vec::<String>::new());
}
