//! A scene: the fake Discord and the real program connected to it. Every scene ends with `close`, which fails on
//! anything that Discord would have refused and on any event that the program could not read.

use std::time::Duration;

use crate::fake::{BotProcess, Fake, World};

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
}

impl Scene {
    /// Starts the program with default settings in a standard world and waits until it serves.
    pub async fn open() -> Self {
        Self::with(World::standard(), "").await
    }

    /// Starts the program with settings in a world and waits until it serves.
    pub async fn with(world: World, config: &str) -> Self {
        let fake = Fake::start(world).await;
        let bot = BotProcess::start(PROGRAM, &fake, config);
        let scene = Self { fake, bot };
        scene.wait_ready().await;
        scene
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
