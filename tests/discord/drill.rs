//! `/drill`: an exercise in a thread, from the invitation to the report.

use std::time::Duration;

use serde_json::{Value, json};

use crate::fake::world::{self, ADMIN, ASKER, ENGLISH, GENERAL, HELPER};
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
    let detailed = on(&asker, thread, &report, "次の一手を詳しく").await;
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
async fn the_sixth_person_is_told_kindly_that_there_is_no_seat() {
    let mut world = World::standard();
    let people: Vec<Id> = (0..6).map(|number| ASKER + 100 + number).collect();
    for person in &people {
        world.add_person(*person, "社員", "ja");
        world.join(world::GUILD, *person, &[]);
    }
    let scene = Scene::with(world, BY_HAND).await;
    let invitation = called(&scene.fake.person(ASKER)).await;
    for person in &people[..5] {
        press(&scene.fake.person(*person), &invitation, "参加する").await;
    }
    let again = press(&scene.fake.person(people[0]), &invitation, "参加する").await;
    assert!(
        again.seen().contains("もう参加しています"),
        "{}",
        again.seen()
    );
    let sixth = press(&scene.fake.person(people[5]), &invitation, "参加する").await;
    assert!(
        sixth.seen().contains("席がいっぱいです"),
        "{}",
        sixth.seen()
    );
    let shown = seen(&scene.said_in(GENERAL)[0]);
    assert!(shown.contains("参加する人(5/5)"), "{shown}");
    scene.close();
}

#[tokio::test]
async fn people_who_press_at_once_all_get_their_seats() {
    let scene = Scene::with(World::standard(), BY_HAND).await;
    let people = [ASKER, HELPER, ADMIN, ENGLISH].map(|person| scene.fake.person(person));
    let invitation = called(&people[0]).await;
    let pressed: Vec<Interaction> = people
        .iter()
        .map(|person| person.press(invitation.message_id(), "参加する").unwrap())
        .collect();
    for one in &pressed {
        one.settled().await;
    }
    press(&people[0], &invitation, "始める").await;
    let first = happened(&scene.fake, invitation.message_id(), 1).await;
    assert!(seen(&first).contains("選んだ人: 0/4"), "{}", seen(&first));
    scene.close();
}

#[tokio::test]
async fn who_does_not_take_part_may_watch_but_neither_begin_choose_nor_stop() {
    let scene = Scene::with(World::standard(), BY_HAND).await;
    let (asker, other) = (scene.fake.person(ASKER), scene.fake.person(HELPER));
    let invitation = called(&asker).await;
    let early = press(&asker, &invitation, "始める").await;
    assert!(
        early.seen().contains("まだだれも参加していません"),
        "{}",
        early.seen()
    );
    press(&asker, &invitation, "参加する").await;
    let refused = press(&other, &invitation, "始める").await;
    assert!(
        refused.seen().contains("参加している人だけ"),
        "{}",
        refused.seen()
    );
    press(&asker, &invitation, "始める").await;
    let thread = invitation.message_id();
    let first = happened(&scene.fake, thread, 1).await;
    for button in [BEST[0], "訓練をやめる"] {
        let refused = on(&other, thread, &first, button).await;
        assert!(
            refused.seen().contains("参加している人だけ"),
            "{}",
            refused.seen()
        );
    }
    let off = other.clone().at(thread).press(id(&first), "次へ");
    assert!(off.is_err(), "not before all have chosen");
    on(&asker, thread, &first, BEST[0]).await;
    on(&asker, thread, &first, "次へ").await;
    happened(&scene.fake, thread, 2).await;
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
async fn what_people_say_in_the_thread_is_no_question() {
    let mut world = World::standard();
    world.granted_intents = 1 << 15;
    let settings = format!("{BY_HAND}message_content = true\n");
    let mut scene = Scene::with(world, &settings).await;
    let asker = scene.fake.person(ASKER);
    let thread = begun(&scene.fake, &[&asker]).await;
    let before = titles(&scene.fake, thread).len();
    let said = asker
        .clone()
        .at(thread)
        .says("パソコンがランサムウェアに感染した、どうする?");
    scene.finish().await;
    assert_eq!(said.replies().len(), 0);
    assert_eq!(scene.said_in(thread).len(), before);
    scene.close();
}

#[tokio::test]
async fn a_person_who_asks_to_be_forgotten_leaves_a_seat_of_nobody() {
    let scene = Scene::with(World::standard(), BY_HAND).await;
    let (asker, helper) = (scene.fake.person(ASKER), scene.fake.person(HELPER));
    let thread = begun(&scene.fake, &[&asker, &helper]).await;
    let kept = shown(asker.slash("privacy", json!({}))).await;
    assert!(
        kept.seen().contains("訓練に参加した記録: 1 件"),
        "{}",
        kept.seen()
    );
    let forgotten = press(&asker, &kept, "消す").await;
    assert!(
        forgotten.seen().contains("訓練の席 1 件"),
        "{}",
        forgotten.seen()
    );
    let first = happened(&scene.fake, thread, 1).await;
    let refused = on(&asker, thread, &first, BEST[0]).await;
    assert!(
        refused.seen().contains("参加している人だけ"),
        "{}",
        refused.seen()
    );
    let decided = on(&helper, thread, &first, BEST[0]).await;
    assert!(
        decided.seen().contains("選んだ人: 1/2"),
        "{}",
        decided.seen()
    );
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
