//! `/ask`: a question and its answer. The way from a question to a message is shared by all who ask.

use std::sync::Arc;

use jiff::Timestamp;

use super::{Access, Acknowledge, Command, Doing, Kind, OptionKind, OptionSpec};
use crate::adviser::Question;
use crate::answer::{Answer, Outcome};
use crate::discord::app::{App, Asker, japan_time};
use crate::discord::fault::Fault;
use crate::discord::limits::Text;
use crate::discord::profiles;
use crate::discord::reply::{Message, Reply, Visibility};
use crate::discord::request::{Place, Request};
use crate::discord::view;
use crate::discord::view::answer::Asked;
use crate::knowledge::RefusalKind;
use crate::privacy;
use crate::profile::Company;
use crate::store::{Cause, GuildSettings, ProfileOwner, Unanswered, UserId};

/// Asks a question.
pub const COMMAND: Command = Command {
    words: |wording| &wording.commands.ask,
    kind: Kind::Slash(&[
        OptionSpec {
            name: "question",
            kind: OptionKind::Text(2000),
            is_required: true,
        },
        OptionSpec {
            name: "private",
            kind: OptionKind::Switch,
            is_required: false,
        },
    ]),
    access: Access::Everyone,
    acknowledge: |request, settings| Acknowledge::Later(visibility(request, settings)),
    run,
    suggest: None,
};

/// Characters of a question that is kept because nothing was found.
const KEPT: usize = 500;

/// The caller's wish, else what the guild has set; in a direct message there is nobody else.
fn visibility(request: &Request, settings: &GuildSettings) -> Visibility {
    let wished = request
        .options()
        .and_then(|options| options.switch("private"));
    match wished.unwrap_or(settings.private_by_default && !request.place.is_direct()) {
        true => Visibility::Private,
        false => Visibility::Public,
    }
}

fn run<'a>(app: &'a Arc<App>, request: &'a Request) -> Doing<'a> {
    Box::pin(async move {
        let question = request
            .options()
            .and_then(|options| options.text("question"));
        let settings = app.guilds.settings(request.place.guild).await;
        let visibility = visibility(request, &settings);
        let question = question.ok_or(Fault::Empty)?;
        let asking = Asking {
            words: question,
            user: request.caller.user,
            place: request.place,
            visibility,
            at: request.at,
            asker: Asker::WasTold,
        };
        Ok(Reply::Message(answered(app, &asking).await?))
    })
}

/// A question with where and how it was asked.
pub struct Asking<'a> {
    /// What was typed.
    pub words: &'a str,
    /// Who asks.
    pub user: UserId,
    /// Where.
    pub place: Place,
    /// Who is to see the answer.
    pub visibility: Visibility,
    /// When.
    pub at: Timestamp,
    /// What the asker sees until the answer comes.
    pub asker: Asker,
}

/// Asks, keeps the question without its author when nothing was found, and lays the answer out.
/// The language is that of the question.
///
/// # Errors
/// When the question is empty, too many wait, or the index fails. A store that fails loses no answer.
pub async fn answered(app: &Arc<App>, asking: &Asking<'_>) -> Result<Message, Fault> {
    let words = spoken(asking.words);
    let question = Question {
        company: company(app, asking).await,
        ..Question::of(words.clone())
    };
    let answer = app.ask(question, asking.at, asking.asker).await?;
    if answer.outcome == Outcome::Abstain {
        keep(app, &words, &answer, asking).await;
    }
    let settings = app.guilds.settings(asking.place.guild).await;
    let asked = Asked {
        question: &words,
        visibility: asking.visibility,
        is_direct: asking.place.is_direct(),
        helper: settings.helper_role,
        moment: japan_time(asking.at),
    };
    Ok(view::answer::answer(&answer, &app.library(), &asked))
}

/// What the asker said of their company, where nobody else sees the answer: it names the company.
async fn company(app: &App, asking: &Asking<'_>) -> Company {
    if asking.visibility == Visibility::Public && !asking.place.is_direct() {
        return Company::default();
    }
    let owner = ProfileOwner {
        user: asking.user,
        guild: asking.place.guild,
    };
    profiles::kept(app, owner).await.unwrap_or_else(|error| {
        tracing::warn!(%error, "a profile could not be read; the answer is for any company");
        Company::default()
    })
}

/// The text without mentions and emojis of Discord's own form (`<@1>`, `<#1>`, `<:name:1>`, `@everyone`): they are
/// nobody's words, and they would be searched for.
pub fn spoken(text: &str) -> String {
    let calls = |word: &&str| matches!(*word, "@everyone" | "@here");
    if text.split_whitespace().any(|word| calls(&word)) {
        let words = text.split_whitespace().filter(|word| !calls(word));
        return spoken(&words.collect::<Vec<_>>().join(" "));
    }
    let mut spoken = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        spoken.push_str(before);
        let inside = after.split_once('>').filter(|(inside, _)| is_mark(inside));
        match inside {
            Some((_, behind)) => {
                spoken.push(' ');
                rest = behind;
            }
            None => {
                spoken.push('<');
                rest = after;
            }
        }
    }
    spoken.push_str(rest);
    spoken.trim().to_owned()
}

fn is_mark(inside: &str) -> bool {
    let opens = ["@", "#", ":", "a:", "/", "t:"]
        .iter()
        .any(|mark| inside.starts_with(mark));
    let number = inside.trim_start_matches(|character: char| !character.is_ascii_digit());
    opens && !number.is_empty() && inside.chars().count() <= 80
}

async fn keep(app: &App, question: &str, answer: &Answer, asking: &Asking<'_>) {
    // A question of a kind that is refused is offered topics all the same, but is about none of them.
    let of_field = answer.abstention.iter().filter(|abstention| {
        !matches!(
            abstention.kind,
            Some(RefusalKind::OffTopic | RefusalKind::Harmful)
        )
    });
    let topics = of_field.flat_map(|abstention| &abstention.topics);
    let unanswered = Unanswered {
        guild: asking.place.guild,
        day: japan_time(asking.at).date(),
        question: kept_words(question),
        language: answer.language,
        cause: Cause::Abstained,
        topic: topics.map(|topic| topic.id.clone()).next(),
    };
    if let Err(error) = app.store.keep_unanswered(&unanswered).await {
        tracing::warn!(%error, "an unanswered question could not be kept; it is answered all the same");
    }
}

/// What is kept of a question. It is masked first: an address that is cut in two no longer looks like one.
pub fn kept_words(question: &str) -> String {
    Text::<KEPT>::fitted(&privacy::masked(question))
        .as_str()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::spoken;

    fn check(typed: &str, expected: &str) {
        assert_eq!(spoken(typed), expected, "{typed}");
    }

    #[test]
    fn mentions_are_not_part_of_a_question() {
        check("<@123> VPNは?", "VPNは?");
        check("<@!123>\n<@&4> VPN <#5>", "VPN");
        check("<:ok:123><a:ok:123> VPN", "VPN");
        check("5 < 6 と <b> と a<b>c", "5 < 6 と <b> と a<b>c");
        check("<@> <", "<@> <");
        check("@everyone\nVPN @here は?", "VPN は?");
        check("a@here.example", "a@here.example");
    }
}
