//! Who and what there is: guilds, channels, roles, people, and what each may do where.
//!
//! `World::standard` is enough for most tests; its ids are constants. It follows Discord's order of
//! permissions: roles, then overwrites of everyone, roles and the member; threads use their parent's.

use std::collections::{BTreeMap, BTreeSet};

/// A snowflake.
pub type Id = u64;

/// Discord's permission bits that matter to a bot which writes texts.
pub mod permission {
    #![allow(missing_docs)]
    pub const ADMINISTRATOR: u64 = 1 << 3;
    pub const MANAGE_GUILD: u64 = 1 << 5;
    pub const ADD_REACTIONS: u64 = 1 << 6;
    pub const VIEW_CHANNEL: u64 = 1 << 10;
    pub const SEND_MESSAGES: u64 = 1 << 11;
    pub const MANAGE_MESSAGES: u64 = 1 << 13;
    pub const EMBED_LINKS: u64 = 1 << 14;
    pub const ATTACH_FILES: u64 = 1 << 15;
    pub const READ_MESSAGE_HISTORY: u64 = 1 << 16;
    pub const MENTION_EVERYONE: u64 = 1 << 17;
    pub const MANAGE_ROLES: u64 = 1 << 28;
    pub const USE_APPLICATION_COMMANDS: u64 = 1 << 31;
    pub const MANAGE_THREADS: u64 = 1 << 34;
    pub const CREATE_PUBLIC_THREADS: u64 = 1 << 35;
    pub const CREATE_PRIVATE_THREADS: u64 = 1 << 36;
    pub const SEND_MESSAGES_IN_THREADS: u64 = 1 << 38;
    /// What everyone has in a new guild, as far as it matters here.
    pub const EVERYONE: u64 = ADD_REACTIONS
        | VIEW_CHANNEL
        | SEND_MESSAGES
        | EMBED_LINKS
        | ATTACH_FILES
        | READ_MESSAGE_HISTORY
        | USE_APPLICATION_COMMANDS
        | CREATE_PUBLIC_THREADS
        | SEND_MESSAGES_IN_THREADS;
    pub const ALL: u64 = (1 << 52) - 1;
}

/// The application that the token belongs to.
pub const APPLICATION: Id = 1_000_000_000_000_000_001;
/// The bot's own user.
pub const BOT: Id = 1_000_000_000_000_000_002;
/// A guild in Japanese, with everybody but the outsider.
pub const GUILD: Id = 1_100_000_000_000_000_000;
/// A guild in English, on the other of two shards, with the outsider and the admin.
pub const OTHER_GUILD: Id = GUILD + (1 << 22);
/// A text channel of the guild.
pub const GENERAL: Id = 1_110_000_000_000_000_001;
/// A second text channel of the guild.
pub const SIDE: Id = 1_110_000_000_000_000_002;
/// A text channel of the other guild.
pub const OTHER_GENERAL: Id = 1_110_000_000_000_000_003;
/// A member without any right of their own; Japanese.
pub const ASKER: Id = 1_120_000_000_000_000_001;
/// A member with Manage Server, who may call everyone; Japanese.
pub const ADMIN: Id = 1_120_000_000_000_000_002;
/// A member with the helper role; Japanese.
pub const HELPER: Id = 1_120_000_000_000_000_003;
/// A member whose client is in English.
pub const ENGLISH: Id = 1_120_000_000_000_000_004;
/// Somebody of the other guild only; English.
pub const OUTSIDER: Id = 1_120_000_000_000_000_005;
/// Another bot in the guild.
pub const OTHER_BOT: Id = 1_120_000_000_000_000_006;
/// The helper role of the guild.
pub const HELPER_ROLE: Id = 1_130_000_000_000_000_001;
/// The role that carries the admin's permissions in the guild.
pub const ADMIN_ROLE: Id = 1_130_000_000_000_000_002;

/// A role and what it allows.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Role {
    pub name: String,
    pub permissions: u64,
    /// Set on the role that Discord makes for a bot.
    pub of_bot: Option<Id>,
}

/// A guild; the role with the guild's own id is everyone's.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Guild {
    pub name: String,
    pub locale: String,
    pub owner: Id,
    pub roles: BTreeMap<Id, Role>,
    /// The roles of each member, everyone's left out.
    pub members: BTreeMap<Id, Vec<Id>>,
}

/// What kind of place a channel is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ChannelKind {
    Text,
    Thread { parent: Id, owner: Id },
    Dm { person: Id },
}

/// A place for messages.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Channel {
    pub kind: ChannelKind,
    pub guild: Option<Id>,
    pub name: String,
    /// Allowed and denied bits by role or member.
    pub overwrites: BTreeMap<Id, (u64, u64)>,
}

/// A user; the bot is one, too.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Person {
    pub name: String,
    pub locale: String,
    pub is_bot: bool,
    /// Whether messages to them are refused with 50007.
    pub refuses_dms: bool,
}

/// How much of the optional parts of an interaction Discord sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Payloads {
    Full,
    Sparse,
    /// As sparse, and nothing that Discord's document does not demand: a bot must not count on anything else.
    Bare,
}

/// Everything there is, and how Discord is set up.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct World {
    pub token: String,
    /// The privileged intents that are switched on in the developer portal.
    pub granted_intents: u64,
    /// What `/gateway/bot` recommends.
    pub shards: u32,
    pub heartbeat_interval_ms: u64,
    pub payloads: Payloads,
    /// Commands that a server opened to everybody, whatever the bot asked for ("Integrations").
    pub opened_commands: BTreeSet<String>,
    /// How many messages, requests and missed events are kept; older ones are forgotten.
    pub keep: usize,
    pub guilds: BTreeMap<Id, Guild>,
    pub channels: BTreeMap<Id, Channel>,
    pub people: BTreeMap<Id, Person>,
}

impl World {
    /// Returns two guilds, three channels and the people of the constants above.
    pub fn standard() -> World {
        let mut world = World {
            token: "MTAwMDAwMDAwMDAwMDAwMDAwMQ.GfakeX.a-token-for-the-fake-discord-only".to_owned(),
            granted_intents: 0,
            shards: 1,
            heartbeat_interval_ms: 41_250,
            payloads: Payloads::Full,
            opened_commands: BTreeSet::new(),
            keep: 100_000,
            guilds: BTreeMap::new(),
            channels: BTreeMap::new(),
            people: BTreeMap::new(),
        };
        world.add_person(BOT, "そなえ", "ja");
        world.add_person(ASKER, "店主", "ja");
        world.add_person(ADMIN, "管理者", "ja");
        world.add_person(HELPER, "相談役", "ja");
        world.add_person(ENGLISH, "Emma", "en-US");
        world.add_person(OUTSIDER, "Oscar", "en-GB");
        world.add_person(OTHER_BOT, "別のボット", "ja");
        for bot in [BOT, OTHER_BOT] {
            world.people.get_mut(&bot).expect("just added").is_bot = true;
        }
        world.add_guild(GUILD, "商店会", "ja");
        world.add_guild(OTHER_GUILD, "Trade circle", "en-US");
        world.add_channel(GUILD, GENERAL, "相談");
        world.add_channel(GUILD, SIDE, "雑談");
        world.add_channel(OTHER_GUILD, OTHER_GENERAL, "general");
        world.add_role(GUILD, HELPER_ROLE, "相談窓口", 0);
        let admin = permission::MANAGE_GUILD | permission::MENTION_EVERYONE;
        world.add_role(GUILD, ADMIN_ROLE, "運営", admin);
        world.join(GUILD, ASKER, &[]);
        world.join(GUILD, ADMIN, &[ADMIN_ROLE]);
        world.join(GUILD, HELPER, &[HELPER_ROLE]);
        world.join(GUILD, ENGLISH, &[]);
        world.join(GUILD, OTHER_BOT, &[]);
        world.join(OTHER_GUILD, OUTSIDER, &[]);
        let admin_role = OTHER_GUILD + 2;
        world.add_role(OTHER_GUILD, admin_role, "Staff", permission::MANAGE_GUILD);
        world.join(OTHER_GUILD, ADMIN, &[admin_role]);
        world
    }

    /// Adds somebody.
    pub fn add_person(&mut self, id: Id, name: &str, locale: &str) {
        let person = Person {
            name: name.to_owned(),
            locale: locale.to_owned(),
            is_bot: false,
            refuses_dms: false,
        };
        self.people.insert(id, person);
    }

    /// Adds a guild with the bot in it; nobody in particular owns it.
    pub fn add_guild(&mut self, id: Id, name: &str, locale: &str) {
        let role = |name: &str, permissions, of_bot| Role {
            name: name.to_owned(),
            permissions,
            of_bot,
        };
        let everyone = role("@everyone", permission::EVERYONE, None);
        let of_bot = role("Sonae", permission::EVERYONE, Some(BOT));
        let guild = Guild {
            name: name.to_owned(),
            locale: locale.to_owned(),
            owner: 1_120_000_000_000_000_099,
            roles: BTreeMap::from([(id, everyone), (id + 1, of_bot)]),
            members: BTreeMap::from([(BOT, vec![id + 1])]),
        };
        self.guilds.insert(id, guild);
    }

    /// Adds a text channel.
    pub fn add_channel(&mut self, guild: Id, id: Id, name: &str) {
        let channel = Channel {
            kind: ChannelKind::Text,
            guild: Some(guild),
            name: name.to_owned(),
            overwrites: BTreeMap::new(),
        };
        self.channels.insert(id, channel);
    }

    /// Adds a thread below a text channel.
    pub fn add_thread(&mut self, parent: Id, id: Id, owner: Id, name: &str) {
        let channel = Channel {
            kind: ChannelKind::Thread { parent, owner },
            guild: self.channels.get(&parent).and_then(|parent| parent.guild),
            name: name.to_owned(),
            overwrites: BTreeMap::new(),
        };
        self.channels.insert(id, channel);
    }

    /// Adds a role to a guild.
    pub fn add_role(&mut self, guild: Id, id: Id, name: &str, permissions: u64) {
        let role = Role {
            name: name.to_owned(),
            permissions,
            of_bot: None,
        };
        self.guilds
            .get_mut(&guild)
            .expect("a guild")
            .roles
            .insert(id, role);
    }

    /// Lets somebody join a guild with these roles; again to change the roles.
    pub fn join(&mut self, guild: Id, person: Id, roles: &[Id]) {
        let guild = self.guilds.get_mut(&guild).expect("a guild");
        guild.members.insert(person, roles.to_vec());
    }

    /// Takes permissions from the bot in one channel.
    pub fn deny_bot(&mut self, channel: Id, permissions: u64) {
        let channel = self.channels.get_mut(&channel).expect("a channel");
        channel.overwrites.entry(BOT).or_default().1 |= permissions;
    }

    /// Gives back what `deny_bot` took.
    pub fn allow_bot(&mut self, channel: Id) {
        let channel = self.channels.get_mut(&channel).expect("a channel");
        channel.overwrites.remove(&BOT);
    }

    /// Returns the channel of direct messages between the bot and a person, made on first use.
    pub fn dm(&mut self, person: Id) -> Id {
        // Outside the range of the other ids, and always the same for a person.
        let id = person + 500_000_000_000_000_000;
        self.channels.entry(id).or_insert_with(|| Channel {
            kind: ChannelKind::Dm { person },
            guild: None,
            name: String::new(),
            overwrites: BTreeMap::new(),
        });
        id
    }

    /// Returns what a member may do in a guild, channels aside; nothing for somebody outside.
    pub fn guild_permissions(&self, guild: Id, person: Id) -> u64 {
        let Some(found) = self.guilds.get(&guild) else {
            return 0;
        };
        let Some(roles) = found.members.get(&person) else {
            return 0;
        };
        let own = roles.iter().chain([&guild]);
        let permissions = own
            .filter_map(|role| found.roles.get(role))
            .fold(0, |bits, role| bits | role.permissions);
        if found.owner == person || permissions & permission::ADMINISTRATOR != 0 {
            return permission::ALL;
        }
        permissions
    }

    /// Returns what somebody may do in a channel.
    pub fn permissions(&self, channel: Id, person: Id) -> u64 {
        let Some(found) = self.channels.get(&channel) else {
            return 0;
        };
        if let ChannelKind::Thread { parent, .. } = found.kind {
            return self.permissions(parent, person);
        }
        let Some(guild) = found.guild else {
            return permission::EVERYONE;
        };
        let mut permissions = self.guild_permissions(guild, person);
        if permissions == permission::ALL {
            return permissions;
        }
        let roles = self.guilds[&guild].members.get(&person);
        let roles = roles.into_iter().flatten().copied();
        // Everyone's overwrite first, the member's own last: the later one wins.
        for owner in [guild].into_iter().chain(roles).chain([person]) {
            if let Some((allowed, denied)) = found.overwrites.get(&owner) {
                permissions = (permissions & !denied) | allowed;
            }
        }
        permissions
    }

    /// Returns the channel where a person first finds themselves.
    pub fn first_channel(&mut self, person: Id) -> Id {
        let is_theirs = |channel: &Channel| {
            let guild = channel.guild.and_then(|guild| self.guilds.get(&guild));
            guild.is_some_and(|guild| guild.members.contains_key(&person))
        };
        let first = self.channels.iter().find(|(_, channel)| is_theirs(channel));
        match first.map(|(id, _)| *id) {
            Some(channel) => channel,
            None => self.dm(person),
        }
    }
}
