//! Whose turn it is to send: Discord's rate limits as its headers tell them. So many requests of a route are on
//! their way at a time as are left in its window; the others wait. Knows nothing of HTTP.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::{Instant, sleep_until, timeout_at};

/// Requests of a route on their way at a time while nothing is known of its limit; the usual limit of messages.
const UNKNOWN_LIMIT: u32 = 5;
/// Routes remembered before those are dropped that say nothing any more.
const MANY_ROUTES: usize = 1000;

/// Which limits hold for a route, besides its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The global one, too.
    Global,
    /// None: answers to interactions are outside the global limit ("Rate Limits").
    Own,
}

/// What an answer's headers tell of its route.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    /// Requests in a window.
    pub limit: u32,
    /// What is left of them.
    pub remaining: u32,
    /// Until the window ends.
    pub reset_after: Duration,
}

/// Gives turns.
#[derive(Default)]
pub struct Turns {
    /// What is known of the routes and of the global limit.
    known: Mutex<Known>,
    /// A turn is over.
    over: Notify,
}

#[derive(Default)]
struct Known {
    closed: Option<Instant>,
    routes: HashMap<String, Route>,
}

#[derive(Default)]
struct Route {
    /// After a refusal: until when nothing may be sent.
    closed: Option<Instant>,
    limit: u32,
    /// What is left until the window ends; nothing while no answer has told.
    window: Option<(u32, Instant)>,
    /// Requests on their way.
    open: u32,
}

enum Next {
    Now,
    At(Instant),
    AfterOthers,
}

/// The right to send one request of a route; it is over when this is dropped.
pub struct Turn<'a> {
    turns: &'a Turns,
    route: &'a str,
}

impl Turns {
    /// Waits for a turn on a route; nothing when there is none before the deadline.
    pub async fn take<'a>(
        &'a self,
        route: &'a str,
        scope: Scope,
        deadline: Instant,
    ) -> Option<Turn<'a>> {
        loop {
            let over = self.over.notified();
            tokio::pin!(over);
            // Registered before looking, so that no turn that ends in between is missed.
            over.as_mut().enable();
            match self.next(route, scope, Instant::now()) {
                Next::Now => return Some(Turn { turns: self, route }),
                Next::At(until) if until >= deadline => return None,
                Next::At(until) => sleep_until(until).await,
                Next::AfterOthers => timeout_at(deadline, over).await.ok()?,
            }
        }
    }

    fn next(&self, route: &str, scope: Scope, now: Instant) -> Next {
        let mut known = self.known();
        if known.routes.len() > MANY_ROUTES {
            known.routes.retain(|_, route| route.says_something(now));
        }
        let global = known.closed.filter(|_| scope == Scope::Global);
        let route = known.routes.entry(route.to_owned()).or_default();
        let next = route.next(global.max(route.closed), now);
        if let Next::Now = next {
            route.open += 1;
        }
        next
    }

    /// Lets nobody send for a time, or nobody on this route.
    fn close(&self, route: &str, wait: Duration, is_global: bool) {
        let until = Some(Instant::now() + wait);
        let mut known = self.known();
        let known = &mut *known;
        if is_global {
            known.closed = known.closed.max(until);
        }
        if let Some(route) = known.routes.get_mut(route) {
            route.closed = route.closed.max(until);
        }
    }

    fn learn(&self, route: &str, standing: Standing) {
        let now = Instant::now();
        if let Some(route) = self.known().routes.get_mut(route) {
            // Answers overtake each other; within a window the least is right.
            let left = match route.window {
                Some((left, end)) if end > now => left.min(standing.remaining),
                _ => standing.remaining,
            };
            route.limit = standing.limit;
            route.window = Some((left, now + standing.reset_after));
        }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Route {
    fn next(&mut self, closed: Option<Instant>, now: Instant) -> Next {
        if let Some(until) = closed.filter(|until| *until > now) {
            return Next::At(until);
        }
        let (left, end) = match self.window {
            Some((left, end)) if end > now => (left, end),
            // A new window.
            Some(_) => (self.limit.max(1), now),
            None => (UNKNOWN_LIMIT, now),
        };
        if left > self.open {
            return Next::Now;
        }
        match self.open {
            0 => Next::At(end),
            _ => Next::AfterOthers,
        }
    }

    fn says_something(&self, now: Instant) -> bool {
        let is_closed = self.closed.is_some_and(|until| until > now);
        self.open > 0 || is_closed || self.window.is_some_and(|(_, end)| end > now)
    }
}

impl Turn<'_> {
    /// Takes over what an answer's headers tell.
    pub fn learn(&self, standing: Standing) {
        self.turns.learn(self.route, standing);
    }

    /// Obeys a refusal for this route.
    pub fn close_route(&self, wait: Duration) {
        self.turns.close(self.route, wait, false);
    }

    /// Obeys a refusal for everything.
    pub fn close_all(&self, wait: Duration) {
        self.turns.close(self.route, wait, true);
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        if let Some(route) = self.turns.known().routes.get_mut(self.route) {
            route.open = route.open.saturating_sub(1);
        }
        self.turns.over.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::time::Duration;

    use tokio::time::Instant;

    use super::{MANY_ROUTES, Scope, Standing, Turns};

    /// Sooner than a window of ten seconds ends, later than one of 30 ms.
    fn soon() -> Instant {
        Instant::now() + Duration::from_millis(200)
    }

    fn standing(remaining: u32, window_ms: u64) -> Standing {
        Standing {
            limit: 2,
            remaining,
            reset_after: Duration::from_millis(window_ms),
        }
    }

    #[tokio::test]
    async fn no_more_are_on_their_way_than_are_left() {
        let turns = Turns::default();
        let first = turns.take("a", Scope::Global, soon()).await.unwrap();
        first.learn(standing(1, 10_000));
        assert!(turns.take("a", Scope::Global, soon()).await.is_none());
        drop(first);
        let second = turns.take("a", Scope::Global, soon()).await.unwrap();
        second.learn(standing(0, 10_000));
        drop(second);
        assert!(turns.take("a", Scope::Global, soon()).await.is_none());
        assert!(turns.take("b", Scope::Global, soon()).await.is_some());
    }

    #[tokio::test]
    async fn the_next_window_lets_as_many_go_as_its_limit() {
        let turns = Turns::default();
        let begun = Instant::now();
        let first = turns.take("a", Scope::Global, soon()).await.unwrap();
        first.learn(standing(0, 30));
        drop(first);
        let _second = turns.take("a", Scope::Global, soon()).await.unwrap();
        let _third = turns.take("a", Scope::Global, soon()).await.unwrap();
        assert!(begun.elapsed() >= Duration::from_millis(30));
        assert!(turns.take("a", Scope::Global, soon()).await.is_none());
    }

    #[tokio::test]
    async fn a_turn_that_ends_lets_the_next_one_begin() {
        let turns = Turns::default();
        let first = turns.take("a", Scope::Global, soon()).await.unwrap();
        first.learn(standing(1, 10_000));
        let second = turns.take("a", Scope::Global, soon());
        let end = async { drop(first) };
        let (second, ()) = tokio::join!(second, end);
        assert!(second.is_some());
    }

    #[tokio::test]
    async fn the_global_limit_closes_all_routes_but_those_outside_it() {
        let turns = Turns::default();
        let refused = turns.take("a", Scope::Global, soon()).await.unwrap();
        refused.close_all(Duration::from_secs(10));
        drop(refused);
        assert!(turns.take("b", Scope::Global, soon()).await.is_none());
        assert!(turns.take("c", Scope::Own, soon()).await.is_some());
    }

    #[tokio::test]
    async fn many_routes_do_not_pile_up() {
        let turns = Turns::default();
        for number in 0..3 * MANY_ROUTES {
            let route = number.to_string();
            turns.take(&route, Scope::Own, soon()).await.unwrap();
        }
        assert!(turns.known().routes.len() <= MANY_ROUTES + 1);
    }
}
