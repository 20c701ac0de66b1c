//! How long the store is waited for while Discord waits for us.

use std::future::Future;
use std::time::Duration;

use tokio::time::timeout;

use super::fault::Fault;
use crate::store::StoreError;

/// Discord gives up after 3 s; what is left is for the way there and back. A store that somebody else holds may
/// take longer than that to give up itself.
const PATIENCE: Duration = Duration::from_millis(1500);

/// Calls the store for something that must be kept before the caller is answered. The caller of a call that takes
/// too long is told that it was not kept, though it may still be written a moment later: better kept and not said
/// than the other way round.
///
/// # Errors
/// [`Fault::Busy`] when it takes too long; [`Fault::Store`] when the store fails.
pub async fn in_time<T>(call: impl Future<Output = Result<T, StoreError>>) -> Result<T, Fault> {
    match timeout(PATIENCE, call).await {
        Ok(result) => Ok(result?),
        Err(_) => Err(Fault::Busy),
    }
}

#[cfg(test)]
mod tests {
    use std::future::pending;

    use super::{Fault, in_time};

    #[tokio::test]
    async fn nobody_waits_for_a_store_longer_than_discord_does() {
        let begun = std::time::Instant::now();
        let result = in_time::<()>(pending()).await;
        assert!(matches!(result, Err(Fault::Busy)));
        assert!(begun.elapsed().as_secs_f32() < 2.5);
    }
}
