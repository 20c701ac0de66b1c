//! What people typed, shown again: no mention, no format, no masked link, nothing invisible; and nobody is called.

use serde_json::{Value, json};

use crate::fake::world::{ADMIN, ASKER, GENERAL, HELPER, HELPER_ROLE};
use crate::fake::{Interaction, seen};
use crate::scene::{Scene, id, press, shown};

/// Calls, formats, hides and leads away.
const WILD: &str = "VPN @everyone <@1120000000000000002> <@&1130000000000000001> <#1110000000000000001> \
    **太字** `code` ||隠し|| [銀行](https://evil.example/?a=b) # 見出し \u{202e}逆\u{200b}さ";

/// Every text of a message that a person sees, with Discord's format or without.
fn texts(message: &Value) -> (String, String) {
    let mut formatted = vec![message["content"].to_string()];
    let mut plain = Vec::new();
    for embed in message["embeds"].as_array().into_iter().flatten() {
        formatted.extend([&embed["title"], &embed["description"]].map(Value::to_string));
        for field in embed["fields"].as_array().into_iter().flatten() {
            formatted.extend([&field["name"], &field["value"]].map(Value::to_string));
        }
        plain.push(embed["author"]["name"].to_string());
        plain.push(embed["footer"]["text"].to_string());
    }
    (formatted.join("\n"), plain.join("\n"))
}

/// Checks that nothing of the wild words is at work.
fn check(message: &Value) {
    let (formatted, plain) = texts(message);
    for active in [
        "@everyone",
        "<@1120000000000000002>",
        "<#111",
        "**太字",
        "||隠",
        "`code`",
        "[銀行](",
        "https://evil",
        "\u{202e}",
    ] {
        assert!(!formatted.contains(active), "{active:?} in {formatted}");
    }
    for active in ["@everyone", "<@11", "<@&", "\u{202e}", "\u{200b}さ"] {
        assert!(!plain.contains(active), "{active:?} in {plain}");
    }
    assert_eq!(message["mentions"], json!([]));
    assert_eq!(message["mention_everyone"], json!(false));
}

async fn check_shown(interaction: &Interaction) {
    check(&interaction.message().unwrap());
}

#[tokio::test]
async fn a_question_is_repeated_harmless() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let reply = asker.mentions(WILD).reply().await;
    check(&reply);
    insta::assert_snapshot!(reply["embeds"][0]["author"]["name"].as_str().unwrap());
    check_shown(&shown(asker.slash("ask", json!({"question": WILD}))).await).await;
    scene.close();
}

#[tokio::test]
async fn a_question_is_handed_over_harmless_and_only_the_role_and_the_asker_are_named() {
    let scene = Scene::open().await;
    scene
        .set("helper-role", json!({"role": HELPER_ROLE.to_string()}))
        .await;
    let asker = scene.fake.person(ASKER);
    let answer = id(&asker.mentions(WILD).reply().await);
    let asked = shown(asker.press(answer, "人に相談")).await;
    check_shown(&asked).await;
    press(&asker, &asked, "はい、見せる").await;
    let call = scene.said_in(GENERAL).remove(1);
    check(&call);
    let (formatted, _) = texts(&call);
    assert_eq!(formatted.matches("<@").count(), 2, "{formatted}");
    scene.close();
}

#[tokio::test]
async fn a_thread_is_named_harmless() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let answer = id(&asker.mentions(WILD).reply().await);
    shown(asker.press(answer, "続けて質問(スレッド)")).await;
    let name = scene
        .fake
        .change_world(|world| world.channels[&answer].name.clone());
    assert!(
        !name.contains("@everyone") && !name.contains('\u{202e}'),
        "{name}"
    );
    assert!(name.starts_with("VPN"), "{name}");
    scene.close();
}

#[tokio::test]
async fn an_unknown_name_is_repeated_harmless() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    for (path, option) in [
        ("guideline", "document"),
        ("guideline", "section"),
        ("term", "word"),
        ("incident", "kind"),
    ] {
        let wild: String = WILD.chars().take(100).collect();
        let unknown = shown(asker.slash(path, json!({option: wild}))).await;
        check_shown(&unknown).await;
    }
    scene.close();
}

#[tokio::test]
async fn kept_words_are_shown_harmless() {
    let scene = Scene::open().await;
    let helper = scene.fake.person(HELPER);
    helper.mentions(WILD).reply().await;
    let answered = "パスワードは何文字にすればいいですか";
    let answer = id(&helper.mentions(answered).reply().await);
    let pressed = helper.press(answer, "👎 足りない").unwrap();
    let label = pressed.modal().await["components"][0]["components"][0]["label"].clone();
    shown(helper.submit(&pressed, &[(label.as_str().unwrap(), WILD)])).await;
    let privacy = shown(helper.slash("privacy", json!({}))).await;
    let admin = scene.fake.person(ADMIN);
    let unanswered = shown(admin.slash("kb unanswered", json!({}))).await;
    for view in [privacy, unanswered] {
        assert!(view.seen().contains("太字"), "{}", view.seen());
        check_shown(&view).await;
    }
    scene.close();
}

#[tokio::test]
async fn a_question_of_marks_alone_is_answered_without_harm() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    for marks in [
        "@everyone",
        "***",
        "\u{200b}\u{202e}",
        "<@&1130000000000000001>",
        "```",
    ] {
        let reply = asker.mentions(marks).reply().await;
        check(&reply);
        let is_emergency = seen(&reply).contains("緊急");
        assert!(!is_emergency, "{marks}: {}", seen(&reply));
    }
    scene.close();
}
