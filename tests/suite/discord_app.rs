//! The state of the bot over the small knowledge, requests to it, and what a person sees of its messages.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use regex::Regex;
use sonae::adviser::Adviser;
use sonae::config::Config;
use sonae::discord::access::MANAGE_GUILD;
use sonae::discord::app::App;
use sonae::discord::component_id::ComponentId;
use sonae::discord::fault::Fault;
use sonae::discord::reply::{Button, Message, Reply, Row, Target, Visibility};
use sonae::discord::request::{Caller, Input, Options, Place, Request, Shown, Value};
use sonae::discord::{components, desk, limits, refusal};
use sonae::question::Language;
use sonae::store::{ChannelId, GuildId, MessageId, RoleId, SqliteStore, UserId};

use crate::app::Folders;
use crate::small;

/// The guild of every request that is not told otherwise.
pub const GUILD: GuildId = GuildId(10);
/// Who asks.
pub const ADMIN: UserId = UserId(20);

/// A running state with folders of its own.
pub struct Bot {
    pub app: Arc<App>,
    pub folders: Folders,
}

/// Opens the state over the small knowledge, with settings changed.
pub async fn bot(change: impl FnOnce(&mut Config)) -> Bot {
    let folders = Folders::small();
    let mut config = folders.config();
    change(&mut config);
    let file = folders.path("state.sqlite");
    let store = SqliteStore::open(&file, Duration::from_secs(1));
    let adviser = Adviser::open(config.clone(), &|_| ()).unwrap();
    let app = App::new(adviser, Arc::new(store.await.unwrap()), config);
    Bot {
        app: Arc::new(app),
        folders,
    }
}

/// A request of an admin in the guild.
pub fn request(language: Language, input: Input) -> Request {
    Request {
        id: 1,
        at: Timestamp::now(),
        caller: Caller {
            user: ADMIN,
            permissions: MANAGE_GUILD,
            roles: Vec::new(),
        },
        place: Place {
            guild: Some(GUILD),
            channel: ChannelId(30),
        },
        language,
        input,
    }
}

/// A subcommand with options.
pub fn input(subcommand: &str, values: &[(&str, Value)]) -> Input {
    Input::Command(Options {
        subcommand: (!subcommand.is_empty()).then(|| subcommand.to_owned()),
        values: values
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect(),
    })
}

impl Bot {
    /// Calls a command as an admin; `kb status` or `help`.
    pub async fn call(&self, called: &str) -> Message {
        let (name, subcommand) = called.split_once(' ').unwrap_or((called, ""));
        self.send(name, &request(Language::Ja, input(subcommand, &[])))
            .await
    }

    /// Sends a request to a command and waits for what is shown in the end.
    pub async fn send(&self, name: &str, request: &Request) -> Message {
        match self.reply(name, request).await {
            Ok(reply) => last(reply).await,
            Err(fault) => checked(refusal::logged(&fault, request.language)),
        }
    }

    /// What the desk says to a request.
    pub async fn reply(&self, name: &str, request: &Request) -> Result<Reply, Fault> {
        let command = desk::command(name);
        let settings = self.app.guilds.settings(request.place.guild).await;
        desk::admitted(&self.app, request, command, &settings)?;
        desk::reply(&self.app, request, command).await
    }

    /// Presses a button as an admin.
    pub async fn press(&self, id: &ComponentId, values: &[&str]) -> Message {
        self.press_as(id, values, |_| ()).await
    }

    /// Presses a button as somebody else.
    pub async fn press_as(
        &self,
        id: &ComponentId,
        values: &[&str],
        change: impl FnOnce(&mut Request),
    ) -> Message {
        let input = Input::Component {
            id: id.clone(),
            values: values.iter().map(|value| (*value).to_owned()).collect(),
            shown: Shown {
                message: MessageId(40),
                question: None,
                is_private: true,
            },
        };
        let mut request = request(id.language, input);
        change(&mut request);
        match components::run(&self.app, &request, id).await {
            Ok(reply) => last(reply).await,
            Err(fault) => checked(refusal::logged(&fault, id.language)),
        }
    }
}

/// A member without rights.
pub fn member(request: &mut Request) {
    request.caller.permissions = 0;
    request.caller.roles = vec![RoleId(7)];
}

async fn last(reply: Reply) -> Message {
    match reply {
        Reply::Message(message) | Reply::Update(message) => checked(message),
        Reply::Progress(mut stages) => {
            let mut last = None;
            while let Some(stage) = stages.recv().await {
                last = Some(checked(stage));
            }
            last.unwrap()
        }
        other => panic!("not a message: {other:?}"),
    }
}

/// Everything here is private and within Discord's limits.
fn checked(message: Message) -> Message {
    assert_eq!(message.visibility, Visibility::Private);
    let card = &message.card;
    assert!(card.title().is_some_and(|title| !title.is_empty()));
    assert!(card.length() <= limits::EMBED_TOTAL);
    assert!(card.fields().len() <= limits::FIELDS);
    assert!(message.rows.rows().len() <= limits::ROWS);
    for button in buttons(&message) {
        assert!(!button.label.as_str().is_empty());
        if let Target::Component(id) = &button.target {
            assert_eq!(ComponentId::parse(&id.to_string()).as_ref(), Some(id));
        }
    }
    message
}

/// Its buttons.
pub fn buttons(message: &Message) -> Vec<&Button> {
    let rows = message.rows.rows().iter();
    rows.flat_map(|row| match row {
        Row::Buttons(buttons) => buttons.iter().collect(),
        Row::Menu(_) => Vec::new(),
    })
    .collect()
}

/// The id of the button with this label.
pub fn id_of(message: &Message, label: &str) -> ComponentId {
    let buttons = buttons(message);
    let button = buttons.iter().find(|button| button.label.as_str() == label);
    match &button
        .unwrap_or_else(|| panic!("no button {label}: {}", seen(message)))
        .target
    {
        Target::Component(id) => id.clone(),
        Target::Link(link) => panic!("a link: {link}"),
    }
}

/// A message as text. Moments, durations and references differ from run to run.
pub fn seen(message: &Message) -> String {
    let card = &message.card;
    let mut text = format!("# {}\n", card.title().unwrap_or_default());
    for part in [card.author_line(), card.description()]
        .into_iter()
        .flatten()
    {
        text.push_str(&format!("{part}\n"));
    }
    for field in card.fields() {
        text.push_str(&format!(
            "\n## {}\n{}\n",
            field.name.as_str(),
            field.value.as_str()
        ));
    }
    if let Some(footer) = card.footer_line() {
        text.push_str(&format!("\n-- {footer}\n"));
    }
    for row in message.rows.rows() {
        let row: Vec<String> = match row {
            Row::Buttons(buttons) => buttons
                .iter()
                .map(|button| format!("[{}]", button.label.as_str()))
                .collect(),
            Row::Menu(menu) => {
                let options = menu
                    .options()
                    .iter()
                    .map(|option| format!("\n  - {}", option.label.as_str()));
                [format!("<{}>", menu.placeholder.as_str())]
                    .into_iter()
                    .chain(options)
                    .collect()
            }
        };
        text.push_str(&format!("\n{}", row.join(" ")));
    }
    for (pattern, name) in [
        (r"\d{4}-\d\d-\d\d \d\d:\d\d", "MOMENT"),
        (r"\d+\.\d( s|秒)", "SECONDS"),
        (r"`[0-9a-f]{8}`", "REFERENCE"),
    ] {
        text = Regex::new(pattern)
            .unwrap()
            .replace_all(&text, name)
            .into_owned();
    }
    text
}

/// Compares with what was accepted before.
pub fn snapshot(name: &str, text: String) {
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(format!("discord_{name}"), text);
    });
}

/// A new wording of a section, so that there is something to publish.
pub fn change_a_section(bot: &Bot) {
    small::edit(
        &bot.folders.knowledge,
        "documents/sample-guide.md",
        "試験のための小さな手引きです。",
        "試験のための小さな手引きです。\n\n## 9 あとから足した節\n\n```toml\nlocator = \"第9章\"\nsure = \"primary\"\ntopics = [\"password\"]\nasked = [\"あとから足した節には何がありますか\"]\ntitle_en = \"Added later\"\nsummary_en = \"Was added later.\"\nasked_en = [\"What was added later?\"]\n```\n\nあとから足した文です。",
    );
}
