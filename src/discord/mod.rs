//! The Discord face: it only translates; the adviser answers. The only user of serenity.
//!
//! ```text
//! interaction ─▶ gateway ─▶ incoming ─▶ Request ─▶ desk ─▶ command or component ─▶ Reply ─▶ service ─▶ post
//! message     ─▶ gateway ─▶ incoming ─▶ conversation ─▶ commands::ask::answered ─▶ Message ─▶ post
//! the clock   ─▶ timer   ─▶ a round of the table ─▶ Post ─▶ timer ─▶ post
//! post ─▶ outgoing (our values → Discord's JSON) ─▶ rest (sent, sent again, limits obeyed)
//! ```
//!
//! What comes in becomes values at once (`request`), and what goes out stays values (`reply`) until `service`,
//! `conversation` or `timer` sends it through `post`. So `commands`, `components`, `rounds` and `view` know neither
//! serenity nor HTTP.

pub mod access;
pub mod app;
pub mod attachment;
pub mod budget;
pub mod card;
pub mod commands;
pub mod company_form;
pub mod company_menu;
pub mod comparison;
pub mod component_id;
pub mod components;
pub mod controls;
pub mod desk;
pub mod dialog;
pub mod drills;
pub mod escape;
pub mod fault;
pub mod generation;
pub mod guilds;
pub mod library;
pub mod limits;
pub mod note;
pub mod papers;
pub mod patience;
pub mod permission;
pub mod planning;
pub mod profiles;
pub mod publishing;
pub mod refusal;
pub mod registration;
pub mod reply;
pub mod request;
pub mod rounds;
pub mod self_checks;
pub mod setup_text;
pub mod sheets;
pub mod view;

mod api_base;
mod body;
mod bot;
mod conversation;
mod gateway;
mod incoming;
mod outgoing;
mod post;
mod rest;
mod run;
mod seen;
mod service;
mod setup;
mod start;
mod timer;
mod token;
mod turns;

pub use start::{setup_report, start};
