//! `/crosswalk`: what somebody's company has of a scheme that a customer asks for.

use serde_json::json;

use crate::fake::world::{ASKER, ENGLISH, GENERAL};
use crate::scene::{Scene, press, read_on, shown};
use crate::stable::stable;

#[tokio::test]
async fn a_scheme_is_chosen_from_the_list_and_compared_in_its_place() {
    let scene = Scene::open().await;
    let person = scene.fake.person(ASKER);
    let list = shown(person.slash("crosswalk", json!({}))).await;
    assert!(list.is_ephemeral() && scene.said_in(GENERAL).is_empty());
    let scheme = "SECURITY ACTION 二つ星（★★）";
    let chosen = shown(person.select(list.message_id(), "求められた制度を選ぶ", &[scheme])).await;
    assert_eq!(chosen.message_id(), list.message_id());
    insta::assert_snapshot!(stable(&chosen.seen()));
    scene.close();
}

#[tokio::test]
async fn what_is_missing_leads_to_the_next_step_also_after_a_restart() {
    let mut scene = Scene::open().await;
    let person = scene.fake.person(ASKER);
    let options = json!({"want": "★3", "have": "five"});
    let first = shown(person.slash("crosswalk", options)).await;
    assert!(first.is_ephemeral());
    scene.restart().await;
    let person = scene.fake.person(ASKER);
    let item = "3-1-4 機密の区分・表示・扱い方の決まり";
    let menu = "項目を選んで、次にすることを見る";
    let detail = shown(person.select(first.message_id(), menu, &[item])).await;
    assert!(
        detail.seen().contains("5か条 4 = できている"),
        "{}",
        detail.seen()
    );
    let steps = press(&person, &detail, "次にすることを詳しく").await;
    assert!(
        steps.seen().contains("できたと言える目安"),
        "{}",
        steps.seen()
    );
    let read = read_on(&person, &first, "次 ▶").await;
    for id in ["1-2-1", "4-1-4", "5-1-1", "7-1-1"] {
        assert!(read.contains(&format!("**{id} ")), "{id}: {read}");
    }
    assert!(scene.said_in(GENERAL).is_empty());
    scene.close();
}

#[tokio::test]
async fn the_list_and_draft_answers_come_as_files() {
    let scene = Scene::open().await;
    let person = scene.fake.person(ASKER);
    let options = json!({"want": "self-check", "have": "six"});
    let page = shown(person.slash("crosswalk", options)).await;
    for (button, expected) in [
        ("この一覧をファイルで", "Sonaeの判断"),
        ("相手への回答の下書き", "〔会社名〕"),
    ] {
        let papers = press(&person, &page, button).await;
        assert!(papers.is_ephemeral());
        let files = scene.fake.files(papers.message_id());
        assert_eq!(files.len(), 4, "{}", papers.seen());
        let [workbook, html, markdown, csv] = files.try_into().unwrap();
        assert!(
            workbook.bytes.starts_with(b"PK"),
            "a workbook is a ZIP file"
        );
        for file in [html, markdown, csv] {
            let text = String::from_utf8(file.bytes.to_vec()).unwrap();
            assert!(text.contains(expected), "{}", file.name);
            assert!(text.matches("https://").count() >= 25, "{}", file.name);
        }
    }
    scene.close();
}

#[tokio::test]
async fn controls_are_found_by_their_english_names() {
    let scene = Scene::open().await;
    let person = scene.fake.person(ENGLISH);
    let typed = person.types("crosswalk", json!({"want": "multi-factor"}), "want");
    let choices = typed.unwrap().choices().await;
    assert_eq!(choices[0].1, "controls:mfa", "{choices:?}");
    let shown = shown(person.slash("crosswalk", json!({"want": "mfa"}))).await;
    insta::assert_snapshot!(stable(&shown.seen()));
    scene.close();
}

#[tokio::test]
async fn a_scheme_that_nobody_knows_is_answered_with_what_is_near() {
    let scene = Scene::open().await;
    let person = scene.fake.person(ASKER);
    for options in [
        json!({"want": "scs33"}),
        json!({"want": "scs3", "have": "scs33"}),
    ] {
        let near = shown(person.slash("crosswalk", options)).await;
        assert!(near.seen().contains("scs33"), "{}", near.seen());
    }
    scene.close();
}
