//! `/drill` when something goes wrong: no thread can be opened, a crash at the moment when something is due.

use crate::drill::{BEST, BY_HAND, begun, called, happened, on, titles};
use crate::fake::world::{ASKER, GENERAL, permission};
use crate::fake::{RestFailure, World, seen};
use crate::house::House;
use crate::scene::{Scene, press};

const MESSAGES: &str = "/channels/{channel_id}/messages";

#[tokio::test]
async fn where_no_thread_can_be_opened_that_is_said_and_it_can_be_tried_again() {
    let mut world = World::standard();
    world.deny_bot(GENERAL, permission::CREATE_PUBLIC_THREADS);
    let scene = Scene::with(world, BY_HAND).await;
    let asker = scene.fake.person(ASKER);
    let invitation = called(&asker).await;
    press(&asker, &invitation, "参加する").await;
    press(&asker, &invitation, "始める").await;
    let told = seen(&scene.said_in(GENERAL)[0]);
    assert!(told.contains("スレッドを作れませんでした"), "{told}");
    scene.fake.change_world(|world| {
        let channel = world.channels.get_mut(&GENERAL).unwrap();
        channel.overwrites.clear();
    });
    press(&asker, &invitation, "始める").await;
    happened(&scene.fake, invitation.message_id(), 1).await;
    scene.close();
}

#[tokio::test]
async fn a_thread_that_was_opened_before_the_greeting_failed_is_used_by_the_next_press() {
    let scene = Scene::with(World::standard(), BY_HAND).await;
    let asker = scene.fake.person(ASKER);
    let invitation = called(&asker).await;
    press(&asker, &invitation, "参加する").await;
    scene
        .fake
        .fail("POST", MESSAGES, 1, RestFailure::Status(400));
    press(&asker, &invitation, "始める").await;
    let told = seen(&scene.said_in(GENERAL)[0]);
    assert!(told.contains("スレッドを作れませんでした"), "{told}");
    press(&asker, &invitation, "始める").await;
    happened(&scene.fake, invitation.message_id(), 1).await;
    scene.close();
}

#[tokio::test]
async fn a_crash_at_the_moment_when_something_is_due_neither_loses_nor_doubles_it() {
    let house = House::new(World::standard(), BY_HAND).await;
    let mut bot = house.open().await;
    let asker = house.fake.person(ASKER);
    let thread = begun(&house.fake, &[&asker]).await;
    let first = happened(&house.fake, thread, 1).await;
    on(&asker, thread, &first, BEST[0]).await;
    // It is there, but the program never hears so.
    house.fake.fail("POST", MESSAGES, 100, RestFailure::Lost);
    on(&asker, thread, &first, "次へ").await;
    let second = happened(&house.fake, thread, 2).await;
    house.kill(&mut bot).await;
    house.fake.fail_no_more();
    let again = house.open().await;
    on(&asker, thread, &second, BEST[1]).await;
    on(&asker, thread, &second, "次へ").await;
    happened(&house.fake, thread, 3).await;
    let titles = titles(&house.fake, thread);
    let times = titles.iter().filter(|title| title.contains("(2/5)"));
    assert_eq!(times.count(), 1, "{titles:#?}");
    house.close(&[&bot, &again]);
}
