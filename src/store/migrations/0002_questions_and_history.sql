-- Days are 'YYYY-MM-DD'. Unanswered questions have no author; feedback has no question.

CREATE TABLE unanswered (
    id INTEGER PRIMARY KEY,
    guild INTEGER,
    day TEXT NOT NULL,
    question TEXT NOT NULL,
    comparison_key TEXT NOT NULL,
    language TEXT NOT NULL,
    cause TEXT NOT NULL,
    topic TEXT
) STRICT;

CREATE INDEX unanswered_by_guild ON unanswered (guild);
CREATE INDEX unanswered_by_day ON unanswered (day);

CREATE TABLE feedback (
    message INTEGER NOT NULL,
    user INTEGER NOT NULL,
    guild INTEGER,
    helpful INTEGER NOT NULL,
    comment TEXT,
    day TEXT NOT NULL,
    PRIMARY KEY (message, user)
) STRICT, WITHOUT ROWID;

CREATE INDEX feedback_by_user ON feedback (user);
CREATE INDEX feedback_by_guild ON feedback (guild, helpful);
CREATE INDEX feedback_by_day ON feedback (day);

CREATE TABLE checklists (
    message INTEGER PRIMARY KEY,
    guild INTEGER,
    playbook TEXT NOT NULL,
    opened_at INTEGER NOT NULL
) STRICT;

CREATE INDEX checklists_by_time ON checklists (opened_at);

-- A tick without a user was made by somebody who asked to be forgotten.
CREATE TABLE ticks (
    message INTEGER NOT NULL REFERENCES checklists (message) ON DELETE CASCADE,
    step INTEGER NOT NULL,
    user INTEGER,
    at INTEGER NOT NULL,
    PRIMARY KEY (message, step)
) STRICT, WITHOUT ROWID;

CREATE INDEX ticks_by_user ON ticks (user);

CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    guild INTEGER,
    user INTEGER,
    at INTEGER NOT NULL,
    what TEXT NOT NULL,
    generation INTEGER,
    added INTEGER,
    changed INTEGER,
    removed INTEGER,
    reason TEXT
) STRICT;

CREATE INDEX events_by_guild ON events (guild, at);
CREATE INDEX events_by_user ON events (user);
