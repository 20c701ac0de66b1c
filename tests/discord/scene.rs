//! A scene: the fake Discord and the real program connected to it. Every scene ends with `close`, which fails on
//! anything that Discord would have refused and on any event that the program could not read.

use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::fake::world::{ADMIN, BOT, HELPER};
use crate::fake::{Actor, BotProcess, Fake, Id, Interaction, World};
use crate::prebuilt;

/// The program under test.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_sonae");
/// Long enough for a slow machine; nothing waits this long unless it fails.
pub const LONG: Duration = Duration::from_secs(60);

/// The fake and the program.
pub struct Scene {
    /// Discord.
    pub fake: Fake,
    /// The program.
    pub bot: BotProcess,
    /// Where it runs; its index is there from the beginning.
    pub folder: TempDir,
}

impl Scene {
    /// Starts the program with default settings in a standard world and waits until it serves.
    pub async fn open() -> Self {
        Self::with(World::standard(), "").await
    }

    /// Starts the program with settings in a world and waits until it serves.
    pub async fn with(world: World, config: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("config.toml"), config).unwrap();
        prebuilt::copy_to(folder.path());
        let fake = Fake::start(world).await;
        let bot = start(&fake, &folder);
        let scene = Self { fake, bot, folder };
        scene.wait_ready().await;
        scene
    }

    /// Waits until everything was heard, and ends the program, which finishes what is open: what it has not said
    /// then it never says.
    pub async fn finish(&mut self) {
        let last = self.fake.person(HELPER).in_dm().says("VPNとは何ですか");
        last.reply().await;
        self.stop().await;
    }

    /// Ends the program as an operator does and starts it again where it ran.
    pub async fn restart(&mut self) {
        self.stop().await;
        self.start_again().await;
    }

    /// Starts the program, which has ended, again where it ran.
    pub async fn start_again(&mut self) {
        assert!(self.fake.wait_disconnected(LONG).await);
        self.bot = start(&self.fake, &self.folder);
        self.wait_ready().await;
    }

    async fn stop(&mut self) {
        self.bot.terminate();
        let ended = self.bot.wait_exit(LONG).await;
        assert!(
            ended.is_some_and(|status| status.success()),
            "{ended:?}: {}",
            self.bot.output()
        );
        assert_eq!(self.bot.unread_events(), Vec::<String>::new());
    }

    /// Changes a setting of the guild as its admin.
    pub async fn set(&self, setting: &str, options: Value) {
        let admin = self.fake.person(ADMIN);
        let set = admin.slash(&format!("settings {setting}"), options);
        let seen = shown(set).await.seen();
        assert!(seen.contains("設定を変えました"), "{seen}");
    }

    /// Returns the cards of the program that everybody in a channel sees; it shows nothing but cards.
    pub fn said_in(&self, channel: Id) -> Vec<Value> {
        let bot = BOT.to_string();
        let mut messages = self.fake.messages_in(channel);
        messages.retain(|message| {
            message["author"]["id"].as_str() == Some(&bot) && message["embeds"] != json!([])
        });
        messages
    }

    /// Waits until the program is connected and has registered its commands.
    pub async fn wait_ready(&self) {
        assert!(
            self.fake.wait_ready(LONG).await,
            "not ready: {}",
            self.bot.output()
        );
        assert!(
            self.fake.wait_registered(LONG).await,
            "no commands: {}",
            self.bot.output()
        );
    }

    /// Checks that nothing was refused and nothing unread.
    pub fn close(self) {
        assert_eq!(
            self.fake.violations(),
            Vec::<String>::new(),
            "log: {}",
            self.bot.output()
        );
        assert_eq!(self.bot.unread_events(), Vec::<String>::new());
    }
}

fn start(fake: &Fake, folder: &TempDir) -> BotProcess {
    BotProcess::start_in(PROGRAM, fake, folder.path(), &["bot"], &[])
}

/// Waits until something final is shown for what somebody did.
pub async fn shown(interaction: Result<Interaction, crate::fake::Refusal>) -> Interaction {
    let interaction = interaction.unwrap();
    interaction.settled().await;
    interaction
}

/// Presses a button on the message that an interaction showed, and waits for what comes of it.
pub async fn press(person: &Actor, on: &Interaction, button: &str) -> Interaction {
    shown(person.press(on.message_id(), button)).await
}

/// Turns all pages of a view, which stays where it is, and returns what was read.
pub async fn read_on(person: &Actor, view: &Interaction, next: &str) -> String {
    let mut seen = view.seen();
    while let Ok(turned) = person.press(view.message_id(), next) {
        let turned = shown(Ok(turned)).await;
        assert_eq!(turned.message_id(), view.message_id(), "turned in place");
        seen.push_str(&turned.seen());
    }
    seen
}

/// Returns the number of a message.
pub fn id(message: &Value) -> Id {
    message["id"].as_str().unwrap().parse().unwrap()
}
