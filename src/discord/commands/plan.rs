//! `/plan`: what to do by when within so many yen and hours, for the caller's company. Only the caller sees it.

use std::sync::Arc;

use super::{Access, Acknowledge, Command, Doing, Kind, OptionKind, OptionSpec};
use crate::discord::app::App;
use crate::discord::planning::{Wish, planned};
use crate::discord::reply::{Reply, Visibility};
use crate::discord::request::Request;
use crate::discord::view;

/// `/plan`.
pub const COMMAND: Command = Command {
    words: |wording| &wording.commands.plan,
    kind: Kind::Slash(&[
        OptionSpec {
            name: BUDGET,
            kind: OptionKind::Number {
                least: 0,
                most: 1_000_000_000,
            },
            is_required: false,
        },
        OptionSpec {
            name: HOURS,
            kind: OptionKind::Number {
                least: 0,
                // Hours of 31 days.
                most: 744,
            },
            is_required: false,
        },
    ]),
    access: Access::Everyone,
    acknowledge: |_, _| Acknowledge::Later(Visibility::Private),
    run,
    suggest: None,
};

const BUDGET: &str = "budget";
const HOURS: &str = "hours";

fn run<'a>(app: &'a Arc<App>, request: &'a Request) -> Doing<'a> {
    Box::pin(async move {
        let planned = planned(app, request, wish(request), request.language).await?;
        Ok(Reply::Message(view::plan::page(
            &planned,
            0,
            request.language,
        )))
    })
}

fn wish(request: &Request) -> Wish {
    let number = |name| {
        let number = request.options()?.number(name)?;
        u32::try_from(number).ok()
    };
    Wish {
        budget_yen: number(BUDGET),
        hours_per_month: number(HOURS),
    }
}
