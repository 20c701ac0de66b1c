//! The buttons below an answer that lead deeper: what they open, for whom, and that what others read stays.

use serde_json::{Value, json};

use crate::fake::world::{ASKER, GENERAL, HELPER, OTHER_BOT};
use crate::fake::{Actor, Id, seen};
use crate::scene::{Scene, id, press, shown};
use crate::stable::stable;

const QUESTION: &str = "ランサムウェアへの備えは何をすればいいですか";
const ABSTAINS: &str = "アメリカの州ごとのプライバシー法の違いを教えて";

/// Asks as a member; returns the answer's number.
async fn answer(scene: &Scene, question: &str) -> Id {
    let asker = scene.fake.person(ASKER);
    id(&asker.mentions(question).reply().await)
}

/// The labels of the buttons of a message.
fn buttons(scene: &Scene, message: Id) -> Vec<String> {
    let message = scene.fake.message(message).unwrap();
    let rows = message["components"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    let parts = rows
        .iter()
        .flat_map(|row| row["components"].as_array().cloned().unwrap());
    let buttons = parts.filter(|part| part["type"] == 2 && part["url"].is_null());
    buttons
        .map(|button| button["label"].as_str().unwrap().to_owned())
        .collect()
}

/// Opens a section of several pages by name.
async fn long_section(person: &Actor) -> crate::fake::Interaction {
    let options = json!({"document": "scs-evaluation", "section": "5"});
    shown(person.slash("guideline", options)).await
}

#[tokio::test]
async fn a_view_opens_for_whoever_presses_and_the_answer_stays() {
    let scene = Scene::open().await;
    let answer = answer(&scene, QUESTION).await;
    let before = scene.fake.message(answer);
    let helper = scene.fake.person(HELPER);
    for button in ["全文を読む", "関連", "次の一手をくわしく"] {
        let opened = shown(helper.press(answer, button)).await;
        assert_eq!(opened.response().unwrap().kind, 4, "{button}");
        assert!(opened.is_ephemeral(), "{button}");
    }
    assert_eq!(scene.fake.message(answer), before);
    assert_eq!(scene.said_in(GENERAL).len(), 1);
    scene.close();
}

#[tokio::test]
async fn the_full_section_is_read_page_by_page_in_one_place() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let first = long_section(&asker).await;
    let first_page = first.seen();
    let second = press(&asker, &first, "次 ▶").await;
    assert_eq!(second.response().unwrap().kind, 7);
    assert_eq!(second.message_id(), first.message_id());
    assert!(second.seen().contains("2 / "), "{}", second.seen());
    assert_ne!(second.seen(), first_page);
    let back = press(&asker, &second, "◀ 前").await;
    assert_eq!(back.message_id(), first.message_id());
    assert_eq!(back.seen(), first_page);
    scene.close();
}

#[tokio::test]
async fn the_full_section_of_an_answer_is_shown_word_for_word_with_its_place() {
    let scene = Scene::open().await;
    let answer = answer(&scene, QUESTION).await;
    let opened = shown(scene.fake.person(ASKER).press(answer, "全文を読む")).await;
    insta::assert_snapshot!(stable(&opened.seen()));
    scene.close();
}

#[tokio::test]
async fn related_sections_lead_on_by_a_menu() {
    let scene = Scene::open().await;
    let answer = answer(&scene, QUESTION).await;
    let asker = scene.fake.person(ASKER);
    let related = shown(asker.press(answer, "関連")).await;
    insta::assert_snapshot!(stable(&related.seen()));
    let message = related.message().unwrap();
    let option = message["components"][0]["components"][0]["options"][0]["label"].clone();
    let option = option.as_str().unwrap();
    let read = shown(asker.select(related.message_id(), "読む節を選ぶ", &[option])).await;
    assert!(
        read.seen().contains(&format!("# {option}")),
        "{}",
        read.seen()
    );
    scene.close();
}

#[tokio::test]
async fn a_quoted_section_opens_from_the_menu_below_the_answer() {
    let scene = Scene::open().await;
    let answer = answer(&scene, QUESTION).await;
    let message = scene.fake.message(answer).unwrap();
    let rows = message["components"].as_array().unwrap();
    let menu = rows
        .iter()
        .find(|row| row["components"][0]["type"] == 3)
        .unwrap();
    let option = menu["components"][0]["options"][1]["label"]
        .as_str()
        .unwrap();
    let menu = "引用した節・関連する節を読む";
    let opened = shown(scene.fake.person(ASKER).select(answer, menu, &[option])).await;
    assert!(opened.is_ephemeral());
    assert!(
        opened.seen().contains(&format!("# {option}")),
        "{}",
        opened.seen()
    );
    scene.close();
}

#[tokio::test]
async fn next_steps_are_told_in_detail_page_by_page() {
    let scene = Scene::open().await;
    let answer = answer(&scene, QUESTION).await;
    let asker = scene.fake.person(ASKER);
    let steps = shown(asker.press(answer, "次の一手をくわしく")).await;
    insta::assert_snapshot!(stable(&steps.seen()));
    let next = press(&asker, &steps, "次 ▶").await;
    assert_eq!(next.message_id(), steps.message_id());
    assert!(next.seen().contains("2 / "), "{}", next.seen());
    scene.close();
}

#[tokio::test]
async fn what_did_not_fit_stands_on_the_next_page() {
    let scene = Scene::open().await;
    let answer = answer(&scene, "We lost a phone with customer data").await;
    let further = shown(scene.fake.person(ASKER).press(answer, "Next page")).await;
    assert!(further.is_ephemeral());
    // Which quotes are left over depends on how many offices are open now; that they are is asserted.
    let quotes = |message: &Value| -> Vec<String> {
        let fields = message["embeds"][0]["fields"].as_array().unwrap().iter();
        let names = fields.map(|field| field["name"].as_str().unwrap());
        let quotes = names.filter(|name| name.starts_with('[') && !name.contains("(continued)"));
        quotes
            .map(|name| name.split_once("] ").unwrap().1.to_owned())
            .collect()
    };
    let first = quotes(&scene.fake.message(answer).unwrap());
    let second = quotes(&further.message().unwrap());
    assert!(!second.is_empty(), "{}", further.seen());
    assert!(
        second.iter().all(|quote| !first.contains(quote)),
        "{first:?} {second:?}"
    );
    scene.close();
}

#[tokio::test]
async fn without_an_answer_the_closest_topics_are_buttons() {
    let scene = Scene::open().await;
    let answer = answer(&scene, ABSTAINS).await;
    insta::assert_snapshot!(stable(&seen(&scene.fake.message(answer).unwrap())));
    let topic = buttons(&scene, answer)[0].clone();
    let opened = shown(scene.fake.person(ASKER).press(answer, &topic)).await;
    assert!(opened.is_ephemeral());
    assert!(opened.seen().contains("出典"), "{}", opened.seen());
    scene.close();
}

#[tokio::test]
async fn a_section_is_shared_to_the_channel_by_whoever_reads_it() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let page = long_section(&asker).await;
    let page = press(&asker, &page, "次 ▶").await;
    let read = page.message().unwrap()["embeds"][0]["description"].clone();
    let done = press(&asker, &page, "チャンネルに共有").await;
    let done_seen = done.seen();
    assert!(done_seen.contains("共有しました"), "{done_seen}");
    let shared = scene.said_in(GENERAL);
    assert_eq!(shared.len(), 1);
    assert_eq!(
        shared[0]["embeds"][0]["description"], read,
        "the page that was read"
    );
    assert_eq!(
        page.message().unwrap()["embeds"][0]["description"],
        read,
        "it stays open"
    );
    scene.close();
}

#[tokio::test]
async fn a_shared_section_is_not_shared_again_and_turned_for_oneself() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let page = long_section(&asker).await;
    press(&asker, &page, "チャンネルに共有").await;
    let shared = scene.said_in(GENERAL).remove(0);
    assert!(!buttons(&scene, id(&shared)).contains(&"チャンネルに共有".to_owned()));
    let turned = shown(scene.fake.person(HELPER).press(id(&shared), "次 ▶")).await;
    assert!(turned.is_ephemeral());
    assert_eq!(scene.said_in(GENERAL), [shared]);
    scene.close();
}

#[tokio::test]
async fn in_direct_messages_nothing_can_be_shared_or_handed_over() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER).in_dm();
    let answer = id(&asker.says(QUESTION).reply().await);
    let section = shown(asker.press(answer, "全文を読む")).await;
    for message in [answer, section.message_id()] {
        let buttons = buttons(&scene, message);
        for absent in ["チャンネルに共有", "人に相談", "続けて質問(スレッド)"]
        {
            assert!(!buttons.contains(&absent.to_owned()), "{buttons:?}");
        }
    }
    scene.close();
}

#[tokio::test]
async fn buttons_work_after_a_restart() {
    let mut scene = Scene::open().await;
    let answer = answer(&scene, QUESTION).await;
    let asker = scene.fake.person(ASKER);
    let labels = buttons(&scene, answer);
    assert!(labels.len() >= 7, "{labels:?}");
    scene.restart().await;
    for label in labels {
        let pressed = asker.press(answer, &label).unwrap();
        let first = pressed.wait_response(crate::scene::LONG).await.unwrap();
        if first.kind == 9 {
            continue;
        }
        pressed.settled().await;
        assert!(
            !pressed.seen().contains("このボタンはもう使えません"),
            "{label}"
        );
    }
    scene.close();
}

#[tokio::test]
async fn an_answer_from_a_message_menu_has_the_same_buttons() {
    let scene = Scene::open().await;
    let said = scene.fake.person(ASKER).says(QUESTION);
    let asked = shown(
        scene
            .fake
            .person(HELPER)
            .on_message("この質問に答える", said.message),
    )
    .await;
    let mentioned = answer(&scene, QUESTION).await;
    assert_eq!(
        buttons(&scene, asked.message_id()),
        buttons(&scene, mentioned)
    );
    assert!(
        scene
            .fake
            .person(OTHER_BOT)
            .press(mentioned, "関連")
            .is_ok()
    );
    scene.close();
}
