//! Look-ups: what is suggested while somebody types, and what the commands open.

use serde_json::{Value, json};

use crate::fake::Actor;
use crate::fake::world::{ADMIN, ASKER, ENGLISH, GENERAL};
use crate::scene::{Scene, press, read_on, shown};
use crate::stable::stable;

/// What is suggested for the option `focused` of a command, as (name, value).
async fn suggested(
    person: &Actor,
    path: &str,
    options: Value,
    focused: &str,
) -> Vec<(String, String)> {
    let typed = person.types(path, options, focused).unwrap();
    let choices = typed.choices().await;
    assert_eq!(typed.response().unwrap().kind, 8);
    assert!(choices.len() <= 25, "{}", choices.len());
    choices
}

/// Checks the first suggestion for what is typed into the option `focused`.
async fn check(person: &Actor, path: &str, options: Value, focused: &str, expected: &str) {
    let choices = suggested(person, path, options.clone(), focused).await;
    let first = choices.first().map(|(_, value)| value.as_str());
    assert_eq!(first, Some(expected), "{options}: {choices:?}");
}

#[tokio::test]
async fn documents_are_suggested_however_they_are_typed() {
    let scene = Scene::open().await;
    let person = scene.fake.person(ASKER);
    for (typed, expected) in [
        ("中小企業ガイドライン", "ipa-sme-guideline"),
        ("じしゃしんだん", "ipa-sme-self-check-25"),
        ("terewa-ku", "telework-guideline"),
        ("trade secret", "trade-secret"),
        ("サイバーセキュリテイ基本法", "kihonho"),
        ("10大", "ipa-10threats"),
    ] {
        let options = json!({"document": typed});
        check(&person, "guideline", options, "document", expected).await;
    }
    scene.close();
}

#[tokio::test]
async fn sections_of_the_document_are_suggested_however_they_are_typed() {
    let scene = Scene::open().await;
    let person = scene.fake.person(ASKER);
    for (document, typed, expected) in [
        ("ipa-sme-self-check-25", "18", "No.18"),
        ("自社診断", "ぱすわーど", "No.3"),
        ("自社診断", "バックアプ", "No.11"),
        ("ipa-sme-self-check-25", "disposal", "No.18"),
        ("", "指示5", "meti-cs-keiei-guideline#指示5"),
    ] {
        let options = match document {
            "" => json!({"section": typed}),
            document => json!({"document": document, "section": typed}),
        };
        check(&person, "guideline", options, "section", expected).await;
    }
    scene.close();
}

#[tokio::test]
async fn useful_names_are_suggested_before_anything_is_typed() {
    let scene = Scene::open().await;
    let person = scene.fake.person(ASKER);
    for (path, options, focused) in [
        ("guideline", json!({}), "document"),
        ("guideline", json!({"document": ""}), "document"),
        (
            "guideline",
            json!({"document": "ipa-sme-guideline"}),
            "section",
        ),
        ("term", json!({}), "word"),
        ("incident", json!({}), "kind"),
    ] {
        let choices = suggested(&person, path, options, focused).await;
        assert!(choices.len() >= 5, "{path} {focused}: {choices:?}");
    }
    scene.close();
}

#[tokio::test]
async fn suggestions_are_in_the_language_of_the_client() {
    let scene = Scene::open().await;
    for (person, expected) in [(ASKER, "ランサムウェア"), (ENGLISH, "ransomware")] {
        let person = scene.fake.person(person);
        let choices = suggested(&person, "incident", json!({"kind": "ransom"}), "kind").await;
        assert_eq!(choices[0].1, "ransomware");
        assert!(
            choices[0].0.to_lowercase().contains(expected),
            "{choices:?}"
        );
    }
    scene.close();
}

#[tokio::test]
async fn a_suggested_section_opens_privately() {
    let scene = Scene::open().await;
    let person = scene.fake.person(ASKER);
    let document = &suggested(
        &person,
        "guideline",
        json!({"document": "自社診断"}),
        "document",
    )
    .await[0]
        .1;
    let options = json!({"document": document, "section": "18"});
    let section = &suggested(&person, "guideline", options, "section").await[0].1;
    let opened = shown(person.slash(
        "guideline",
        json!({"document": document, "section": section}),
    ))
    .await;
    assert_eq!(opened.response().unwrap().kind, 4, "at once");
    assert!(opened.is_ephemeral());
    assert!(scene.said_in(GENERAL).is_empty());
    insta::assert_snapshot!(stable(&opened.seen()));
    scene.close();
}

#[tokio::test]
async fn a_section_opens_by_words_that_nobody_suggested() {
    let scene = Scene::open().await;
    let person = scene.fake.person(ASKER);
    for (options, expected) in [
        (json!({"document": "自社診断", "section": "18"}), "No.18"),
        (
            json!({"document": "じしゃしんだん", "section": "Ｎｏ．１８"}),
            "No.18",
        ),
        (json!({"section": "meti-cs-keiei-guideline#指示5"}), "指示5"),
        (json!({"document": "中小企業ガイドライン"}), "節は"),
        (json!({}), "資料の一覧(42点)"),
    ] {
        let opened = shown(person.slash("guideline", options.clone())).await;
        assert!(
            opened.seen().contains(expected),
            "{options}: {}",
            opened.seen()
        );
        assert!(!opened.seen().contains("見つかりませんでした"), "{options}");
    }
    scene.close();
}

#[tokio::test]
async fn an_unknown_name_is_answered_with_what_is_near() {
    let scene = Scene::open().await;
    let person = scene.fake.person(ASKER);
    let near = shown(person.slash("guideline", json!({"document": "ガイドラインの本"}))).await;
    insta::assert_snapshot!("guideline_unknown_document", stable(&near.seen()));
    let options = json!({"document": "自社診断", "section": "99"});
    let near = shown(person.slash("guideline", options)).await;
    insta::assert_snapshot!("guideline_unknown_section", stable(&near.seen()));
    let near = shown(person.slash("term", json!({"word": "らんさむにゃん"}))).await;
    insta::assert_snapshot!("term_unknown", stable(&near.seen()));
    let near = shown(person.slash("incident", json!({"kind": "宇宙人"}))).await;
    insta::assert_snapshot!("incident_unknown", stable(&near.seen()));
    assert!(scene.said_in(GENERAL).is_empty());
    scene.close();
}

#[tokio::test]
async fn the_way_from_all_documents_to_a_section_goes_by_menus_in_one_place() {
    let scene = Scene::open().await;
    let person = scene.fake.person(ASKER);
    let all = shown(person.slash("guideline", json!({}))).await;
    let second = press(&person, &all, "次 ▶").await;
    assert_eq!(second.message_id(), all.message_id());
    let document = option(&second.message().unwrap(), 0);
    let sections = shown(person.select(all.message_id(), "資料を選ぶ", &[&document])).await;
    assert_eq!(sections.message_id(), all.message_id());
    let section = option(&sections.message().unwrap(), 0);
    let read = shown(person.select(all.message_id(), "読む節を選ぶ", &[&section])).await;
    assert!(
        read.seen().contains(&format!("# {section}")),
        "{}",
        read.seen()
    );
    scene.close();
}

/// The label of an option of the first menu.
fn option(message: &Value, position: usize) -> String {
    let rows = message["components"].as_array().unwrap();
    let menu = rows
        .iter()
        .find(|row| row["components"][0]["type"] == 3)
        .unwrap();
    let label = &menu["components"][0]["options"][position]["label"];
    label.as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_term_is_explained_in_plain_words() {
    let scene = Scene::open().await;
    let ja = shown(
        scene
            .fake
            .person(ASKER)
            .slash("term", json!({"word": "MFA"})),
    )
    .await;
    assert!(ja.is_ephemeral());
    let en = shown(
        scene
            .fake
            .person(ENGLISH)
            .slash("term", json!({"word": "ランサム"})),
    )
    .await;
    let both = format!("{}\n\n{}", stable(&ja.seen()), stable(&en.seen()));
    insta::assert_snapshot!(both);
    scene.close();
}

#[tokio::test]
async fn all_windows_are_listed_with_a_way_to_reach_each() {
    let scene = Scene::open().await;
    let person = scene.fake.person(ASKER);
    let page = shown(person.slash("windows", json!({}))).await;
    assert!(page.is_ephemeral());
    let seen = read_on(&person, &page, "次 ▶").await;
    // Whatever the hour is, everybody is there, each with a word about now.
    for name in ["IPA", "警察", "個人情報保護委員会"] {
        assert!(seen.contains(name), "{name}: {seen}");
    }
    assert!(
        seen.matches("照合").count() + seen.matches("確認").count() >= 20,
        "{seen}"
    );
    scene.close();
}

#[tokio::test]
async fn help_shows_what_the_caller_may_use() {
    let scene = Scene::open().await;
    let member = shown(scene.fake.person(ASKER).slash("help", json!({})))
        .await
        .seen();
    let admin = shown(scene.fake.person(ADMIN).slash("help", json!({})))
        .await
        .seen();
    insta::assert_snapshot!(member);
    assert!(!member.contains("知識ベース "), "{member}");
    assert!(admin.contains("/知識ベース 再構築"), "{admin}");
    scene.close();
}

#[tokio::test]
async fn about_names_every_document_with_edition_and_day_of_check() {
    let scene = Scene::open().await;
    let person = scene.fake.person(ASKER);
    let page = shown(person.slash("about", json!({}))).await;
    let seen = read_on(&person, &page, "次へ ▶").await;
    assert_eq!(seen.matches(" に公式ページと照合").count(), 42, "{seen}");
    assert!(seen.contains("知識の版: g000001"), "{seen}");
    scene.close();
}

#[tokio::test]
async fn look_ups_work_in_direct_messages() {
    let scene = Scene::open().await;
    let person = scene.fake.person(ASKER).in_dm();
    for (path, options) in [
        ("guideline", json!({"document": "自社診断", "section": "3"})),
        ("term", json!({"word": "VPN"})),
        ("windows", json!({})),
        ("help", json!({})),
        ("about", json!({})),
        ("privacy", json!({})),
    ] {
        let opened = shown(person.slash(path, options)).await;
        assert!(
            !opened.seen().contains("サーバーの中で"),
            "{path}: {}",
            opened.seen()
        );
    }
    scene.close();
}
