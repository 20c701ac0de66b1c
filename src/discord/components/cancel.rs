//! A question is answered with no.

use crate::discord::component_id::ComponentId;
use crate::discord::note::note;
use crate::discord::reply::{Reply, Tone};
use crate::wording::Wording;

/// Takes the buttons away and says that nothing was done.
pub fn run(id: &ComponentId) -> Reply {
    let words = &Wording::of(id.language).admin;
    Reply::Update(note(Tone::Quiet, words.cancelled, words.cancelled_text))
}
