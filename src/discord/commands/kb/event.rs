//! One line of the history.

use crate::discord::limits::Text;
use crate::discord::{escape, generation};
use crate::store::{KnowledgeChange, KnowledgeEvent};
use crate::wording::Wording;

/// When, what, who. The mention stands in a card, where it calls nobody.
pub(super) fn line(event: &KnowledgeEvent, wording: &Wording) -> String {
    let words = &wording.admin.kb;
    let what = match &event.what {
        KnowledgeChange::Reindexed {
            generation,
            added,
            changed,
            removed,
        } => (words.reindexed)(&generation::name(*generation), *added, *changed, *removed),
        KnowledgeChange::RolledBack { generation } => {
            (words.rolled_back)(&generation::name(*generation))
        }
        KnowledgeChange::Failed { reason } => {
            let reason = Text::<150>::fitted(&escape::plain(reason));
            (words.failed)(reason.as_str())
        }
    };
    let who = match (event.guild, event.user) {
        (_, Some(user)) => format!("<@{user}>"),
        (Some(_), None) => words.by_nobody.to_owned(),
        (None, None) => words.by_program.to_owned(),
    };
    format!("・{} {what} — {who}", generation::minute(event.at))
}

/// The latest events, or that there are none.
pub(super) fn lines(events: &[KnowledgeEvent], most: usize, wording: &Wording) -> String {
    let lines: Vec<String> = events
        .iter()
        .take(most)
        .map(|event| line(event, wording))
        .collect();
    match lines.is_empty() {
        true => wording.admin.kb.no_events.to_owned(),
        false => lines.join("\n"),
    }
}
