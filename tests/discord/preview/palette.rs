//! The colors of Discord's dark mode and the sizes of its texts.

/// Behind everything.
pub const GROUND: &str = "#313338";
/// Behind an embed.
pub const EMBED: &str = "#2b2d31";
/// Behind a menu.
pub const MENU: &str = "#1e1f22";
/// Lines and borders.
pub const LINE: &str = "#4e5058";
/// Names and headings.
pub const HEADING: &str = "#f2f3f5";
/// Texts.
pub const TEXT: &str = "#dbdee1";
/// What matters less.
pub const MUTED: &str = "#a3a6ad";
/// Links.
pub const LINK: &str = "#00a8fc";
/// The text of a mention.
pub const MENTION: &str = "#c9cdfb";
/// Discord's own color.
pub const BLURPLE: &str = "#5865f2";
/// A plain button.
pub const PLAIN_BUTTON: &str = "#4e5058";
/// A button for what is good.
pub const GOOD_BUTTON: &str = "#248046";
/// A button for what cannot be undone.
pub const DANGER_BUTTON: &str = "#da373c";
/// Behind a person's picture.
pub const PERSON: &str = "#8d6e4f";

/// The fonts, the nicest first; Japanese must not fall back to Chinese forms.
pub const FONTS: &str = "'Noto Sans CJK JP', 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic', Meiryo, 'Noto Color Emoji', 'Apple Color Emoji', 'Segoe UI Emoji', sans-serif";

/// The sizes of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// The title of an embed, names and messages.
    Large,
    /// Texts of an embed, buttons.
    Text,
    /// Footer, times, the line of a reply.
    Small,
}

impl Size {
    /// Returns the font's size.
    pub fn pixels(self) -> f64 {
        match self {
            Size::Large => 16.0,
            Size::Text => 14.0,
            Size::Small => 12.0,
        }
    }

    /// Returns the height of a line.
    pub fn line(self) -> f64 {
        match self {
            Size::Large => 23.0,
            Size::Text => 21.0,
            Size::Small => 17.0,
        }
    }
}
