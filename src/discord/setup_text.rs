//! `sonae bot --check-setup` in words: what was found becomes lines. Asks Discord nothing itself.

use super::permission::{self, Permission};
use crate::wording::Wording;

/// What was found out about the setup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetupFindings {
    /// The token.
    pub token: TokenState,
    /// The config wants to read messages that do not mention the bot.
    pub wants_content: bool,
    /// Discord grants that.
    pub has_content: bool,
    /// The guilds in which the bot is.
    pub guilds: Vec<GuildFinding>,
}

/// What Discord says to the token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenState {
    /// There is none.
    Missing,
    /// It is refused.
    Refused,
    /// Discord cannot be reached.
    Unreachable,
    /// It works.
    Good {
        /// The name of the bot.
        name: String,
        /// The application, for the invite link.
        application: u64,
    },
}

/// One guild.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuildFinding {
    /// Its name.
    pub name: String,
    /// Permissions that the bot lacks there.
    pub missing: Vec<Permission>,
}

impl SetupFindings {
    /// How many things have to be mended before the bot can work as the config wants.
    pub fn faults(&self) -> usize {
        if !matches!(self.token, TokenState::Good { .. }) {
            return 1;
        }
        let content = usize::from(self.wants_content && !self.has_content);
        let lacking = self.guilds.iter().filter(|guild| !guild.missing.is_empty()).count();
        content + lacking + usize::from(self.guilds.is_empty())
    }
}

/// The findings in words, the first thing to do first.
pub fn lines(findings: &SetupFindings, wording: &Wording) -> Vec<String> {
    let words = &wording.admin.setup;
    let mut lines = Vec::new();
    let mut say = |line: &str| lines.push(line.to_owned());
    match &findings.token {
        TokenState::Missing => {
            say(words.token_missing);
            say(words.token_help);
        }
        TokenState::Refused => {
            say(words.token_refused);
            say(words.token_help);
        }
        TokenState::Unreachable => say(words.unreachable),
        TokenState::Good { name, application } => {
            say(&(words.token_good)(name));
            say(match (findings.wants_content, findings.has_content) {
                (true, false) => words.content_missing,
                (true, true) => words.content_good,
                (false, _) => words.content_off,
            });
            for line in guild_lines(findings, wording) {
                say(&line);
            }
            say(&(words.invite)(&permission::invite_link(*application)));
        }
    }
    say(&match findings.faults() {
        0 => words.all_good.to_owned(),
        faults => (words.not_yet)(faults),
    });
    lines
}

fn guild_lines(findings: &SetupFindings, wording: &Wording) -> Vec<String> {
    let words = &wording.admin.setup;
    let mut lines: Vec<String> = findings
        .guilds
        .iter()
        .map(|guild| match guild.missing.is_empty() {
            true => (words.guild_good)(&guild.name),
            false => (words.guild_lacks)(&guild.name, &permission::names(&guild.missing, wording)),
        })
        .collect();
    if findings.guilds.iter().any(|guild| !guild.missing.is_empty()) {
        lines.push(words.guild_help.to_owned());
    }
    if findings.guilds.is_empty() {
        lines.push(words.no_guilds.to_owned());
    }
    lines
}
