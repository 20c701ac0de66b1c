//! The keys of the phrases around a drill that a group plays in a chat.

/// The phrases of a drill in a chat.
pub struct DrillRoomWords {
    /// What it is, before it begins: minutes, number of injects, most people.
    pub invitation: fn(u32, usize, u8) -> String,
    /// Heading of who takes part: how many, most.
    pub members: fn(usize, u8) -> String,
    /// Nobody takes part yet.
    pub nobody_yet: &'static str,
    /// A person who asked to be forgotten.
    pub somebody: &'static str,
    /// It has begun, in the thread below.
    pub begun: &'static str,
    /// No thread could be opened.
    pub may_not_thread: &'static str,
    /// How it goes, at the top of the thread.
    pub how: &'static str,
    /// What to do in a real incident; the name of the command for it.
    pub real: fn(&str) -> String,
    /// Heading of how the last inject went.
    pub last: &'static str,
    /// Heading of how the very last inject went.
    pub last_of_all: &'static str,
    /// Heading of what happens now.
    pub now: &'static str,
    /// How many of how many have decided.
    pub decided: fn(usize, u8) -> String,
    /// This inject is closed, the next one comes.
    pub going_on: &'static str,
    /// It was stopped, the report comes.
    pub stopping: &'static str,
    /// Title and text when somebody takes part already.
    pub already_in: (&'static str, &'static str),
    /// Title when some have not decided yet.
    pub undecided: &'static str,
    /// Text for that: how many.
    pub undecided_text: fn(usize) -> String,
    /// Why something is not possible.
    pub refusal: DrillRefusals,
    /// Buttons.
    pub button: DrillButtons,
    /// What the file with the report is.
    pub file: &'static str,
}

/// Titles and texts for what is not possible in a drill.
pub struct DrillRefusals {
    /// All seats are taken.
    pub full: (&'static str, &'static str),
    /// It has begun.
    pub begun: (&'static str, &'static str),
    /// Nobody takes part yet.
    pub nobody: (&'static str, &'static str),
    /// The caller does not take part.
    pub no_seat: (&'static str, &'static str),
    /// The inject is closed.
    pub closed: (&'static str, &'static str),
    /// It is over.
    pub over: (&'static str, &'static str),
}

/// Buttons of a drill.
pub struct DrillButtons {
    /// Takes part.
    pub join: &'static str,
    /// Begins.
    pub begin: &'static str,
    /// Goes on before the time.
    pub next: &'static str,
    /// Stops.
    pub stop: &'static str,
}
