//! The full-text index; the only module that knows tantivy.
//!
//! `schema` (fields) → `build` (texts → index in memory) → `generation` (immutable folders on disk, one
//! rename publishes) → `retrieve` (query → hits) → `snippet` (matched words in the original text).
//! Two tantivy indexes stand side by side: one document for each passage, and one for each question
//! that a passage answers, so that a single well-matching question is not diluted by its neighbors.

mod build;
mod explain;
mod generation;
mod likeness;
mod lock;
mod retrieve;
mod schema;
mod score;
mod snippet;
mod stamp;

pub use build::{Indexable, SearchIndex};
pub use explain::{FieldScore, HitExplanation, TermMatch};
pub use generation::{
    Built, Contents, Difference, GenerationInfo, Generations, IndexError, Verified,
};
pub use likeness::Likeness;
pub use retrieve::{Hit, Weights};
pub use snippet::{Snippet, marked};
pub use stamp::{SCHEMA_VERSION, Stamp};
