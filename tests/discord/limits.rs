//! How much one may ask, and what whoever asks too much sees; suggestions cost nothing; long questions.

use std::time::Duration;

use serde_json::{Value, json};

use crate::evidence::QUESTION;
use crate::fake::{Interaction, World, seen, world};
use crate::scene::{LONG, Scene};

/// Refills so slowly that a scene sees nothing of it.
const SLOW: &str = "per_minute = 0.5";

async fn ask(scene: &Scene, person: u64, count: usize) -> Vec<Interaction> {
    let person = scene.fake.person(person);
    let ask = || person.slash("ask", json!({"question": QUESTION})).unwrap();
    let asked: Vec<Interaction> = (0..count).map(|_| ask()).collect();
    for one in &asked {
        assert!(one.wait_settled(LONG).await, "{}", scene.bot.output());
    }
    asked
}

/// Those that only their asker sees: a public question that is refused is told so privately.
fn refused(asked: &[Interaction]) -> Vec<&Interaction> {
    asked.iter().filter(|one| one.is_ephemeral()).collect()
}

#[tokio::test]
async fn the_eleventh_question_in_a_row_gets_a_private_message_with_the_wait() {
    let config = format!("[discord.user_budget]\nburst = 10\n{SLOW}");
    let scene = Scene::with(World::standard(), &config).await;
    let asked = ask(&scene, world::ASKER, 11).await;
    let refused = refused(&asked);
    assert_eq!(refused.len(), 1);
    insta::assert_snapshot!(refused[0].seen());
    assert!(!ask(&scene, world::HELPER, 1).await[0].is_ephemeral());
    scene.close();
}

#[tokio::test]
async fn ten_mentions_too_many_lead_to_one_private_message() {
    let config = format!("[discord.user_budget]\nburst = 10\n{SLOW}");
    let mut scene = Scene::with(World::standard(), &config).await;
    let member = scene.fake.person(world::ASKER);
    let said: Vec<_> = (0..20).map(|_| member.mentions(QUESTION)).collect();
    let direct = scene.fake.dm(world::ASKER);
    let told = scene
        .fake
        .await_message(direct, |_| true, LONG)
        .await
        .unwrap();
    insta::assert_snapshot!(seen(&told));
    scene.finish().await;
    let answered = said.iter().filter(|said| said.replies().len() == 1);
    assert_eq!(answered.count(), 10);
    assert_eq!(scene.fake.messages_in(direct).len(), 1);
    scene.close();
}

#[tokio::test]
async fn a_guild_that_asks_too_much_leaves_other_guilds_alone() {
    let config = format!("[discord.guild_budget]\nburst = 3\n{SLOW}");
    let scene = Scene::with(World::standard(), &config).await;
    let mut asked = Vec::new();
    for person in [world::ASKER, world::HELPER, world::ADMIN, world::ENGLISH] {
        asked.extend(ask(&scene, person, 1).await);
    }
    assert_eq!(refused(&asked).len(), 1);
    assert!(asked[3].is_ephemeral());
    insta::assert_snapshot!(asked[3].seen());
    assert!(!ask(&scene, world::OUTSIDER, 1).await[0].is_ephemeral());
    scene.close();
}

#[tokio::test]
async fn when_nobody_may_wait_those_who_come_together_hear_that_it_is_busy() {
    let config = "[discord]\nconcurrent_questions = 1\nwaiting_questions = 0\n\
        [discord.user_budget]\nburst = 1000";
    let scene = Scene::with(World::standard(), config).await;
    let asked = ask(&scene, world::ASKER, 60).await;
    let shown: Vec<String> = asked.iter().map(Interaction::seen).collect();
    let is_busy = |shown: &&String| shown.contains("いま混み合っています");
    let busy = shown.iter().filter(is_busy).count();
    assert!((1..60).contains(&busy), "{busy} of 60 were busy");
    insta::assert_snapshot!(shown.iter().find(is_busy).unwrap());
    assert_eq!(scene.references(), Vec::<String>::new());
    let later = ask(&scene, world::ASKER, 1).await[0].seen();
    assert!(!is_busy(&&later));
    scene.close();
}

#[tokio::test]
async fn a_thousand_suggestions_are_given_in_time_and_cost_no_question() {
    let config = format!("[discord.user_budget]\nburst = 10\n{SLOW}");
    let scene = Scene::with(World::standard(), &config).await;
    let member = scene.fake.person(world::ASKER);
    let typed = [
        "",
        "ぱす",
        "パスワード",
        "backup",
        "5.1",
        "ランサム",
        "zzzz",
        "けいえい",
        "<@1>",
        "情報",
    ];
    // One batch is on its way at a time, so that the fake's own work does not count as the bot's.
    for batch in 0..20 {
        let typing: Vec<Interaction> = (0..50)
            .map(|number| {
                let option = ["document", "section"][(batch + number) % 2];
                let text = typed[number % typed.len()];
                member
                    .types("guideline", json!({option: text}), option)
                    .unwrap()
            })
            .collect();
        for one in typing {
            let response = one.wait_response(Duration::from_secs(10)).await.unwrap();
            assert_eq!(response.kind, 8);
            // More than 25, or later than three seconds, would be a violation.
            assert!(response.after < Duration::from_secs(3));
            assert!(one.choices().await.len() <= 25);
        }
    }
    let asked = ask(&scene, world::ASKER, 10).await;
    assert_eq!(refused(&asked).len(), 0);
    scene.close();
}

#[tokio::test]
async fn of_a_question_of_ten_thousand_characters_it_is_said_how_much_was_read() {
    let scene = Scene::open().await;
    let question: String = QUESTION.chars().cycle().take(10_000).collect();
    let said = scene.fake.person(world::ASKER).in_dm().says(&question);
    let reply: Value = scene.reply_to(&said).await;
    assert!(seen(&reply).contains("2000文字"), "{}", seen(&reply));
    scene.close();
}
