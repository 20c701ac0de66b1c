//! Settings, privacy, help and about in Discord, without Discord: the handlers over the small knowledge.

use jiff::civil::date;
use sonae::discord::request::{Request, Value};
use sonae::question::Language;
use sonae::store::{ChannelId, Feedback, GuildId, MessageId};

use crate::discord_app::{
    ADMIN, GUILD, bot, change_a_section, id_of, input, member, request, seen, snapshot,
};

fn settings(subcommand: &str, values: &[(&str, Value)]) -> Request {
    request(Language::Ja, input(subcommand, values))
}

#[tokio::test]
async fn settings_are_kept_and_shown() {
    let bot = bot(|config| config.discord.message_content = true).await;
    snapshot("settings", seen(&bot.call("settings show").await));
    for (subcommand, values) in [
        (
            "ask-channel",
            vec![
                ("channel", Value::Snowflake(31)),
                ("enabled", Value::Switch(true)),
            ],
        ),
        ("helper-role", vec![("role", Value::Snowflake(32))]),
        ("language", vec![("language", Value::Text("en".to_owned()))]),
        ("private", vec![("enabled", Value::Switch(true))]),
    ] {
        let shown = bot.send("settings", &settings(subcommand, &values)).await;
        assert_eq!(shown.card.title(), Some("設定を変えました"), "{subcommand}");
    }
    snapshot("settings_changed", seen(&bot.call("settings show").await));
    let kept = bot.app.store.guild_settings(GUILD).await.unwrap();
    assert_eq!(kept, bot.app.guilds.settings(Some(GUILD)).await);
    assert!(kept.ask_channels.contains(&ChannelId(31)) && kept.private_by_default);
    for subcommand in ["helper-role", "language"] {
        bot.send("settings", &settings(subcommand, &[])).await;
    }
    let cleared = bot.app.store.guild_settings(GUILD).await.unwrap();
    assert_eq!((cleared.helper_role, cleared.language), (None, None));
    let others = bot.app.guilds.settings(Some(GuildId(11))).await;
    assert_eq!(others, sonae::store::GuildSettings::default());
}

#[tokio::test]
async fn an_ask_channel_needs_the_right_to_read() {
    let bot = bot(|_| ()).await;
    let values = [
        ("channel", Value::Snowflake(31)),
        ("enabled", Value::Switch(true)),
    ];
    let refused = bot
        .send("settings", &settings("ask-channel", &values))
        .await;
    snapshot("settings_needs_content", seen(&refused));
    assert!(
        bot.app
            .store
            .guild_settings(GUILD)
            .await
            .unwrap()
            .ask_channels
            .is_empty()
    );
}

#[tokio::test]
async fn what_is_kept_of_a_person_is_shown_and_goes() {
    let bot = bot(|_| ()).await;
    snapshot("privacy_nothing", seen(&bot.call("privacy").await));
    for (message, helpful, comment) in [(1, true, None), (2, false, Some("手順が*古い* <@1>"))]
    {
        let vote = Feedback {
            guild: Some(GUILD),
            user: ADMIN,
            message: MessageId(message),
            helpful,
            comment: comment.map(str::to_owned),
            day: date(2026, 11, 20),
        };
        bot.app.store.record_feedback(&vote).await.unwrap();
    }
    change_a_section(&bot);
    bot.call("kb reindex").await;
    let shown = bot.call("privacy").await;
    snapshot("privacy", seen(&shown));
    snapshot(
        "privacy_forgotten",
        seen(&bot.press(&id_of(&shown, "消す"), &[]).await),
    );
    let kept = bot.app.store.kept_of(ADMIN, None).await.unwrap();
    assert_eq!(kept, sonae::store::KeptOfUser::default());
    assert!(seen(&bot.call("kb history").await).contains("記録を消した人"));
}

#[tokio::test]
async fn help_shows_admin_commands_to_admins_only() {
    let bot = bot(|_| ()).await;
    let admin = seen(&bot.call("help").await);
    snapshot("help_admin", admin.clone());
    let mut asked = request(Language::En, input("", &[]));
    member(&mut asked);
    let everyone = seen(&bot.send("help", &asked).await);
    snapshot("help_english", everyone.clone());
    assert!(admin.contains("/知識ベース 再構築") && !everyone.contains("/kb"));
}

#[tokio::test]
async fn about_names_every_document() {
    let bot = bot(|_| ()).await;
    snapshot("about", seen(&bot.call("about").await));
    let english = seen(
        &bot.send("about", &request(Language::En, input("", &[])))
            .await,
    );
    snapshot("about_english", english);
}
