//! `sonae bot --check-setup`: what is missing and how to mend it, in the words of the terminal's language.

use crate::fake::world::permission;
use crate::fake::{RestFailure, World, world};
use crate::house::House;
use crate::scene::LONG;

const JAPANESE: &str = "ja_JP.UTF-8";
const ENGLISH: &str = "en_US.UTF-8";

/// Runs the check and returns what it prints, and how it ends.
async fn checked(house: &House, locale: &str, environment: &[(&str, &str)]) -> String {
    let mut all = vec![
        ("SONAE_LANG", ""),
        ("LC_MESSAGES", ""),
        ("LC_ALL", locale),
        ("RUST_LOG", ""),
    ];
    all.extend(environment);
    let mut check = house.start_with(&["bot", "--check-setup"], &all);
    let status = check.wait_exit(LONG).await;
    let code = status.and_then(|status| status.code());
    let output = check.output().replace(&house.fake.api_base(), "API_BASE");
    assert!(!output.contains(&house.fake.token()));
    format!("{output}(exit code {})", code.unwrap())
}

/// Checks in both languages; the world is the same.
async fn check(name: &str, world: World, config: &str, environment: &[(&str, &str)]) {
    let house = House::bare(world, config).await;
    for (language, locale) in [("ja", JAPANESE), ("en", ENGLISH)] {
        let seen = checked(&house, locale, environment).await;
        insta::assert_snapshot!(format!("{name}_{language}"), seen);
    }
    assert!(house.fake.commands().is_empty());
    assert_eq!(house.fake.identifies_and_resumes(), (0, 0));
    house.close(&[]);
}

#[tokio::test]
async fn everything_is_in_order() {
    check("good", World::standard(), "", &[]).await;
}

#[tokio::test]
async fn everything_is_in_order_with_messages_read() {
    let mut world = World::standard();
    // MESSAGE_CONTENT.
    world.granted_intents = 1 << 15;
    let config = "[discord]\nmessage_content = true\n";
    check("good_with_content", world, config, &[]).await;
}

#[tokio::test]
async fn no_token() {
    check("no_token", World::standard(), "", &[("DISCORD_TOKEN", "")]).await;
}

#[tokio::test]
async fn a_token_file_that_cannot_be_read() {
    let environment = [("DISCORD_TOKEN", ""), ("DISCORD_TOKEN_FILE", "token.txt")];
    check("no_token_file", World::standard(), "", &environment).await;
}

#[tokio::test]
async fn a_wrong_token() {
    let environment = [("DISCORD_TOKEN", "MTIz.wrong.token")];
    check("wrong_token", World::standard(), "", &environment).await;
}

#[tokio::test]
async fn messages_may_not_be_read() {
    let config = "[discord]\nmessage_content = true\n";
    check("no_content", World::standard(), config, &[]).await;
}

#[tokio::test]
async fn permissions_are_missing_in_one_server() {
    let mut world = World::standard();
    let guild = world.guilds.get_mut(&world::GUILD).unwrap();
    let lacking = permission::EMBED_LINKS | permission::CREATE_PUBLIC_THREADS;
    for role in guild.roles.values_mut() {
        role.permissions &= !lacking;
    }
    check("no_permissions", world, "", &[]).await;
}

#[tokio::test]
async fn no_server_yet() {
    let mut world = World::standard();
    world.guilds.clear();
    world.channels.clear();
    check("no_server", world, "", &[]).await;
}

#[tokio::test]
async fn discord_cannot_be_reached() {
    let house = House::bare(World::standard(), "").await;
    house
        .fake
        .fail("GET", "/applications/@me", 100, RestFailure::Close);
    insta::assert_snapshot!("unreachable_ja", checked(&house, JAPANESE, &[]).await);
    house.close(&[]);
}
