//! tmp
#![allow(dead_code, unused)]
mod api_base;
mod budget;
mod component_id;
mod escape;
mod guilds;
mod incoming;
mod limits;
mod outgoing;
mod post;
mod reply;
mod request;
mod rest;
mod seen;
mod token;
mod view {
    pub fn question_of(s: &str) -> Option<String> {
        None
    }
}
