//! The keys of the phrases around the crosswalk in a chat.

/// The phrases of the crosswalk in a chat.
pub struct CrosswalkChat {
    /// Title of the list of schemes.
    pub schemes: &'static str,
    /// What to do with the list.
    pub schemes_hint: &'static str,
    /// Nothing is known of what the company has; how to tell.
    pub nothing_told: &'static str,
    /// So many more reasons stand behind the menu.
    pub more: fn(usize) -> String,
    /// Heading of what corresponds in other schemes.
    pub links: &'static str,
    /// Menu of schemes.
    pub choose_scheme: &'static str,
    /// Menu of items.
    pub choose_item: &'static str,
    /// Button: the table as files.
    pub table: &'static str,
    /// Button: the draft of answers as files.
    pub answers: &'static str,
    /// Button: the steps in detail.
    pub steps: &'static str,
    /// Title when the table was made.
    pub table_title: &'static str,
    /// What it is.
    pub table_text: &'static str,
    /// Title when the answers were drafted.
    pub answers_title: &'static str,
    /// What they are.
    pub answers_text: &'static str,
}
