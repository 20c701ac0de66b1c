//! Dialogs: up to five texts to type.

use super::component_id::ComponentId;
use super::limits::{self, Text};

/// A dialog.
#[derive(Debug, Clone, PartialEq)]
pub struct Modal {
    /// What happens with the texts.
    pub id: ComponentId,
    /// Its title.
    pub title: Text<{ limits::MODAL_TITLE }>,
    inputs: Vec<TextInput>,
}

/// One text to type.
#[derive(Debug, Clone, PartialEq)]
pub struct TextInput {
    /// By which the text is found again; no other input of the dialog has it.
    pub name: &'static str,
    /// What stands above it.
    pub label: Text<{ limits::INPUT_LABEL }>,
    /// Shown while nothing is typed.
    pub placeholder: Text<{ limits::INPUT_PLACEHOLDER }>,
    /// What stands in it from the start.
    pub value: Text<{ limits::INPUT_VALUE }>,
    /// Most characters; at most 4000.
    pub max_length: u16,
    /// It must be filled in.
    pub is_required: bool,
    /// How much room there is to type.
    pub height: Height,
}

/// How much room there is to type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Height {
    /// One line.
    #[default]
    Line,
    /// Several lines.
    Paragraph,
}

impl Modal {
    /// A dialog with the first five of the inputs, each name once.
    pub fn new(id: ComponentId, title: &str, inputs: Vec<TextInput>) -> Self {
        let mut unique: Vec<TextInput> = Vec::new();
        for input in inputs {
            if !unique.iter().any(|known| known.name == input.name) {
                unique.push(input);
            }
        }
        unique.truncate(limits::INPUTS);
        Self {
            id,
            title: Text::fitted(title),
            inputs: unique,
        }
    }

    /// Its inputs.
    pub fn inputs(&self) -> &[TextInput] {
        &self.inputs
    }
}

impl TextInput {
    /// A line that may stay empty.
    pub fn line(name: &'static str, label: &str, max_length: u16) -> Self {
        Self {
            name,
            label: Text::fitted(label),
            placeholder: Text::default(),
            value: Text::default(),
            max_length,
            is_required: false,
            height: Height::Line,
        }
    }

    /// Several lines that may stay empty.
    pub fn paragraph(name: &'static str, label: &str, max_length: u16) -> Self {
        Self {
            height: Height::Paragraph,
            ..Self::line(name, label, max_length)
        }
    }

    /// The same input with a hint that stands in it while it is empty.
    pub fn hinted(mut self, hint: &str) -> Self {
        self.placeholder = Text::fitted(hint);
        self
    }

    /// The same input with a text in it, as much as it takes.
    pub fn filled(mut self, text: &str) -> Self {
        let text: String = text.chars().take(usize::from(self.max_length)).collect();
        self.value = Text::fitted(&text);
        self
    }

    /// The same input, which must be filled in.
    pub fn required(mut self) -> Self {
        self.is_required = true;
        self
    }
}
