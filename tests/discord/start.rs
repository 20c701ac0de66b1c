//! From the start of the program to its first answer, and every reason not to start: what is said, and how it ends.

use std::time::Duration;

use serde_json::json;

use crate::fake::{BotProcess, GatewayFault, RestFailure, World, world};
use crate::house::House;
use crate::scene::LONG;

const WANTS_CONTENT: &str = "[discord]\nmessage_content = true\n";

/// Waits for the end, which must be a failure that says all this.
async fn failed(bot: &mut BotProcess, says: &[&str]) {
    let status = bot.wait_exit(LONG).await;
    let output = bot.output();
    assert_eq!(status.and_then(|status| status.code()), Some(1), "{output}");
    for words in says {
        assert!(output.contains(words), "{words} is not in: {output}");
    }
}

/// Asks something and waits for the answer.
async fn answers(house: &House) {
    let said = house
        .fake
        .person(world::ASKER)
        .mentions("怪しいメールが届いた");
    assert!(!said.reply().await["embeds"].is_null());
}

#[tokio::test]
async fn commands_are_registered_once_and_not_at_the_next_start() {
    let house = House::new(World::standard(), "").await;
    let mut first = house.open().await;
    assert!(first.wait_log("registered the commands", LONG).await);
    house.stop(&mut first).await;
    let second = house.open().await;
    let known = second
        .wait_log("the commands are registered already", LONG)
        .await;
    assert!(known, "{}", second.output());
    assert_eq!(house.fake.count_requests("PUT", "/commands"), 1);
    house.close(&[&first, &second]);
}

#[tokio::test]
async fn commands_are_registered_again_after_their_table_changed() {
    let house = House::new(World::standard(), "").await;
    let mut first = house.open().await;
    assert!(first.wait_log("registered the commands", LONG).await);
    house.stop(&mut first).await;
    let file = house.path("data/sonae.sqlite3");
    let changed = crate::store::changed(
        &file,
        "UPDATE notes SET value = 'an older table' WHERE key LIKE 'commands:%'",
    );
    assert_eq!(changed.await, 1);
    let second = house.open().await;
    assert!(second.wait_log("registered the commands", LONG).await);
    assert_eq!(house.fake.count_requests("PUT", "/commands"), 2);
    house.close(&[&first, &second]);
}

#[tokio::test]
async fn each_shard_answers_its_guild_and_commands_are_registered_once() {
    let mut world = World::standard();
    world.shards = 2;
    let house = House::new(world, "").await;
    let bot = house.open().await;
    assert!(house.fake.wait_identified(2, LONG).await);
    for (person, question) in [
        (world::ASKER, "パスワードの使い回しは?"),
        (world::OUTSIDER, "What is ransomware?"),
    ] {
        let said = house.fake.person(person).mentions(question);
        said.reply().await;
        assert_eq!(said.replies().len(), 1, "{question}");
    }
    assert_eq!(house.fake.count_requests("PUT", "/commands"), 1);
    house.close(&[&bot]);
}

#[tokio::test]
async fn discord_that_fails_at_start_is_asked_until_it_answers() {
    let house = House::new(World::standard(), "").await;
    house
        .fake
        .fail("GET", "/gateway/bot", 2, RestFailure::Close);
    house
        .fake
        .fail("GET", "/gateway/bot", 6, RestFailure::Status(503));
    let bot = house.start();
    assert!(
        bot.wait_log("Discord cannot be reached; trying again", LONG)
            .await
    );
    house.wait_served(&bot).await;
    answers(&house).await;
    house.close(&[&bot]);
}

#[tokio::test]
async fn discord_that_hangs_at_start_is_asked_again() {
    let house = House::new(World::standard(), "").await;
    house.fake.fail("GET", "/gateway/bot", 1, RestFailure::Hang);
    house.fake.fail("GET", "/gateway$", 1, RestFailure::Hang);
    let bot = house.open().await;
    answers(&house).await;
    house.close(&[&bot]);
}

#[tokio::test]
async fn a_gateway_that_is_down_at_start_is_asked_until_it_is_up() {
    let house = House::new(World::standard(), "").await;
    house.fake.gateway_down();
    let bot = house.start();
    assert!(house.fake.wait_requests("GET", "/gateway", 2, LONG).await);
    house.fake.gateway_up();
    house.wait_served(&bot).await;
    answers(&house).await;
    house.close(&[&bot]);
}

/// serenity goes to the real gateway when it cannot ask for another one.
#[tokio::test]
async fn without_an_answer_to_serenitys_own_question_the_named_gateway_is_used() {
    let house = House::new(World::standard(), "").await;
    house
        .fake
        .fail("GET", "/gateway$", 1, RestFailure::Status(500));
    let bot = house.open().await;
    answers(&house).await;
    house.close(&[&bot]);
}

/// Nothing listens there: a program that used it would never be ready.
#[tokio::test]
async fn a_proxy_of_the_environment_does_not_lead_away_from_a_named_place() {
    let house = House::new(World::standard(), "").await;
    let proxy = "http://127.0.0.1:9";
    let proxies = ["HTTP_PROXY", "http_proxy", "ALL_PROXY"].map(|name| (name, proxy));
    let bot = house.start_with(&["bot"], &proxies);
    house.wait_served(&bot).await;
    assert_eq!(house.fake.count_requests("GET", "/gateway"), 2);
    answers(&house).await;
    house.close(&[&bot]);
}

#[tokio::test]
async fn without_a_token_the_program_says_where_to_put_it() {
    let house = House::bare(World::standard(), "").await;
    let mut bot = house.start_with(&["bot"], &[("DISCORD_TOKEN", "")]);
    failed(&mut bot, &["DISCORD_TOKEN", "DISCORD_TOKEN_FILE"]).await;
    assert!(house.fake.requests().is_empty());
    house.close(&[&bot]);
}

#[tokio::test]
async fn a_token_that_discord_does_not_know_ends_the_program_and_is_not_shown() {
    let wrong = "MTIzNDU2Nzg5.wrong.token-of-another-bot";
    let house = House::new(World::standard(), "").await;
    let mut bot = house.start_with(&["bot"], &[("DISCORD_TOKEN", wrong)]);
    failed(&mut bot, &["does not know this token", "DISCORD_TOKEN"]).await;
    assert!(!bot.log_contains("wrong.token"), "{}", bot.output());
    house.close(&[&bot]);
}

#[tokio::test]
async fn a_token_that_only_the_gateway_refuses_ends_the_program() {
    let house = House::new(World::standard(), "").await;
    // Between the first question, which needs the token, and IDENTIFY, the token is made void.
    let pause = RestFailure::Delay(Duration::from_secs(2));
    house.fake.fail("GET", "/gateway$", 1, pause);
    let mut bot = house.start();
    assert!(house.fake.wait_requests("GET", "/gateway", 2, LONG).await);
    house
        .fake
        .change_world(|world| world.token = "another".to_owned());
    failed(&mut bot, &["does not know this token", "DISCORD_TOKEN"]).await;
    house.close(&[&bot]);
}

#[tokio::test]
async fn a_token_that_becomes_void_later_ends_the_program() {
    let house = House::new(World::standard(), "").await;
    let mut bot = house.open().await;
    house.fake.gateway(GatewayFault::Close(4004));
    failed(&mut bot, &["does not know this token", "DISCORD_TOKEN"]).await;
    house.close(&[&bot]);
}

#[tokio::test]
async fn the_token_may_stand_in_a_file() {
    let house = House::new(World::standard(), "").await;
    let file = house.path("token.txt");
    std::fs::write(&file, format!("{}\n", house.fake.token())).unwrap();
    let file = file.to_str().unwrap();
    let bot = house.start_with(
        &["bot"],
        &[("DISCORD_TOKEN", ""), ("DISCORD_TOKEN_FILE", file)],
    );
    house.wait_served(&bot).await;
    answers(&house).await;
    house.close(&[&bot]);
}

#[tokio::test]
async fn a_token_file_that_is_not_there_is_named() {
    let house = House::bare(World::standard(), "").await;
    let mut bot = house.start_with(
        &["bot"],
        &[
            ("DISCORD_TOKEN", ""),
            ("DISCORD_TOKEN_FILE", "secrets/token"),
        ],
    );
    failed(&mut bot, &["DISCORD_TOKEN_FILE", "secrets/token"]).await;
    house.close(&[&bot]);
}

#[tokio::test]
async fn a_place_on_another_machine_is_refused_before_anything_is_sent() {
    let house = House::bare(World::standard(), "").await;
    let mut bot = house.start_with(&["bot"], &[("DISCORD_API_BASE", "https://discord.example")]);
    failed(
        &mut bot,
        &["DISCORD_API_BASE", "discord.example", "another machine"],
    )
    .await;
    house.close(&[&bot]);
}

#[tokio::test]
async fn a_gateway_on_another_machine_is_refused() {
    let house = House::new(World::standard(), "").await;
    house.fake.gateway_moves_to("wss://gateway.discord.gg");
    let mut bot = house.start();
    failed(&mut bot, &["gateway.discord.gg", "DISCORD_API_BASE"]).await;
    house.close(&[&bot]);
}

#[tokio::test]
async fn reading_messages_without_the_right_to_is_refused_at_start() {
    let house = House::new(World::standard(), WANTS_CONTENT).await;
    let mut bot = house.start();
    let says = ["Message Content Intent", "discord.message_content"];
    failed(&mut bot, &says).await;
    assert_eq!(house.fake.identifies_and_resumes(), (0, 0));
    house.close(&[&bot]);
}

#[tokio::test]
async fn reading_messages_is_refused_by_the_gateway_when_nobody_else_said_so() {
    let house = House::new(World::standard(), WANTS_CONTENT).await;
    house
        .fake
        .fail("GET", "/applications/@me", 1, RestFailure::Status(403));
    let mut bot = house.start();
    let says = ["Message Content Intent", "discord.message_content"];
    failed(&mut bot, &says).await;
    house.close(&[&bot]);
}

#[tokio::test]
async fn settings_with_an_unknown_key_are_refused_with_file_and_key() {
    let config = "[discord]\nmesage_content = true\n";
    let house = House::bare(World::standard(), config).await;
    let mut bot = house.start();
    failed(&mut bot, &["config.toml", "mesage_content"]).await;
    house.close(&[&bot]);
}

/// The first question does not need the token, serenity's own, so commands are there when READY comes.
#[tokio::test]
async fn commands_that_could_not_be_registered_are_registered_at_the_next_start() {
    let house = House::new(World::standard(), "").await;
    house
        .fake
        .fail("PUT", "/commands", 1, RestFailure::Status(400));
    let mut first = house.start();
    assert!(
        first
            .wait_log("the commands could not be registered", LONG)
            .await
    );
    house.stop(&mut first).await;
    let second = house.open().await;
    let help = house.fake.person(world::ASKER).slash("help", json!({}));
    help.unwrap().settled().await;
    house.close(&[&first, &second]);
}
