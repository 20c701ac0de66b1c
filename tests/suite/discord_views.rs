//! What members see in Discord: every view of the shipped knowledge is within Discord's limits and loses nothing,
//! and some of them as text. Read the difference before you accept it.

mod commands;
mod company;
mod components;
mod crosswalk;
mod drills;
mod limits;
mod seen;
mod self_check;
mod snapshots;
mod stage;

use std::sync::{Arc, OnceLock};

use sonae::answer::Answer;
use sonae::discord::library::Library;
use sonae::discord::reply::{Message, Visibility};
use sonae::discord::view::answer::{Asked, answer};
use sonae::store::RoleId;

use crate::app::{moment, shipped};

/// The shipped knowledge as the views need it.
fn library() -> &'static Arc<Library> {
    static LIBRARY: OnceLock<Arc<Library>> = OnceLock::new();
    LIBRARY.get_or_init(|| Arc::new(Library::new(Arc::clone(&shipped().adviser.live()))))
}

/// The public answer to a question in a guild that has helpers.
fn shown(question: &str) -> (Answer, Message) {
    let found = shipped().ask(question);
    let asked = Asked {
        question,
        visibility: Visibility::Public,
        is_direct: false,
        helper: Some(RoleId(77)),
        moment: moment(),
    };
    let message = answer(&found, library(), &asked);
    (found, message)
}
