//! Sonae (備え, being prepared) answers the security questions of small firms in Japan with passages of
//! public guidelines, laws and strategies, quoted word for word, and with next steps that name the section
//! behind them. It never writes an answer of its own: when nothing fits, it says so. This page is the map.
//!
//! # Data flow
//!
//! ```text
//! publish   knowledge/ ─▶ knowledge::check ─▶ Knowledge, and problems with file:line:column
//!                                               │
//!                         search::Built ◀───────┘  (the index, and what was learned)
//!                              │
//!                              ▼
//!                         index/g000012/  (never changes) ─▶ index/CURRENT  (one rename publishes)
//!                                                               │
//! answer                  adviser::Live  ◀──────────────────────┘  (verified, then in memory)
//!                              │
//!           words ─▶ question::Reader ─▶ Query ─▶ search::SearchIndex ─▶ hits
//!                                                                         │
//!           face ◀─ render ◀─ Answer ◀─ answer::compose ◀─ answer::rank ◀─┘
//!
//! discord   event ─▶ Request ─▶ a command of the table ─▶ Adviser::ask ─▶ Reply ─▶ one place sends
//! ```
//!
//! [`adviser::Adviser::ask`] is the whole product, read from top to bottom. Faces, the evaluation and the
//! benchmarks all call it.
//!
//! # Modules, in reading order
//!
//! A module imports only those above it.
//!
//! - [`text`]: normalization and analyzers, the same for documents and questions.
//! - [`knowledge`]: files → documents, passages, actions, playbooks, windows, terms, what companies can say, the
//!   self-check, drills, the crosswalk of schemes, the policy template; and their problems.
//! - [`question`]: a person's words → `Query`: language, words and what they lead to, sections named, intent.
//! - [`profile`]: what a company is, which actions fit it and why, a plan for its yen and hours, the points of a
//!   self-check, what it has of a scheme that somebody asks for, the course of a drill.
//! - [`incident`]: after something happened: deadlines counted from a day, the record of what was done.
//! - [`search`]: the index: fields, building, generations on disk, scores, snippets.
//! - [`answer`]: query and hits → `Answer`: ranking, confidence, quotes, next steps, the incident door.
//! - [`lookup`]: names as people type them → documents, sections, terms, schemes, playbooks, drills; or what is near; and
//!   suggestions while they type.
//! - [`news`]: what a topic holds, in fingerprints, and what changed between two moments.
//! - [`wording`]: every phrase a person reads, one file for each locale.
//! - [`render`]: answers, knowledge, plans, drills → text or JSON; papers to hand over; pictures.
//! - [`privacy`]: masks personal data in what people wrote before it is kept.
//! - [`config`]: `config.toml` → settings.
//! - [`store`]: what outlives a message: settings, answered messages, feedback, unanswered questions, profiles,
//!   self-checks, watched topics, drills, history.
//! - [`adviser`]: the product: asks, explains, publishes, takes back; holds the live generation.
//! - [`evaluation`]: question sets and collections in, measures out.
//! - [`discord`]: the Discord face: events become `Request` values, commands decide on `Reply` values, `post` sends.
//! - [`cli`]: the terminal face.
//!
//! # Invariants
//!
//! `tests/suite/architecture.rs` reads the source and keeps these.
//!
//! - The order above is the order of imports, so nothing imports a face.
//! - Only `search` knows tantivy, only `text` the segmenter, only `store` SQL, only `discord` serenity, only
//!   `cli` the terminal; only `render` and `cli` lay text out, only `render` draws.
//! - `text`, `knowledge`, `question`, `profile`, `incident`, `answer`, `lookup`, `news`, `wording`, `render` and
//!   `privacy` are pure: no input, output, clock or async. The moment of asking is an argument. `knowledge/load.rs` alone reads files.
//! - `store` knows neither the knowledge nor answers; of the modules above it, only `text` and `question`.
//! - A file has at most 400 lines and opens with what it is for.
//!
//! These hold, too, and have tests of their own.
//!
//! - A quote is a piece of a passage, byte for byte. A step or a line of a plan names a passage that exists.
//! - Content never breaks the program: a bad file or section is left out and named with its place.
//! - Parsed values have no places; a parser reports those apart, for `knowledge::check` only.
//! - A generation is written once. It is opened and checked before `CURRENT` names it, and every byte is
//!   verified before it answers. One that cannot be trusted is built again; that is never a reason not to
//!   start. Whoever answers keeps their generation while another is published.
//! - The same knowledge and the same question give the same answer.
//!
//! # Where the shape differs from the design notes
//!
//! - BM25 is our own, over tantivy's postings (`search/score.rs`): a question has hundreds of term-field pairs
//!   over a few hundred passages, where a boxed scorer for each costs more than the scoring, and an
//!   explanation needs the scores of the fields apart.
//! - Each question that a passage answers is a document of a second tantivy index, so that one question that
//!   fits is not diluted by its neighbors.
//! - Likeness (`search/likeness.rs`): the cosine between a question and all questions of a section is added to
//!   the text score. The measurement stands in that file.
//! - Incidents and questions outside the field are told apart by a small model that is learned from the
//!   knowledge's own examples when the index is built and stored in the generation (`question::Learned`), so
//!   that a new example needs no new code.
//! - The generation's files are ours, not tantivy's: they are verified and held in memory, so neither
//!   memory mapping nor a store of texts is needed.
//! - Links between sections and actions are written once, in the action; `knowledge::Catalog` turns them around.
//! - `lookup` stands apart from `question`: a typed name has one right answer or none, and no score.
//! - `ask` takes the moment instead of the day, because windows open and close during it.
//! - `config` stands before `adviser`, which reads it; `privacy` and `store` stand before it, too, and only the
//!   Discord face uses them. HTTP is not here.

// Blank lines keep rustfmt from sorting these.

pub mod text;

pub mod knowledge;

pub mod question;

pub mod profile;

pub mod incident;

pub mod search;

pub mod answer;

pub mod lookup;

pub mod news;

pub mod wording;

pub mod render;

pub mod privacy;

pub mod config;

pub mod store;

pub mod adviser;

pub mod evaluation;

pub mod discord;

pub mod cli;
