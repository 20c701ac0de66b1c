//! The gateway's websocket: HELLO, IDENTIFY, heartbeats, RESUME, and orders from the tests.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use super::Shared;
use super::events::{Order, intent};
use super::state::State;

/// The most bytes that Discord takes in one payload.
const MOST_BYTES: usize = 4096;
/// The most payloads that Discord takes in a minute of one connection.
const MOST_PER_MINUTE: usize = 120;

/// How a connection ended.
enum End {
    /// Without a word, or by the other side.
    Cut,
    /// With a code of ours.
    Close(u16),
}

/// Accepts connections for ever.
pub async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            return;
        };
        if shared.state().gateway.is_down {
            shared.change(|state| state.gateway.turned_away += 1);
            continue;
        }
        let shared = Arc::clone(&shared);
        tokio::spawn(async move {
            // A connection that never became a websocket needs no answer.
            if let Ok(socket) = tokio_tungstenite::accept_async(stream).await {
                Connection::new(shared).run(socket).await;
            }
        });
    }
}

/// One connection and, once there is one, its session.
struct Connection {
    shared: Arc<Shared>,
    session: Option<String>,
    sender: UnboundedSender<Order>,
    orders: UnboundedReceiver<Order>,
    acknowledges: bool,
    recent: VecDeque<Instant>,
}

impl Connection {
    fn new(shared: Arc<Shared>) -> Connection {
        let (sender, orders) = unbounded_channel();
        Connection {
            shared,
            session: None,
            sender,
            orders,
            acknowledges: true,
            recent: VecDeque::new(),
        }
    }

    async fn run(mut self, mut socket: WebSocketStream<TcpStream>) {
        let interval_ms = self.shared.state().world.heartbeat_interval_ms;
        let hello =
            json!({"op": 10, "d": {"heartbeat_interval": interval_ms}, "s": null, "t": null});
        let end = match socket.send(Message::Text(hello.to_string())).await {
            Ok(()) => self.converse(&mut socket).await,
            Err(_) => End::Cut,
        };
        if let End::Close(code) = end {
            let frame = CloseFrame {
                code: CloseCode::from(code),
                reason: "as ordered".into(),
            };
            let _ = socket.close(Some(frame)).await;
            // The other side answers with its own close frame; it may also just go.
            let goodbye = async { while let Some(Ok(_)) = socket.next().await {} };
            let _ = tokio::time::timeout(Duration::from_secs(2), goodbye).await;
        }
    }

    /// Talks until one side ends it.
    async fn converse(&mut self, socket: &mut WebSocketStream<TcpStream>) -> End {
        loop {
            let end = tokio::select! {
                order = self.orders.recv() => match order {
                    Some(Order::Send(text)) => match socket.send(Message::Text(text)).await {
                        Ok(()) => None,
                        Err(_) => Some(End::Cut),
                    },
                    Some(Order::Close(code)) => Some(End::Close(code)),
                    Some(Order::StopAcknowledging) => {
                        self.acknowledges = false;
                        None
                    }
                    Some(Order::Drop) | None => Some(End::Cut),
                },
                message = socket.next() => match message {
                    Some(Ok(Message::Text(text))) => self.hear(&text),
                    Some(Ok(Message::Close(frame))) => {
                        self.forget_closed(frame.map(|frame| u16::from(frame.code)));
                        return End::Cut;
                    }
                    Some(Ok(_)) => None,
                    Some(Err(_)) | None => Some(End::Cut),
                },
            };
            if let Some(end) = end {
                self.detach(&end);
                return end;
            }
        }
    }

    /// Handles one payload of the bot; answers go through the orders.
    fn hear(&mut self, text: &str) -> Option<End> {
        let shared = Arc::clone(&self.shared);
        shared.change(|state| {
            if let Some(code) = self.offense(state, text) {
                return Some(End::Close(code));
            }
            let Ok(payload) = serde_json::from_str::<Value>(text) else {
                state.violation("gateway", "a payload is no JSON");
                return Some(End::Close(4002));
            };
            match payload["op"].as_u64() {
                Some(1) => {
                    state.gateway.heartbeats += 1;
                    if self.acknowledges {
                        self.send(json!({"op": 11, "d": null, "s": null, "t": null}));
                    }
                    None
                }
                Some(2) => self.identify(state, &payload["d"]),
                Some(3) => {
                    state.gateway.presence = payload["d"].clone();
                    None
                }
                Some(6) => self.resume(state, &payload["d"]),
                // Asking for members and voice are opcodes, but nothing answers them here.
                Some(4 | 8) => None,
                _ => {
                    state.violation("gateway", "an unknown opcode");
                    Some(End::Close(4001))
                }
            }
        })
    }

    /// Returns the code to close with when a payload is too big or they come too fast.
    fn offense(&mut self, state: &mut State, text: &str) -> Option<u16> {
        if text.len() > MOST_BYTES {
            state.violation("gateway", format!("a payload of {} bytes", text.len()));
            return Some(4002);
        }
        let now = Instant::now();
        self.recent.push_back(now);
        let minute = Duration::from_secs(60);
        while self.recent.front().is_some_and(|at| now - *at > minute) {
            self.recent.pop_front();
        }
        if self.recent.len() > MOST_PER_MINUTE {
            state.violation("gateway", "more than 120 payloads in a minute");
            return Some(4008);
        }
        None
    }

    fn identify(&mut self, state: &mut State, identify: &Value) -> Option<End> {
        // After op 9 a bot may identify again on the same connection.
        let own = self
            .session
            .as_ref()
            .and_then(|id| state.gateway.sessions.get(id));
        if own.is_some_and(|session| session.is_ready) {
            state.violation("gateway", "IDENTIFY on a connection that has a session");
            return Some(End::Close(4005));
        }
        if !is_right(state, &identify["token"]) {
            return Some(End::Close(4004));
        }
        let Some(intents) = identify["intents"].as_u64() else {
            state.violation("gateway", "IDENTIFY without intents");
            return Some(End::Close(4013));
        };
        if intents & intent::PRIVILEGED & !state.world.granted_intents != 0 {
            return Some(End::Close(4014));
        }
        let shard = match identify["shard"].as_array().map(Vec::as_slice) {
            Some([shard, total]) => (shard.as_u64().unwrap_or(0), total.as_u64().unwrap_or(1)),
            _ => (0, 1),
        };
        if shard.0 >= shard.1 {
            state.violation("gateway", "IDENTIFY with a shard that does not exist");
            return Some(End::Close(4010));
        }
        if identify["properties"]["os"].as_str().is_none() {
            state.violation("gateway", "IDENTIFY without properties");
        }
        state.gateway.presence = identify["presence"].clone();
        self.session = Some(state.open_session(shard, intents, self.sender.clone()));
        None
    }

    fn resume(&mut self, state: &mut State, resume: &Value) -> Option<End> {
        if !is_right(state, &resume["token"]) {
            return Some(End::Close(4004));
        }
        let invalid =
            |is_resumable: bool| json!({"op": 9, "d": is_resumable, "s": null, "t": null});
        if let Some(is_resumable) = state.gateway.refuses_resume {
            self.send(invalid(is_resumable));
            return None;
        }
        let id = resume["session_id"].as_str().unwrap_or_default().to_owned();
        let (replays, keep) = (std::mem::take(&mut state.gateway.replays), state.world.keep);
        let Some(session) = state
            .gateway
            .sessions
            .get_mut(&id)
            .filter(|session| session.is_ready)
        else {
            self.send(invalid(false));
            return None;
        };
        let seen = resume["seq"].as_u64().unwrap_or(0);
        if seen > session.sequence {
            return Some(End::Close(4007));
        }
        session.connection = Some(self.sender.clone());
        for (sequence, text) in &session.sent {
            if *sequence + replays as u64 > seen {
                let _ = self.sender.send(Order::Send(text.clone()));
            }
        }
        session.dispatch("RESUMED", &json!({"_trace": ["fake"]}), keep);
        state.gateway.resumes += 1;
        self.session = Some(id);
        None
    }

    fn send(&self, payload: Value) {
        // The receiver is this connection itself.
        let _ = self.sender.send(Order::Send(payload.to_string()));
    }

    /// Takes the connection from its session, which can be resumed unless the code forbids it.
    fn detach(&self, end: &End) {
        let Some(id) = &self.session else {
            return;
        };
        self.shared.change(|state| {
            let Some(session) = state.gateway.sessions.get_mut(id) else {
                return;
            };
            let is_ours = session.connection.as_ref();
            if is_ours.is_some_and(|connection| connection.same_channel(&self.sender)) {
                session.connection = None;
            }
            // These codes end the session, the others let it be resumed.
            if matches!(end, End::Close(4004 | 4007 | 4009..=4014)) {
                state.gateway.sessions.remove(id);
            }
        });
    }

    /// A bot that says goodbye with 1000 or 1001 gives its session up.
    fn forget_closed(&self, code: Option<u16>) {
        self.shared
            .change(|state| state.gateway.goodbyes.push(code));
        self.detach(&End::Cut);
        if let (Some(id), Some(1000 | 1001)) = (&self.session, code) {
            self.shared
                .change(|state| state.gateway.sessions.remove(id));
        }
    }
}

fn is_right(state: &State, token: &Value) -> bool {
    let token = token.as_str().unwrap_or_default();
    token.strip_prefix("Bot ").unwrap_or(token) == state.world.token
}
