//! A bot without a library: plain HTTP and a plain websocket against the fake.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

use crate::fake::{Fake, World};

/// Longest wait of a test.
pub const SOON: Duration = Duration::from_secs(5);

/// Guilds, messages of guilds, and direct messages.
pub const INTENTS: u64 = 1 | 1 << 9 | 1 << 12;

/// A running fake and a client that holds its token.
pub struct Raw {
    pub fake: Fake,
    client: reqwest::Client,
}

impl Raw {
    /// Starts a fake with the standard world.
    pub async fn start() -> Raw {
        Raw::start_in(World::standard()).await
    }

    /// Starts a fake with a world.
    pub async fn start_in(world: World) -> Raw {
        let fake = Fake::start(world).await;
        let client = reqwest::Client::new();
        Raw { fake, client }
    }

    /// Sends a request with the bot's token; returns status and body.
    pub async fn send(&self, method: &str, path: &str, body: Value) -> (u16, Value) {
        let token = format!("Bot {}", self.fake.token());
        self.send_as(&token, method, path, body).await.unwrap()
    }

    /// Sends a request with this authorization.
    pub async fn send_as(
        &self,
        authorization: &str,
        method: &str,
        path: &str,
        body: Value,
    ) -> reqwest::Result<(u16, Value)> {
        let mut request = self.request(method, path);
        request = request.header("authorization", authorization);
        if !body.is_null() {
            request = request
                .header("content-type", "application/json")
                .body(body.to_string());
        }
        answer(request).await
    }

    /// Sends a form with the bot's token: parts with what stands behind `form-data; `, and their content.
    pub async fn send_form(
        &self,
        method: &str,
        path: &str,
        parts: &[(&str, &[u8])],
    ) -> (u16, Value) {
        let mut body = Vec::new();
        for (head, content) in parts {
            let head = format!("--cut\r\nContent-Disposition: form-data; {head}\r\n\r\n");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--cut--\r\n");
        let request = self
            .request(method, path)
            .header("authorization", format!("Bot {}", self.fake.token()))
            .header("content-type", "multipart/form-data; boundary=cut")
            .body(body);
        answer(request).await.unwrap()
    }

    fn request(&self, method: &str, path: &str) -> reqwest::RequestBuilder {
        let url = format!("{}/api/v10{path}", self.fake.api_base());
        let method = reqwest::Method::from_bytes(method.as_bytes()).unwrap();
        self.client.request(method, url)
    }

    /// Registers commands that must be in order.
    pub async fn register(&self, commands: Value) {
        let path = "/applications/1000000000000000001/commands";
        let (status, _) = self.send("PUT", path, commands).await;
        assert_eq!(status, 200, "{:#?}", self.fake.violations());
    }

    /// Connects to the gateway and identifies.
    pub async fn connect(&self, intents: u64) -> Gateway {
        self.connect_shard(intents, [0, 1]).await
    }

    /// Connects to the gateway and waits until the session is open.
    pub async fn connect_ready(&self, intents: u64) -> Gateway {
        let gateway = self.connect(intents).await;
        assert!(self.fake.wait_ready(SOON).await);
        gateway
    }

    /// Connects to the gateway and identifies as one of several shards.
    pub async fn connect_shard(&self, intents: u64, shard: [u64; 2]) -> Gateway {
        let mut gateway = self.open().await;
        let identify = json!({
            "token": format!("Bot {}", self.fake.token()),
            "intents": intents,
            "shard": shard,
            "properties": {"os": "linux", "browser": "raw", "device": "raw"},
        });
        gateway.send(json!({"op": 2, "d": identify})).await;
        gateway
    }

    /// Connects to the gateway and hears HELLO.
    pub async fn open(&self) -> Gateway {
        let (_, found) = self.send("GET", "/gateway", Value::Null).await;
        let url = format!("{}/?v=10&encoding=json", found["url"].as_str().unwrap());
        let (socket, _) = tokio_tungstenite::connect_async(url).await.unwrap();
        let mut gateway = Gateway { socket };
        assert_eq!(gateway.next().await.unwrap()["op"], 10);
        gateway
    }
}

/// Sends a request; returns status and body.
async fn answer(request: reqwest::RequestBuilder) -> reqwest::Result<(u16, Value)> {
    let response = request.send().await?;
    let status = response.status().as_u16();
    let text = response.text().await?;
    Ok((status, serde_json::from_str(&text).unwrap_or(Value::Null)))
}

/// One connection to the gateway.
pub struct Gateway {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
}

/// How a connection ended: with a code, or without a word.
#[derive(Debug, PartialEq, Eq)]
pub struct Ended(pub Option<u16>);

impl Gateway {
    /// Sends a payload.
    pub async fn send(&mut self, payload: Value) {
        self.socket
            .send(Message::Text(payload.to_string()))
            .await
            .unwrap();
    }

    /// Returns the next payload.
    pub async fn next(&mut self) -> Result<Value, Ended> {
        loop {
            let heard = tokio::time::timeout(SOON, self.socket.next())
                .await
                .unwrap();
            match heard {
                Some(Ok(Message::Text(text))) => return Ok(serde_json::from_str(&text).unwrap()),
                Some(Ok(Message::Close(frame))) => {
                    return Err(Ended(frame.map(|frame| u16::from(frame.code))));
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Err(Ended(None)),
            }
        }
    }

    /// Returns the next event of this name; earlier ones are skipped.
    pub async fn event(&mut self, name: &str) -> Value {
        loop {
            let payload = self.next().await.unwrap();
            if payload["t"] == name {
                return payload;
            }
        }
    }
}

/// Returns an answer to an interaction that only shows a text.
pub fn plain(text: &str) -> Value {
    json!({"content": text, "allowed_mentions": {"parse": []}})
}
