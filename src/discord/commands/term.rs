//! `/term`: one entry of the glossary.

use std::sync::Arc;

use super::guideline::choices;
use super::{Access, Acknowledge, Command, Doing, Kind, OptionKind, OptionSpec};
use crate::discord::app::App;
use crate::discord::reply::{Choice, Reply};
use crate::discord::request::Request;
use crate::discord::view;
use crate::discord::view::library::Near;
use crate::lookup::{self, Lookup};

const WORD: &str = "word";

/// Explains a term.
pub const COMMAND: Command = Command {
    words: |wording| &wording.commands.term,
    kind: Kind::Slash(&[OptionSpec {
        name: WORD,
        kind: OptionKind::Suggested,
        is_required: true,
    }]),
    access: Access::Everyone,
    acknowledge: |_, _| Acknowledge::WithReply,
    run,
    suggest: Some(suggest),
};

fn word(request: &Request) -> &str {
    let word = request.options().and_then(|options| options.text(WORD));
    word.unwrap_or_default()
}

fn run<'a>(app: &'a Arc<App>, request: &'a Request) -> Doing<'a> {
    Box::pin(async move {
        let library = app.library();
        let (word, language) = (word(request), request.language);
        let message = match lookup::term(library.knowledge(), word) {
            Lookup::Found(term) => view::term::term(term, &library, language),
            Lookup::Near(_) => {
                let near = library.suggester.terms(word, language);
                let names = near.into_iter().map(|suggestion| suggestion.label);
                view::library::unknown(word, Near::Names(names.collect()), language)
            }
        };
        Ok(Reply::Message(message))
    })
}

fn suggest(app: &App, request: &Request) -> Vec<Choice> {
    choices(
        app.library()
            .suggester
            .terms(word(request), request.language),
    )
}
