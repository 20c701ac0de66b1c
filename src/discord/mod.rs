//! The Discord face: it only translates; the adviser answers. The only user of serenity.
//!
//! ```text
//! event ─▶ gateway ─▶ incoming ─▶ Request ─▶ desk ─▶ command or component ─▶ Reply ─▶ service ─▶ outgoing ─▶ rest
//! message ─▶ gateway ─▶ incoming ─▶ conversation ─▶ ask::answered ─▶ Message ─▶ outgoing ─▶ rest
//! ```
//!
//! What comes in becomes values at once (`request`), and what goes out stays values (`reply`) until `service` or
//! `conversation` sends it through `post`. So `commands`, `components` and `view` know neither serenity nor HTTP.

mod access;
mod api_base;
mod app;
mod bot;
mod budget;
mod commands;
mod component_id;
mod components;
mod conversation;
mod desk;
mod escape;
mod fault;
mod gateway;
mod guilds;
mod incoming;
mod library;
mod limits;
mod outgoing;
mod post;
mod refusal;
mod registration;
mod reply;
mod request;
mod rest;
mod run;
mod seen;
mod service;
mod setup;
mod setup_text;
mod token;
mod view;

pub use run::{check_setup, run};
pub use setup_text::{SetupFindings, lines as setup_lines};
