//! The keys of what people read around a plan in a chat.

/// The phrases of `/plan`.
pub struct PlanChatWords {
    /// Nothing is known of the company: what that means, and what to do.
    pub unknown: &'static str,
    /// Heading of what was assumed.
    pub assumed: &'static str,
    /// Heading of a part with what it comes to.
    pub part: fn(&str, &str) -> String,
    /// The same on a further page.
    pub part_continued: fn(&str) -> String,
    /// Menu of the parts.
    pub choose_part: &'static str,
    /// The part with money and public schemes.
    pub money: &'static str,
    /// What stands in it.
    pub money_hint: &'static str,
    /// Menu of the lines of a page.
    pub choose_line: &'static str,
    /// Button: files.
    pub papers: &'static str,
    /// Title of the files.
    pub papers_title: &'static str,
    /// What the files are.
    pub papers_text: &'static str,
    /// Descriptions of the files.
    pub paper: PaperWords,
    /// Button: why other things are not in the plan.
    pub left_out: &'static str,
    /// Button: a step is done.
    pub done: &'static str,
    /// Button: it is not done after all.
    pub undone: &'static str,
    /// Title after a step was marked as done.
    pub done_title: &'static str,
    /// Text after a step was marked as done (its title).
    pub done_text: fn(&str) -> String,
    /// Title after the mark was taken off.
    pub undone_title: &'static str,
    /// Text after the mark was taken off (its title).
    pub undone_text: fn(&str) -> String,
    /// Button: shows the plan anew.
    pub show: &'static str,
}

/// What the files of a plan are.
pub struct PaperWords {
    /// The workbook.
    pub workbook: &'static str,
    /// The page for print.
    pub page: &'static str,
    /// The Markdown text.
    pub markdown: &'static str,
    /// The table of values.
    pub table: &'static str,
}
