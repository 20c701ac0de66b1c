//! `/crosswalk`: what the caller's company has of a scheme that somebody asks for.

use std::sync::Arc;

use super::guideline::choices;
use super::{Access, Acknowledge, Command, Doing, Kind, OptionKind, OptionSpec};
use crate::discord::app::App;
use crate::discord::comparison::{Wish, compared};
use crate::discord::component_id::Key;
use crate::discord::library::Library;
use crate::discord::reply::{Choice, Message, Reply, Visibility};
use crate::discord::request::{Input, Request};
use crate::discord::view;
use crate::discord::view::library::Near;
use crate::lookup::{self, Lookup, Wanted};
use crate::question::Language;

const WANT: &str = "want";
const HAVE: &str = "have";

/// Compares with a scheme.
pub const COMMAND: Command = Command {
    words: |wording| &wording.commands.crosswalk,
    kind: Kind::Slash(&[
        OptionSpec {
            name: WANT,
            kind: OptionKind::Suggested,
            is_required: false,
        },
        OptionSpec {
            name: HAVE,
            kind: OptionKind::Suggested,
            is_required: false,
        },
    ]),
    access: Access::Everyone,
    acknowledge: |_, _| Acknowledge::Later(Visibility::Private),
    run,
    suggest: Some(suggest),
};

fn run<'a>(app: &'a Arc<App>, request: &'a Request) -> Doing<'a> {
    Box::pin(async move {
        let library = app.library();
        let language = request.language;
        let given = |name| {
            let text = request.options().and_then(|options| options.text(name));
            text.unwrap_or_default().trim()
        };
        if given(WANT).is_empty() {
            return Ok(Reply::Message(view::crosswalk::schemes(&library, language)));
        }
        match wish(&library, given(WANT), given(HAVE), language) {
            Ok(wish) => {
                let compared = compared(app, request, wish, language).await?;
                Ok(Reply::Message(view::crosswalk::page(
                    &compared, 0, language,
                )))
            }
            Err(unknown) => Ok(Reply::Message(*unknown)),
        }
    })
}

/// What the names stand for, or a message that says which of them leads nowhere.
fn wish(
    library: &Library,
    want: &str,
    have: &str,
    language: Language,
) -> Result<Wish, Box<Message>> {
    let crosswalk = &library.knowledge().crosswalk;
    let suggester = &library.suggester;
    let unknown = |name: &str, near: Vec<lookup::Suggestion>| {
        let near = Near::Names(near.into_iter().map(|one| one.label).collect());
        Box::new(view::library::unknown(name, near, language))
    };
    let fulfilled = match have {
        "" => None,
        _ => match lookup::scheme(crosswalk, have) {
            Lookup::Found(scheme) => Some(Key::of(&scheme.id)),
            Lookup::Near(_) => return Err(unknown(have, suggester.schemes(have, language))),
        },
    };
    let items = match lookup::wanted(crosswalk, want) {
        Wanted::Near(_) => return Err(unknown(want, suggester.wanted(want, language))),
        wanted => wanted.items(crosswalk),
    };
    Ok(Wish::of_items(crosswalk, &items, fulfilled))
}

fn suggest(app: &App, request: &Request) -> Vec<Choice> {
    let Input::Autocomplete { options, focused } = &request.input else {
        return Vec::new();
    };
    let typed = options.text(focused).unwrap_or_default();
    let suggester = &app.library().suggester;
    choices(match focused.as_str() {
        WANT => suggester.wanted(typed, request.language),
        _ => suggester.schemes(typed, request.language),
    })
}
