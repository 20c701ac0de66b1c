-- Drills that groups play. The state knows seats only; who sits there stands apart, so that a person can be forgotten.

CREATE TABLE drills (
    number INTEGER PRIMARY KEY,
    guild INTEGER NOT NULL,
    language TEXT NOT NULL,
    thread INTEGER,
    state TEXT NOT NULL,
    next_at INTEGER,
    version INTEGER NOT NULL,
    called_at INTEGER NOT NULL
) STRICT;

CREATE INDEX drills_by_next ON drills (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX drills_by_time ON drills (called_at);

CREATE TABLE drill_seats (
    drill INTEGER NOT NULL REFERENCES drills (number) ON DELETE CASCADE,
    seat INTEGER NOT NULL,
    user INTEGER,
    PRIMARY KEY (drill, seat)
) STRICT, WITHOUT ROWID;

CREATE INDEX drill_seats_by_user ON drill_seats (user);
