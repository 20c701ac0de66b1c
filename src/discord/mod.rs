//! The Discord face: events → `Request`, a handler decides on a `Reply`, one place sends it. The only user of
//! serenity.

pub mod app;
pub mod budget;
pub mod commands;
pub mod component_id;
pub mod components;
pub mod escape;
pub mod fault;
pub mod guilds;
pub mod library;
pub mod limits;
pub mod reply;
pub mod request;
pub mod view;
