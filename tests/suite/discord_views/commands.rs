//! Commands, and what the store holds after them.

use sonae::discord::app::Asker;
use sonae::discord::commands::ask::Asking;
use sonae::discord::commands::{Acknowledge, ask};
use sonae::discord::component_id::Action;
use sonae::discord::fault::Fault;
use sonae::discord::reply::{Target, Visibility};
use sonae::discord::request::{self, Input, Options, Place, Value};
use sonae::store::{ChannelId, GuildSettings, MessageId, Store, UserId};

use super::seen::{assert_within_limits, buttons};
use super::stage::{GUILD, Stage, command, command_input, id_of, in_guild, message, text};

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
    let asking = Asking {
        words: question,
        user: UserId(42),
        place,
        visibility: Visibility::Public,
        at: "2026-11-23T16:00:00Z".parse().unwrap(),
        asker: Asker::SeesNothing,
    };
    let answer = ask::answered(&stage.app, &asking).await.unwrap();
    assert_within_limits(&answer, "an abstention");
    let kept = stage.store.unanswered(Some(GUILD)).await.unwrap();
    let kept = &kept[0].questions[0];
    assert!(!kept.question.contains("taro@example.com") && kept.question.contains("天気"));
    // The day in Japan, where it is past midnight.
    assert_eq!(kept.last_day.to_string(), "2026-11-24");
    stage.store.close().await;
    let answer = ask::answered(&stage.app, &asking).await.unwrap();
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
