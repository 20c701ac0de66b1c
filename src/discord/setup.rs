//! What is missing for the bot to work, asked of Discord: `sonae bot --check-setup`, and the demand at start.

use anyhow::bail;
use serde_json::Value;

use super::api_base::ApiBase;
use super::incoming::number;
use super::rest::{Rest, RestError};
use super::setup_text::{GuildGap, REQUIRED_PERMISSIONS, SetupFindings, TokenState};
use super::token::{Token, TokenError};
use crate::config::Config;

/// The application may read messages, for small bots or after review ("Application Flags",
/// GATEWAY_MESSAGE_CONTENT and GATEWAY_MESSAGE_CONTENT_LIMITED).
const MESSAGE_CONTENT_FLAGS: u64 = 1 << 18 | 1 << 19;
/// May do everything ("Bitwise Permission Flags").
const ADMINISTRATOR: u64 = 1 << 3;

/// Finds out what is missing.
///
/// # Errors
/// When Discord cannot be reached.
pub async fn findings(
    config: &Config,
    token: Result<Token, TokenError>,
    base: ApiBase,
) -> Result<SetupFindings, RestError> {
    let mut findings = SetupFindings {
        wants_message_content: config.discord.message_content,
        ..SetupFindings::default()
    };
    let token = match token {
        Ok(token) => token,
        Err(error) => {
            findings.token = TokenState::Missing(error.to_string());
            return Ok(findings);
        }
    };
    let rest = Rest::new(token, base)?;
    let application = match rest.own_application().await {
        Ok(application) => application,
        Err(error) if error.status() == Some(401) => {
            findings.token = TokenState::Refused;
            return Ok(findings);
        }
        Err(error) => return Err(error),
    };
    findings.token = TokenState::Valid;
    findings.application = number(&application["id"]);
    findings.grants_message_content = grants_message_content(&application);
    let guilds = rest.own_guilds().await?;
    let guilds = guilds.as_array().map(Vec::as_slice).unwrap_or_default();
    findings.guilds = guilds.len();
    findings.gaps = guilds.iter().filter_map(gap).collect();
    Ok(findings)
}

/// Refuses to start without the right to read messages when the settings want it: ask-channels would be silent.
///
/// # Errors
/// When Discord says that the right is missing.
pub async fn demand_message_content(rest: &Rest, is_wanted: bool) -> anyhow::Result<()> {
    if !is_wanted {
        return Ok(());
    }
    match rest.own_application().await {
        Ok(application) if grants_message_content(&application) == Some(false) => {
            bail!(MISSING_CONTENT)
        }
        // When it cannot be asked, the gateway refuses the intent itself.
        _ => Ok(()),
    }
}

const MISSING_CONTENT: &str = "discord.message_content is true in config.toml, but the application may not read \
    messages; switch on \"Message Content Intent\" in the developer portal (\"Bot\"), or set it to false";

/// Nothing is known when Discord shows no flags.
fn grants_message_content(application: &Value) -> Option<bool> {
    Some(number(&application["flags"])? & MESSAGE_CONTENT_FLAGS != 0)
}

fn gap(guild: &Value) -> Option<GuildGap> {
    let permissions = number(&guild["permissions"])?;
    let missing = REQUIRED_PERMISSIONS & !permissions;
    (permissions & ADMINISTRATOR == 0 && missing != 0).then(|| GuildGap {
        name: guild["name"].as_str().unwrap_or_default().to_owned(),
        missing,
    })
}
