//! A question and the reply to it, as they stand in a channel.

use serde_json::Value;

use super::canvas::{Area, Canvas, Ink};
use super::line::{self, Run};
use super::markdown::{self, Names};
use super::palette::{self, Size};
use super::{controls, embed};

const LEFT: f64 = 72.0;
const MARGIN: f64 = 16.0;
const WIDTH: f64 = LEFT + embed::WIDTH + MARGIN;

/// What Discord's client says in the reader's language.
pub struct Client {
    /// The badge of a program.
    pub badge: &'static str,
    /// When it was written; the same in every picture.
    pub time: &'static str,
}

/// Draws a reply below the message that it answers.
pub fn picture(reply: &Value, client: &Client) -> String {
    let asked = &reply["referenced_message"];
    let names = |id: &str| mentioned(asked, id);
    let question = asked["content"].as_str().unwrap_or_default();
    let mut canvas = Canvas::default();
    let mut y = MARGIN;
    face(&mut canvas, y, &asked["author"], client);
    let body = Ink::new(Size::Large, palette::TEXT);
    let room = embed::WIDTH;
    let runs = markdown::runs(question, &names);
    y = canvas.lines(LEFT, y + 23.0, room, &runs, body) + 14.0;
    y = reply_line(&mut canvas, y, asked, &names);
    face(&mut canvas, y, &reply["author"], client);
    y += 27.0;
    for shown in reply["embeds"].as_array().into_iter().flatten() {
        y = embed::draw(&mut canvas, LEFT, y, shown, &names) + 8.0;
    }
    y = controls::draw(&mut canvas, LEFT, y, &reply["components"]);
    let title: String = markdown::runs(question, &names)
        .into_iter()
        .map(|run| run.text)
        .collect();
    canvas.picture(WIDTH, y + MARGIN - 8.0, &title)
}

/// The picture and the line with the name.
fn face(canvas: &mut Canvas, y: f64, author: &Value, client: &Client) {
    let name = name(author);
    let is_program = author["bot"] == true;
    let (color, sign) = match is_program {
        true => ("#2f5d8a", "備".to_owned()),
        false => (palette::PERSON, name.chars().take(1).collect()),
    };
    canvas.disc(MARGIN + 20.0, y + 20.0, 20.0, color, &sign);
    let ink = Ink::new(Size::Large, palette::HEADING).bold();
    canvas.line(LEFT, y - 2.0, &[Run::plain(&name)], ink);
    let mut x = LEFT + line::width(&name, Size::Large) * 1.06 + 8.0;
    if is_program {
        let width = line::width(client.badge, Size::Small) + 10.0;
        let badge = Area {
            x,
            y: y + 1.5,
            width,
            height: 16.0,
        };
        canvas.rectangle(badge, 4.0, palette::BLURPLE);
        let ink = Ink::new(Size::Small, "#ffffff");
        canvas.line(x + 5.0, y + 1.0, &[Run::plain(client.badge)], ink);
        x += width + 8.0;
    }
    let ink = Ink::new(Size::Small, palette::MUTED);
    canvas.line(x, y + 2.0, &[Run::plain(client.time)], ink);
}

/// The small line above a reply.
fn reply_line(canvas: &mut Canvas, y: f64, asked: &Value, names: Names<'_>) -> f64 {
    let middle = y + 9.0;
    let spine = format!(
        "M{:.1} {:.1} v-4 q0 -6 6 -6 h24",
        MARGIN + 20.0,
        middle + 10.0
    );
    canvas.stroke(&spine, palette::LINE);
    let name = name(&asked["author"]);
    let sign: String = name.chars().take(1).collect();
    canvas.disc(LEFT + 8.0, middle, 8.0, palette::PERSON, &sign);
    let question = asked["content"].as_str().unwrap_or_default();
    let mut runs = vec![Run::plain(&format!("@{name}  "))];
    runs.extend(markdown::runs(question, names));
    let ink = Ink::new(Size::Small, palette::MUTED);
    let room = embed::WIDTH - 24.0;
    if let Some(first) = line::broken(&runs, room, Size::Small).first() {
        canvas.line(LEFT + 22.0, y, first, ink);
    }
    y + 24.0
}

fn name(author: &Value) -> String {
    let names = [&author["global_name"], &author["username"]];
    let known = names.into_iter().find_map(Value::as_str);
    known.unwrap_or_default().to_owned()
}

fn mentioned(message: &Value, id: &str) -> String {
    let mut people = message["mentions"].as_array().into_iter().flatten();
    people
        .find(|person| person["id"] == id)
        .map_or_else(|| "…".to_owned(), name)
}
