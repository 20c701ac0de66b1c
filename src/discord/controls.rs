//! Buttons, menus and suggestions, in the numbers that Discord takes.

use super::component_id::{Action, ComponentId};
use super::limits::{self, Text};

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

    /// Leaves out the buttons that do one of these things.
    pub fn without(mut self, actions: &[Action]) -> Self {
        let is_kept = |button: &Button| match &button.target {
            Target::Component(id) => !actions.contains(&id.action),
            Target::Link(_) => true,
        };
        for row in &mut self.0 {
            if let Row::Buttons(buttons) = row {
                buttons.retain(is_kept);
            }
        }
        self.0
            .retain(|row| !matches!(row, Row::Buttons(buttons) if buttons.is_empty()));
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

/// A menu to choose one of several, or some of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Menu {
    /// What it does with the choice.
    pub id: ComponentId,
    /// What stands on it before anything is chosen.
    pub placeholder: Text<{ limits::PLACEHOLDER }>,
    options: Vec<MenuOption>,
    least: usize,
    most: usize,
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
    /// It is chosen already when the menu is shown.
    pub is_chosen: bool,
}

impl MenuOption {
    /// An option without a second line that is not chosen yet.
    pub fn new(label: &str, value: &str) -> Self {
        Self {
            label: Text::fitted(label),
            value: Text::fitted(value),
            description: None,
            is_chosen: false,
        }
    }

    /// The same option with a second line; without one when the text is empty.
    pub fn described(mut self, text: &str) -> Self {
        self.description = Text::whole(Text::<{ limits::OPTION_TEXT }>::fitted(text).as_str());
        self
    }

    /// The same option, chosen already or not.
    pub fn chosen(mut self, is_chosen: bool) -> Self {
        self.is_chosen = is_chosen;
        self
    }
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
            least: 1,
            most: 1,
        }
    }

    /// The same menu, of which between so many options are chosen; `least` may be 0, `most` is as many as
    /// there are options at most.
    pub fn choosing(mut self, least: usize, most: usize) -> Self {
        self.most = most.clamp(1, self.options.len().max(1));
        self.least = least.min(self.most);
        let chosen = self.options.iter_mut().filter(|option| option.is_chosen);
        for option in chosen.skip(self.most) {
            option.is_chosen = false;
        }
        self
    }

    /// Fewest options to choose.
    pub fn least(&self) -> usize {
        self.least
    }

    /// Most options to choose.
    pub fn most(&self) -> usize {
        self.most
    }

    /// Its options.
    pub fn options(&self) -> &[MenuOption] {
        &self.options
    }
}

/// One suggestion for what is being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is shown.
    pub name: Text<{ limits::CHOICE_TEXT }>,
    /// What is sent.
    pub value: Text<{ limits::CHOICE_TEXT }>,
}
