-- Ids are the 64 bits of the service's ids; moments are milliseconds since 1970.

CREATE TABLE guild_settings (
    guild INTEGER PRIMARY KEY,
    helper_role INTEGER,
    language TEXT,
    private_by_default INTEGER NOT NULL
) STRICT;

CREATE TABLE ask_channels (
    guild INTEGER NOT NULL REFERENCES guild_settings (guild) ON DELETE CASCADE,
    channel INTEGER NOT NULL,
    PRIMARY KEY (guild, channel)
) STRICT, WITHOUT ROWID;

CREATE TABLE claims (
    message INTEGER PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX claims_by_time ON claims (at);

CREATE TABLE threads (
    thread INTEGER PRIMARY KEY,
    guild INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE notes (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
