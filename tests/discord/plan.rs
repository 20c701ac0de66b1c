//! A plan from the first command to the papers on the boss's desk, over restarts and bad lines.

use serde_json::{Value, json};

use crate::fake::world::{ASKER, ENGLISH};
use crate::fake::{Actor, File, Id, Interaction, RestFailure};
use crate::scene::{Scene, press, shown};
use crate::stable::stable;

const PARTS: &str = "見たい時期を選ぶ";
const LINES: &str = "くわしく見るものを選ぶ(手順、済みの印)";
const PAPERS: &str = "書類にする";

async fn plan(person: &Actor, options: Value) -> Interaction {
    shown(person.slash("plan", options)).await
}

/// The message that an act showed last: what took longer is shown beside.
fn latest(acted: &Interaction) -> Id {
    let record = acted.record();
    let last = record.followups.last().copied();
    last.unwrap_or_else(|| acted.message_id())
}

/// The options of a menu of a message, by its placeholder.
fn options(view: &Interaction, placeholder: &str) -> Vec<Value> {
    let message = view.message().unwrap();
    let rows = message["components"].as_array().unwrap().clone();
    let mut menus = rows.iter().map(|row| &row["components"][0]);
    let menu = menus
        .find(|part| part["placeholder"] == placeholder)
        .unwrap();
    menu["options"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_plan_for_nobody_says_what_was_assumed_and_asks_for_the_company() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let view = plan(&asker, json!({})).await;
    assert!(view.is_ephemeral());
    let seen = view.seen();
    assert!(seen.contains("会社の情報がまだない"), "{seen}");
    assert!(seen.contains("人数は10人として計算しました"), "{seen}");
    assert!(seen.contains("今週") && seen.contains("根拠: ["), "{seen}");
    let profile = latest(&press(&asker, &view, "会社の情報を入れる").await);
    assert_ne!(profile, view.message_id(), "the plan stays");
    let industry = shown(asker.select(profile, "業種を選ぶ", &["製造業"])).await;
    let known = press(&asker, &industry, "計画を作る").await.seen();
    assert!(
        known.contains("製造業") && !known.contains("会社の情報がまだない"),
        "{known}"
    );
    scene.close();
}

#[tokio::test]
async fn all_pages_of_a_plan_are_read_in_place_also_after_a_restart() {
    let mut scene = Scene::open().await;
    let person = scene.fake.person(ENGLISH);
    let view = plan(&person, json!({"budget": 100_000, "hours": 6})).await;
    assert!(
        view.seen().contains("100,000 yen a year"),
        "{}",
        view.seen()
    );
    scene.restart().await;
    let person = scene.fake.person(ENGLISH);
    let parts = options(&view, "Choose when");
    assert!(parts.len() >= 4, "{parts:?}");
    let mut seen = String::new();
    for part in &parts {
        let value = part["value"].as_str().unwrap();
        let turned = shown(person.select(view.message_id(), "Choose when", &[value])).await;
        assert_eq!(turned.message_id(), view.message_id(), "turned in place");
        seen.push_str(&turned.seen());
    }
    for told in [
        "**This week (",
        "**Within a year (",
        "Figures for whoever decides about money",
    ] {
        assert!(seen.contains(told), "{told}: {seen}");
    }
    let last = stable(&view.seen());
    assert!(!last.contains("**This week ("), "{last}");
    scene.close();
}

#[tokio::test]
async fn a_line_is_told_in_full_and_marked_as_done_until_it_is_taken_back() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let view = plan(&asker, json!({})).await;
    let first = options(&view, LINES)[0].clone();
    let (label, value) = (
        first["label"].as_str().unwrap(),
        first["value"].as_str().unwrap(),
    );
    let title = label.split_once(". ").unwrap().1;
    let line = shown(asker.select(view.message_id(), LINES, &[value])).await;
    assert!(
        line.seen().contains(title) && line.seen().contains("1) "),
        "{}",
        line.seen()
    );
    let done = shown(asker.press(latest(&line), "済みにする")).await;
    assert_eq!(done.message_id(), latest(&line));
    assert!(
        done.seen().contains("済みの印を付けました"),
        "{}",
        done.seen()
    );
    let anew = press(&asker, &done, "計画を開き直す").await.seen();
    assert!(!anew.contains(title), "{anew}");
    let profile = shown(asker.slash("profile", json!({}))).await;
    assert!(
        profile.seen().contains("済んだこと: **1件**"),
        "{}",
        profile.seen()
    );
    press(&asker, &profile, "済みの印を全部外す").await;
    let reopened = press(&asker, &profile, "全部外す").await.seen();
    assert!(!reopened.contains("済んだこと"), "{reopened}");
    assert!(plan(&asker, json!({})).await.seen().contains(title));
    scene.close();
}

fn text(files: &[File], extension: &str) -> String {
    let mut files = files.iter();
    let file = files.find(|file| file.name.ends_with(extension)).unwrap();
    String::from_utf8(file.bytes.to_vec()).unwrap()
}

#[tokio::test]
async fn the_papers_of_a_plan_open_and_hold_every_line() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let view = plan(&asker, json!({"budget": 50_000})).await;
    let titles: Vec<String> = options(&view, LINES)
        .iter()
        .map(|option| {
            option["label"]
                .as_str()
                .unwrap()
                .split_once(". ")
                .unwrap()
                .1
                .to_owned()
        })
        .collect();
    let papers = press(&asker, &view, PAPERS).await;
    let message = scene.fake.message(latest(&papers)).unwrap();
    assert_eq!(message["attachments"].as_array().unwrap().len(), 4);
    for attachment in message["attachments"].as_array().unwrap() {
        assert!(attachment["description"].as_str().unwrap().contains("計画"));
    }
    let files = scene.fake.files(latest(&papers));
    // A workbook is a ZIP archive.
    let workbook = files
        .iter()
        .find(|file| file.name.ends_with(".xlsx"))
        .unwrap();
    assert!(workbook.bytes.starts_with(b"PK\x03\x04"), "no workbook");
    for extension in [".html", ".md", ".csv"] {
        let text = text(&files, extension);
        for title in &titles {
            assert!(
                text.contains(title.trim_end_matches('…')),
                "{extension}: {title}"
            );
        }
    }
    scene.close();
}

#[tokio::test]
async fn papers_that_were_not_taken_are_sent_again_byte_for_byte() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let view = plan(&asker, json!({})).await;
    let before = scene.fake.request_count();
    // The papers come with the first answer or, where that took longer, after it.
    for route in ["/callback", "/webhooks/{webhook_id}/{webhook_token}"] {
        scene.fake.fail("POST", route, 2, RestFailure::Status(503));
    }
    let papers = press(&asker, &view, PAPERS).await;
    assert_eq!(scene.fake.files(latest(&papers)).len(), 4);
    let sent = scene.fake.requests_since(before);
    let carried: Vec<_> = sent.iter().filter(|one| !one.files.is_empty()).collect();
    assert_eq!(carried.len(), 3);
    for one in &carried {
        for (file, first) in one.files.iter().zip(&carried[0].files) {
            assert_eq!((&file.name, &file.bytes), (&first.name, &first.bytes));
        }
    }
    scene.close();
}

#[tokio::test]
async fn what_is_not_in_a_plan_has_a_reason() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let view = plan(&asker, json!({"hours": 1})).await;
    let out = press(&asker, &view, "入らなかったものと理由").await;
    assert!(out.is_ephemeral());
    let seen = out.seen();
    assert!(
        seen.contains("同じ予算と時間なら、ほかのほうが効き目が大きい"),
        "{seen}"
    );
    let next = shown(asker.press(latest(&out), "次 ▶")).await;
    assert_eq!(next.message_id(), latest(&out), "turned in place");
    scene.close();
}

#[tokio::test]
async fn a_plan_takes_no_number_that_cannot_be() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    for odd in [json!({"hours": 745}), json!({"budget": -1})] {
        assert!(asker.slash("plan", odd).is_err());
    }
    assert_eq!(
        options(&plan(&asker, json!({"budget": 0, "hours": 0})).await, PARTS).len(),
        1
    );
    scene.close();
}
