//! Sonae.
pub mod adviser;
pub mod answer;
pub mod cli;
pub mod config;
pub mod evaluation;
pub mod knowledge;
pub mod lookup;
pub mod question;
pub mod render;
pub mod search;
pub mod text;
pub mod wording;
