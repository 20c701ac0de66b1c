//! The fake Discord is strict, and what it sends can be read: shown with plain HTTP and a plain websocket.

mod events;
mod faults;
mod limits;
mod people;
mod raw;
mod rules;
mod uploads;
