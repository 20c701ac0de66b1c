//! Whatever people type: it is answered once, does nothing where it is shown again, and is not logged.

use serde_json::{Value, json};

use crate::fake::{World, world};
use crate::scene::{LONG, Scene};

/// Enough questions for one person.
const GENEROUS: &str = "[discord.user_budget]\nburst = 1000";

fn texts() -> Vec<(&'static str, String)> {
    let mentions: String = (0..50)
        .map(|number| format!("<@{}> ", world::ASKER + number))
        .collect();
    vec![
        ("nothing but a mention", String::new()),
        ("emojis", "😀🎉👩‍👩‍👧‍👦 <:ok:1234567890123456789>".to_owned()),
        (
            "from right to left",
            "\u{202e}ドーワスパ\u{202c} كلمة المرور؟".to_owned(),
        ),
        (
            "control characters",
            "パスワード\u{7}\u{8}\u{1b}[31m\u{0}は何文字?".to_owned(),
        ),
        ("fifty mentions", format!("{mentions}パスワードは何文字?")),
        (
            "a call to everyone",
            "@everyone @here パスワードは何文字?".to_owned(),
        ),
        (
            "marks",
            format!("{}```||__~~> # パスワード", "*_`".repeat(300)),
        ),
        (
            "a masked link",
            "[銀行](https://evil.example/login) は本物?".to_owned(),
        ),
        (
            "invisible text",
            "\u{200b}\u{200d}\u{2060}\u{feff}".to_owned(),
        ),
        (
            "the syntax of searches",
            "title:\"パスワード\" AND (a OR b)^2 -c [a TO b] * \\".to_owned(),
        ),
        (
            "the syntax of databases",
            "'; DROP TABLE feedback; --".to_owned(),
        ),
        ("one long word", "a".repeat(1900)),
        (
            "stacked marks",
            format!("パ{}スワード", "\u{301}".repeat(800)),
        ),
        (
            "placeholders",
            "{} {0} %s ${HOME} <t:0:R> </ask:1>".to_owned(),
        ),
        (
            "line breaks",
            "パスワード\n\n\n\r\n\u{2028}は?\n".repeat(40),
        ),
    ]
}

/// What the card repeats of the question; its title when it repeats nothing.
fn repeated(message: &Value) -> String {
    let embed = &message["embeds"][0];
    let line = embed["author"]["name"].as_str();
    let line = line.or_else(|| embed["title"].as_str());
    line.unwrap_or_default().chars().take(60).collect()
}

/// Fails when what was typed could do something on the card.
fn check_harmless(name: &str, message: &Value) {
    let embeds = message["embeds"].to_string();
    for live in [
        "@everyone",
        "@here",
        "<@1",
        "<@&",
        "<@!",
        "\u{202e}",
        "\\u0007",
        "\\u001b",
        "\\u0000",
    ] {
        assert!(!embeds.contains(live), "{name}: {live:?} in {embeds}");
    }
    // The author's line has no format; a masked link is what it looks like there.
    let mut formatted = message["embeds"][0].clone();
    formatted["author"] = Value::Null;
    let formatted = formatted.to_string();
    assert!(!formatted.contains("](https://evil"), "{name}: {formatted}");
}

#[tokio::test]
async fn whatever_is_typed_behind_a_mention_is_answered_once_and_does_nothing() {
    let scene = Scene::with(World::standard(), GENEROUS).await;
    let member = scene.fake.person(world::ASKER);
    let mut lines = Vec::new();
    for (name, text) in texts() {
        let said = member.mentions(&text);
        let reply = scene.reply_to(&said).await;
        check_harmless(name, &reply);
        lines.push(format!("{name}: {}", repeated(&reply)));
        assert_eq!(scene.posts_about(&said).len(), 1, "{name}");
        assert!(text.is_empty() || !scene.bot.log_contains(&text), "{name}");
    }
    insta::assert_snapshot!(lines.join("\n"));
    scene.close();
}

#[tokio::test]
async fn whatever_is_typed_into_a_command_is_answered_and_does_nothing() {
    let scene = Scene::with(World::standard(), GENEROUS).await;
    let member = scene.fake.person(world::ASKER);
    for (name, text) in texts() {
        // Discord's client does not send a required option without text.
        if text.is_empty() {
            continue;
        }
        let asked = member.slash("ask", json!({"question": text})).unwrap();
        assert!(
            asked.wait_settled(LONG).await,
            "{name}: {}",
            scene.bot.output()
        );
        check_harmless(name, &asked.message().unwrap());
        assert!(!scene.bot.log_contains(&text), "{name}");
    }
    assert_eq!(scene.references(), Vec::<String>::new());
    scene.close();
}

#[tokio::test]
async fn whatever_is_typed_into_a_look_up_is_answered_and_does_nothing() {
    let scene = Scene::open().await;
    let member = scene.fake.person(world::ASKER);
    for (name, text) in texts() {
        // The options take a hundred characters.
        let text: String = text.chars().take(100).collect();
        if text.is_empty() {
            continue;
        }
        for options in [json!({"document": text}), json!({"section": text})] {
            let asked = member.slash("guideline", options).unwrap();
            assert!(
                asked.wait_settled(LONG).await,
                "{name}: {}",
                scene.bot.output()
            );
            check_harmless(name, &asked.message().unwrap());
        }
        let typed = member
            .types("guideline", json!({"section": text}), "section")
            .unwrap();
        typed.choices().await;
    }
    assert_eq!(scene.references(), Vec::<String>::new());
    scene.close();
}
