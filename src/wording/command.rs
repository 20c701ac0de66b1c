//! Names and descriptions of the commands in one locale. Discord shows them; the shape is checked in tests.

/// The words of a command, its subcommands and options.
pub struct CommandWords {
    /// Its name: lower case, at most 32 characters, without spaces unless it stands in the menu of a message.
    pub name: &'static str,
    /// What it does, at most 100 characters.
    pub description: &'static str,
    /// The words of its options or subcommands, in the order of the table.
    pub parts: &'static [CommandWords],
}

/// The words of every command.
pub struct Commands {
    /// Asks a question.
    pub ask: CommandWords,
    /// Answers somebody's message.
    pub answer_this: CommandWords,
    /// Looks a section up.
    pub guideline: CommandWords,
    /// Explains a term.
    pub term: CommandWords,
    /// Lists windows.
    pub windows: CommandWords,
    /// Opens a playbook.
    pub incident: CommandWords,
    /// What a company has of a scheme.
    pub crosswalk: CommandWords,
    /// What changed under a topic.
    pub watch: CommandWords,
    /// Opens the self-check.
    pub selfcheck: CommandWords,
    /// Practises an incident.
    pub drill: CommandWords,
    /// Lists commands.
    pub help: CommandWords,
    /// Tells about the knowledge.
    pub about: CommandWords,
    /// Administers the knowledge.
    pub kb: CommandWords,
    /// Settings of the server.
    pub settings: CommandWords,
    /// What the caller's company is.
    pub profile: CommandWords,
    /// A plan for it.
    pub plan: CommandWords,
    /// What is kept of the caller.
    pub privacy: CommandWords,
}
