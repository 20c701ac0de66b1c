//! `/incident`: a checklist that everybody in the channel ticks.

use serde_json::json;

use crate::fake::world::{ASKER, BOT, ENGLISH, GENERAL, HELPER};
use crate::fake::{Actor, Interaction, seen};
use crate::scene::{Scene, press, read_on, shown};
use crate::stable::stable;

async fn opened(person: &Actor) -> Interaction {
    shown(person.slash("incident", json!({"kind": "ransomware"}))).await
}

/// The lines of the checklist's steps, as they are in the channel now.
fn steps(scene: &Scene) -> Vec<String> {
    let seen = seen(&scene.said_in(GENERAL)[0]);
    let lines = seen
        .lines()
        .filter(|line| line.contains('⬜') || line.contains('✅'));
    // The row of buttons has ticks, too.
    let lines = lines.filter(|line| line.starts_with('│'));
    lines.map(str::to_owned).collect()
}

#[tokio::test]
async fn a_checklist_stands_in_the_channel_for_everybody() {
    let scene = Scene::open().await;
    let list = opened(&scene.fake.person(ASKER)).await;
    assert!(!list.is_ephemeral());
    assert_eq!(list.response().unwrap().kind, 4, "at once");
    assert_eq!(scene.said_in(GENERAL).len(), 1);
    insta::assert_snapshot!(stable(&list.seen()));
    scene.close();
}

#[tokio::test]
async fn two_people_tick_and_everybody_sees_who_did_what() {
    let scene = Scene::open().await;
    let (asker, helper) = (scene.fake.person(ASKER), scene.fake.person(HELPER));
    let list = opened(&asker).await;
    let ticked = press(&asker, &list, "1").await;
    assert_eq!(ticked.response().unwrap().kind, 7, "in place");
    assert_eq!(ticked.message_id(), list.message_id());
    press(&helper, &list, "3").await;
    let description = scene.said_in(GENERAL)[0]["embeds"][0]["description"].clone();
    let description = description.as_str().unwrap();
    let line = |number: &str| {
        description
            .lines()
            .find(|line| line.contains(number))
            .unwrap()
    };
    assert!(line(" 1. ").starts_with('✅') && line(" 1. ").contains(&format!("<@{ASKER}>")));
    assert!(line(" 2. ").starts_with('⬜'));
    assert!(line(" 3. ").starts_with('✅') && line(" 3. ").contains(&format!("<@{HELPER}>")));
    assert!(description.contains("済んだもの: 2 / 8"), "{description}");
    scene.close();
}

#[tokio::test]
async fn a_tick_is_taken_back_by_anybody() {
    let scene = Scene::open().await;
    let list = opened(&scene.fake.person(ASKER)).await;
    let before = steps(&scene);
    press(&scene.fake.person(ASKER), &list, "2").await;
    assert_ne!(steps(&scene), before);
    press(&scene.fake.person(HELPER), &list, "✅ 2").await;
    assert_eq!(steps(&scene), before);
    scene.close();
}

#[tokio::test]
async fn ticks_outlive_a_restart() {
    let mut scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let list = opened(&asker).await;
    press(&asker, &list, "1").await;
    scene.restart().await;
    press(&asker, &list, "2").await;
    let ticked: Vec<bool> = steps(&scene)
        .iter()
        .map(|line| line.contains('✅'))
        .collect();
    assert_eq!(ticked[..3], [true, true, false]);
    scene.close();
}

#[tokio::test]
async fn two_checklists_of_one_kind_are_apart() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let (first, second) = (opened(&asker).await, opened(&asker).await);
    press(&asker, &first, "1").await;
    press(&asker, &second, "2").await;
    let done = |list: &Interaction| list.message().unwrap()["embeds"][0]["description"].to_string();
    assert!(done(&first).contains("✅ 1.") && done(&first).contains("⬜ 2."));
    assert!(done(&second).contains("⬜ 1.") && done(&second).contains("✅ 2."));
    scene.close();
}

#[tokio::test]
async fn the_parts_open_for_whoever_presses() {
    let scene = Scene::open().await;
    let list = opened(&scene.fake.person(ASKER)).await;
    let helper = scene.fake.person(HELPER);
    let mut parts = String::new();
    for part in [
        "してはいけないこと",
        "証拠として残すもの",
        "法律上の期限",
        "根拠の資料",
    ] {
        let opened = press(&helper, &list, part).await;
        assert!(opened.is_ephemeral(), "{part}");
        parts.push_str(&format!("{}\n\n", stable(&opened.seen())));
    }
    insta::assert_snapshot!(parts);
    let windows = press(&helper, &list, "相談窓口").await;
    let windows = read_on(&helper, &windows, "次 ▶").await;
    assert!(windows.contains("電話 **"), "{windows}");
    assert_eq!(scene.said_in(GENERAL).len(), 1);
    scene.close();
}

#[tokio::test]
async fn every_kind_of_incident_opens_in_both_languages() {
    let scene = Scene::open().await;
    for person in [ASKER, ENGLISH] {
        let person = scene.fake.person(person);
        let kinds = person
            .types("incident", json!({}), "kind")
            .unwrap()
            .choices()
            .await;
        assert_eq!(kinds.len(), 13);
        for (name, kind) in kinds {
            for typed in [&kind, &name] {
                let list = shown(person.slash("incident", json!({"kind": typed}))).await;
                assert!(!list.is_ephemeral(), "{typed}: {}", list.seen());
            }
        }
    }
    scene.close();
}

#[tokio::test]
async fn a_tick_stays_without_the_name_of_somebody_who_had_it_deleted() {
    let scene = Scene::open().await;
    let (asker, helper) = (scene.fake.person(ASKER), scene.fake.person(HELPER));
    let list = opened(&asker).await;
    press(&asker, &list, "1").await;
    let kept = shown(asker.slash("privacy", json!({}))).await;
    press(&asker, &kept, "消す").await;
    press(&helper, &list, "2").await;
    let description = list.message().unwrap()["embeds"][0]["description"].to_string();
    assert!(
        description.contains("✅ 1.") && description.contains("だれか"),
        "{description}"
    );
    assert!(!description.contains(&ASKER.to_string()), "{description}");
    scene.close();
}

#[tokio::test]
async fn nobody_is_notified_by_a_tick() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let list = opened(&asker).await;
    press(&scene.fake.person(HELPER), &list, "1").await;
    let message = scene.fake.message(list.message_id()).unwrap();
    assert_eq!(message["mentions"], json!([]));
    assert_eq!(
        message["content"], "",
        "a mention inside a card calls nobody"
    );
    assert_eq!(message["author"]["id"], BOT.to_string());
    scene.close();
}

/// Opens the dialog behind a button and types into its only input.
async fn typed(person: &Actor, on: &Interaction, button: &str, text: &str) -> Interaction {
    let pressed = person.press(on.message_id(), button).unwrap();
    let label = pressed.modal().await["components"][0]["components"][0]["label"].clone();
    shown(person.submit(&pressed, &[(label.as_str().unwrap(), text)])).await
}

#[tokio::test]
async fn deadlines_are_counted_from_the_day_that_somebody_types() {
    let scene = Scene::open().await;
    for (person, kind, [part, count, again], name) in [
        (
            ASKER,
            "data-leak",
            ["法律上の期限", "期限を計算", "もう一度"],
            "counted_deadlines",
        ),
        (
            ENGLISH,
            "ransomware",
            ["Legal deadlines", "Count the deadlines", "Try again"],
            "counted_deadlines_en",
        ),
    ] {
        let person = scene.fake.person(person);
        let list = shown(person.slash("incident", json!({"kind": kind}))).await;
        let part = press(&person, &list, part).await;
        let unread = typed(&person, &part, count, "先週くらい").await;
        let future = typed(&person, &unread, again, "2999-01-01").await;
        assert!(unread.is_ephemeral() && future.is_ephemeral());
        assert_ne!(unread.seen(), future.seen());
        let counted = typed(&person, &future, again, "２０２６年１１月２０日").await;
        assert!(counted.is_ephemeral());
        insta::assert_snapshot!(name, stable(&counted.seen()));
    }
    scene.close();
}

#[tokio::test]
async fn the_record_of_an_incident_names_nobody_and_comes_in_every_form() {
    let mut scene = Scene::open().await;
    let (asker, helper) = (scene.fake.person(ASKER), scene.fake.person(HELPER));
    let list = opened(&asker).await;
    press(&asker, &list, "1").await;
    press(&helper, &list, "3").await;
    scene.restart().await;
    let record = typed(&helper, &list, "記録を受け取る", "2026-11-20").await;
    assert!(record.is_ephemeral());
    let id = record
        .followups()
        .last()
        .map_or(record.message_id(), crate::scene::id);
    let files = scene.fake.files(id);
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    for extension in [".xlsx", ".html", ".md", ".csv"] {
        assert!(
            names.iter().any(|name| name.ends_with(extension)),
            "{names:?}"
        );
    }
    let text = |extension: &str| {
        let mut files = files.iter();
        let file = files.find(|file| file.name.ends_with(extension)).unwrap();
        String::from_utf8_lossy(&file.bytes).into_owned()
    };
    for extension in [".html", ".md", ".csv"] {
        let text = text(extension);
        for words in [
            "手順1を済ませた",
            "手順3を済ませた",
            "2027年1月18日(月)まで",
            "メンバー",
        ] {
            assert!(text.contains(words), "{extension}: {words}\n{text}");
        }
        for person in [ASKER, HELPER] {
            assert!(!text.contains(&person.to_string()), "{extension}");
        }
        assert!(!text.contains("手順2を済ませた"));
    }
    assert!(text(".xlsx").starts_with("PK"));
    assert_eq!(scene.said_in(GENERAL).len(), 1);
    scene.close();
}

#[tokio::test]
async fn a_record_without_a_day_says_how_to_get_the_dates() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let list = opened(&asker).await;
    let record = typed(&asker, &list, "記録を受け取る", "").await;
    let id = record
        .followups()
        .last()
        .map_or(record.message_id(), crate::scene::id);
    let files = scene.fake.files(id);
    let page = files
        .iter()
        .find(|file| file.name.ends_with(".md"))
        .unwrap();
    let page = String::from_utf8_lossy(&page.bytes).into_owned();
    assert!(page.contains("気付いた日を入れると計算します"), "{page}");
    scene.close();
}
