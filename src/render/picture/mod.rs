//! Pictures: a page of bars and words, drawn as PNG in the process with the font inside the program, so that a
//! picture looks the same on every machine.

mod page;
mod png;

pub use self::page::{Page, Pen, Stroke};
pub use self::png::{PictureError, missing_characters, png};
