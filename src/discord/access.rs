//! Who may do what. Discord hides admin commands by itself, but a server can change that, and a button is shown
//! to everybody: every admin command and component asks here.

use super::fault::Fault;
use super::request::Request;
use crate::config::DiscordConfig;
use crate::store::GuildId;

/// Discord's bit of the permission "Administrator".
const ADMINISTRATOR: u64 = 1 << 3;
/// Discord's bit of the permission "Manage Server".
pub const MANAGE_GUILD: u64 = 1 << 5;

/// Lets an admin of the guild through.
///
/// # Errors
/// [`Fault::GuildOnly`] in a direct message, [`Fault::Forbidden`] for others.
pub fn check_admin(request: &Request, config: &DiscordConfig) -> Result<(), Fault> {
    admin_guild(request, config).map(|_| ())
}

/// The guild of which the caller is an admin.
///
/// # Errors
/// [`Fault::GuildOnly`] in a direct message, [`Fault::Forbidden`] for others.
pub fn admin_guild(request: &Request, config: &DiscordConfig) -> Result<GuildId, Fault> {
    let guild = request.place.guild.ok_or(Fault::GuildOnly)?;
    match is_admin(request, config) {
        true => Ok(guild),
        false => Err(Fault::Forbidden),
    }
}

/// Returns whether the caller is an admin of the guild in which they called.
pub fn is_admin(request: &Request, config: &DiscordConfig) -> bool {
    let caller = &request.caller;
    let manages = caller.permissions & (ADMINISTRATOR | MANAGE_GUILD) != 0;
    let admin_role = config.admin_role;
    let has_role = admin_role != 0 && caller.roles.iter().any(|role| role.0 == admin_role);
    request.place.guild.is_some() && (manages || has_role)
}

/// Returns whether admins of this guild may change the knowledge, which all guilds share.
pub fn may_change_knowledge(guild: GuildId, config: &DiscordConfig) -> bool {
    let guilds = &config.knowledge_guilds;
    guilds.is_empty() || guilds.contains(&guild.0)
}
