//! A message as a person sees it, as text; and Discord's limits, counted here once more and not by the types.

use std::collections::HashSet;

use sonae::discord::reply::{Button, Message, Row, Target, Visibility};

/// Lays a message out as text.
pub fn seen(message: &Message) -> String {
    let card = &message.card;
    let mut lines = Vec::new();
    if message.visibility == Visibility::Private {
        lines.push("(only you see this)".to_owned());
    }
    lines.push(format!("[{:?}]", card.tone));
    lines.extend(card.author_line().map(|line| format!("~ {line}")));
    lines.extend(card.title().map(|title| format!("# {title}")));
    lines.extend(card.description().map(str::to_owned));
    for field in card.fields() {
        lines.push(format!(
            "\n## {}\n{}",
            field.name.as_str(),
            field.value.as_str()
        ));
    }
    lines.extend(card.picture_name().map(|name| format!("<{name}>")));
    lines.extend(card.footer_line().map(|footer| format!("---\n{footer}")));
    for file in message.files.list() {
        lines.push(format!("@ {} — {}", file.name(), file.description.as_str()));
    }
    for row in message.rows.rows() {
        match row {
            Row::Buttons(buttons) => {
                let labels = buttons.iter().map(|button| match &button.target {
                    Target::Component(_) => format!("[{}]", button.label.as_str()),
                    Target::Link(_) => format!("[{} ↗]", button.label.as_str()),
                });
                lines.push(labels.collect::<Vec<_>>().join(" "));
            }
            Row::Menu(menu) => {
                let count = match (menu.least(), menu.most()) {
                    (1, 1) => String::new(),
                    (least, most) => format!(" {least}-{most}"),
                };
                lines.push(format!("({} ▾{count})", menu.placeholder.as_str()));
                for option in menu.options() {
                    let description = option.description.as_ref();
                    let description = description.map(|text| format!(" — {}", text.as_str()));
                    let label = option.label.as_str();
                    let mark = if option.is_chosen { "☑ " } else { "" };
                    let description = description.unwrap_or_default();
                    lines.push(format!("    {mark}{label}{description}"));
                }
            }
        }
    }
    lines.join("\n")
}

/// All texts of a card.
pub fn texts(message: &Message) -> String {
    let card = &message.card;
    let fields = card.fields().iter();
    let fields = fields.map(|field| format!("{}\n{}", field.name.as_str(), field.value.as_str()));
    let description = card.description().map(str::to_owned);
    description
        .into_iter()
        .chain(fields)
        .collect::<Vec<_>>()
        .join("\n")
}

/// All buttons.
pub fn buttons(message: &Message) -> Vec<&Button> {
    let rows = message.rows.rows().iter();
    rows.flat_map(|row| match row {
        Row::Buttons(buttons) => buttons.iter().collect(),
        Row::Menu(_) => Vec::new(),
    })
    .collect()
}

/// The ids of all components.
pub fn ids(message: &Message) -> Vec<String> {
    let buttons = buttons(message).into_iter();
    let buttons = buttons.filter_map(|button| match &button.target {
        Target::Component(id) => Some(id.to_string()),
        Target::Link(_) => None,
    });
    let menus = message.rows.rows().iter().filter_map(|row| match row {
        Row::Menu(menu) => Some(menu.id.to_string()),
        Row::Buttons(_) => None,
    });
    buttons.chain(menus).collect()
}

/// Fails when Discord would refuse the message or show it broken.
pub fn assert_within_limits(message: &Message, what: &str) {
    let seen = seen(message);
    let fail = |broken: &str| panic!("{what}: {broken}\n{seen}");
    let card = &message.card;
    let mut total = 0;
    let mut within = |text: Option<&str>, limit: usize, name: &str| {
        let Some(text) = text else { return };
        let length = text.trim().chars().count();
        total += length;
        if length == 0 || length > limit {
            fail(&format!("{name} has {length} characters"));
        }
    };
    within(card.author_line(), 256, "author");
    within(card.title(), 256, "title");
    within(card.description(), 4096, "description");
    within(card.footer_line(), 2048, "footer");
    for field in card.fields() {
        within(Some(field.name.as_str()), 256, "field name");
        within(Some(field.value.as_str()), 1024, "field value");
    }
    if total == 0 || total > 6000 {
        fail(&format!("the card has {total} characters"));
    }
    if card.title().is_none() || card.fields().len() > 25 {
        fail("no title, or too many fields");
    }
    assert_files(message, &fail);
    assert_rows(message, &fail);
}

fn assert_files(message: &Message, fail: &dyn Fn(&str)) {
    let files = message.files.list();
    let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
    if files.len() > 10 || bytes > 10 * 1024 * 1024 {
        fail("too many files, or too large");
    }
    let names: HashSet<&str> = files.iter().map(|file| file.name()).collect();
    let is_plain =
        |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '-');
    if names.len() != files.len() || !names.iter().all(|name| name.chars().all(is_plain)) {
        fail("the name of a file");
    }
    for file in files {
        let described = file.description.as_str().chars().count();
        if file.bytes.is_empty() || described == 0 || described > 1024 {
            fail("an empty file, or one without description");
        }
    }
    let picture = message.card.picture_name();
    if picture.is_some_and(|name| !names.contains(name)) {
        fail("a picture without its file");
    }
}

fn assert_rows(message: &Message, fail: &dyn Fn(&str)) {
    let rows = message.rows.rows();
    if rows.len() > 5 {
        fail("more than 5 rows");
    }
    for row in rows {
        match row {
            Row::Buttons(buttons) if buttons.is_empty() || buttons.len() > 5 => fail("buttons"),
            Row::Buttons(buttons) => {
                for button in buttons {
                    let length = button.label.as_str().trim().chars().count();
                    let is_linked = match &button.target {
                        Target::Link(url) => url.starts_with("https://") && url.len() <= 512,
                        Target::Component(_) => true,
                    };
                    if length == 0 || length > 80 || !is_linked {
                        fail("a button");
                    }
                }
            }
            Row::Menu(menu) => {
                let values = menu.options().iter().map(|option| option.value.as_str());
                let unique: HashSet<&str> = values.collect();
                if unique.is_empty() || unique.len() > 25 || unique.len() != menu.options().len() {
                    fail("the options of a menu");
                }
                let chosen = menu.options().iter().filter(|option| option.is_chosen);
                let is_possible = menu.least() <= menu.most() && menu.most() <= unique.len();
                if !is_possible || chosen.count() > menu.most() {
                    fail("how many options of a menu are chosen");
                }
                for option in menu.options() {
                    let description = option
                        .description
                        .as_ref()
                        .map_or("-", |text| text.as_str());
                    for text in [option.label.as_str(), option.value.as_str(), description] {
                        if text.is_empty() || text.chars().count() > 100 {
                            fail("an option of a menu");
                        }
                    }
                }
            }
        }
    }
    let ids = ids(message);
    let unique: HashSet<&String> = ids.iter().collect();
    if unique.len() != ids.len()
        || ids
            .iter()
            .any(|id| id.is_empty() || id.chars().count() > 100)
    {
        fail(&format!("ids {ids:?}"));
    }
}
