//! The keys of `/kb`.

/// `/kb`.
pub struct Kb {
    /// Title of the status.
    pub status: &'static str,
    /// The version in use: generation, moment.
    pub version: fn(&str, &str) -> String,
    /// Nothing waits to be published.
    pub all_published: &'static str,
    /// Something does: the commands to check and to publish.
    pub unpublished: fn(&str, &str) -> String,
    /// Heading of what happened last.
    pub recent: &'static str,
    /// Nothing happened yet.
    pub no_events: &'static str,
    /// Heading of the votes.
    pub feedback: &'static str,
    /// Votes: helpful, not helpful.
    pub votes: fn(u64, u64) -> String,
    /// Heading of the state of the store.
    pub store: &'static str,
    /// It works.
    pub store_good: &'static str,
    /// It does not.
    pub store_bad: &'static str,
    /// A generation was published: its name, added, changed, removed.
    pub reindexed: fn(&str, u32, u32, u32) -> String,
    /// An earlier one was published again.
    pub rolled_back: fn(&str) -> String,
    /// Nothing changed, and why.
    pub failed: fn(&str) -> String,
    /// The program did it by itself.
    pub by_program: &'static str,
    /// Somebody who asked to be forgotten.
    pub by_nobody: &'static str,

    /// Title of the check.
    pub check: &'static str,
    /// There are no problems.
    pub sound: &'static str,
    /// Number of problems.
    pub problems: fn(usize) -> String,
    /// What to do about them: the command to publish.
    pub mend: fn(&str) -> String,
    /// The files cannot be read at all.
    pub unreadable: &'static str,

    /// Title while publishing.
    pub working: &'static str,
    /// The steps of publishing.
    pub steps: [&'static str; 4],
    /// Title after publishing.
    pub published: &'static str,
    /// New generation, the one before, seconds.
    pub published_text: fn(&str, &str, &str) -> String,
    /// Heading of new sections.
    pub added: fn(usize) -> String,
    /// Heading of changed sections.
    pub changed: fn(usize) -> String,
    /// Heading of removed sections.
    pub removed: fn(usize) -> String,
    /// Heading when no section changed.
    pub sections: &'static str,
    /// No section changed.
    pub no_sections: &'static str,
    /// Where all problems stand: the command.
    pub all_problems: fn(&str) -> String,
    /// The history could not be written.
    pub not_recorded: &'static str,
    /// Title when there is nothing to publish.
    pub same: &'static str,
    /// The generation that stays.
    pub same_text: fn(&str) -> String,
    /// Title when publishing failed.
    pub not_published: &'static str,
    /// Title when going back failed.
    pub not_rolled_back: &'static str,
    /// The generation that stays in use.
    pub stays: fn(&str) -> String,
    /// Somebody else publishes; who, when it may be said.
    pub running: fn(Option<&str>) -> String,
    /// Another program publishes.
    pub other_process: &'static str,
    /// The index folder cannot be written.
    pub unwritable: &'static str,
    /// No document can be read.
    pub no_documents: &'static str,
    /// Something of ours failed.
    pub ours: &'static str,

    /// Title of the history.
    pub history: &'static str,
    /// Heading of the generations that are there.
    pub generations: &'static str,
    /// One generation: name, moment, documents, passages.
    pub generation: fn(&str, &str, usize, usize) -> String,
    /// A generation that cannot be used any more.
    pub unusable: fn(&str) -> String,
    /// Mark of the one in use.
    pub in_use: &'static str,
    /// Heading of what happened.
    pub events: &'static str,
    /// Placeholder of the menu.
    pub choose: &'static str,
    /// Button that asks whether to go back.
    pub go_back: &'static str,

    /// Title of the question whether to go back.
    pub confirm: fn(&str) -> String,
    /// Label of the generation now.
    pub now: &'static str,
    /// Label of the generation then.
    pub then: &'static str,
    /// What going back means.
    pub confirm_text: &'static str,
    /// Button that goes back.
    pub confirm_button: &'static str,
    /// Title after going back.
    pub went_back: fn(&str) -> String,
    /// What happens at the next publishing.
    pub went_back_text: &'static str,
    /// There is no earlier one.
    pub none_before: &'static str,
    /// It is gone or damaged.
    pub gone: fn(&str) -> String,
    /// It is the one in use.
    pub already: fn(&str) -> String,
    /// The generation changed since the question was asked.
    pub overtaken: &'static str,

    /// Title of the unanswered questions.
    pub unanswered: &'static str,
    /// There are none.
    pub no_unanswered: &'static str,
    /// What the list holds, and the days after which a question goes.
    pub unanswered_text: fn(u16) -> String,
    /// No topic was seen.
    pub no_topic: &'static str,
    /// Heading of a topic with its number of questions.
    pub topic: fn(&str, u64) -> String,
    /// How often a question was asked and when last.
    pub asked: fn(u64, &str) -> String,
    /// Nothing fitted.
    pub abstained: &'static str,
    /// The answer did not help.
    pub not_helpful: &'static str,
}
