//! An SVG that grows downwards: shapes and lines of text. Knows nothing of Discord.

use super::line::{self, Look, Run};
use super::markdown::Paragraph;
use super::palette::{self, Size};

/// What was drawn so far.
#[derive(Default)]
pub struct Canvas {
    shapes: Vec<String>,
}

/// The left upper corner and the size of a box.
#[derive(Clone, Copy)]
#[allow(missing_docs)]
pub struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// How a text is drawn unless a run has its own look.
#[derive(Clone, Copy)]
#[allow(missing_docs)]
pub struct Ink {
    pub size: Size,
    pub color: &'static str,
    pub is_bold: bool,
}

impl Ink {
    /// Returns an ink of ordinary weight.
    pub fn new(size: Size, color: &'static str) -> Ink {
        Ink {
            size,
            color,
            is_bold: false,
        }
    }

    /// Returns the same ink, heavier.
    pub fn bold(self) -> Ink {
        Ink {
            is_bold: true,
            ..self
        }
    }
}

impl Canvas {
    /// Draws a box with round corners.
    pub fn rectangle(&mut self, area: Area, radius: f64, color: &str) {
        let Area {
            x,
            y,
            width,
            height,
        } = area;
        self.shapes.push(format!(
            r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" rx="{radius}" fill="{color}"/>"#
        ));
    }

    /// Draws a disc with a character in it.
    pub fn disc(&mut self, x: f64, y: f64, radius: f64, color: &str, character: &str) {
        self.shapes.push(format!(
            r#"<circle cx="{x:.1}" cy="{y:.1}" r="{radius}" fill="{color}"/>"#
        ));
        let size = radius * 1.05;
        let baseline = y + size * 0.36;
        self.shapes.push(format!(
            r##"<text x="{x:.1}" y="{baseline:.1}" font-size="{size:.1}" font-weight="700" fill="#ffffff" text-anchor="middle">{}</text>"##,
            escaped(character)
        ));
    }

    /// Draws a path, such as an arrow.
    pub fn stroke(&mut self, path: &str, color: &str) {
        self.shapes.push(format!(
            r#"<path d="{path}" fill="none" stroke="{color}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>"#
        ));
    }

    /// Writes one line whose upper edge is at `y`.
    pub fn line(&mut self, x: f64, y: f64, runs: &[Run], ink: Ink) {
        let spans: String = runs.iter().map(span).collect();
        if spans.is_empty() {
            return;
        }
        let baseline = y + ink.size.line() / 2.0 + ink.size.pixels() * 0.36;
        let weight = if ink.is_bold { 700 } else { 400 };
        self.shapes.push(format!(
            r#"<text x="{x:.1}" y="{baseline:.1}" font-size="{}" font-weight="{weight}" fill="{}">{spans}</text>"#,
            ink.size.pixels(),
            ink.color
        ));
    }

    /// Writes runs in as many lines as they need; returns where the next line begins.
    pub fn lines(&mut self, x: f64, y: f64, room: f64, runs: &[Run], ink: Ink) -> f64 {
        let mut y = y;
        for runs in line::broken(runs, room, ink.size) {
            self.line(x, y, &runs, ink);
            y += ink.size.line();
        }
        y
    }

    /// Writes paragraphs with their bullets and the bar of a quote; returns where the next line begins.
    pub fn paragraphs(&mut self, x: f64, y: f64, room: f64, text: &[Paragraph], ink: Ink) -> f64 {
        let mut y = y;
        for paragraph in text {
            let start = y;
            let quote = if paragraph.is_quoted { 12.0 } else { 0.0 };
            let indent = match &paragraph.bullet {
                Some(bullet) => {
                    self.line(x + quote + 2.0, y, &[Run::plain(bullet)], ink);
                    19.0
                }
                None => 0.0,
            };
            let margin = quote + indent;
            let is_empty = paragraph.runs.is_empty();
            y = match is_empty {
                // An empty line parts paragraphs; a whole one would tear them apart.
                true => y + ink.size.line() * 0.6,
                false => self.lines(x + margin, y, room - margin, &paragraph.runs, ink),
            };
            if paragraph.is_quoted {
                let bar = Area {
                    x,
                    y: start,
                    width: 3.0,
                    height: y - start + 0.5,
                };
                self.rectangle(bar, 0.0, palette::LINE);
            }
        }
        y
    }

    /// Puts shapes that were drawn elsewhere on top.
    pub fn add(&mut self, other: Canvas) {
        self.shapes.extend(other.shapes);
    }

    /// Returns the whole picture.
    pub fn picture(&self, width: f64, height: f64, title: &str) -> String {
        let shapes = self.shapes.join("\n");
        let title = escaped(title);
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0}" height="{height:.0}" viewBox="0 0 {width:.0} {height:.0}" font-family="{}" role="img" xml:space="preserve">
<title>{title}</title>
<rect width="{width:.0}" height="{height:.0}" rx="12" fill="{}"/>
{shapes}
</svg>
"#,
            palette::FONTS,
            palette::GROUND
        )
    }
}

fn span(run: &Run) -> String {
    let text = escaped(&run.text);
    match run.look {
        Look::Plain => format!("<tspan>{text}</tspan>"),
        Look::Bold => format!(
            r#"<tspan font-weight="700" fill="{}">{text}</tspan>"#,
            palette::HEADING
        ),
        Look::Link => format!(r#"<tspan fill="{}">{text}</tspan>"#, palette::LINK),
        Look::Mention => format!(
            r#"<tspan font-weight="500" fill="{}">{text}</tspan>"#,
            palette::MENTION
        ),
        Look::Code => format!(r#"<tspan font-family="monospace">{text}</tspan>"#),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
