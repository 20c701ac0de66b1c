-- What a person said of their company, as JSON; without a guild in direct messages. One for each place: `change`
-- replaces it whole.

CREATE TABLE profiles (
    user INTEGER NOT NULL,
    guild INTEGER,
    company TEXT NOT NULL
) STRICT;

CREATE INDEX profiles_by_user ON profiles (user);
