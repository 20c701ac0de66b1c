//! `sonae bot --check-setup` in words: what was found becomes lines. Asks Discord nothing itself.

use super::permission;
use crate::wording::Wording;

/// The bits of the permissions that the bot needs in a guild.
pub const REQUIRED_PERMISSIONS: u64 = permission::REQUIRED;

/// What was found out about the setup.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SetupFindings {
    /// The token.
    pub token: TokenState,
    /// The application, for the invite link.
    pub application: Option<u64>,
    /// The config wants to read messages that do not mention the bot.
    pub wants_message_content: bool,
    /// Discord grants that; nothing when it does not say.
    pub grants_message_content: Option<bool>,
    /// In how many guilds the bot is.
    pub guilds: usize,
    /// The guilds in which it lacks permissions.
    pub gaps: Vec<GuildGap>,
}

/// What Discord says to the token.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum TokenState {
    /// There is none; why.
    Missing(String),
    /// It is refused.
    #[default]
    Refused,
    /// It works.
    Valid,
}

/// A guild in which the bot lacks permissions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuildGap {
    /// Its name.
    pub name: String,
    /// The bits of the permissions that are missing.
    pub missing: u64,
}

impl SetupFindings {
    /// How many things have to be mended before the bot can work as the config wants.
    pub fn faults(&self) -> usize {
        if self.token != TokenState::Valid {
            return 1;
        }
        usize::from(self.lacks_content()) + usize::from(self.guilds == 0) + self.gaps.len()
    }

    fn lacks_content(&self) -> bool {
        self.wants_message_content && self.grants_message_content == Some(false)
    }
}

/// The findings in words, the first thing to do first.
pub fn lines(findings: &SetupFindings, wording: &Wording) -> Vec<String> {
    let words = &wording.admin.setup;
    let mut lines = Vec::new();
    match &findings.token {
        TokenState::Missing(reason) => {
            lines.push(format!("{}\n  ({reason})", words.token_missing));
            lines.push(words.token_help.to_owned());
        }
        TokenState::Refused => {
            lines.push(words.token_refused.to_owned());
            lines.push(words.token_help.to_owned());
        }
        TokenState::Valid => {
            lines.push(words.token_good.to_owned());
            let content = match (findings.wants_message_content, findings.lacks_content()) {
                (true, true) => words.content_missing,
                (true, false) => words.content_good,
                (false, _) => words.content_off,
            };
            lines.push(content.to_owned());
            lines.extend(guild_lines(findings, wording));
            let link = findings.application.map(permission::invite_link);
            lines.extend(link.map(|link| (words.invite)(&link)));
        }
    }
    lines.push(match findings.faults() {
        0 => words.all_good.to_owned(),
        faults => (words.not_yet)(faults),
    });
    lines
}

/// What to say when Discord cannot be reached.
pub fn unreachable(wording: &Wording) -> &'static str {
    wording.admin.setup.unreachable
}

fn guild_lines(findings: &SetupFindings, wording: &Wording) -> Vec<String> {
    let words = &wording.admin.setup;
    if findings.guilds == 0 {
        return vec![words.no_guilds.to_owned()];
    }
    let mut lines: Vec<String> = findings
        .gaps
        .iter()
        .map(|gap| {
            let missing = permission::names(&permission::of_bits(gap.missing), wording);
            (words.guild_lacks)(&gap.name, &missing)
        })
        .collect();
    match lines.is_empty() {
        true => lines.push((words.guilds_good)(findings.guilds)),
        false => lines.push(words.guild_help.to_owned()),
    }
    lines
}
