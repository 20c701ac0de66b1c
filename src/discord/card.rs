//! The card of a message, which is one embed: what does not fit is refused, so that a card that exists can be sent.

use super::attachment::Attachment;
use super::limits::{self, Text};

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
    picture: Option<String>,
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

    /// Shows a file of the message as a picture below the text.
    pub fn picture(mut self, file: &Attachment) -> Self {
        self.picture = Some(file.name().to_owned());
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

    /// The name of the file that it shows as a picture.
    pub fn picture_name(&self) -> Option<&str> {
        self.picture.as_deref()
    }

    /// The footer.
    pub fn footer_line(&self) -> Option<&str> {
        self.footer.as_ref().map(Text::as_str)
    }
}
