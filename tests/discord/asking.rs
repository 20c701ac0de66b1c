//! The ways to ask: mention, direct message, reply, slash command, message command; and how it is answered.

use serde_json::json;

use crate::fake::seen;
use crate::fake::world::{ASKER, BOT, ENGLISH, GENERAL, HELPER, OTHER_BOT, OUTSIDER};
use crate::scene::{LONG, Scene};
use crate::stable::stable;

const QUESTION: &str = "お金をかけずに何から始めればいい?";
const INCIDENT: &str = "取引先の社長を名乗るメールに従って送金してしまいました";

#[tokio::test]
async fn a_mention_is_answered_with_a_reply() {
    let scene = Scene::open().await;
    let said = scene.fake.person(ASKER).mentions(QUESTION);
    let reply = said.reply().await;
    assert_eq!(reply["author"]["id"], BOT.to_string());
    insta::assert_snapshot!(stable(&seen(&reply)));
    scene.close();
}

#[tokio::test]
async fn a_message_that_the_gateway_sends_again_is_answered_once() {
    let mut scene = Scene::open().await;
    let said = scene.fake.person(ASKER).mentions(QUESTION);
    said.reply().await;
    said.replay();
    scene.finish().await;
    assert_eq!(said.replies().len(), 1);
    scene.close();
}

#[tokio::test]
async fn a_message_that_was_answered_before_a_restart_is_not_answered_again() {
    let mut scene = Scene::open().await;
    let said = scene.fake.person(ASKER).mentions(QUESTION);
    said.reply().await;
    scene.restart().await;
    said.replay();
    scene.finish().await;
    assert_eq!(said.replies().len(), 1);
    scene.close();
}

#[tokio::test]
async fn the_asker_sees_typing_before_the_answer() {
    let scene = Scene::open().await;
    let said = scene.fake.person(ASKER).mentions(QUESTION);
    said.reply().await;
    let requests = scene.fake.requests();
    let first = |path: &str| {
        requests
            .iter()
            .position(|request| request.path.ends_with(path))
    };
    let typing = first(&format!("/channels/{GENERAL}/typing"));
    let message = first(&format!("/channels/{GENERAL}/messages"));
    assert!(
        typing.is_some() && typing < message,
        "{typing:?} {message:?}"
    );
    scene.close();
}

#[tokio::test]
async fn a_direct_message_is_answered_without_a_mention() {
    let scene = Scene::open().await;
    let said = scene.fake.person(ASKER).in_dm().says(INCIDENT);
    let seen = stable(&seen(&said.reply().await));
    // How much fits below depends on which offices are open now.
    let (first, rest) = seen.split_once("│ WINDOWS").unwrap();
    insta::assert_snapshot!(first);
    assert!(rest.contains("■ 次の一手"), "{rest}");
    scene.close();
}

#[tokio::test]
async fn a_reply_to_an_answer_is_a_question() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let first = asker.mentions(QUESTION).reply().await;
    let answer = first["id"].as_str().unwrap().parse().unwrap();
    let further = asker
        .replies(answer, "パスワードは何文字にすればいいですか")
        .reply()
        .await;
    assert!(seen(&further).contains("質問: パスワードは何文字にすればいいですか"));
    scene.close();
}

#[tokio::test]
async fn a_slash_command_is_answered_for_everybody() {
    let scene = Scene::open().await;
    let asked = scene
        .fake
        .person(ASKER)
        .slash("ask", json!({"question": QUESTION}))
        .unwrap();
    let answer = asked.settled().await;
    assert_eq!(
        asked.response().unwrap().kind,
        5,
        "it says at once that it is thinking"
    );
    assert!(!asked.is_ephemeral());
    assert_eq!(scene.fake.messages_in(GENERAL), [answer]);
    insta::assert_snapshot!(stable(&asked.seen()));
    scene.close();
}

#[tokio::test]
async fn a_private_question_is_answered_for_the_asker_alone() {
    let scene = Scene::open().await;
    let options = json!({"question": QUESTION, "private": true});
    let asked = scene.fake.person(ASKER).slash("ask", options).unwrap();
    asked.settled().await;
    assert!(asked.is_ephemeral());
    assert!(scene.fake.messages_in(GENERAL).is_empty());
    scene.close();
}

#[tokio::test]
async fn a_message_is_answered_from_its_menu_without_its_author_being_there() {
    let scene = Scene::open().await;
    let said = scene
        .fake
        .person(ASKER)
        .says("VPN装置の更新が半年止まっています");
    let asked = scene
        .fake
        .person(HELPER)
        .on_message("この質問に答える", said.message)
        .unwrap();
    asked.settled().await;
    assert!(!asked.is_ephemeral());
    assert!(
        asked
            .seen()
            .contains("質問: VPN装置の更新が半年止まっています"),
        "{}",
        asked.seen()
    );
    scene.close();
}

#[tokio::test]
async fn a_message_of_a_bot_is_kindly_refused() {
    let scene = Scene::open().await;
    let said = scene.fake.person(OTHER_BOT).says("本日の天気は晴れです");
    let asked = scene
        .fake
        .person(HELPER)
        .on_message("この質問に答える", said.message)
        .unwrap();
    asked.settled().await;
    assert!(asked.is_ephemeral());
    insta::assert_snapshot!(asked.seen());
    scene.close();
}

#[tokio::test]
async fn a_message_without_words_is_kindly_refused() {
    let scene = Scene::open().await;
    let said = scene.fake.person(ASKER).says("<@1120000000000000003> ");
    let asked = scene
        .fake
        .person(ENGLISH)
        .on_message("Answer this", said.message)
        .unwrap();
    asked.settled().await;
    assert!(asked.is_ephemeral());
    insta::assert_snapshot!(asked.seen());
    scene.close();
}

#[tokio::test]
async fn an_english_question_is_answered_in_english_wherever_it_is_asked() {
    let scene = Scene::open().await;
    let question = "An employee lost a laptop with customer data. What should we do?";
    let reply = scene.fake.person(ASKER).mentions(question).reply().await;
    insta::assert_snapshot!(stable(&seen(&reply)));
    scene.close();
}

#[tokio::test]
async fn a_japanese_question_is_answered_in_japanese_in_an_english_server() {
    let scene = Scene::open().await;
    let asked = scene
        .fake
        .person(OUTSIDER)
        .slash("ask", json!({"question": QUESTION}))
        .unwrap();
    asked.settled().await;
    assert!(
        asked.seen().contains("公的な資料には、こう書かれています"),
        "{}",
        asked.seen()
    );
    scene.close();
}

#[tokio::test]
async fn an_empty_mention_is_asked_for_the_question_in_the_language_of_the_server() {
    let scene = Scene::open().await;
    let ja = scene.fake.person(ASKER).mentions("").reply().await;
    let en = scene.fake.person(OUTSIDER).mentions("").reply().await;
    insta::assert_snapshot!(format!("{}\n\n{}", seen(&ja), seen(&en)));
    scene.close();
}

#[tokio::test]
async fn a_view_follows_the_language_of_the_client() {
    let scene = Scene::open().await;
    for (locale, title) in [
        ("ja", "Sonaeの使い方"),
        ("en-US", "How to use Sonae"),
        ("fr", "How to use Sonae"),
    ] {
        let asked = scene
            .fake
            .person(ASKER)
            .in_locale(locale)
            .slash("help", json!({}))
            .unwrap();
        asked.settled().await;
        assert!(asked.seen().contains(title), "{locale}: {}", asked.seen());
    }
    scene.close();
}

#[tokio::test]
async fn a_server_may_have_answers_private_by_default_and_the_asker_decides_otherwise() {
    let scene = Scene::open().await;
    let admin = scene.fake.person(crate::fake::world::ADMIN);
    admin
        .slash("settings private", json!({"enabled": true}))
        .unwrap()
        .settled()
        .await;
    let asker = scene.fake.person(ASKER);
    for (options, is_private) in [
        (json!({"question": QUESTION}), true),
        (json!({"question": QUESTION, "private": false}), false),
    ] {
        let asked = asker.slash("ask", options).unwrap();
        assert!(asked.wait_settled(LONG).await);
        assert_eq!(asked.is_ephemeral(), is_private);
    }
    scene.close();
}
