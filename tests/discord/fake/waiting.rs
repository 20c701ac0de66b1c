//! Waiting for something to become true in the fake Discord. Nothing here sleeps for a fixed time.

use std::time::Duration;

use serde_json::Value;
use tokio::time::{Instant, timeout_at};

use super::state::State;
use super::{Fake, Id};

impl Fake {
    /// Waits until `found` returns something, or returns nothing after `timeout`.
    pub async fn wait_for<T>(
        &self,
        timeout: Duration,
        mut found: impl FnMut(&State) -> Option<T>,
    ) -> Option<T> {
        let deadline = Instant::now() + timeout;
        loop {
            let changed = self.shared.changed.notified();
            tokio::pin!(changed);
            // Registered before looking, so that no change between looking and waiting is missed.
            changed.as_mut().enable();
            if let Some(value) = found(&self.shared.state()) {
                return Some(value);
            }
            timeout_at(deadline, changed).await.ok()?;
        }
    }

    /// Waits for a message in a channel that everybody sees and that `wanted` accepts.
    pub async fn await_message(
        &self,
        channel: Id,
        wanted: impl Fn(&Value) -> bool,
        timeout: Duration,
    ) -> Option<Value> {
        let found = |state: &State| state.messages_in(channel).into_iter().find(&wanted);
        self.wait_for(timeout, found).await
    }

    /// Waits until a shard is connected and has got its guilds.
    pub async fn wait_ready(&self, timeout: Duration) -> bool {
        let ready = |state: &State| state.gateway.is_ready().then_some(());
        self.wait_for(timeout, ready).await.is_some()
    }

    /// Waits until the bot has registered global commands.
    pub async fn wait_registered(&self, timeout: Duration) -> bool {
        let registered = |state: &State| (!state.commands.is_empty()).then_some(());
        self.wait_for(timeout, registered).await.is_some()
    }

    /// Waits until at least `count` sessions were resumed.
    pub async fn wait_resumed(&self, count: usize, timeout: Duration) -> bool {
        let resumed = |state: &State| (state.gateway.resumes >= count).then_some(());
        self.wait_for(timeout, resumed).await.is_some()
    }

    /// Waits until at least `count` sessions were opened with IDENTIFY.
    pub async fn wait_identified(&self, count: usize, timeout: Duration) -> bool {
        let identified = |state: &State| (state.gateway.identifies >= count).then_some(());
        self.wait_for(timeout, identified).await.is_some()
    }

    /// Waits until at least `count` heartbeats came.
    pub async fn wait_heartbeats(&self, count: usize, timeout: Duration) -> bool {
        let enough = |state: &State| (state.gateway.heartbeats >= count).then_some(());
        self.wait_for(timeout, enough).await.is_some()
    }

    /// Waits until at least `count` connections were cut because the gateway is down.
    pub async fn wait_turned_away(&self, count: usize, timeout: Duration) -> bool {
        let turned_away = |state: &State| (state.gateway.turned_away >= count).then_some(());
        self.wait_for(timeout, turned_away).await.is_some()
    }

    /// Waits until no session is connected.
    pub async fn wait_disconnected(&self, timeout: Duration) -> bool {
        let gone = |state: &State| (state.gateway.connected() == 0).then_some(());
        self.wait_for(timeout, gone).await.is_some()
    }

    /// Waits until at least `count` requests had this method and a path that contains `part`.
    pub async fn wait_requests(
        &self,
        method: &str,
        part: &str,
        count: usize,
        timeout: Duration,
    ) -> bool {
        let enough = |state: &State| {
            let matching = state.requests.iter();
            let matching =
                matching.filter(|request| request.method == method && request.path.contains(part));
            (matching.count() >= count).then_some(())
        };
        self.wait_for(timeout, enough).await.is_some()
    }
}
