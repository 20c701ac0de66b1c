//! What a scene leaves behind: requests about a message, references in the log. The fake keeps one message for
//! one nonce, as Discord does, so that only the requests tell whether something was answered twice.

use serde_json::Value;

use crate::fake::{RequestRecord, Said, seen};
use crate::scene::{LONG, Scene};

/// A question that always has an answer.
pub const QUESTION: &str = "お金をかけずに何から始めればいい?";
/// Another one.
pub const NEXT_QUESTION: &str = "パスワードは何文字にすればいいですか";

impl Scene {
    /// Waits for the reply to a message and returns it.
    pub async fn reply_to(&self, said: &Said) -> Value {
        match said.wait_reply(LONG).await {
            Some((reply, _)) => reply,
            None => panic!(
                "no reply; violations: {:#?}; log: {}",
                self.fake.violations(),
                self.bot.output()
            ),
        }
    }

    /// Asks by mention as somebody and returns what they see: the bot serves.
    pub async fn still_answers(&self, person: u64) -> String {
        let said = self.fake.person(person).mentions(NEXT_QUESTION);
        seen(&self.reply_to(&said).await)
    }

    /// The requests that posted a reply to a message, those that failed included.
    pub fn posts_about(&self, said: &Said) -> Vec<RequestRecord> {
        let id = said.message.to_string();
        let mut requests = self.fake.requests();
        requests.retain(|request| {
            request.method == "POST" && request.body["message_reference"]["message_id"] == *id
        });
        requests
    }

    /// How many requests of a method to a path that contains `part` were answered with a status.
    pub fn count_answered(&self, method: &str, part: &str, status: u16) -> usize {
        let requests = self.fake.requests();
        let matching = requests.iter().filter(|request| {
            request.method == method && request.path.contains(part) && request.status == status
        });
        matching.count()
    }

    /// The lines of the log that carry a reference.
    pub fn references(&self) -> Vec<String> {
        let output = self.bot.output();
        let lines = output.lines().filter(|line| line.contains("reference="));
        lines.map(str::to_owned).collect()
    }
}
