//! Buttons of an older program or of knowledge that is gone: they say kindly that they expired.

use crate::fake::Interaction;
use crate::fake::world::{ASKER, ENGLISH, GENERAL};
use crate::scene::{Scene, id, shown};

const QUESTION: &str = "ランサムウェアへの備えは何をすればいいですか";
/// A key that no passage, action or playbook has.
const GONE: &str = "AAAAAAA";

/// Presses a button that carries something else than this program would write; returns what came.
async fn pressed(scene: &Scene, custom_id: &str) -> Interaction {
    let asker = scene.fake.person(ASKER);
    let answer = id(&asker.mentions(QUESTION).reply().await);
    scene.fake.change_button(answer, "関連", custom_id);
    let before = scene.fake.message(answer);
    let pressed = shown(asker.press(answer, custom_id)).await;
    assert!(pressed.is_ephemeral(), "{custom_id}");
    assert_eq!(scene.fake.message(answer), before, "{custom_id}");
    pressed
}

#[tokio::test]
async fn a_button_of_another_version_has_expired() {
    let scene = Scene::open().await;
    insta::assert_snapshot!(pressed(&scene, "7:whatever:j:1").await.seen());
    scene.close();
}

#[tokio::test]
async fn a_button_of_something_else_has_expired() {
    let scene = Scene::open().await;
    for custom_id in [
        "hello",
        "1:zz:j",
        "1:se",
        "1:se:j",
        "1:ti:j:x:y:z",
        "1:rb:j",
    ] {
        let seen = pressed(&scene, custom_id).await.seen();
        let is_kind = seen.contains("このボタンはもう使えません") || seen.contains("管理者だけ");
        assert!(is_kind, "{custom_id}: {seen}");
    }
    scene.close();
}

#[tokio::test]
async fn a_button_to_something_that_is_gone_has_expired() {
    let scene = Scene::open().await;
    for (action, arguments) in [
        ("se", GONE.to_owned()),
        ("se", format!("{GONE}:2")),
        ("re", GONE.to_owned()),
        ("st", format!("0:{GONE}")),
        ("fu", format!("1:{GONE}:{GONE}")),
        ("sh", format!("{GONE}:1")),
        ("pp", format!("{GONE}:1")),
        ("ss", format!("{GONE}:1")),
        ("ti", format!("12345:{GONE}:0")),
    ] {
        let seen = pressed(&scene, &format!("1:{action}:j:{arguments}"))
            .await
            .seen();
        assert!(
            seen.contains("このボタンはもう使えません"),
            "{action}: {seen}"
        );
    }
    assert!(
        scene
            .said_in(GENERAL)
            .iter()
            .all(|message| message["type"] == 19)
    );
    scene.close();
}

#[tokio::test]
async fn an_expired_button_of_an_unknown_version_speaks_the_language_of_the_client() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ENGLISH);
    let answer = id(&asker
        .mentions("How do we prepare for ransomware?")
        .reply()
        .await);
    scene.fake.change_button(answer, "Related", "0:re:e");
    let pressed = shown(asker.press(answer, "Related")).await;
    insta::assert_snapshot!(pressed.seen());
    scene.close();
}
