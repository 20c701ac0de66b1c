//! `/drill`: an exercise in a thread, from the invitation to the report.

use std::time::Duration;

use serde_json::{Value, json};

use crate::fake::world::{ADMIN, ASKER, ENGLISH, GENERAL, HELPER};
use crate::fake::{Actor, Id, Interaction, World, seen};
use crate::scene::{LONG, Scene, id, press, shown};
use crate::stable::stable;

/// Minutes so long that nothing happens by the clock: all goes on when people press.
pub const BY_HAND: &str = "[discord]\ndrill_minute_seconds = 600\n";
/// Minutes of a second.
const BY_CLOCK: &str = "[discord]\ndrill_minute_seconds = 1\n";

/// The best options of the drill in these scenes, in order.
pub const BEST: [&str; 5] = [
    "すぐ責任者に電話し、いつ、どこで、何をなくしたかを伝える",
    "遠隔ロックをかけ、位置を記録する。消すかは責任者が決める",
    "使っていたものを全部、別の端末からすぐ変える",
    "中のデータと人数、ロックと暗号化の有無を書き出し、警察に届ける",
    "報告の対象とみて、分かっている事だけで速報を準備する",
];
/// A harmful option of its first inject.
const WAITS: &str = "見つかるかもしれないので、月曜の朝まで待つ";

pub async fn called(person: &Actor) -> Interaction {
    shown(person.slash("drill", json!({"scenario": "lost-laptop"}))).await
}

/// Lets people take part and begins; returns the thread, in which the first inject stands.
pub async fn begun(fake: &crate::fake::Fake, people: &[&Actor]) -> Id {
    let invitation = called(people[0]).await;
    for person in people {
        press(person, &invitation, "参加する").await;
    }
    press(people[0], &invitation, "始める").await;
    // A thread at a message has the message's id.
    let thread = invitation.message_id();
    happened(fake, thread, 1).await;
    thread
}

/// Waits for an inject, by its number from 1.
pub async fn happened(fake: &crate::fake::Fake, thread: Id, number: usize) -> Value {
    titled(fake, thread, &format!("({number}/5)")).await
}

/// Waits for a message whose title has these words.
async fn titled(fake: &crate::fake::Fake, thread: Id, words: &str) -> Value {
    let is_it = |message: &Value| title(message).contains(words);
    let found = fake.await_message(thread, is_it, LONG).await;
    found.unwrap_or_else(|| panic!("never {words}: {:#?}", titles(fake, thread)))
}

fn title(message: &Value) -> &str {
    message["embeds"][0]["title"].as_str().unwrap_or_default()
}

pub fn titles(fake: &crate::fake::Fake, thread: Id) -> Vec<String> {
    let messages = fake.messages_in(thread);
    messages
        .iter()
        .map(|message| title(message).to_owned())
        .collect()
}

/// Presses a button on an inject.
pub async fn on(person: &Actor, thread: Id, inject: &Value, button: &str) -> Interaction {
    shown(person.clone().at(thread).press(id(inject), button)).await
}

/// Lets all decide alike about all injects, and goes on at once.
async fn played(scene: &Scene, thread: Id, people: &[&Actor]) {
    for (number, best) in (1..).zip(BEST) {
        let inject = happened(&scene.fake, thread, number).await;
        for person in people {
            on(person, thread, &inject, best).await;
        }
        on(people[0], thread, &inject, "次へ").await;
    }
}

#[tokio::test]
async fn two_people_play_a_drill_from_the_invitation_to_the_report() {
    let scene = Scene::with(World::standard(), BY_HAND).await;
    let (asker, helper) = (scene.fake.person(ASKER), scene.fake.person(HELPER));
    let invitation = called(&asker).await;
    assert!(!invitation.is_ephemeral());
    insta::assert_snapshot!("invitation", stable(&invitation.seen()));
    press(&asker, &invitation, "参加する").await;
    press(&helper, &invitation, "参加する").await;
    press(&asker, &invitation, "始める").await;
    insta::assert_snapshot!("begun", stable(&seen(&scene.said_in(GENERAL)[0])));
    let thread = invitation.message_id();
    let first = happened(&scene.fake, thread, 1).await;
    insta::assert_snapshot!("greeting", stable(&seen(&scene.said_in(thread)[0])));
    insta::assert_snapshot!("first", stable(&seen(&first)));
    on(&asker, thread, &first, WAITS).await;
    on(&asker, thread, &first, BEST[0]).await;
    on(&helper, thread, &first, WAITS).await;
    let split = on(&asker, thread, &first, "次へ").await;
    assert_eq!(split.response().unwrap().kind, 7, "{}", split.seen());
    let second = happened(&scene.fake, thread, 2).await;
    insta::assert_snapshot!("second", stable(&seen(&second)));
    for (number, best) in (1..).zip(BEST).skip(1) {
        let inject = happened(&scene.fake, thread, number).await;
        on(&asker, thread, &inject, best).await;
        on(&helper, thread, &inject, best).await;
        on(&helper, thread, &inject, "次へ").await;
    }
    let report = titled(&scene.fake, thread, "訓練の報告").await;
    insta::assert_snapshot!("report", stable(&seen(&report)));
    let detailed = on(&asker, thread, &report, "次の一手をくわしく").await;
    assert!(
        detailed.seen().contains("紛失時の名刺大カードを作り"),
        "{}",
        detailed.seen()
    );
    let papers = scene
        .fake
        .await_message(thread, has_files, LONG)
        .await
        .unwrap();
    let files = scene.fake.files(id(&papers));
    let paper = |ending: &str| {
        let file = files
            .iter()
            .find(|file| file.name.ends_with(ending))
            .unwrap();
        String::from_utf8(file.bytes.to_vec()).unwrap()
    };
    for text in [paper(".html"), paper(".md")] {
        assert!(
            text.contains("【訓練】") && text.contains("会社への連絡"),
            "{text}"
        );
    }
    for message in scene.said_in(thread) {
        assert!(title(&message).contains("【訓練】"), "{message:#}");
        assert!(seen(&message).contains("/事故対応"), "{message:#}");
    }
    scene.close();
}

fn has_files(message: &Value) -> bool {
    message["attachments"]
        .as_array()
        .is_some_and(|files| !files.is_empty())
}

#[tokio::test]
async fn a_drill_is_played_in_english_by_those_who_call_it_in_english() {
    let scene = Scene::with(World::standard(), BY_HAND).await;
    let emma = scene.fake.person(ENGLISH);
    let invitation = called(&emma).await;
    insta::assert_snapshot!("invitation_en", stable(&invitation.seen()));
    press(&emma, &invitation, "Take part").await;
    press(&emma, &invitation, "Begin").await;
    let thread = invitation.message_id();
    let first = happened(&scene.fake, thread, 1).await;
    insta::assert_snapshot!("first_en", stable(&seen(&first)));
    on(
        &emma,
        thread,
        &first,
        "Wait until Monday morning; it may turn up",
    )
    .await;
    on(&emma, thread, &first, "Next").await;
    let second = happened(&scene.fake, thread, 2).await;
    on(&emma, thread, &second, "Stop the drill").await;
    let report = titled(&scene.fake, thread, "Report of the drill").await;
    insta::assert_snapshot!("report_en", stable(&seen(&report)));
    scene.close();
}

#[tokio::test]
async fn what_nobody_hurries_comes_by_the_clock_once_over_a_restart_too() {
    let mut scene = Scene::with(World::standard(), BY_CLOCK).await;
    let asker = scene.fake.person(ASKER);
    let thread = begun(&scene.fake, &[&asker]).await;
    happened(&scene.fake, thread, 2).await;
    scene.restart().await;
    scene
        .fake
        .await_message(thread, has_files, LONG)
        .await
        .unwrap();
    let titles = titles(&scene.fake, thread);
    for number in 1..=5 {
        let inject = format!("({number}/5)");
        let times = titles
            .iter()
            .filter(|title| title.contains(&inject))
            .count();
        assert_eq!(times, 1, "{titles:#?}");
    }
    // The opening, five injects, the report, its papers.
    assert_eq!(titles.len(), 8, "{titles:#?}");
    scene.close();
}

#[tokio::test]
async fn decisions_outlive_a_restart_in_the_middle() {
    let mut scene = Scene::with(World::standard(), BY_HAND).await;
    let (asker, helper) = (scene.fake.person(ASKER), scene.fake.person(HELPER));
    let thread = begun(&scene.fake, &[&asker, &helper]).await;
    let first = happened(&scene.fake, thread, 1).await;
    on(&asker, thread, &first, BEST[0]).await;
    scene.restart().await;
    let decided = on(&helper, thread, &first, BEST[0]).await;
    assert!(
        decided.seen().contains("選んだ人: 2/2"),
        "{}",
        decided.seen()
    );
    on(&helper, thread, &first, "次へ").await;
    let second = seen(&happened(&scene.fake, thread, 2).await);
    assert!(second.contains("(2人)") && second.contains("◎"), "{second}");
    scene.close();
}

#[tokio::test]
async fn an_admin_can_stop_a_drill_and_nothing_comes_after_its_report() {
    let mut scene = Scene::with(World::standard(), BY_CLOCK).await;
    let asker = scene.fake.person(ASKER);
    let thread = begun(&scene.fake, &[&asker]).await;
    let first = happened(&scene.fake, thread, 1).await;
    on(&asker, thread, &first, WAITS).await;
    on(&scene.fake.person(ADMIN), thread, &first, "訓練をやめる").await;
    let report = seen(&titled(&scene.fake, thread, "訓練の報告").await);
    assert!(report.contains("途中で終わりました"), "{report}");
    assert!(report.contains("会社への連絡"), "{report}");
    scene
        .fake
        .await_message(thread, has_files, LONG)
        .await
        .unwrap();
    scene.finish().await;
    let titles = titles(&scene.fake, thread);
    let reports = titles.iter().filter(|title| title.contains("訓練の報告"));
    assert_eq!(reports.count(), 1, "{titles:#?}");
    scene.close();
}

#[tokio::test]
async fn a_drill_that_is_stopped_over_a_restart_still_has_its_report() {
    let mut scene = Scene::with(World::standard(), BY_HAND).await;
    let asker = scene.fake.person(ASKER);
    let thread = begun(&scene.fake, &[&asker]).await;
    let first = happened(&scene.fake, thread, 1).await;
    on(&asker, thread, &first, "訓練をやめる").await;
    scene.restart().await;
    let report = seen(&titled(&scene.fake, thread, "訓練の報告").await);
    assert!(report.contains("判断の記録はありません"), "{report}");
    scene.close();
}

#[tokio::test]
async fn scenarios_are_suggested_and_unknown_ones_told_with_those_near() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let typed = asker.types("drill", json!({"scenario": "ランサム"}), "scenario");
    let choices = typed.unwrap().choices().await;
    assert_eq!(choices[0].1, "ransomware-factory", "{choices:?}");
    let all = asker.types("drill", json!({"scenario": ""}), "scenario");
    assert!(all.unwrap().choices().await.len() >= 4);
    let unknown = shown(asker.slash("drill", json!({"scenario": "地震"}))).await;
    assert!(unknown.is_ephemeral(), "{}", unknown.seen());
    let direct = shown(
        asker
            .in_dm()
            .slash("drill", json!({"scenario": "lost-laptop"})),
    )
    .await;
    assert!(direct.seen().contains("サーバー"), "{}", direct.seen());
    scene.close();
}

#[tokio::test]
async fn two_drills_at_once_are_apart() {
    let scene = Scene::with(World::standard(), BY_HAND).await;
    let (asker, helper) = (scene.fake.person(ASKER), scene.fake.person(HELPER));
    let one = begun(&scene.fake, &[&asker]).await;
    let other = begun(&scene.fake, &[&helper]).await;
    played(&scene, one, &[&asker]).await;
    titled(&scene.fake, one, "訓練の報告").await;
    assert_eq!(titles(&scene.fake, other).len(), 2);
    let first = happened(&scene.fake, other, 1).await;
    let decided = on(&helper, other, &first, BEST[0]).await;
    assert!(
        decided.seen().contains("選んだ人: 1/1"),
        "{}",
        decided.seen()
    );
    assert!(decided.wait_settled(Duration::from_secs(1)).await);
    scene.close();
}
