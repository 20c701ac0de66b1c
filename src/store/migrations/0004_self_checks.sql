-- Self-checks of a person in a guild, or in direct messages. A finished one has a moment of its end. A number is
-- never used again, so that the buttons of one that is gone do not answer another.

CREATE TABLE self_checks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user INTEGER NOT NULL,
    guild INTEGER,
    changed_at INTEGER NOT NULL,
    finished_at INTEGER
) STRICT;

CREATE INDEX self_checks_by_user ON self_checks (user, guild);
CREATE INDEX self_checks_by_guild ON self_checks (guild, finished_at);
CREATE INDEX self_checks_by_time ON self_checks (changed_at);

CREATE TABLE self_check_answers (
    self_check INTEGER NOT NULL REFERENCES self_checks (id) ON DELETE CASCADE,
    question INTEGER NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (self_check, question)
) STRICT, WITHOUT ROWID;
