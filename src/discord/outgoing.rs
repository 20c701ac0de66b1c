//! Our values → the JSON of Discord's requests, by serenity's builders. Nothing leaves without an empty
//! `allowed_mentions`, so that nobody is ever pinged.

use serde_json::{Value, json};
use serenity::builder::{
    CreateActionRow, CreateButton, CreateEmbed, CreateEmbedAuthor, CreateEmbedFooter,
    CreateInputText, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption,
};
use serenity::model::application::{ButtonStyle, InputTextStyle};

use super::reply::{
    Button, Card, Choice, Files, Height, Menu, Message, Modal, Row, Rows, Style, Target, TextInput,
    Tone, Visibility,
};
use crate::store::{ChannelId, GuildId, MessageId};

/// The flag of a message that only the caller sees ("Message Flags").
const EPHEMERAL: u64 = 1 << 6;

/// The types of an answer to an interaction ("Interaction Callback Type").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Callback {
    /// A message.
    Message = 4,
    /// A message will come.
    MessageLater = 5,
    /// The component's message will change.
    UpdateLater = 6,
    /// The component's message changes.
    Update = 7,
    /// Suggestions.
    Choices = 8,
    /// A dialog.
    Modal = 9,
}

/// The body of an answer to an interaction.
pub fn callback(kind: Callback, data: Value) -> Value {
    match data {
        Value::Null => json!({"type": kind as u8}),
        data => json!({"type": kind as u8, "data": data}),
    }
}

/// The flags of "a message will come".
pub fn later(visibility: Visibility) -> Value {
    match visibility {
        Visibility::Public => Value::Null,
        Visibility::Private => json!({"flags": EPHEMERAL}),
    }
}

/// A new message.
pub fn new_message(message: &Message) -> Value {
    let mut body = shown(message);
    if message.visibility == Visibility::Private {
        body["flags"] = json!(EPHEMERAL);
    }
    body
}

/// What replaces a message that is there, its files included; who sees it stays.
pub fn edited(message: &Message) -> Value {
    let mut body = shown(message);
    // Files that are not named here go; where the field is missing, all of them would stay.
    body["attachments"] = json!(attachments(&message.files));
    body
}

fn shown(message: &Message) -> Value {
    let mut body = json!({
        "embeds": [embed(&message.card)],
        "components": rows(&message.rows),
        "allowed_mentions": {"parse": [], "users": [], "roles": [], "replied_user": false},
    });
    if !message.files.is_empty() {
        body["attachments"] = json!(attachments(&message.files));
    }
    body
}

/// The files, by the numbers that they have in the form.
fn attachments(files: &Files) -> Vec<Value> {
    let numbered = files.list().iter().enumerate();
    let described = numbered.map(|(number, file)| {
        json!({
            "id": number.to_string(),
            "filename": file.name(),
            "description": file.description.as_str(),
        })
    });
    described.collect()
}

/// A message in a channel. The nonce makes sure that Discord posts it once however often it is sent.
pub fn posted(message: &Message, nonce: &str) -> Value {
    let mut body = shown(message);
    body["nonce"] = json!(nonce);
    body["enforce_nonce"] = json!(true);
    body
}

/// The reference that makes a message a reply; the message stays when what it replies to is gone.
pub fn reference(guild: Option<GuildId>, channel: ChannelId, message: MessageId) -> Value {
    let mut reference = json!({
        "message_id": message.0.to_string(),
        "channel_id": channel.0.to_string(),
        "fail_if_not_exists": false,
    });
    if let Some(guild) = guild {
        reference["guild_id"] = json!(guild.0.to_string());
    }
    reference
}

/// Suggestions.
pub fn choices(choices: &[Choice]) -> Value {
    let choices: Vec<Value> = choices
        .iter()
        .map(|choice| json!({"name": choice.name.as_str(), "value": choice.value.as_str()}))
        .collect();
    json!({"choices": choices})
}

/// A dialog.
pub fn modal(modal: &Modal) -> Value {
    let inputs = modal.inputs().iter().map(input);
    json!({
        "custom_id": modal.id.to_string(),
        "title": modal.title.as_str(),
        "components": inputs.map(CreateActionRow::InputText).collect::<Vec<_>>(),
    })
}

fn input(input: &TextInput) -> CreateInputText {
    let style = match input.height {
        Height::Line => InputTextStyle::Short,
        Height::Paragraph => InputTextStyle::Paragraph,
    };
    let mut created = CreateInputText::new(style, input.label.as_str(), input.name)
        .max_length(input.max_length)
        .required(input.is_required);
    if input.placeholder.length() > 0 {
        created = created.placeholder(input.placeholder.as_str());
    }
    if input.value.length() > 0 {
        created = created.value(input.value.as_str());
    }
    created
}

fn embed(card: &Card) -> Value {
    let mut embed = CreateEmbed::new().colour(color(card.tone));
    if let Some(author) = card.author_line() {
        embed = embed.author(CreateEmbedAuthor::new(author));
    }
    if let Some(title) = card.title() {
        embed = embed.title(title);
    }
    if let Some(description) = card.description() {
        embed = embed.description(description);
    }
    for field in card.fields() {
        embed = embed.field(field.name.as_str(), field.value.as_str(), false);
    }
    if let Some(footer) = card.footer_line() {
        embed = embed.footer(CreateEmbedFooter::new(footer));
    }
    let mut embed = json!(embed);
    if let Some(name) = card.picture_name() {
        // serenity would add fields that are not in Discord's document.
        embed["image"] = json!({"url": format!("attachment://{name}")});
    }
    embed
}

/// The brand's colors as 0xRRGGBB.
fn color(tone: Tone) -> u32 {
    match tone {
        Tone::Calm => 0x002f_5d8a,
        Tone::Alarm => 0x00c6_2828,
        Tone::Good => 0x002e_7d32,
        Tone::Quiet => 0x0078_848f,
    }
}

fn rows(rows: &Rows) -> Vec<CreateActionRow> {
    rows.rows()
        .iter()
        .map(|row| match row {
            Row::Buttons(buttons) => CreateActionRow::Buttons(buttons.iter().map(button).collect()),
            Row::Menu(menu) => CreateActionRow::SelectMenu(select(menu)),
        })
        .collect()
}

fn button(button: &Button) -> CreateButton {
    let created = match &button.target {
        Target::Link(url) => CreateButton::new_link(url),
        Target::Component(id) => CreateButton::new(id.to_string()).style(match button.style {
            Style::Primary => ButtonStyle::Primary,
            Style::Plain => ButtonStyle::Secondary,
            Style::Good => ButtonStyle::Success,
            Style::Danger => ButtonStyle::Danger,
        }),
    };
    created
        .label(button.label.as_str())
        .disabled(!button.is_enabled)
}

fn select(menu: &Menu) -> CreateSelectMenu {
    let options = menu
        .options()
        .iter()
        .map(|option| {
            let created = CreateSelectMenuOption::new(option.label.as_str(), option.value.as_str());
            let created = match &option.description {
                Some(description) => created.description(description.as_str()),
                None => created,
            };
            created.default_selection(option.is_chosen)
        })
        .collect();
    let select = CreateSelectMenu::new(
        menu.id.to_string(),
        CreateSelectMenuKind::String { options },
    );
    // A menu has 25 options at most.
    select
        .placeholder(menu.placeholder.as_str())
        .min_values(menu.least() as u8)
        .max_values(menu.most() as u8)
}
