//! Each of Discord's limits has a body that breaks it, and the fake finds it.

use serde_json::{Value, json};

use super::raw::Raw;
use crate::fake::document_is_present;
use crate::fake::world::{APPLICATION, GENERAL};

/// Sends a body for a message and expects a refusal with this reason.
async fn check_message(mut body: Value, expected: &str) {
    body["allowed_mentions"] = json!({"parse": []});
    let raw = Raw::start().await;
    let path = format!("/channels/{GENERAL}/messages");
    let (status, answer) = raw.send("POST", &path, body).await;
    assert_eq!(status, 400, "{expected}: {answer}");
    let violations = raw.fake.violations();
    let is_found = violations
        .iter()
        .any(|violation| violation.contains(expected));
    assert!(is_found, "{expected}: {violations:#?}");
    assert_eq!(raw.fake.messages_in(GENERAL).len(), 0);
}

fn long(count: usize) -> String {
    "備".repeat(count)
}

fn embed(embed: Value) -> Value {
    json!({"embeds": [embed]})
}

fn row(parts: Value) -> Value {
    json!({"content": "x", "components": [{"type": 1, "components": parts}]})
}

fn button(id: &str) -> Value {
    json!({"type": 2, "style": 1, "label": "見る", "custom_id": id})
}

#[tokio::test]
async fn texts_that_are_too_long_are_refused() {
    check_message(
        json!({"content": long(2001)}),
        "content has 2001 characters",
    )
    .await;
    check_message(embed(json!({"title": long(257)})), "embed title has 257").await;
    check_message(
        embed(json!({"description": long(4097)})),
        "embed description has 4097",
    )
    .await;
    let footer = json!({"title": "x", "footer": {"text": long(2049)}});
    check_message(embed(footer), "embed footer has 2049").await;
    let author = json!({"title": "x", "author": {"name": long(257)}});
    check_message(embed(author), "embed author has 257").await;
    let field =
        |name: String, value: String| embed(json!({"fields": [{"name": name, "value": value}]}));
    check_message(field(long(257), "x".into()), "field name has 257").await;
    check_message(field("x".into(), long(1025)), "field value has 1025").await;
    check_message(field(" ".into(), "x".into()), "field name has 0").await;
    check_message(field("x".into(), String::new()), "field value has 0").await;
    let two = json!({"embeds": [{"description": long(4000)}, {"description": long(2001)}]});
    check_message(two, "6001 characters together").await;
}

#[tokio::test]
async fn too_many_parts_are_refused() {
    let embeds = vec![json!({"title": "x"}); 11];
    check_message(json!({"embeds": embeds}), "embeds: 11 entries").await;
    let fields = vec![json!({"name": "x", "value": "x"}); 26];
    check_message(embed(json!({"fields": fields})), "embed fields: 26 entries").await;
    let rows: Vec<Value> = (0..6)
        .map(|at| json!({"type": 1, "components": [button(&at.to_string())]}))
        .collect();
    check_message(
        json!({"content": "x", "components": rows}),
        "components: 6 entries",
    )
    .await;
    let buttons: Vec<Value> = (0..6).map(|at| button(&at.to_string())).collect();
    check_message(row(json!(buttons)), "row: 6 entries").await;
    let option = |at: usize| json!({"label": "x", "value": at.to_string()});
    let options: Vec<Value> = (0..26).map(option).collect();
    let select = json!([{"type": 3, "custom_id": "s", "options": options}]);
    check_message(row(select), "select options: 26 entries").await;
}

#[tokio::test]
async fn components_that_discord_refuses_are_refused() {
    check_message(
        row(json!([button("same"), button("same")])),
        "custom_id same twice",
    )
    .await;
    check_message(row(json!([button(&long(101))])), "custom_id has 101").await;
    check_message(row(json!([button("")])), "custom_id has 0").await;
    check_message(row(json!([])), "an empty row").await;
    let select = json!({"type": 3, "custom_id": "s", "options": [{"label": "x", "value": "x"}]});
    check_message(row(json!([select, button("b")])), "not alone in its row").await;
    let label = json!([{"type": 2, "style": 1, "label": long(81), "custom_id": "b"}]);
    check_message(row(label), "button label has 81").await;
    let link = json!([{"type": 2, "style": 5, "label": "x", "url": "javascript:x"}]);
    check_message(row(link), "button url is no web address").await;
    let bare = json!({"content": "x", "components": [button("b")]});
    check_message(bare, "a component outside a row").await;
    let twice = json!([{"type": 3, "custom_id": "s", "options": [
        {"label": "x", "value": "x"}, {"label": "y", "value": "x"}
    ]}]);
    check_message(row(twice), "option value twice").await;
    let empty = json!([{"type": 3, "custom_id": "s", "options": []}]);
    check_message(row(empty), "a select without options").await;
}

#[tokio::test]
async fn empty_messages_are_refused() {
    check_message(json!({"content": "  "}), "an empty message").await;
    check_message(json!({"embeds": [{}]}), "an empty embed").await;
}

/// Registers one command and expects this reason.
async fn check_command(command: Value, expected: &str) {
    let raw = Raw::start().await;
    let path = format!("/applications/{APPLICATION}/commands");
    let (status, answer) = raw.send("PUT", &path, json!([command])).await;
    assert_eq!(status, 400, "{expected}: {answer}");
    let violations = raw.fake.violations();
    let is_found = violations
        .iter()
        .any(|violation| violation.contains(expected));
    assert!(is_found, "{expected}: {violations:#?}");
    assert!(raw.fake.commands().is_empty());
}

fn with_options(options: Value) -> Value {
    json!({"name": "ask", "description": "x", "options": options})
}

#[tokio::test]
async fn commands_that_discord_refuses_are_refused() {
    check_command(
        json!({"name": "Ask", "description": "x"}),
        "not in lower case",
    )
    .await;
    check_command(
        json!({"name": "a b", "description": "x"}),
        "does not fit the pattern",
    )
    .await;
    check_command(
        json!({"name": "ask", "description": ""}),
        "description has 0",
    )
    .await;
    check_command(
        json!({"name": "ask", "description": long(101)}),
        "description has 101",
    )
    .await;
    let locale = json!({"name": "ask", "description": "x", "name_localizations": {"jp": "x"}});
    check_command(locale, "locale jp is unknown").await;
    let bits = json!({"name": "ask", "description": "x", "default_member_permissions": "manage"});
    check_command(bits, "no decimal number").await;
    let menu = json!({"name": "Answer", "type": 3, "description": "x"});
    check_command(menu, "a context menu command has no description").await;
    let late = json!([
        {"type": 3, "name": "a", "description": "x"},
        {"type": 3, "name": "b", "description": "x", "required": true},
    ]);
    check_command(
        with_options(late),
        "a required option after an optional one",
    )
    .await;
    let option = |at: usize| json!({"type": 3, "name": format!("o{at}"), "description": "x"});
    let many: Vec<Value> = (0..26).map(option).collect();
    check_command(with_options(json!(many)), "options: 26 entries").await;
    let both = json!([{"type": 3, "name": "a", "description": "x", "autocomplete": true,
        "choices": [{"name": "x", "value": "x"}]}]);
    check_command(with_options(both), "autocomplete and choices").await;
    let described = |at: usize| {
        let choice = |at: usize| json!({"name": format!("{at}{}", long(90)), "value": long(90)});
        let choices: Vec<Value> = (0..25).map(choice).collect();
        json!({"type": 3, "name": format!("o{at}"), "description": "x", "choices": choices})
    };
    let heavy: Vec<Value> = (0..2).map(described).collect();
    check_command(
        with_options(json!(heavy)),
        "characters together, at most 8000",
    )
    .await;
}

#[tokio::test]
async fn bodies_are_held_against_discords_document() {
    if !document_is_present() {
        eprintln!("Discord's document is not at hand: its checks are not shown here");
        return;
    }
    let raw = Raw::start().await;
    let path = format!("/channels/{GENERAL}/messages");
    let misspelled = json!({"content": "x", "allowed_mentions": {"parse": []}, "embedz": []});
    assert_eq!(raw.send("POST", &path, misspelled).await.0, 200);
    let violations = raw.fake.take_violations();
    assert!(
        violations[0].contains("Discord's document"),
        "{violations:#?}"
    );
    let nested = json!({
        "embeds": [{"title": "x", "footer": {"txt": "x"}}],
        "allowed_mentions": {"parse": []},
    });
    raw.send("POST", &path, nested).await;
    let violations = raw.fake.take_violations();
    assert!(
        violations.iter().any(|one| one.contains("document")),
        "{violations:#?}"
    );
    let wrong_type = json!({"content": 5, "allowed_mentions": {"parse": []}});
    raw.send("POST", &path, wrong_type).await;
    let violations = raw.fake.take_violations();
    assert!(
        violations.iter().any(|one| one.contains("document")),
        "{violations:#?}"
    );
    assert_eq!(raw.fake.validated(), 3);
}

#[tokio::test]
async fn what_serenity_adds_to_commands_is_no_violation() {
    let raw = Raw::start().await;
    let command = serenity::builder::CreateCommand::new("ask")
        .description("Ask")
        .description_localized("ja", "質問する")
        .default_member_permissions(serenity::model::Permissions::MANAGE_GUILD)
        .contexts(vec![
            serenity::model::application::InteractionContext::Guild,
        ])
        .add_option(
            serenity::builder::CreateCommandOption::new(
                serenity::model::application::CommandOptionType::String,
                "question",
                "A question",
            )
            .required(true)
            .max_length(1000),
        );
    raw.register(serde_json::to_value([command]).unwrap()).await;
    assert_eq!(raw.fake.violations(), Vec::<String>::new());
    assert_eq!(raw.fake.commands().len(), 1);
}
