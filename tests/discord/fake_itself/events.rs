//! Every event of the fake can be read by the library that the bot uses; a message shows its text only where
//! Discord shows it.

use serde_json::{Value, json};
use serenity::model::event::{Event, GatewayEvent};

use super::raw::{Gateway, INTENTS, Raw, plain};
use crate::fake::world::{
    APPLICATION, ASKER, BOT, GENERAL, GUILD, OTHER_GENERAL, OTHER_GUILD, OUTSIDER, Payloads, World,
};

/// Reads a payload as the library does; an event that it cannot read would be dropped in silence.
fn check_readable(payload: &Value) {
    let read: GatewayEvent = serde_json::from_value(payload.clone()).unwrap();
    if let GatewayEvent::Dispatch(_, Event::Unknown(event)) = read {
        let detail = parse_error(&event.kind, &payload["d"]);
        panic!("{} cannot be read: {detail}", event.kind);
    }
}

fn parse_error(kind: &str, value: &Value) -> String {
    use serenity::model::prelude as model;
    let value = value.clone();
    let error = match kind {
        "READY" => serde_json::from_value::<model::Ready>(value).err(),
        "GUILD_CREATE" => serde_json::from_value::<model::Guild>(value).err(),
        "MESSAGE_CREATE" => serde_json::from_value::<model::Message>(value).err(),
        "MESSAGE_UPDATE" => serde_json::from_value::<model::MessageUpdateEvent>(value).err(),
        "INTERACTION_CREATE" => serde_json::from_value::<model::Interaction>(value).err(),
        "THREAD_CREATE" => serde_json::from_value::<model::GuildChannel>(value).err(),
        _ => None,
    };
    error.map_or("an unknown kind".to_owned(), |error| error.to_string())
}

/// Reads events up to one of this name, and checks each.
async fn readable(gateway: &mut Gateway, name: &str) -> Value {
    loop {
        let payload = gateway.next().await.unwrap();
        check_readable(&payload);
        if payload["t"] == name {
            return payload["d"].clone();
        }
    }
}

fn commands() -> Value {
    let text = json!({"type": 3, "name": "text", "description": "x", "autocomplete": true});
    let user = json!({"type": 6, "name": "user", "description": "x"});
    let channel = json!({"type": 7, "name": "channel", "description": "x"});
    let role = json!({"type": 8, "name": "role", "description": "x"});
    let whole = json!({"type": 5, "name": "yes", "description": "x"});
    json!([
        {"name": "all", "description": "x", "options": [text, user, channel, role, whole]},
        {"name": "kb", "description": "x", "options": [
            {"type": 1, "name": "status", "description": "x"},
        ]},
        {"name": "Answer this", "type": 3},
    ])
}

async fn check_all_interactions(payloads: Payloads) {
    let mut world = World::standard();
    world.payloads = payloads;
    let raw = Raw::start_in(world).await;
    raw.register(commands()).await;
    let mut gateway = raw.connect(INTENTS).await;
    readable(&mut gateway, "READY").await;
    readable(&mut gateway, "GUILD_CREATE").await;
    let event = "INTERACTION_CREATE";
    for asker in [raw.fake.person(ASKER), raw.fake.person(ASKER).in_dm()] {
        let options = json!({
            "text": "x",
            "user": BOT.to_string(),
            "channel": GENERAL.to_string(),
            "role": GUILD.to_string(),
            "yes": true,
        });
        let slash = asker.slash("all", options).unwrap();
        let read = readable(&mut gateway, event).await;
        assert_eq!(read["data"]["options"][0]["value"], GENERAL.to_string());
        asker.slash("kb status", json!({})).unwrap();
        let read = readable(&mut gateway, event).await;
        assert_eq!(
            read["data"]["options"],
            json!([{"name": "status", "type": 1, "options": []}])
        );
        asker.types("all", json!({"text": "せき"}), "text").unwrap();
        let read = readable(&mut gateway, event).await;
        assert_eq!(read["data"]["options"][0]["focused"], true);
        let said = asker.says("メニューから");
        readable(&mut gateway, "MESSAGE_CREATE").await;
        asker.on_message("Answer this", said.message).unwrap();
        let read = readable(&mut gateway, event).await;
        let id = said.message.to_string();
        assert_eq!(
            read["data"]["resolved"]["messages"][&id]["content"],
            "メニューから"
        );

        let record = slash.record();
        let data = json!({"content": "押して", "allowed_mentions": {"parse": []}, "components": [
            {"type": 1, "components": [{"type": 2, "style": 1, "label": "次", "custom_id": "next"}]},
            {"type": 1, "components": [{"type": 3, "custom_id": "menu", "options": [
                {"label": "甲", "value": "a"}, {"label": "乙", "value": "b"}
            ]}]},
        ]});
        let path = format!("/interactions/{}/{}/callback", record.id, record.token);
        raw.send("POST", &path, json!({"type": 4, "data": data}))
            .await;
        readable(&mut gateway, "MESSAGE_CREATE").await;
        let message = slash.message_id();
        let pressed = asker.press(message, "次").unwrap();
        let read = readable(&mut gateway, event).await;
        assert_eq!(read["message"]["id"], message.to_string());
        asker.select(message, "menu", &["乙"]).unwrap();
        let read = readable(&mut gateway, event).await;
        assert_eq!(read["data"]["values"], json!(["b"]));

        let record = pressed.record();
        let path = format!("/interactions/{}/{}/callback", record.id, record.token);
        let input = json!({"type": 4, "style": 2, "label": "何が足りませんか", "custom_id": "why"});
        let modal = json!({"title": "感想", "custom_id": "modal",
            "components": [{"type": 1, "components": [input]}]});
        raw.send("POST", &path, json!({"type": 9, "data": modal}))
            .await;
        asker.submit(&pressed, &[("why", "連絡先")]).unwrap();
        let read = readable(&mut gateway, event).await;
        assert_eq!(
            read["data"]["components"][0]["components"][0]["value"],
            "連絡先"
        );
    }
    assert_eq!(raw.fake.violations(), Vec::<String>::new());
}

#[tokio::test]
async fn every_kind_of_interaction_can_be_read() {
    check_all_interactions(Payloads::Full).await;
}

#[tokio::test]
async fn interactions_without_optional_parts_can_be_read() {
    check_all_interactions(Payloads::Sparse).await;
}

#[tokio::test]
async fn every_kind_of_message_can_be_read() {
    let raw = Raw::start().await;
    let mut gateway = raw.connect(INTENTS).await;
    readable(&mut gateway, "GUILD_CREATE").await;
    let asker = raw.fake.person(ASKER);
    let first = asker.mentions("質問 @everyone <@&1130000000000000001>");
    readable(&mut gateway, "MESSAGE_CREATE").await;
    asker.webhook_says("お知らせ");
    let read = readable(&mut gateway, "MESSAGE_CREATE").await;
    assert!(read["webhook_id"].is_string() && read["member"].is_null());
    let path = format!("/channels/{GENERAL}/messages");
    let mut reply = plain("答え");
    reply["message_reference"] = json!({"message_id": first.message.to_string()});
    reply["embeds"] = json!([{"title": "見出し", "fields": [{"name": "x", "value": "y"}]}]);
    let (_, answer) = raw.send("POST", &path, reply).await;
    readable(&mut gateway, "MESSAGE_CREATE").await;
    let _: serenity::model::channel::Message = serde_json::from_value(answer.clone()).unwrap();
    let own: u64 = answer["id"].as_str().unwrap().parse().unwrap();
    asker.replies(own, "もう少し");
    let read = readable(&mut gateway, "MESSAGE_CREATE").await;
    assert_eq!(read["mentions"][0]["id"], BOT.to_string());
    raw.send("PATCH", &format!("{path}/{own}"), plain("直した答え"))
        .await;
    readable(&mut gateway, "MESSAGE_UPDATE").await;
    let threads = format!("{path}/{own}/threads");
    let (status, thread) = raw.send("POST", &threads, json!({"name": "続き"})).await;
    assert_eq!(status, 201, "{thread}");
    let _: serenity::model::channel::GuildChannel = serde_json::from_value(thread).unwrap();
    readable(&mut gateway, "THREAD_CREATE").await;
    asker.clone().at(own).mentions("スレッドで");
    readable(&mut gateway, "MESSAGE_CREATE").await;
    raw.send("DELETE", &format!("{path}/{own}"), Value::Null)
        .await;
    readable(&mut gateway, "MESSAGE_DELETE").await;
    asker.in_dm().says("こっそり");
    let read = readable(&mut gateway, "MESSAGE_CREATE").await;
    assert_eq!(read["content"], "こっそり");
    assert_eq!(raw.fake.violations(), Vec::<String>::new());
}

#[tokio::test]
async fn what_rest_tells_can_be_read() {
    use serenity::model::prelude as model;
    let raw = Raw::start().await;
    let get = async |path: String| raw.send("GET", &path, Value::Null).await.1;
    let _: model::BotGateway = serde_json::from_value(get("/gateway/bot".into()).await).unwrap();
    let _: model::CurrentUser = serde_json::from_value(get("/users/@me".into()).await).unwrap();
    let application = get("/applications/@me".into()).await;
    let _: model::CurrentApplicationInfo = serde_json::from_value(application).unwrap();
    let guilds = get("/users/@me/guilds".into()).await;
    let _: Vec<model::GuildInfo> = serde_json::from_value(guilds).unwrap();
    let guild = get(format!("/guilds/{GUILD}")).await;
    let _: model::PartialGuild = serde_json::from_value(guild).unwrap();
    let member = get(format!("/guilds/{GUILD}/members/{BOT}")).await;
    let _: model::Member = serde_json::from_value(member).unwrap();
    let channel = get(format!("/channels/{GENERAL}")).await;
    let _: model::Channel = serde_json::from_value(channel).unwrap();
    let body = json!({"recipient_id": ASKER.to_string()});
    let (_, dm) = raw.send("POST", "/users/@me/channels", body).await;
    let _: model::PrivateChannel = serde_json::from_value(dm).unwrap();
    raw.register(commands()).await;
    let registered = get(format!("/applications/{APPLICATION}/commands")).await;
    let _: Vec<model::Command> = serde_json::from_value(registered).unwrap();
    assert_eq!(raw.fake.violations(), Vec::<String>::new());
}

#[tokio::test]
async fn a_text_is_shown_only_where_discord_shows_it() {
    let raw = Raw::start().await;
    let mut gateway = raw.connect_ready(INTENTS).await;
    let asker = raw.fake.person(ASKER);
    let content = async |gateway: &mut Gateway| gateway.event("MESSAGE_CREATE").await["d"].clone();
    let overheard = asker.says("ひとりごと");
    assert_eq!(content(&mut gateway).await["content"], "");
    asker.mentions("質問");
    assert_eq!(
        content(&mut gateway).await["content"],
        format!("<@{BOT}> 質問")
    );
    asker.replies(overheard.message, &format!("<@{BOT}> これは？"));
    let read = content(&mut gateway).await;
    assert_eq!(read["referenced_message"]["content"], "");
    asker.clone().in_dm().says("直接");
    assert_eq!(content(&mut gateway).await["content"], "直接");
    let mut world = World::standard();
    world.granted_intents = 1 << 15;
    let raw = Raw::start_in(world).await;
    let mut gateway = raw.connect_ready(INTENTS | 1 << 15).await;
    raw.fake.person(ASKER).says("ひとりごと");
    assert_eq!(content(&mut gateway).await["content"], "ひとりごと");
}

#[tokio::test]
async fn each_shard_hears_of_its_own_guilds() {
    let mut world = World::standard();
    world.shards = 2;
    let raw = Raw::start_in(world).await;
    let first = (GUILD >> 22) % 2;
    let mut here = raw.connect_shard(INTENTS, [first, 2]).await;
    let mut there = raw.connect_shard(INTENTS, [1 - first, 2]).await;
    assert_eq!(
        here.event("GUILD_CREATE").await["d"]["id"],
        GUILD.to_string()
    );
    assert_eq!(
        there.event("GUILD_CREATE").await["d"]["id"],
        OTHER_GUILD.to_string()
    );
    raw.fake
        .person(OUTSIDER)
        .at(OTHER_GENERAL)
        .mentions("hello");
    let heard = there.event("MESSAGE_CREATE").await;
    assert_eq!(heard["d"]["guild_id"], OTHER_GUILD.to_string());
}
