//! Buttons, menus and dialogs, and what the store holds after them.

use sonae::discord::component_id::{Action, ComponentId, Key};
use sonae::discord::components;
use sonae::discord::fault::Fault;
use sonae::discord::library::passage_key;
use sonae::discord::reply::{Effect, Reply, Visibility};
use sonae::discord::request::{Fields, Input};
use sonae::knowledge::PassageId;
use sonae::question::Language;
use sonae::store::{Cause, ChannelId, GuildSettings, RoleId, Store};

use super::seen::texts;
use super::stage::{GUILD, Stage, id_of, in_guild, message, on_message, text};

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
                Ok(_) | Err(Fault::Expired | Fault::Forbidden) => {}
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
        fields: Fields::from_iter([(
            modal.inputs()[0].name.to_owned(),
            "taro@example.com に聞いて".to_owned(),
        )]),
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
