//! What is registered at Discord, refusals and the setup in words: within Discord's rules, in both languages.

use std::collections::BTreeSet;

use regex::Regex;
use serde_json::Value;
use sonae::discord::commands::{COMMANDS, Kind};
use sonae::discord::fault::Fault;
use sonae::discord::permission::Permission;
use sonae::discord::setup_text::{self, GuildGap, SetupFindings, TokenState};
use sonae::discord::{permission, refusal, registration};
use sonae::question::Language;
use sonae::store::ChannelId;
use sonae::wording::{CommandWords, Wording};

use crate::discord_app::seen;

/// Every locale that the names of a level are shown in.
fn names(values: &[Value]) -> [Vec<&str>; 2] {
    let english = values.iter().map(|value| value["name"].as_str().unwrap());
    let japanese = values
        .iter()
        .map(|value| value["name_localizations"]["ja"].as_str().unwrap());
    [english.collect(), japanese.collect()]
}

fn options(value: &Value) -> &[Value] {
    value["options"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
}

fn check_level(values: &[Value]) {
    let pattern = Regex::new(r"^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$").unwrap();
    for names in names(values) {
        let unique: BTreeSet<&&str> = names.iter().collect();
        assert_eq!(unique.len(), names.len(), "{names:?}");
    }
    for value in values {
        let is_on_message = value["type"] == 3 && value.get("contexts").is_some();
        for name in names(std::slice::from_ref(value)).concat() {
            assert!(is_on_message || pattern.is_match(name), "{name}");
            assert!(is_on_message || name == name.to_lowercase(), "{name}");
            assert!((1..=32).contains(&name.chars().count()), "{name}");
        }
        let descriptions = [
            &value["description"],
            &value["description_localizations"]["ja"],
        ];
        for description in descriptions.into_iter().filter(|_| !is_on_message) {
            let length = description.as_str().unwrap().chars().count();
            assert!((1..=100).contains(&length), "{description}");
        }
        let options = options(value);
        assert!(options.len() <= 25);
        let required: Vec<bool> = options
            .iter()
            .map(|option| option["required"] == true)
            .collect();
        assert!(
            required.is_sorted_by(|before, after| before >= after),
            "required options come first"
        );
        check_level(options);
    }
}

/// Characters of names, descriptions and values, the longest locale counting.
fn length(value: &Value) -> usize {
    let text = |value: &Value| value.as_str().map_or(0, |text| text.chars().count());
    let localized = |name: &str| {
        let localizations = value[format!("{name}_localizations")].as_object();
        let longest = localizations
            .into_iter()
            .flatten()
            .map(|(_, value)| text(value))
            .max();
        text(&value[name]).max(longest.unwrap_or(0))
    };
    let choices = value["choices"].as_array().into_iter().flatten();
    let choices: usize = choices
        .map(|choice| length(choice) + text(&choice["value"]))
        .sum();
    localized("name")
        + localized("description")
        + choices
        + options(value).iter().map(length).sum::<usize>()
}

#[test]
fn every_command_is_within_discords_rules() {
    let body = registration::body();
    let commands = body.as_array().unwrap();
    assert_eq!(commands.len(), COMMANDS.len());
    check_level(commands);
    for command in commands {
        assert!(length(command) <= 8000);
        let is_for_admins = command["default_member_permissions"] == "32";
        let contexts: &[u8] = if is_for_admins { &[0] } else { &[0, 1] };
        assert_eq!(command["contexts"], serde_json::json!(contexts));
        assert_eq!(command["integration_types"], serde_json::json!([0]));
    }
}

#[test]
fn the_words_of_every_part_stand_in_the_order_of_the_table() {
    let parts = |words: &CommandWords, expected: &[&str]| {
        let names: Vec<&str> = words.parts.iter().map(|part| part.name).collect();
        assert_eq!(names, expected, "{}", words.name);
    };
    for command in COMMANDS {
        let english = (command.words)(Wording::of(Language::En));
        let japanese = (command.words)(Wording::of(Language::Ja));
        assert_eq!(english.parts.len(), japanese.parts.len());
        match command.kind {
            Kind::Slash(options) => {
                parts(
                    english,
                    &options.iter().map(|option| option.name).collect::<Vec<_>>(),
                );
            }
            Kind::Group(subcommands) => {
                parts(
                    english,
                    &subcommands.iter().map(|one| one.name).collect::<Vec<_>>(),
                );
                for ((spec, english), japanese) in
                    subcommands.iter().zip(english.parts).zip(japanese.parts)
                {
                    parts(
                        english,
                        &spec
                            .options
                            .iter()
                            .map(|option| option.name)
                            .collect::<Vec<_>>(),
                    );
                    assert_eq!(english.parts.len(), japanese.parts.len());
                }
            }
            Kind::OnMessage => parts(english, &[]),
        }
    }
}

#[test]
fn the_same_table_has_the_same_hash() {
    let body = registration::body();
    assert_eq!(
        registration::hash(&body),
        registration::hash(&registration::body())
    );
    let mut other = body.clone();
    other[0]["description"] = "another".into();
    assert_ne!(registration::hash(&body), registration::hash(&other));
}

#[test]
fn refusals_look_like_this() {
    let faults = [
        Fault::Empty,
        Fault::Expired,
        Fault::Forbidden,
        Fault::GuildOnly,
        Fault::Wait(1),
        Fault::Wait(45),
        Fault::Wait(90),
        Fault::Busy,
        Fault::Broken("inside".to_owned()),
    ];
    for (language, name) in [
        (Language::Ja, "refusals"),
        (Language::En, "refusals_english"),
    ] {
        let mut text: Vec<String> = faults
            .iter()
            .map(|fault| {
                seen(&refusal::message(
                    fault,
                    language,
                    fault.is_ours().then_some("0123abcd"),
                ))
            })
            .collect();
        text.push(seen(&refusal::missing_permission(ChannelId(5), language)));
        text.push(seen(&refusal::unread_thread(Wording::of(language))));
        let answer = refusal::message(&Fault::Empty, language, None);
        text.push(seen(&refusal::instead_of_channel(
            &answer,
            ChannelId(5),
            language,
        )));
        let text = text.join("\n");
        assert!(!text.contains("inside"), "what broke is for the log");
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(format!("discord_{name}"), text);
        });
    }
    assert_ne!(refusal::reference(), refusal::reference());
}

#[test]
fn the_invite_link_asks_for_seven_permissions_and_no_more() {
    // View Channel, Send Messages, Embed Links, Attach Files, Read Message History, Create Public Threads, Send in Threads.
    assert_eq!(
        permission::REQUIRED,
        1024 | 2048 | 16384 | 32768 | 65536 | (1 << 35) | (1 << 38)
    );
    assert_eq!(
        permission::invite_link(42),
        "https://discord.com/oauth2/authorize?client_id=42&permissions=309237763072&scope=bot%20applications.commands"
    );
}

#[test]
fn the_setup_is_explained() {
    let good = SetupFindings {
        token: TokenState::Valid,
        application: Some(42),
        wants_message_content: false,
        grants_message_content: Some(false),
        guilds: 2,
        gaps: Vec::new(),
    };
    let missing = Permission::EmbedLinks.bit() | Permission::CreatePublicThreads.bit();
    let findings = [
        SetupFindings {
            token: TokenState::Missing("DISCORD_TOKEN is not set".to_owned()),
            ..SetupFindings::default()
        },
        SetupFindings::default(),
        SetupFindings {
            guilds: 0,
            ..good.clone()
        },
        SetupFindings {
            wants_message_content: true,
            gaps: vec![GuildGap {
                name: "町工場の会".to_owned(),
                missing,
            }],
            ..good.clone()
        },
        good,
    ];
    for (language, name) in [(Language::Ja, "setup"), (Language::En, "setup_english")] {
        let wording = Wording::of(language);
        let texts = findings
            .iter()
            .map(|findings| setup_text::lines(findings, wording).join("\n"));
        let text = texts.collect::<Vec<_>>().join("\n\n");
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(format!("discord_{name}"), text);
        });
    }
}
