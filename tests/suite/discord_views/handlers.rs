//! Commands, buttons and dialogs, without Discord: request in, reply out, and what the store then holds.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use sonae::adviser::Adviser;
use sonae::discord::app::App;
use sonae::discord::commands::{Acknowledge, COMMANDS, Command, ask};
use sonae::discord::component_id::{Action, ComponentId, Key};
use sonae::discord::fault::Fault;
use sonae::discord::library::passage_key;
use sonae::discord::reply::{Effect, Message, Reply, Target, Visibility};
use sonae::discord::request::{Caller, Input, Options, Place, Request, Shown, Value};
use sonae::discord::{components, request};
use sonae::knowledge::PassageId;
use sonae::question::Language;
use sonae::store::{
    Cause, ChannelId, GuildId, GuildSettings, MessageId, RoleId, SqliteStore, Store, UserId,
};
use sonae::wording::Wording;
use tempfile::TempDir;

use super::seen::{assert_within_limits, buttons, texts};
use crate::app::shipped;

const GUILD: GuildId = GuildId(5);

struct Stage {
    app: Arc<App>,
    store: Arc<SqliteStore>,
    _folder: TempDir,
}

impl Stage {
    async fn new() -> Self {
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

    async fn call(&self, name: &str, options: &[(&str, Value)]) -> Reply {
        let request = in_guild(command_input(options));
        (command(name).run)(&self.app, &request).await.unwrap()
    }

    async fn press(&self, id: ComponentId, shown: Shown) -> Result<Reply, Fault> {
        let request = in_guild(Input::Component {
            id: id.clone(),
            values: Vec::new(),
            shown,
        });
        components::run(&self.app, &request, &id).await
    }
}

fn command(name: &str) -> &'static Command {
    let english = Wording::of(Language::En);
    COMMANDS
        .iter()
        .find(|command| (command.words)(english).name == name)
        .unwrap()
}

fn command_input(options: &[(&str, Value)]) -> Input {
    let values = options
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone()));
    Input::Command(Options {
        subcommand: None,
        values: values.collect(),
    })
}

fn in_guild(input: Input) -> Request {
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

fn on_message(question: Option<&str>, is_private: bool) -> Shown {
    Shown {
        message: MessageId(300),
        question: question.map(str::to_owned),
        is_private,
    }
}

fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}

fn message(reply: Reply) -> Message {
    match reply {
        Reply::Message(message) | Reply::Update(message) => {
            assert_within_limits(&message, "a reply");
            message
        }
        other => panic!("{other:?}"),
    }
}

fn id_of(message: &Message, action: Action) -> ComponentId {
    let found = buttons(message)
        .into_iter()
        .find_map(|button| match &button.target {
            Target::Component(id) if id.action == action => Some(id.clone()),
            _ => None,
        });
    found.unwrap_or_else(|| panic!("no {action:?}"))
}

#[tokio::test]
async fn a_question_is_answered_where_and_as_it_was_asked() {
    let stage = Stage::new().await;
    let question = "社員のパスワードは何文字にすればいいですか";
    let public = message(stage.call("ask", &[("question", text(question))]).await);
    assert_eq!(public.visibility, Visibility::Public);
    id_of(&public, Action::Thread);
    id_of(&public, Action::HandOver);
    let private = [
        ("question", text(question)),
        ("private", Value::Switch(true)),
    ];
    let private = message(stage.call("ask", &private).await);
    assert_eq!(private.visibility, Visibility::Private);
    assert!(
        !buttons(&private)
            .iter()
            .any(|button| matches!(&button.target,
        Target::Component(id) if id.action == Action::Thread))
    );
    let english = message(
        stage
            .call(
                "ask",
                &[("question", text("How long should our passwords be?"))],
            )
            .await,
    );
    assert!(
        english
            .card
            .author_line()
            .unwrap()
            .starts_with("Question: ")
    );
    assert!(
        stage
            .store
            .unanswered(Some(GUILD))
            .await
            .unwrap()
            .is_empty()
    );
}

#[tokio::test]
async fn a_guild_may_make_answers_private() {
    let stage = Stage::new().await;
    let settings = GuildSettings {
        private_by_default: true,
        ..GuildSettings::default()
    };
    let request = in_guild(command_input(&[("question", text("VPNとは"))]));
    let acknowledge = (command("ask").acknowledge)(&request, &settings);
    assert_eq!(acknowledge, Acknowledge::Later(Visibility::Private));
    stage.app.guilds.set(GUILD, settings).await.unwrap();
    let answer = message(stage.call("ask", &[("question", text("VPNとは"))]).await);
    assert_eq!(answer.visibility, Visibility::Private);
}

#[tokio::test]
async fn an_empty_question_is_told_apart() {
    let stage = Stage::new().await;
    let request = in_guild(command_input(&[("question", text("<@1> "))]));
    let reply = (command("ask").run)(&stage.app, &request).await;
    assert!(matches!(reply, Err(Fault::Empty)));
}

#[tokio::test]
async fn a_question_without_an_answer_is_kept_without_personal_data() {
    let stage = Stage::new().await;
    let question = "明日の天気を taro@example.com に送って";
    let place = Place {
        guild: Some(GUILD),
        channel: ChannelId(7),
    };
    let at = "2026-11-23T16:00:00Z".parse().unwrap();
    let answer = ask::answered(&stage.app, question, place, Visibility::Public, at)
        .await
        .unwrap();
    assert_within_limits(&answer, "an abstention");
    let kept = stage.store.unanswered(Some(GUILD)).await.unwrap();
    let kept = &kept[0].questions[0];
    assert!(!kept.question.contains("taro@example.com") && kept.question.contains("天気"));
    // The day in Japan, where it is past midnight.
    assert_eq!(kept.last_day.to_string(), "2026-11-24");
    stage.store.close().await;
    let answer = ask::answered(&stage.app, question, place, Visibility::Public, at)
        .await
        .unwrap();
    assert_within_limits(&answer, "an abstention without a store");
}

#[tokio::test]
async fn messages_that_cannot_be_answered_are_refused_privately() {
    let stage = Stage::new().await;
    for (content, is_from_program, is_refused) in [
        ("VPNの更新は?", false, false),
        ("VPNの更新は?", true, true),
        ("", false, true),
        ("<@1>", false, true),
    ] {
        let request = in_guild(Input::OnMessage(request::Target {
            message: MessageId(1),
            content: content.to_owned(),
            is_from_program,
        }));
        let command = command("Answer this");
        let reply = message((command.run)(&stage.app, &request).await.unwrap());
        assert_eq!(
            reply.visibility == Visibility::Private,
            is_refused,
            "{content}"
        );
        let acknowledge = (command.acknowledge)(&request, &GuildSettings::default());
        assert_eq!(acknowledge == Acknowledge::WithReply, is_refused);
    }
}

#[tokio::test]
async fn names_lead_to_sections() {
    let stage = Stage::new().await;
    for (options, expected) in [
        (vec![], "資料の一覧"),
        (
            vec![("document", text("中小企業ガイドライン"))],
            "中小企業の情報セキュリティ対策ガイドライン",
        ),
        (
            vec![
                ("document", text("ipa-sme-self-check-25")),
                ("section", text("18")),
            ],
            "No.18",
        ),
        (vec![("section", text("ipa-sme-guideline#2-3"))], "2-3"),
        (vec![("document", text("ipa-sme-guideline#2-3"))], "2-3"),
        (vec![("document", text("ぬるぽ"))], "見つかりませんでした"),
        (
            vec![
                ("document", text("scs-evaluation")),
                ("section", text("ぬるぽ")),
            ],
            "見つかりませんでした",
        ),
    ] {
        let reply = message(stage.call("guideline", &options).await);
        assert!(
            reply.card.title().unwrap().contains(expected),
            "{options:?}"
        );
        assert_eq!(reply.visibility, Visibility::Private);
    }
    for (name, option, value) in [
        ("term", "word", "ランサムウェア"),
        ("term", "word", "ぬるぽ"),
        ("incident", "kind", "ぬるぽ"),
    ] {
        message(stage.call(name, &[(option, text(value))]).await);
    }
    message(stage.call("windows", &[]).await);
}

#[tokio::test]
async fn every_option_that_is_suggested_has_suggestions() {
    let stage = Stage::new().await;
    for (name, focused) in [
        ("guideline", "document"),
        ("guideline", "section"),
        ("term", "word"),
        ("incident", "kind"),
    ] {
        let request = in_guild(Input::Autocomplete {
            options: Options::default(),
            focused: focused.to_owned(),
        });
        let choices = (command(name).suggest.unwrap())(&stage.app, &request);
        assert!((5..=25).contains(&choices.len()), "{name} {focused}");
    }
}

#[tokio::test]
async fn pages_turn_in_place_only_where_nobody_else_reads() {
    let stage = Stage::new().await;
    let library = stage.app.library();
    let long = library
        .knowledge()
        .passages()
        .find(|(_, passage)| passage.body.chars().count() > 3000);
    let (document, passage) = long.unwrap();
    let key = passage_key(&document.id_of(&passage.id));
    let open = ComponentId::new(Action::Section, Language::Ja).key(&key);
    let opened = stage
        .press(open, on_message(Some("質問"), true))
        .await
        .unwrap();
    assert!(
        matches!(opened, Reply::Message(_)),
        "an answer stays where it is"
    );
    let next = id_of(&message(opened), Action::Section);
    let turned = stage
        .press(next.clone(), on_message(None, true))
        .await
        .unwrap();
    assert!(matches!(turned, Reply::Update(_)));
    let turned = stage.press(next, on_message(None, false)).await.unwrap();
    assert!(
        matches!(&turned, Reply::Message(message) if message.visibility == Visibility::Private)
    );
}

#[tokio::test]
async fn buttons_of_things_that_are_gone_have_expired() {
    let stage = Stage::new().await;
    let gone = Key::of("nothing has this name");
    for action in Action::ALL {
        let empty = ComponentId::new(*action, Language::Ja);
        for id in [
            empty.clone(),
            empty.clone().key(&gone),
            empty.number(3).key(&gone).number(9),
        ] {
            match stage.press(id.clone(), on_message(None, true)).await {
                Ok(_) | Err(Fault::Expired) => {}
                Err(fault) => panic!("{id}: {fault}"),
            }
        }
    }
}

#[tokio::test]
async fn votes_are_kept_before_anybody_is_thanked() {
    let stage = Stage::new().await;
    let best = passage_key(&PassageId::parse("ipa-sme-guideline#2-3").unwrap());
    let up = ComponentId::new(Action::Helpful, Language::Ja).key(&best);
    message(
        stage
            .press(up.clone(), on_message(Some("VPNは?"), false))
            .await
            .unwrap(),
    );
    assert_eq!(
        stage
            .store
            .feedback_counts(Some(GUILD))
            .await
            .unwrap()
            .helpful,
        1
    );
    let down = ComponentId::new(Action::NotHelpful, Language::Ja).key(&best);
    let Reply::Modal(modal) = stage
        .press(down, on_message(Some("VPNは?"), false))
        .await
        .unwrap()
    else {
        panic!("no dialog");
    };
    let request = in_guild(Input::Modal {
        id: modal.id.clone(),
        text: "taro@example.com に聞いて".to_owned(),
        shown: on_message(Some("VPNは 03-1234-5678 ?"), false),
    });
    let thanks = message(
        components::run(&stage.app, &request, &modal.id)
            .await
            .unwrap(),
    );
    assert_eq!(thanks.visibility, Visibility::Private);
    let counts = stage.store.feedback_counts(Some(GUILD)).await.unwrap();
    assert_eq!((counts.helpful, counts.not_helpful), (0, 1));
    let kept = stage.store.unanswered(Some(GUILD)).await.unwrap();
    let question = &kept[0].questions[0];
    assert!(question.causes.contains(&Cause::ThumbsDown) && !question.question.contains("1234"));
    stage.store.close().await;
    let told = message(stage.press(up, on_message(None, false)).await.unwrap());
    assert_eq!(told.card.title(), Some("保存できませんでした"));
}

#[tokio::test]
async fn nothing_is_handed_over_without_consent() {
    let stage = Stage::new().await;
    let ask = ComponentId::new(Action::HandOver, Language::Ja);
    let nobody = message(
        stage
            .press(ask.clone(), on_message(Some("VPNは?"), false))
            .await
            .unwrap(),
    );
    assert_eq!(nobody.card.title(), Some("相談役はまだ決まっていません"));
    let settings = GuildSettings {
        helper_role: Some(RoleId(77)),
        ..GuildSettings::default()
    };
    stage.app.guilds.set(GUILD, settings).await.unwrap();
    let confirm = message(
        stage
            .press(ask, on_message(Some("VPNは **?**"), false))
            .await
            .unwrap(),
    );
    assert_eq!(confirm.visibility, Visibility::Private);
    let line = confirm.card.author_line().unwrap();
    let question = sonae::discord::view::question_of(line).unwrap();
    let cancel = id_of(&confirm, Action::Cancel);
    let canceled = stage
        .press(cancel, on_message(Some(&question), true))
        .await
        .unwrap();
    assert!(matches!(canceled, Reply::Update(_)));
    let consent = id_of(&confirm, Action::HandOverConsent);
    let reply = stage
        .press(consent, on_message(Some(&question), true))
        .await
        .unwrap();
    let Reply::After(after) = reply else {
        panic!("{reply:?}");
    };
    let Effect::Post { channel, message } = &after.effect else {
        panic!("{after:?}");
    };
    assert_eq!(*channel, ChannelId(7));
    let text = texts(message);
    assert!(
        text.contains("<@&77>") && text.contains("<@42>") && text.contains("\\*\\*"),
        "{text}"
    );
}

#[tokio::test]
async fn a_thread_is_named_after_the_question() {
    let stage = Stage::new().await;
    let id = ComponentId::new(Action::Thread, Language::Ja);
    let reply = stage
        .press(id, on_message(Some("VPNは?"), false))
        .await
        .unwrap();
    let Reply::After(after) = reply else {
        panic!("{reply:?}");
    };
    assert!(matches!(&after.effect, Effect::Thread { name, .. } if name.as_str() == "VPNは?"));
}

#[tokio::test]
async fn a_section_is_shared_as_it_is_read() {
    let stage = Stage::new().await;
    let options = [("section", text("ipa-sme-guideline#2-3"))];
    let read = message(stage.call("guideline", &options).await);
    let share = id_of(&read, Action::Share);
    let Reply::After(after) = stage.press(share, on_message(None, true)).await.unwrap() else {
        panic!("nothing is posted");
    };
    let Effect::Post { message, .. } = &after.effect else {
        panic!("{after:?}");
    };
    assert_eq!(message.visibility, Visibility::Public);
    assert_eq!(message.card.description(), read.card.description());
}

#[tokio::test]
async fn steps_are_ticked_for_everybody() {
    let stage = Stage::new().await;
    let opened = message(
        stage
            .call("incident", &[("kind", text("ransomware"))])
            .await,
    );
    assert_eq!(opened.visibility, Visibility::Public);
    let tick = id_of(&opened, Action::Tick);
    let shown = || on_message(None, false);
    let ticked = stage.press(tick.clone(), shown()).await.unwrap();
    assert!(matches!(ticked, Reply::Update(_)));
    assert!(texts(&message(ticked)).contains("— <@42> 10:00"));
    let taken_back = message(stage.press(tick.clone(), shown()).await.unwrap());
    assert!(!texts(&taken_back).contains("<@42>"));
    stage.store.close().await;
    assert!(matches!(
        stage.press(tick, shown()).await,
        Err(Fault::Store(_))
    ));
    let without = message(
        stage
            .call("incident", &[("kind", text("ransomware"))])
            .await,
    );
    assert!(texts(&without).contains("いまはチェックを保存できない"));
}
