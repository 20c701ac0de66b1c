//! A scene: the fake Discord and the real program connected to it. Every scene ends with `close`, which fails on
//! anything that Discord would have refused and on any event that the program could not read.

use std::time::Duration;

use tempfile::TempDir;

use crate::fake::world::HELPER;
use crate::fake::{BotProcess, Fake, World};
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
        assert!(self.fake.wait_disconnected(LONG).await);
        assert_eq!(self.bot.unread_events(), Vec::<String>::new());
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
