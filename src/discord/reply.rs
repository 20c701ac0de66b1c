//! What goes out, as values: a handler decides on a [`Reply`], `edge` turns it into Discord's form and sends it.
//! The types keep Discord's limits, so that a reply that exists can be sent.

use tokio::sync::mpsc;

use super::component_id::ComponentId;
use super::limits::{self, Text};
use crate::store::ChannelId;

/// The answer to one interaction or message.
#[derive(Debug)]
pub enum Reply {
    /// A message.
    Message(Message),
    /// The message whose component was used becomes this one.
    Update(Message),
    /// A dialog. Only as a first response, so never after work that takes long.
    Modal(Modal),
    /// Suggestions for what is being typed.
    Choices(Vec<Choice>),
    /// A private message that changes as a long work goes on; the last value is the result.
    Progress(mpsc::Receiver<Message>),
    /// Something else is done first; whether it worked decides what is said.
    After(Box<After>),
}

/// An effect and what is said when it worked and when it did not.
#[derive(Debug)]
pub struct After {
    /// What is done.
    pub effect: Effect,
    /// Said when it worked.
    pub done: Message,
    /// Said when Discord refused.
    pub failed: Message,
    /// Where it is said.
    pub placement: Placement,
}

/// Where the words after an effect stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Placement {
    /// In a new private message.
    #[default]
    Beside,
    /// In place of the message whose component was used, so that it cannot be used twice.
    Replace,
}

/// What is done beside answering.
#[derive(Debug)]
pub enum Effect {
    /// Posts a message to a channel.
    Post {
        /// Where.
        channel: ChannelId,
        /// What.
        message: Message,
    },
    /// Opens a thread at the message whose component was used, and greets in it.
    Thread {
        /// Its name.
        name: Text<{ limits::THREAD_NAME }>,
        /// The first message in it.
        greeting: Message,
    },
}

/// Who sees a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Visibility {
    /// Everybody in the channel.
    #[default]
    Public,
    /// Only the caller.
    Private,
}

/// One message: a card and components.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Message {
    /// Who sees it.
    pub visibility: Visibility,
    /// The card.
    pub card: Card,
    /// The rows of components.
    pub rows: Rows,
}

/// The colors of cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// The brand's calm one.
    #[default]
    Calm,
    /// An incident.
    Alarm,
    /// Done, in order.
    Good,
    /// Nothing found, not possible, wait.
    Quiet,
}

/// One embed. Adding a text that no longer fits changes nothing and says so.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Card {
    /// Its color.
    pub tone: Tone,
    author: Option<Text<{ limits::AUTHOR }>>,
    title: Option<Text<{ limits::TITLE }>>,
    description: Option<Text<{ limits::DESCRIPTION }>>,
    fields: Vec<Field>,
    footer: Option<Text<{ limits::FOOTER }>>,
}

/// A heading and a text in a card.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The heading.
    pub name: Text<{ limits::FIELD_NAME }>,
    /// The text.
    pub value: Text<{ limits::FIELD_VALUE }>,
}

/// A text did not fit on the card, which is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Full;

impl Card {
    /// A card with a title, shortened to what a title can hold.
    pub fn titled(tone: Tone, title: &str) -> Self {
        Self {
            tone,
            title: Text::whole(Text::<{ limits::TITLE }>::fitted(title).as_str()),
            ..Self::default()
        }
    }

    /// Characters that the card's texts take together.
    pub fn length(&self) -> usize {
        let fields = self
            .fields
            .iter()
            .map(|field| field.name.length() + field.value.length());
        self.author.as_ref().map_or(0, Text::length)
            + self.title.as_ref().map_or(0, Text::length)
            + self.description.as_ref().map_or(0, Text::length)
            + self.footer.as_ref().map_or(0, Text::length)
            + fields.sum::<usize>()
    }

    fn checked(&mut self, changed: Self) -> Result<(), Full> {
        if changed.length() > limits::EMBED_TOTAL {
            return Err(Full);
        }
        *self = changed;
        Ok(())
    }

    /// Sets the small line above the title. Put it in before the fields: it is shortened, never left out.
    pub fn author(mut self, line: &str) -> Self {
        let line = Text::<{ limits::AUTHOR }>::fitted(line);
        self.author = Text::whole(line.as_str());
        self
    }

    /// Sets the footer. Put it in before the fields: it is shortened, never left out.
    pub fn footer(mut self, line: &str) -> Self {
        // Far below Discord's limit: a footer is one or two lines.
        let line = Text::<300>::fitted(line);
        self.footer = Text::whole(line.as_str());
        self
    }

    /// Sets the description; a longer text must be paged first.
    ///
    /// # Errors
    /// When it is empty, too long, or the card is full.
    pub fn describe(&mut self, text: &str) -> Result<(), Full> {
        let description = Text::whole(text).ok_or(Full)?;
        let mut changed = self.clone();
        changed.description = Some(description);
        self.checked(changed)
    }

    /// Adds a field.
    ///
    /// # Errors
    /// When name or text is empty or too long, there are 25 fields, or the card is full.
    pub fn field(&mut self, name: &str, value: &str) -> Result<(), Full> {
        if self.fields.len() == limits::FIELDS {
            return Err(Full);
        }
        let field = Field {
            name: Text::whole(name).ok_or(Full)?,
            value: Text::whole(value).ok_or(Full)?,
        };
        let mut changed = self.clone();
        changed.fields.push(field);
        self.checked(changed)
    }

    /// The small line above the title.
    pub fn author_line(&self) -> Option<&str> {
        self.author.as_ref().map(Text::as_str)
    }

    /// The title.
    pub fn title(&self) -> Option<&str> {
        self.title.as_ref().map(Text::as_str)
    }

    /// The description.
    pub fn description(&self) -> Option<&str> {
        self.description.as_ref().map(Text::as_str)
    }

    /// The fields.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The footer.
    pub fn footer_line(&self) -> Option<&str> {
        self.footer.as_ref().map(Text::as_str)
    }
}

impl Message {
    /// A message that everybody sees.
    pub fn public(card: Card) -> Self {
        Self {
            visibility: Visibility::Public,
            card,
            rows: Rows::default(),
        }
    }

    /// A message that only the caller sees.
    pub fn private(card: Card) -> Self {
        Self {
            visibility: Visibility::Private,
            ..Self::public(card)
        }
    }

    /// The same message with components.
    pub fn with(mut self, rows: Rows) -> Self {
        self.rows = rows;
        self
    }
}

/// Up to five rows of components.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rows(Vec<Row>);

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    /// Up to five buttons.
    Buttons(Vec<Button>),
    /// One menu.
    Menu(Menu),
}

impl Rows {
    /// Adds buttons, five to a row, in as many rows as are free; the rest is left out. A button whose id
    /// stands there already is left out, too: Discord refuses the whole message otherwise.
    pub fn buttons(mut self, buttons: Vec<Button>) -> Self {
        let mut fresh: Vec<Button> = Vec::new();
        for button in buttons {
            let is_known = |target: &Target| {
                self.targets().any(|known| known == target)
                    || fresh.iter().any(|known| known.target == *target)
            };
            if !is_known(&button.target) {
                fresh.push(button);
            }
        }
        for row in fresh.chunks(limits::BUTTONS_IN_ROW) {
            self.push(Row::Buttons(row.to_vec()));
        }
        self
    }

    /// Adds a menu when a row is free and it has options.
    pub fn menu(mut self, menu: Menu) -> Self {
        if !menu.options.is_empty() {
            self.push(Row::Menu(menu));
        }
        self
    }

    fn push(&mut self, row: Row) {
        if self.0.len() < limits::ROWS {
            self.0.push(row);
        }
    }

    fn targets(&self) -> impl Iterator<Item = &Target> {
        self.0.iter().flat_map(|row| match row {
            Row::Buttons(buttons) => buttons.iter().map(|button| &button.target).collect(),
            Row::Menu(_) => Vec::new(),
        })
    }

    /// The rows.
    pub fn rows(&self) -> &[Row] {
        &self.0
    }
}

/// A button.
#[derive(Debug, Clone, PartialEq)]
pub struct Button {
    /// What stands on it.
    pub label: Text<{ limits::BUTTON_LABEL }>,
    /// What it does.
    pub target: Target,
    /// How it looks.
    pub style: Style,
    /// It can be pressed.
    pub is_enabled: bool,
}

/// What a button does.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// Calls us.
    Component(ComponentId),
    /// Opens a page.
    Link(String),
}

/// How a button looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// The thing to do.
    Primary,
    /// One of several.
    #[default]
    Plain,
    /// Done.
    Good,
    /// Cannot be undone.
    Danger,
}

impl Button {
    /// A plain button.
    pub fn new(label: &str, id: ComponentId) -> Self {
        Self {
            label: Text::fitted(label),
            target: Target::Component(id),
            style: Style::Plain,
            is_enabled: true,
        }
    }

    /// A button that opens a page.
    pub fn link(label: &str, url: &str) -> Self {
        Self {
            label: Text::fitted(label),
            target: Target::Link(url.to_owned()),
            style: Style::Plain,
            is_enabled: true,
        }
    }

    /// The same button in another style.
    pub fn styled(mut self, style: Style) -> Self {
        self.style = style;
        self
    }
}

/// A menu to choose one of several.
#[derive(Debug, Clone, PartialEq)]
pub struct Menu {
    /// What it does with the choice.
    pub id: ComponentId,
    /// What stands on it before anything is chosen.
    pub placeholder: Text<{ limits::PLACEHOLDER }>,
    options: Vec<MenuOption>,
}

/// One option of a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuOption {
    /// What is shown.
    pub label: Text<{ limits::OPTION_TEXT }>,
    /// What is sent.
    pub value: Text<{ limits::OPTION_TEXT }>,
    /// A second line.
    pub description: Option<Text<{ limits::OPTION_TEXT }>>,
}

impl Menu {
    /// A menu with the first 25 of the options, each value once.
    pub fn new(id: ComponentId, placeholder: &str, options: Vec<MenuOption>) -> Self {
        let mut unique: Vec<MenuOption> = Vec::new();
        for option in options {
            if !unique.iter().any(|known| known.value == option.value) {
                unique.push(option);
            }
        }
        unique.truncate(limits::OPTIONS);
        Self {
            id,
            placeholder: Text::fitted(placeholder),
            options: unique,
        }
    }

    /// Its options.
    pub fn options(&self) -> &[MenuOption] {
        &self.options
    }
}

/// A dialog with one text to type.
#[derive(Debug, Clone, PartialEq)]
pub struct Modal {
    /// What happens with the text.
    pub id: ComponentId,
    /// Its title.
    pub title: Text<{ limits::MODAL_TITLE }>,
    /// The label of the text.
    pub label: Text<{ limits::INPUT_LABEL }>,
    /// Shown while nothing is typed.
    pub placeholder: Text<{ limits::INPUT_PLACEHOLDER }>,
    /// Most characters; at most 4000.
    pub max_length: u16,
}

/// One suggestion for what is being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is shown.
    pub name: Text<{ limits::CHOICE_TEXT }>,
    /// What is sent.
    pub value: Text<{ limits::CHOICE_TEXT }>,
}
