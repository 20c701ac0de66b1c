//! What a person says of their company: by menus and a dialog, alone for them and their server, over restarts, until
//! they delete it.

use serde_json::json;

use crate::evidence::QUESTION;
use crate::fake::world::{ASKER, ENGLISH, HELPER, OTHER_GENERAL, OTHER_GUILD};
use crate::fake::{Actor, Id, Interaction, World, seen_modal};
use crate::scene::{Scene, press, shown};

const INDUSTRY: &str = "業種を選ぶ";
const ASSETS: &str = "使っている機器・データを選ぶ(いくつでも)";
const FORM: &str = "人数・予算・時間・場所を入力";
const PEOPLE: &str = "人数(あなたも含めて)";
const BUDGET: &str = "セキュリティに使える1年の予算(円)";

async fn profile(person: &Actor) -> Interaction {
    shown(person.slash("profile", json!({}))).await
}

async fn choose(person: &Actor, view: &Interaction, menu: &str, values: &[&str]) -> String {
    let chosen = shown(person.select(view.message_id(), menu, values)).await;
    assert_eq!(chosen.message_id(), view.message_id(), "changed in place");
    chosen.seen()
}

async fn fill_in(person: &Actor, view: &Interaction, inputs: &[(&str, &str)]) -> String {
    let opened = person.press(view.message_id(), FORM).unwrap();
    opened.modal().await;
    let sent = shown(person.submit(&opened, inputs)).await;
    assert_eq!(sent.message_id(), view.message_id(), "changed in place");
    sent.seen()
}

#[tokio::test]
async fn what_is_chosen_is_kept_for_its_owner_over_a_restart() {
    let mut scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let view = profile(&asker).await;
    assert!(view.is_ephemeral());
    assert!(view.seen().contains("人数: **まだ**"), "{}", view.seen());
    choose(&asker, &view, INDUSTRY, &["製造業"]).await;
    let seen = choose(&asker, &view, ASSETS, &["nas", "vpn"]).await;
    assert!(
        seen.contains("業種: **製造業**") && seen.contains("☑ 製造業"),
        "{seen}"
    );
    scene.restart().await;
    let asker = scene.fake.person(ASKER);
    // The view from before the restart goes on.
    let seen = fill_in(&asker, &view, &[(PEOPLE, "３０人"), (BUDGET, "10万円")]).await;
    assert!(
        seen.contains("人数: **30人**") && seen.contains("100,000円"),
        "{seen}"
    );
    assert!(seen.contains("業種: **製造業**"), "{seen}");
    let opened = asker.press(view.message_id(), FORM).unwrap();
    insta::assert_snapshot!(seen_modal(&opened.modal().await));
    let helper = profile(&scene.fake.person(HELPER)).await;
    assert!(!helper.seen().contains("製造業**"), "{}", helper.seen());
    scene.close();
}

#[tokio::test]
async fn every_answer_can_be_taken_back() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let view = profile(&asker).await;
    choose(&asker, &view, INDUSTRY, &["製造業"]).await;
    fill_in(&asker, &view, &[(PEOPLE, "12")]).await;
    choose(&asker, &view, INDUSTRY, &[]).await;
    let seen = fill_in(&asker, &view, &[(PEOPLE, "")]).await;
    assert!(
        seen.contains("人数: **まだ**") && seen.contains("業種: **まだ**"),
        "{seen}"
    );
    assert!(
        !seen.contains("[会社の情報を消す]"),
        "nothing is left: {seen}"
    );
    scene.close();
}

#[tokio::test]
async fn what_cannot_be_read_is_told_and_the_rest_is_kept() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let view = profile(&asker).await;
    let seen = fill_in(&asker, &view, &[(PEOPLE, "たくさん"), (BUDGET, "5千円")]).await;
    assert!(
        seen.contains("「たくさん」は数として読めませんでした"),
        "{seen}"
    );
    assert!(
        seen.contains("5,000円") && seen.contains("人数: **まだ**"),
        "{seen}"
    );
    scene.close();
}

async fn of_other_guild(scene: &Scene, person: Id) -> String {
    let there = scene.fake.person(person).at(OTHER_GENERAL);
    profile(&there).await.seen()
}

#[tokio::test]
async fn another_server_sees_nothing_and_privacy_deletes_everywhere() {
    let mut world = World::standard();
    world.join(OTHER_GUILD, ENGLISH, &[]);
    let scene = Scene::with(world, "").await;
    let person = scene.fake.person(ENGLISH);
    let view = profile(&person).await;
    let menu = "Choose your industry";
    choose(&person, &view, menu, &["Manufacturing"]).await;
    assert!(
        of_other_guild(&scene, ENGLISH)
            .await
            .contains("Industry: **open**")
    );
    let direct = profile(&person.clone().in_dm()).await;
    assert!(
        direct.seen().contains("Industry: **open**"),
        "{}",
        direct.seen()
    );
    let kept = shown(person.slash("privacy", json!({}))).await;
    insta::assert_snapshot!("privacy_shows_the_company", kept.seen());
    let gone = press(&person, &kept, "Delete").await.seen();
    assert!(gone.contains("Company profiles deleted: 1"), "{gone}");
    let after = profile(&person).await.seen();
    assert!(after.contains("Industry: **open**"), "{after}");
    scene.close();
}

#[tokio::test]
async fn next_steps_fit_the_company_where_nobody_else_sees_it() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let view = profile(&asker).await;
    choose(&asker, &view, INDUSTRY, &["製造業"]).await;
    let ask = async |is_private: bool| {
        let options = json!({"question": QUESTION, "private": is_private});
        shown(asker.slash("ask", options)).await.seen()
    };
    let private = ask(true).await;
    assert!(
        private.contains("登録された会社の情報(製造業)"),
        "{private}"
    );
    let public = ask(false).await;
    assert!(!public.contains("製造業"), "{public}");
    scene.close();
}

#[tokio::test]
async fn a_company_is_deleted_only_when_it_is_sure() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let view = profile(&asker).await;
    choose(&asker, &view, INDUSTRY, &["製造業"]).await;
    let asked = press(&asker, &view, "会社の情報を消す").await;
    assert_eq!(asked.message_id(), view.message_id());
    let back = press(&asker, &view, "戻る").await.seen();
    assert!(back.contains("業種: **製造業**"), "{back}");
    press(&asker, &view, "会社の情報を消す").await;
    let gone = press(&asker, &view, "はい、消す").await.seen();
    assert!(gone.contains("業種: **まだ**"), "{gone}");
    let kept = shown(asker.slash("privacy", json!({}))).await.seen();
    assert!(
        kept.contains("あなたについて残っているものはありません"),
        "{kept}"
    );
    scene.close();
}
