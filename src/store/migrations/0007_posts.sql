-- Posts of rounds that were taken for sending. The subject is the 64 bits of a service's id.

CREATE TABLE posts (
    round TEXT NOT NULL,
    subject INTEGER NOT NULL,
    turn INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (round, subject, turn)
) STRICT, WITHOUT ROWID;

CREATE INDEX posts_by_time ON posts (at);
