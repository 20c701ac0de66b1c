//! What must never be in the output, however much of it is asked for: the token, what people wrote, who they are.

use serde_json::json;

use crate::fake::{Interaction, RestFailure, World, world};
use crate::house::House;
use crate::scene::LONG;

const QUESTION: &str = "むらさき色の請求書を開いてしまった";
const DIRECT: &str = "みずいろの封筒のメールはにせもの?";
const COMMAND: &str = "きみどりの警告画面が消えない";
const COMMENT: &str = "だいだい色の手順がほしい";

/// Everything that people do in one scene, also where Discord fails.
async fn lives(house: &House) -> Vec<Interaction> {
    let asker = house.fake.person(world::ASKER);
    asker.mentions(QUESTION).reply().await;
    asker.clone().in_dm().says(DIRECT).reply().await;
    let forbidden = RestFailure::Status(403);
    house.fake.fail("POST", "/messages", 2, forbidden);
    asker.mentions(&format!("{QUESTION}か"));
    assert!(house.fake.wait_requests("POST", "/messages", 4, LONG).await);
    let asked = asker.slash("ask", json!({"question": COMMAND})).unwrap();
    asked.settled().await;
    let opened = asker.press(asked.message_id(), "👎 足りない").unwrap();
    let modal = opened.modal().await;
    let input = modal["components"][0]["components"][0]["custom_id"]
        .as_str()
        .unwrap()
        .to_owned();
    let submitted = asker.submit(&opened, &[(&input, COMMENT)]).unwrap();
    submitted.settled().await;
    let admin = house.fake.person(world::ADMIN);
    let status = admin.slash("kb status", json!({})).unwrap();
    status.settled().await;
    house
        .fake
        .fail("PATCH", "/@original", 1, RestFailure::Status(400));
    let failing = asker.slash("ask", json!({"question": COMMAND})).unwrap();
    assert!(
        house
            .fake
            .wait_requests("PATCH", "/@original", 3, LONG)
            .await
    );
    vec![asked, opened, submitted, status, failing]
}

#[tokio::test]
async fn neither_token_nor_words_nor_people_are_printed_at_the_highest_level() {
    let house = House::new(World::standard(), "").await;
    let mut bot = house.start_with(&["bot"], &[("RUST_LOG", "trace")]);
    house.wait_served(&bot).await;
    let interactions = lives(&house).await;
    house.stop(&mut bot).await;
    let output = bot.output();
    // It did print what it may.
    assert!(output.contains("stopping"), "{output}");
    let people = house.fake.change_world(|world| world.people.clone());
    let names = people.values().map(|person| person.name.clone());
    let tokens = interactions
        .iter()
        .map(|interaction| interaction.record().token);
    let words = [QUESTION, DIRECT, COMMAND, COMMENT].map(str::to_owned);
    let secrets = [house.fake.token(), "むらさき".to_owned()];
    for secret in secrets.into_iter().chain(words).chain(tokens).chain(names) {
        assert!(!output.contains(&secret), "{secret} is in: {output}");
    }
    for person in [world::ASKER, world::ADMIN] {
        assert!(!output.contains(&person.to_string()), "{output}");
    }
    house.close(&[&bot]);
}

#[tokio::test]
async fn asking_libraries_for_their_details_by_name_prints_no_secret() {
    let house = House::new(World::standard(), "").await;
    let level =
        "serenity=trace,reqwest=trace,hyper=trace,hyper_util=trace,sqlx=trace,tungstenite=trace";
    let level = format!("sonae=info,tokio_tungstenite=trace,{level}");
    let mut bot = house.start_with(&["bot"], &[("RUST_LOG", &level)]);
    house.wait_served(&bot).await;
    house
        .fake
        .person(world::ASKER)
        .mentions(QUESTION)
        .reply()
        .await;
    house.stop(&mut bot).await;
    let output = bot.output();
    for secret in [house.fake.token(), QUESTION.to_owned(), "店主".to_owned()] {
        assert!(!output.contains(&secret), "{secret} is in: {output}");
    }
    house.close(&[&bot]);
}
