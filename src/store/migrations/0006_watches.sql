-- Months are numbers such as 202612. A state is kept once for all who know it.

CREATE TABLE topic_states (
    number INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

-- `told` is the state that a note tells which is on its way; `noted` the last month that needs no note any more,
-- NULL when no notes are wanted.
CREATE TABLE watches (
    user INTEGER NOT NULL,
    topic TEXT NOT NULL,
    language TEXT NOT NULL,
    state INTEGER NOT NULL REFERENCES topic_states (number),
    told INTEGER REFERENCES topic_states (number),
    since INTEGER NOT NULL,
    noted INTEGER,
    PRIMARY KEY (user, topic)
) STRICT, WITHOUT ROWID;

CREATE INDEX watches_by_note ON watches (noted);
CREATE INDEX watches_by_state ON watches (state);
CREATE INDEX watches_by_told ON watches (told);
