//! The folder in which the program runs, for scenes about what stays there: settings, knowledge, index, database.
//! The program can be started in it, ended, killed, and started again. Every such scene ends with `close`.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use regex::Regex;
use serde_json::Value;
use tempfile::TempDir;

use crate::fake::{Actor, BotProcess, Fake, Interaction, World, seen};
use crate::prebuilt;
use crate::scene::{LONG, PROGRAM};

/// The fake and the folder; no program runs yet.
pub struct House {
    /// Discord.
    pub fake: Fake,
    folder: TempDir,
}

impl House {
    /// A folder with settings and an index, and the knowledge inside the program.
    pub async fn new(world: World, config: &str) -> Self {
        let house = Self::bare(world, config).await;
        prebuilt::copy_to(house.folder.path());
        house
    }

    /// The same with the knowledge in files of its own, which a test may change.
    pub async fn with_knowledge(world: World, config: &str) -> Self {
        let house = Self::new(world, config).await;
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge");
        prebuilt::copy(&shipped, &house.path("knowledge"));
        house
    }

    /// A folder with settings alone.
    pub async fn bare(world: World, config: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("config.toml"), config).unwrap();
        let fake = Fake::start(world).await;
        Self { fake, folder }
    }

    /// Something in the folder.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.folder.path().join(inside)
    }

    /// Replaces a text in a file, which must be there exactly once.
    pub fn rewrite(&self, file: &str, old: &str, new: &str) {
        let path = self.path(file);
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches(old).count(), 1, "{old} in {file}");
        fs::write(path, text.replace(old, new)).unwrap();
    }

    /// Starts the program, whether it comes far or not.
    pub fn start(&self) -> BotProcess {
        self.start_with(&["bot"], &[])
    }

    /// Starts the program with these arguments and variables; an empty value removes one.
    pub fn start_with(&self, arguments: &[&str], environment: &[(&str, &str)]) -> BotProcess {
        let folder = self.folder.path();
        BotProcess::start_in(PROGRAM, &self.fake, folder, arguments, environment)
    }

    /// Starts the program and waits until it serves.
    pub async fn open(&self) -> BotProcess {
        let bot = self.start();
        self.wait_served(&bot).await;
        bot
    }

    /// Waits until the program serves.
    pub async fn wait_served(&self, bot: &BotProcess) {
        let is_served = bot.wait_log("connected to Discord", LONG).await
            && self.fake.wait_ready(LONG).await
            && self.fake.wait_registered(LONG).await;
        assert!(is_served, "not ready: {}", bot.output());
    }

    /// Ends the program as an operator does.
    pub async fn stop(&self, bot: &mut BotProcess) {
        bot.terminate();
        let status = bot.wait_exit(LONG).await;
        assert_eq!(
            status.and_then(|status| status.code()),
            Some(0),
            "{}",
            bot.output()
        );
        assert!(self.fake.wait_disconnected(LONG).await);
    }

    /// Kills the program, as a crash of the machine does.
    pub async fn kill(&self, bot: &mut BotProcess) {
        bot.signal("-KILL");
        assert!(bot.wait_exit(LONG).await.is_some());
        assert!(self.fake.wait_disconnected(LONG).await);
    }

    /// Checks that nothing was refused and nothing unread.
    pub fn close(self, bots: &[&BotProcess]) {
        let output: Vec<String> = bots.iter().map(|bot| bot.output()).collect();
        assert_eq!(
            self.fake.violations(),
            Vec::<String>::new(),
            "log: {output:#?}"
        );
        for bot in bots {
            assert_eq!(bot.unread_events(), Vec::<String>::new());
        }
    }
}

/// Waits for the end and returns what was shown last: a press that took longer is answered beside its message.
pub async fn shown(interaction: &Interaction) -> String {
    let message = interaction.settled().await;
    let last = interaction.followups().pop();
    undated(&seen(&last.unwrap_or(message)))
}

/// Uses a command and returns what its caller sees in the end.
pub async fn used(actor: &Actor, path: &str, options: Value) -> String {
    shown(&actor.slash(path, options).unwrap()).await
}

/// Waits until the title of the message is one of these, and returns what is seen then.
pub async fn titled(interaction: &Interaction, titles: &[&str]) -> String {
    let has_title = |message: &Value| {
        let title = message["embeds"][0]["title"].as_str().unwrap_or_default();
        titles.contains(&title)
    };
    let message = interaction.wait_until(has_title, LONG).await;
    match message {
        Some(message) => undated(&seen(&message)),
        None => panic!("never {titles:?}, but: {}", interaction.seen()),
    }
}

/// What is the same in every run and with every edition of the knowledge.
pub fn undated(text: &str) -> String {
    static CHANGING: LazyLock<Vec<(Regex, &str)>> = LazyLock::new(|| {
        let pattern = |pattern: &str| Regex::new(pattern).unwrap();
        vec![
            (pattern(r"\d{4}-\d\d-\d\d \d\d:\d\d"), "MINUTE"),
            (pattern(r"\d{4}-\d\d-\d\d"), "DAY"),
            (pattern(r"\d+\.\d(秒| s)"), "SECONDS$1"),
            (pattern(r"`[0-9a-f]{8}`"), "`REFERENCE`"),
            (
                pattern(r"(文書|節|引用単位|次の一手|事故の手順|相談窓口|用語|資料) \d+"),
                "$1 N",
            ),
            (
                pattern(r"\d+ (documents|sections|passages|actions|playbooks|windows|terms)"),
                "N $1",
            ),
            (pattern(r"(Next steps|Contacts): \d+"), "$1: N"),
        ]
    });
    CHANGING
        .iter()
        .fold(text.to_owned(), |text, (pattern, name)| {
            pattern.replace_all(&text, *name).into_owned()
        })
}
