//! The pictures in the READMEs: the bot is asked, and the message that it sends is drawn as Discord shows it. What
//! changes from day to day is made the same: the knowledge's version, and in an incident whom to call now.
//! `SONAE_PREVIEW=write cargo test --test discord preview` draws them anew.

mod canvas;
mod controls;
mod conversation;
mod embed;
mod line;
mod markdown;
mod palette;

use std::path::PathBuf;
use std::sync::LazyLock;

use regex::Regex;
use serde_json::{Value, json};
use sonae::question::Language;
use sonae::wording::Wording;

use self::conversation::Client;
use crate::fake::{World, world};
use crate::scene::Scene;

/// A picture and the question that leads to it.
struct Picture {
    file: &'static str,
    asker: world::Id,
    question: &'static str,
    client: Client,
    part: Part,
}

/// What of an answer is drawn.
#[derive(Clone, Copy)]
enum Part {
    /// All of it.
    Whole,
    /// What to do and what not; whom to call depends on the time of day, and with it how much fits below.
    FirstActions(Language),
}

const JAPANESE: Client = Client {
    badge: "アプリ",
    time: "今日 10:30",
};
const ENGLISH: Client = Client {
    badge: "APP",
    time: "Today at 10:30",
};

const PICTURES: [Picture; 4] = [
    Picture {
        file: "answer.svg",
        asker: world::ASKER,
        question: "添付ファイルを開いてもいいか迷っています",
        client: JAPANESE,
        part: Part::Whole,
    },
    Picture {
        file: "answer.en.svg",
        asker: world::ENGLISH,
        question: "How should we handle suspicious emails?",
        client: ENGLISH,
        part: Part::Whole,
    },
    Picture {
        file: "incident.svg",
        asker: world::ASKER,
        question: "取引先の社長を名乗るメールに従って送金してしまいました",
        client: JAPANESE,
        part: Part::FirstActions(Language::Ja),
    },
    Picture {
        file: "incident.en.svg",
        asker: world::ENGLISH,
        question: "I transferred money because of a fake email from our customer's president",
        client: ENGLISH,
        part: Part::FirstActions(Language::En),
    },
];

#[tokio::test]
async fn the_pictures_in_the_readmes_show_what_the_bot_sends() {
    let mut world = World::standard();
    if let Some(bot) = world.people.get_mut(&world::BOT) {
        bot.name = "Sonae".to_owned();
    }
    let scene = Scene::with(world, "").await;
    for picture in &PICTURES {
        let asker = scene.fake.person(picture.asker);
        let reply = scene.reply_to(&asker.mentions(picture.question)).await;
        let shown = without_changing(reply, picture.part);
        check(
            picture.file,
            &conversation::picture(&shown, &picture.client),
        );
    }
    scene.close();
}

fn check(file: &str, drawn: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/discord")
        .join(file);
    if std::env::var("SONAE_PREVIEW").is_ok_and(|asked| asked == "write") {
        std::fs::write(&path, drawn).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == drawn,
        "{file} does not show what the bot sends now; draw it anew with SONAE_PREVIEW=write and look at it"
    );
}

static VERSION: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"g\d{6}(\W+)\d{4}-\d\d-\d\d").unwrap());

fn without_changing(mut reply: Value, part: Part) -> Value {
    let embed = &mut reply["embeds"][0];
    let footer = embed["footer"]["text"].as_str().unwrap_or_default();
    let version = VERSION
        .replace(footer, "g000012${1}2026-11-24")
        .into_owned();
    assert_ne!(version, footer, "the footer names the knowledge's version");
    embed["footer"]["text"] = json!(version);
    if let Part::FirstActions(language) = part {
        let text = embed["description"].as_str().unwrap_or_default();
        let headings = headings_of_windows(language);
        let kept: Vec<&str> = text
            .lines()
            .take_while(|line| !headings.iter().any(|heading| line.contains(heading)))
            .collect();
        assert!(kept.len() < text.lines().count(), "whom to call is missing");
        *embed = json!({
            "color": embed["color"],
            "author": embed["author"],
            "title": embed["title"],
            "description": kept.join("\n").trim_end(),
            "footer": {"text": "⋯"},
        });
        reply["components"] = json!([]);
    }
    reply
}

/// The beginnings of all headings below which contact windows stand.
fn headings_of_windows(language: Language) -> Vec<String> {
    let view = &Wording::of(language).member.view;
    let headings = [
        (view.open_now)("\0"),
        (view.none_open)("\0"),
        view.hours_unknown.to_owned(),
        view.closed_now.to_owned(),
    ];
    let constant = |heading: String| {
        let mut parts = heading.split('\0').map(str::to_owned);
        parts.find(|part| !part.is_empty())
    };
    headings.into_iter().filter_map(constant).collect()
}
