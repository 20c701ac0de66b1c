//! Whether a view opens as a new private message or takes the place of the one it was opened from.

use crate::discord::reply::{Message, Reply};
use crate::discord::request::Request;
use crate::discord::view::paging::Turn;

/// A page that was turned in a private view takes its place; anything else opens beside, so that nobody changes
/// what others read and an answer stays where it is.
pub fn turned(request: &Request, turn: Turn, message: Message) -> Reply {
    match turn.is_turned {
        true => in_place(request, message),
        false => Reply::Message(message),
    }
}

/// Takes the place of a private view; beside a public one.
pub fn in_place(request: &Request, message: Message) -> Reply {
    match request.shown().is_some_and(|shown| shown.is_private) {
        true => Reply::Update(message),
        false => Reply::Message(message),
    }
}
