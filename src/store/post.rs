//! Messages that the program sends by itself, not as an answer.

/// Which message it is; each is posted once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PostKey {
    /// The kind of work that posts it.
    pub round: &'static str,
    /// What it is about: the number of a person or of a message.
    pub subject: u64,
    /// Which post about it.
    pub turn: u32,
}
