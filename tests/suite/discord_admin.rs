//! What admins see and do in Discord, without Discord: the handlers over the small knowledge.

use std::fs::{self, File};

use jiff::civil::date;
use sonae::discord::component_id::{Action, ComponentId};
use sonae::question::Language;
use sonae::store::{Cause, GuildId, KnowledgeChange, Unanswered};

use crate::discord_app::{
    ADMIN, Bot, GUILD, bot, change_a_section, id_of, input, member, request, seen, snapshot,
};

async fn changes(bot: &Bot) -> Vec<KnowledgeChange> {
    let events = bot.app.store.events(GUILD, 50).await.unwrap();
    events.into_iter().map(|event| event.what).collect()
}

#[tokio::test]
async fn the_way_of_a_change_looks_like_this() {
    let bot = bot(|_| ()).await;
    snapshot("kb_status", seen(&bot.call("kb status").await));
    snapshot("kb_reindex_same", seen(&bot.call("kb reindex").await));
    change_a_section(&bot);
    snapshot("kb_status_unpublished", seen(&bot.call("kb status").await));
    snapshot("kb_check", seen(&bot.call("kb check").await));
    let published = bot.call("kb reindex").await;
    snapshot("kb_reindex", seen(&published));
    assert_eq!(bot.app.library().live.generation, "g000002");
    snapshot("kb_history", seen(&bot.call("kb history").await));
    let question = bot.press(&id_of(&published, "前の版に戻す"), &[]).await;
    snapshot("kb_rollback_question", seen(&question));
    let back = bot.press(&id_of(&question, "戻す"), &[]).await;
    snapshot("kb_rollback", seen(&back));
    assert_eq!(bot.app.library().live.generation, "g000001");
    assert_eq!(
        changes(&bot).await,
        [
            KnowledgeChange::RolledBack { generation: 1 },
            KnowledgeChange::Reindexed {
                generation: 2,
                added: 1,
                changed: 0,
                removed: 0,
            },
        ]
    );
    // The way forward is the same as the way back.
    let menu = ComponentId::new(Action::RollBack, Language::En);
    let forward = bot.press(&menu, &["2"]).await;
    snapshot("kb_rollback_question_english", seen(&forward));
    // An old button knows what was in use when it was shown.
    let late = bot.press(&id_of(&question, "戻す"), &[]).await;
    assert!(
        late.card
            .description()
            .unwrap()
            .contains("g000001 は、いま使っている版"),
        "{}",
        seen(&late)
    );
    bot.press(&id_of(&forward, "Go back"), &[]).await;
    let stale = ComponentId::new(Action::RollBack, Language::Ja)
        .number(1)
        .number(9);
    let stale = bot.press(&stale, &[]).await;
    assert!(
        stale
            .card
            .description()
            .unwrap()
            .contains("いまの版が変わりました"),
        "{}",
        seen(&stale)
    );
    assert_eq!(bot.app.library().live.generation, "g000002");
}

#[tokio::test]
async fn nothing_to_go_back_to_is_said() {
    let bot = bot(|_| ()).await;
    let none = bot.call("kb rollback").await;
    assert!(
        none.card
            .description()
            .unwrap()
            .contains("戻せる前の版がありません")
    );
    let gone = bot
        .press(&ComponentId::new(Action::RollBack, Language::Ja), &["77"])
        .await;
    assert!(
        gone.card
            .description()
            .unwrap()
            .contains("g000077 は残っていないか")
    );
    let nonsense = bot
        .press(&ComponentId::new(Action::RollBack, Language::Ja), &["x"])
        .await;
    assert!(nonsense.card.title().unwrap().contains("もう使えません"));
}

#[tokio::test]
async fn a_failed_reindex_keeps_the_old_index_and_says_so() {
    let bot = bot(|_| ()).await;
    let lock = File::create(bot.folders.index().join("LOCK")).unwrap();
    lock.lock().unwrap();
    change_a_section(&bot);
    snapshot(
        "kb_reindex_other_process",
        seen(&bot.call("kb reindex").await),
    );
    drop(lock);
    fs::remove_dir_all(bot.folders.knowledge.join("documents")).unwrap();
    snapshot(
        "kb_reindex_no_documents",
        seen(&bot.call("kb reindex").await),
    );
    assert_eq!(bot.app.library().live.generation, "g000001");
    assert_eq!(changes(&bot).await.len(), 2);
    let history = seen(&bot.call("kb history").await);
    assert!(
        history.contains("変更なし: 読める資料が1つもない"),
        "{history}"
    );
}

#[tokio::test]
async fn an_index_folder_that_cannot_be_written_is_named_with_a_reference() {
    let bot = bot(|_| ()).await;
    change_a_section(&bot);
    fs::remove_dir_all(bot.folders.index()).unwrap();
    fs::write(bot.folders.index(), "not a folder").unwrap();
    snapshot("kb_reindex_unwritable", seen(&bot.call("kb reindex").await));
    assert_eq!(bot.app.library().live.generation, "g000001");
}

#[tokio::test]
async fn a_second_reindex_is_told_of_the_first_and_of_who_only_in_the_same_guild() {
    let bot = bot(|_| ()).await;
    change_a_section(&bot);
    let turn = sonae::discord::publishing::take(&bot.app, GUILD, ADMIN).unwrap();
    let same = seen(&bot.call("kb reindex").await);
    assert!(same.contains("<@20>"), "{same}");
    let mut elsewhere = request(Language::Ja, input("reindex", &[]));
    elsewhere.place.guild = Some(GuildId(11));
    let other = seen(&bot.send("kb", &elsewhere).await);
    assert!(
        other.contains("ほかの操作が進んでいます") && !other.contains("<@"),
        "{other}"
    );
    drop(turn);
    assert!(seen(&bot.call("kb reindex").await).contains("新しい版を公開しました"));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_ten_reindexes_at_once_one_publishes() {
    let bot = std::sync::Arc::new(bot(|_| ()).await);
    change_a_section(&bot);
    let runs: Vec<_> = (0..10)
        .map(|_| {
            let bot = std::sync::Arc::clone(&bot);
            tokio::spawn(async move { seen(&bot.call("kb reindex").await) })
        })
        .collect();
    let mut published = 0;
    for run in runs {
        published += usize::from(run.await.unwrap().contains("新しい版を公開しました"));
    }
    assert_eq!(published, 1);
    assert_eq!(bot.app.library().live.generation, "g000002");
}

#[tokio::test]
async fn problems_come_with_file_and_line_and_lose_none_over_pages() {
    let bot = bot(|_| ()).await;
    for number in 0..23 {
        fs::write(
            bot.folders
                .knowledge
                .join(format!("documents/bad{number:02}.md")),
            "+++\nid = [\n",
        )
        .unwrap();
    }
    let first = bot.call("kb check").await;
    snapshot("kb_check_problems", seen(&first));
    let mut pages = vec![seen(&first)];
    let mut page = first;
    while seen(&page).contains("[次へ ▶]") {
        page = bot.press(&id_of(&page, "次へ ▶"), &[]).await;
        pages.push(seen(&page));
    }
    let all = pages.join("\n");
    assert!((0..23).all(|number| all.contains(&format!("documents/bad{number:02}.md:"))));
    let published = bot.call("kb reindex").await;
    snapshot("kb_reindex_problems", seen(&published));
}

#[tokio::test]
async fn unanswered_questions_are_grouped_harmless_and_without_names() {
    let bot = bot(|_| ()).await;
    assert!(seen(&bot.call("kb unanswered").await).contains("いまのところ、ありません"));
    for (question, cause, topic) in [
        (
            "@everyone [ここ](https://evil.example) **太字**",
            Cause::Abstained,
            None,
        ),
        ("退職者のアカウントは?", Cause::ThumbsDown, Some("password")),
        ("退職者のアカウントは?", Cause::Abstained, Some("password")),
    ] {
        let unanswered = Unanswered {
            guild: Some(GUILD),
            day: date(2026, 11, 20),
            question: question.to_owned(),
            language: Language::Ja,
            cause,
            topic: topic.map(str::to_owned),
        };
        bot.app.store.keep_unanswered(&unanswered).await.unwrap();
    }
    let shown = seen(&bot.call("kb unanswered").await);
    assert!(!shown.contains("@everyone") && !shown.contains("](http"));
    snapshot("kb_unanswered", shown);
    let mut elsewhere = request(Language::En, input("unanswered", &[]));
    elsewhere.place.guild = Some(GuildId(11));
    assert!(seen(&bot.send("kb", &elsewhere).await).contains("None so far"));
}

#[tokio::test]
async fn only_admins_administer() {
    let bot = bot(|config| config.discord.admin_role = 99).await;
    let calls = [
        ("kb", "status"),
        ("kb", "reindex"),
        ("kb", "rollback"),
        ("settings", "show"),
    ];
    for (name, subcommand) in calls {
        let mut asked = request(Language::Ja, input(subcommand, &[]));
        member(&mut asked);
        let refused = bot.send(name, &asked).await;
        assert_eq!(
            refused.card.title(),
            Some("管理者だけができる操作です"),
            "{name} {subcommand}"
        );
        asked.caller.roles.push(sonae::store::RoleId(99));
        assert_ne!(
            bot.send(name, &asked).await.card.title(),
            refused.card.title()
        );
        let mut direct = request(Language::Ja, input(subcommand, &[]));
        direct.place.guild = None;
        assert_eq!(
            bot.send(name, &direct).await.card.title(),
            Some("サーバーの中で使ってください")
        );
    }
    for action in [Action::Problems, Action::Unanswered, Action::RollBack] {
        let id = ComponentId::new(action, Language::Ja).number(0).number(1);
        let refused = bot.press_as(&id, &[], member).await;
        assert_eq!(
            refused.card.title(),
            Some("管理者だけができる操作です"),
            "{action:?}"
        );
    }
}

#[tokio::test]
async fn only_chosen_guilds_change_the_knowledge() {
    let bot = bot(|config| config.discord.knowledge_guilds = vec![11]).await;
    for subcommand in ["reindex", "rollback"] {
        let refused = bot.call(&format!("kb {subcommand}")).await;
        assert_eq!(
            refused.card.title(),
            Some("このサーバーからは知識ベースを変えられません")
        );
    }
    let id = ComponentId::new(Action::RollBack, Language::Ja)
        .number(1)
        .number(1);
    let refused = bot.press(&id, &[]).await;
    assert_eq!(
        refused.card.title(),
        Some("このサーバーからは知識ベースを変えられません")
    );
    assert_eq!(
        bot.call("kb status").await.card.title(),
        Some("知識ベースの状態")
    );
}
