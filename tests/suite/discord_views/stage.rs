//! A bot without Discord: requests go in, replies come out, and the store can be looked into.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use sonae::adviser::Adviser;
use sonae::discord::app::App;
use sonae::discord::commands::{COMMANDS, Command};
use sonae::discord::component_id::{Action, ComponentId};
use sonae::discord::components;
use sonae::discord::fault::Fault;
use sonae::discord::reply::{Message, Reply, Target};
use sonae::discord::request::{Caller, Input, Options, Place, Request, Shown, Value};
use sonae::question::Language;
use sonae::store::{ChannelId, GuildId, MessageId, SqliteStore, Store, UserId};
use sonae::wording::Wording;
use tempfile::TempDir;

use super::seen::{assert_within_limits, buttons};
use crate::app::shipped;

pub const GUILD: GuildId = GuildId(5);

/// A running bot without Discord.
pub struct Stage {
    pub app: Arc<App>,
    pub store: Arc<SqliteStore>,
    _folder: TempDir,
}

impl Stage {
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("state.sqlite3");
        let store = SqliteStore::open(&file, Duration::from_millis(200));
        let store = Arc::new(store.await.unwrap());
        let config = shipped().folders.config();
        let adviser = Adviser::open(config.clone(), &|_| ()).unwrap();
        let shared: Arc<dyn Store> = Arc::<SqliteStore>::clone(&store);
        Self {
            app: Arc::new(App::new(adviser, shared, config)),
            store,
            _folder: folder,
        }
    }

    pub async fn call(&self, name: &str, options: &[(&str, Value)]) -> Reply {
        let request = in_guild(command_input(options));
        (command(name).run)(&self.app, &request).await.unwrap()
    }

    pub async fn press(&self, id: ComponentId, shown: Shown) -> Result<Reply, Fault> {
        let request = in_guild(Input::Component {
            id: id.clone(),
            values: Vec::new(),
            shown,
        });
        components::run(&self.app, &request, &id).await
    }
}

pub fn command(name: &str) -> &'static Command {
    let english = Wording::of(Language::En);
    COMMANDS
        .iter()
        .find(|command| (command.words)(english).name == name)
        .unwrap()
}

pub fn command_input(options: &[(&str, Value)]) -> Input {
    let values = options
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone()));
    Input::Command(Options {
        subcommand: None,
        values: values.collect(),
    })
}

pub fn in_guild(input: Input) -> Request {
    Request {
        id: 9_000,
        at: "2026-11-24T01:00:00Z".parse::<Timestamp>().unwrap(),
        caller: Caller {
            user: UserId(42),
            permissions: 0,
            roles: Vec::new(),
        },
        place: Place {
            guild: Some(GUILD),
            channel: ChannelId(7),
        },
        language: Language::Ja,
        input,
    }
}

pub fn on_message(question: Option<&str>, is_private: bool) -> Shown {
    Shown {
        message: MessageId(300),
        question: question.map(str::to_owned),
        is_private,
    }
}

pub fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}

pub fn message(reply: Reply) -> Message {
    match reply {
        Reply::Message(message) | Reply::Update(message) => {
            assert_within_limits(&message, "a reply");
            message
        }
        other => panic!("{other:?}"),
    }
}

pub fn id_of(message: &Message, action: Action) -> ComponentId {
    let found = buttons(message)
        .into_iter()
        .find_map(|button| match &button.target {
            Target::Component(id) if id.action == action => Some(id.clone()),
            _ => None,
        });
    found.unwrap_or_else(|| panic!("no {action:?}"))
}
