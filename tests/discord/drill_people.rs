//! Who takes part in a `/drill`: seats, those who watch, what is said in its thread, those who ask to be forgotten.

use serde_json::json;

use crate::drill::{BEST, BY_HAND, begun, called, happened, on, titles};
use crate::fake::world::{self, ADMIN, ASKER, ENGLISH, GENERAL, HELPER};
use crate::fake::{Id, Interaction, World, seen};
use crate::scene::{Scene, id, press, shown};

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
