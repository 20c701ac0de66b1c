//! Whether an answer helped, and a person to ask: what is kept, who sees it, and what is never shown.

use serde_json::json;

use crate::fake::world::{
    ADMIN, ASKER, ENGLISH, GENERAL, HELPER, HELPER_ROLE, OTHER_GENERAL, OTHER_GUILD, OUTSIDER,
};
use crate::fake::{Id, seen, seen_modal};
use crate::scene::{Scene, id, press, shown};
use crate::stable::stable;

const QUESTION: &str = "VPNの更新はどうすればいいですか。電話は090-1234-5678です";
const HELPFUL: &str = "👍 役に立った";
const NOT_HELPFUL: &str = "👎 足りない";
const HAND_OVER: &str = "人に相談";
const CONSENT: &str = "はい、見せる";

async fn answer(scene: &Scene) -> Id {
    let asker = scene.fake.person(ASKER);
    id(&asker.mentions(QUESTION).reply().await)
}

/// What an admin sees of the questions without a good answer.
async fn unanswered(scene: &Scene, channel: Id) -> String {
    let admin = scene.fake.person(ADMIN).at(channel);
    shown(admin.slash("kb unanswered", json!({}))).await.seen()
}

async fn privacy(scene: &Scene, person: Id) -> String {
    let person = scene.fake.person(person);
    shown(person.slash("privacy", json!({}))).await.seen()
}

async fn set_helper(scene: &Scene) {
    scene
        .set("helper-role", json!({"role": HELPER_ROLE.to_string()}))
        .await;
}

#[tokio::test]
async fn a_thumb_up_is_thanked_and_kept_for_its_giver() {
    let scene = Scene::open().await;
    let answer = answer(&scene).await;
    let thanks = shown(scene.fake.person(HELPER).press(answer, HELPFUL)).await;
    assert!(thanks.is_ephemeral());
    insta::assert_snapshot!(thanks.seen());
    assert!(
        privacy(&scene, HELPER)
            .await
            .contains("役に立った 1 件、役に立たなかった 0 件")
    );
    assert!(
        privacy(&scene, ASKER)
            .await
            .contains("あなたについて残っているものはありません")
    );
    scene.close();
}

#[tokio::test]
async fn a_thumb_down_asks_what_was_missing() {
    let scene = Scene::open().await;
    let answer = answer(&scene).await;
    let pressed = scene.fake.person(ASKER).press(answer, NOT_HELPFUL).unwrap();
    insta::assert_snapshot!(seen_modal(&pressed.modal().await));
    scene.close();
}

#[tokio::test]
async fn what_was_missing_reaches_the_admin_masked_and_without_a_name() {
    let mut scene = Scene::open().await;
    let answer = answer(&scene).await;
    let asker = scene.fake.person(ASKER);
    let pressed = asker.press(answer, NOT_HELPFUL).unwrap();
    let label = pressed.modal().await["components"][0]["components"][0]["label"].clone();
    let missing = "スマホの場合。連絡は tanaka@example.co.jp か 090-9999-8888 へ";
    let thanks = shown(asker.submit(&pressed, &[(label.as_str().unwrap(), missing)])).await;
    assert!(thanks.is_ephemeral());
    insta::assert_snapshot!("a_thumb_down_is_thanked", thanks.seen());
    // It was kept before the thanks: also when the program ends at once.
    scene.bot.signal("-KILL");
    scene.bot.wait_exit(crate::scene::LONG).await;
    scene.start_again().await;
    let seen = unanswered(&scene, GENERAL).await;
    assert!(seen.contains("VPNの更新はどうすればいいですか"), "{seen}");
    for secret in [
        "example.co.jp",
        "090",
        "1234",
        "9999",
        "店主",
        &ASKER.to_string(),
    ] {
        assert!(!seen.contains(secret), "{secret}: {seen}");
    }
    let own = privacy(&scene, ASKER).await;
    assert!(own.contains("スマホの場合"), "{own}");
    assert!(!own.contains("9999") && !own.contains("tanaka"), "{own}");
    scene.close();
}

#[tokio::test]
async fn a_thumb_down_without_words_is_kept_too() {
    let scene = Scene::open().await;
    let answer = answer(&scene).await;
    let asker = scene.fake.person(ASKER);
    let pressed = asker.press(answer, NOT_HELPFUL).unwrap();
    pressed.modal().await;
    shown(asker.submit(&pressed, &[])).await;
    assert!(unanswered(&scene, GENERAL).await.contains("VPNの更新"));
    scene.close();
}

#[tokio::test]
async fn a_second_vote_takes_the_place_of_the_first() {
    let scene = Scene::open().await;
    let answer = answer(&scene).await;
    let helper = scene.fake.person(HELPER);
    shown(helper.press(answer, HELPFUL)).await;
    let pressed = helper.press(answer, NOT_HELPFUL).unwrap();
    pressed.modal().await;
    shown(helper.submit(&pressed, &[])).await;
    assert!(
        privacy(&scene, HELPER)
            .await
            .contains("役に立った 0 件、役に立たなかった 1 件")
    );
    scene.close();
}

#[tokio::test]
async fn a_question_without_an_answer_reaches_the_admin_of_its_server_alone() {
    let scene = Scene::open().await;
    let question = "アメリカの州ごとのプライバシー法の違いを教えて";
    scene.fake.person(ASKER).mentions(question).reply().await;
    let seen = unanswered(&scene, GENERAL).await;
    assert!(seen.contains(question), "{seen}");
    let elsewhere = unanswered(&scene, OTHER_GENERAL).await;
    assert!(!elsewhere.contains("アメリカ"), "{elsewhere}");
    scene.close();
}

#[tokio::test]
async fn a_vote_is_not_seen_from_another_server() {
    let mut world = crate::fake::World::standard();
    world.join(OTHER_GUILD, HELPER, &[]);
    let scene = Scene::with(world, "").await;
    let answer = answer(&scene).await;
    let helper = scene.fake.person(HELPER);
    shown(helper.press(answer, HELPFUL)).await;
    let elsewhere = shown(helper.at(OTHER_GENERAL).slash("privacy", json!({})))
        .await
        .seen();
    assert!(
        elsewhere.contains("あなたについて残っているものはありません"),
        "{elsewhere}"
    );
    scene.close();
}

#[tokio::test]
async fn the_settings_of_one_server_are_not_those_of_another() {
    let scene = Scene::open().await;
    set_helper(&scene).await;
    scene.set("private", json!({"enabled": true})).await;
    let admin = scene.fake.person(ADMIN).at(OTHER_GENERAL);
    let elsewhere = shown(admin.slash("settings show", json!({}))).await.seen();
    assert!(!elsewhere.contains(&format!("<@&{HELPER_ROLE}>")) && !elsewhere.contains("<@&ID>"));
    let outsider = scene.fake.person(OUTSIDER);
    let asked = shown(outsider.slash("ask", json!({"question": "What is phishing?"}))).await;
    assert!(!asked.is_ephemeral());
    scene.close();
}

#[tokio::test]
async fn a_question_is_handed_over_only_after_a_yes() {
    let scene = Scene::open().await;
    set_helper(&scene).await;
    let answer = answer(&scene).await;
    let asker = scene.fake.person(ASKER);
    let asked = shown(asker.press(answer, HAND_OVER)).await;
    assert!(asked.is_ephemeral());
    insta::assert_snapshot!("hand_over_asks_for_consent", asked.seen());
    assert_eq!(scene.said_in(GENERAL).len(), 1, "only the answer");
    let done = press(&asker, &asked, CONSENT).await;
    assert_eq!(
        done.message_id(),
        asked.message_id(),
        "the question for consent is gone"
    );
    insta::assert_snapshot!("hand_over_is_confirmed", done.seen());
    let said = scene.said_in(GENERAL);
    assert_eq!(said.len(), 2);
    insta::assert_snapshot!("hand_over_is_shown_to_the_helpers", seen(&said[1]));
    scene.close();
}

#[tokio::test]
async fn after_a_no_nothing_is_shown_to_anybody() {
    let scene = Scene::open().await;
    set_helper(&scene).await;
    let answer = answer(&scene).await;
    let asker = scene.fake.person(ASKER);
    let asked = shown(asker.press(answer, HAND_OVER)).await;
    let done = press(&asker, &asked, "やめる").await;
    assert_eq!(done.message_id(), asked.message_id());
    insta::assert_snapshot!(done.seen());
    assert!(
        asker.press(asked.message_id(), CONSENT).is_err(),
        "its buttons are gone"
    );
    assert_eq!(scene.said_in(GENERAL).len(), 1);
    scene.close();
}

#[tokio::test]
async fn a_private_question_is_handed_over_by_its_asker() {
    let scene = Scene::open().await;
    set_helper(&scene).await;
    let asker = scene.fake.person(ASKER);
    let options = json!({"question": QUESTION, "private": true});
    let answer = shown(asker.slash("ask", options)).await;
    let asked = press(&asker, &answer, HAND_OVER).await;
    press(&asker, &asked, CONSENT).await;
    let said = scene.said_in(GENERAL);
    assert!(
        seen(&said[0]).contains("相談が届いています"),
        "{}",
        seen(&said[0])
    );
    scene.close();
}

#[tokio::test]
async fn without_a_helper_a_window_outside_is_named() {
    let scene = Scene::open().await;
    let answer = answer(&scene).await;
    let asked = shown(scene.fake.person(ASKER).press(answer, HAND_OVER)).await;
    assert!(asked.is_ephemeral());
    let seen = stable(&asked.seen());
    assert!(seen.contains("相談役はまだ決まっていません"), "{seen}");
    assert!(seen.contains("/設定 相談役"), "{seen}");
    let windows = press(&scene.fake.person(ASKER), &asked, "すべての窓口").await;
    assert!(windows.seen().contains("電話"), "{}", windows.seen());
    scene.close();
}

#[tokio::test]
async fn what_was_kept_of_a_person_goes_on_a_button() {
    let scene = Scene::open().await;
    let answer = answer(&scene).await;
    let helper = scene.fake.person(ENGLISH);
    shown(helper.press(answer, HELPFUL)).await;
    let kept = shown(helper.slash("privacy", json!({}))).await;
    assert!(kept.is_ephemeral());
    insta::assert_snapshot!("privacy_shows_what_is_kept", kept.seen());
    let gone = press(&helper, &kept, "Delete").await;
    assert_eq!(gone.message_id(), kept.message_id());
    insta::assert_snapshot!("privacy_deleted", gone.seen());
    assert!(privacy(&scene, ENGLISH).await.contains("Nothing"));
    scene.close();
}
