//! Names and descriptions of the commands in English. The names are those by which Discord knows the commands.

use super::command::{CommandWords, Commands};

const fn words(
    name: &'static str,
    description: &'static str,
    parts: &'static [CommandWords],
) -> CommandWords {
    CommandWords {
        name,
        description,
        parts,
    }
}

pub(super) const COMMANDS: Commands = Commands {
    ask: words(
        "ask",
        "Answers a security question of your company from public guidelines",
        &[
            words("question", "What worries you, in your own words", &[]),
            words("private", "Show the answer only to me", &[]),
        ],
    ),
    answer_this: words("Answer this", "", &[]),
    guideline: words(
        "guideline",
        "Reads a section of a guideline, law or strategy",
        &[
            words("document", "Name of the document, or part of it", &[]),
            words("section", "Number or title of the section", &[]),
        ],
    ),
    term: words(
        "term",
        "Explains a security term in plain words",
        &[words("word", "The word", &[])],
    ),
    windows: words(
        "windows",
        "Lists the offices you can call or write to now",
        &[],
    ),
    incident: words(
        "incident",
        "Opens what to do in an incident as a checklist for everybody here",
        &[words("kind", "Kind of incident", &[])],
    ),
    crosswalk: words(
        "crosswalk",
        "Shows what you have and what is missing of a scheme that you are asked for",
        &[
            words(
                "want",
                "Name of the scheme, or an item of it (none: the list of schemes)",
                &[],
            ),
            words("have", "A scheme that you fulfill already, if any", &[]),
        ],
    ),
    watch: words(
        "watch",
        "Shows what changed about a topic after you looked last",
        &[words(
            "topic",
            "Name of the topic (empty for the topics you watch)",
            &[],
        )],
    ),
    selfcheck: words(
        "selfcheck",
        "Checks your firm with IPA's 25 questions, for your eyes only",
        &[],
    ),
    drill: words(
        "drill",
        "Practises an incident together, in a thread, in about 15 minutes",
        &[words("scenario", "What happens in the drill", &[])],
    ),
    help: words("help", "Explains how to use Sonae", &[]),
    about: words(
        "about",
        "Shows the documents, their editions and when they were last checked",
        &[],
    ),
    kb: words(
        "kb",
        "Manages the knowledge base (admins)",
        &[
            words(
                "status",
                "Shows the current version and changes not yet published",
                &[],
            ),
            words("check", "Looks for mistakes in the knowledge files", &[]),
            words(
                "reindex",
                "Reads the files again and publishes a new version",
                &[],
            ),
            words(
                "history",
                "Shows earlier versions, and who changed what when",
                &[],
            ),
            words("rollback", "Goes back to an earlier version", &[]),
            words(
                "unanswered",
                "Shows questions without an answer and answers that did not help",
                &[],
            ),
        ],
    ),
    settings: words(
        "settings",
        "Shows or changes the settings of this server (admins)",
        &[
            words("show", "Shows the settings", &[]),
            words(
                "ask-channel",
                "Sets a channel in which every message is answered without a mention",
                &[
                    words("channel", "The channel", &[]),
                    words("enabled", "True: answer there, false: stop", &[]),
                ],
            ),
            words(
                "helper-role",
                "Sets the role that \"Ask a person\" turns to (none to clear)",
                &[words("role", "The helpers' role", &[])],
            ),
            words(
                "language",
                "Sets the language where a message shows none (none: that of the server)",
                &[words("language", "Japanese or English", &[])],
            ),
            words(
                "private",
                "Whether /ask answers only the asker unless told otherwise",
                &[words(
                    "enabled",
                    "True: only the asker, false: everybody",
                    &[],
                )],
            ),
        ],
    ),
    profile: words(
        "profile",
        "Choose your company's size and devices: next steps and plans will fit it",
        &[],
    ),
    plan: words(
        "plan",
        "What to do by when: a plan for one year within your budget and time",
        &[
            words(
                "budget",
                "Yen for security in a year; 0 for only what is free",
                &[],
            ),
            words("hours", "Hours for security in a month", &[]),
        ],
    ),
    privacy: words(
        "privacy",
        "Shows what is kept about you and lets you delete it",
        &[],
    ),
};
