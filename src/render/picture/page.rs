//! A page as SVG: words, blocks and frames at places in pixels. What a person typed is text in it, never a tag.

use textwrap::core::display_width;

/// Name of the font's family.
pub(super) const FAMILY: &str = "Sonae Picture";
/// Share of a letter's size that one column of characters takes; a wide character takes two.
const COLUMN: f32 = 0.5;

/// How words look.
#[derive(Debug, Clone, Copy)]
pub struct Pen {
    /// Height of the letters, pixels.
    pub size: u32,
    /// Color as `#rrggbb`.
    pub color: &'static str,
    /// How thick the letters are.
    pub stroke: Stroke,
}

/// How thick letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// As the font has them.
    Plain,
    /// Drawn over with a line of their color: the font has no bold letters.
    Bold,
}

/// A page that is being drawn.
#[derive(Debug, Clone)]
pub struct Page {
    width: u32,
    height: u32,
    body: String,
}

impl Page {
    /// A white page.
    pub fn new(width: u32, height: u32) -> Self {
        let mut page = Self {
            width,
            height,
            body: String::new(),
        };
        page.block((0, 0), (width, height), "#ffffff");
        page
    }

    /// Writes words that begin at a place; `y` is the line that they stand on.
    pub fn words(&mut self, (x, y): (u32, u32), pen: Pen, text: &str) {
        self.anchored("start", x, y, pen, text);
    }

    /// Writes words that end at a place.
    pub fn words_until(&mut self, (x, y): (u32, u32), pen: Pen, text: &str) {
        self.anchored("end", x, y, pen, text);
    }

    /// Writes words that begin at a place and get no wider than this: the rest becomes an ellipsis.
    pub fn words_within(&mut self, (x, y): (u32, u32), width: u32, pen: Pen, text: &str) {
        let columns = (width as f32 / (pen.size as f32 * COLUMN)) as usize;
        self.words((x, y), pen, &shortened(text, columns));
    }

    /// Fills a rectangle, given by its upper left corner and its size.
    pub fn block(&mut self, (x, y): (u32, u32), (width, height): (u32, u32), color: &str) {
        self.body.push_str(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{color}\"/>\n"
        ));
    }

    /// Draws the edge of a rectangle.
    pub fn frame(&mut self, (x, y): (u32, u32), (width, height): (u32, u32), color: &str) {
        self.body.push_str(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"2\"/>\n"
        ));
    }

    /// Returns the page as SVG.
    pub fn svg(&self) -> String {
        let Self {
            width,
            height,
            body,
        } = self;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" font-family=\"{FAMILY}\">\n{body}</svg>\n"
        )
    }

    fn anchored(&mut self, anchor: &str, x: u32, y: u32, pen: Pen, text: &str) {
        let Pen {
            size,
            color,
            stroke,
        } = pen;
        let line = match stroke {
            Stroke::Plain => 0.0,
            Stroke::Bold => size as f32 / 28.0,
        };
        self.body.push_str(&format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{color}\" stroke=\"{color}\" stroke-width=\"{line}\" text-anchor=\"{anchor}\" xml:space=\"preserve\">{}</text>\n",
            escaped(text)
        ));
    }
}

fn shortened(text: &str, columns: usize) -> String {
    if display_width(text) <= columns {
        return text.to_owned();
    }
    let mut short = String::new();
    for character in text.chars() {
        let mut longer = short.clone();
        longer.push(character);
        // The ellipsis takes two columns.
        if display_width(&longer) + 2 > columns {
            break;
        }
        short = longer;
    }
    short + "…"
}

/// The text without what means something to SVG, or cannot stand in it.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            character if character.is_control() => escaped.push(' '),
            character => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{escaped, shortened};

    #[test]
    fn nothing_typed_becomes_a_tag() {
        assert_eq!(escaped("<b>&\u{0}"), "&lt;b&gt;&amp; ");
    }

    #[test]
    fn long_words_end_in_an_ellipsis() {
        assert_eq!(shortened("ファイルの渡し方", 16), "ファイルの渡し方");
        assert_eq!(shortened("ファイルの渡し方", 10), "ファイル…");
    }
}
