//! Phrases of `/profile` in English.

use super::profile::{ProfileInputs, ProfileLabels, ProfileWords};

pub(super) const PROFILE: ProfileWords = ProfileWords {
    title: "Your company",
    intro: "Choose what you know; everything may stay open. Next steps and plans follow what you choose here.\nOnly you see it. It is used in this server only (in direct messages: there only) and stays until you delete it.",
    known: "Known so far",
    open: "open",
    label: ProfileLabels {
        people: "People",
        industry: "Industry",
        prefecture: "Prefecture",
        assets: "Devices and data",
        without: "Not there",
        keeper: "Who looks after IT",
        proof: "Who asks for proof of security",
        budget: "Budget for a year",
        hours: "Time",
        done: "Done",
    },
    hours: |hours| match hours {
        1 => "1 hour a month".to_owned(),
        _ => format!("{hours} hours a month"),
    },
    done: |count| match count {
        1 => "1 step".to_owned(),
        _ => format!("{count} steps"),
    },
    choose_industry: "Choose your industry",
    choose_assets: "Choose your devices and data (as many as there are)",
    choose_keeper: "Choose who looks after IT",
    choose_proof: "Choose who asks for proof of security (as many as do)",
    form: "People, budget, time, place",
    form_title: "People, budget, time, place",
    input: ProfileInputs {
        people: ("Number of people, you included", "for example 12"),
        budget: (
            "Yen for security in a year",
            "for example 100,000 (0 for only what is free)",
        ),
        hours: ("Hours for security in a month", "for example 6"),
        prefecture: ("Prefecture", "for example Osaka"),
    },
    unread: "Could not be read (as it was before)",
    no_number: |typed| {
        format!(
            "\"{typed}\" could not be read as a number. Please enter one number, such as \"12\" or \"100,000\"."
        )
    },
    no_prefecture: |typed| {
        format!("There is no prefecture \"{typed}\". Please enter its name, such as \"Osaka\".")
    },
    no_such_people: "A company has 1 to 100,000 people.",
    no_such_hours: "A month has at most 744 hours.",
    reopen: "Open all done steps again",
    reopen_question: |count| {
        format!(
            "Steps marked as done: {count}. All of them are to do again then; this cannot be undone."
        )
    },
    reopen_yes: "Open them again",
    delete: "Delete this profile",
    delete_title: "Delete what you said of your company?",
    delete_question: "What you said of your company here goes at once, the steps marked as done included. This cannot be undone. What you said in other servers stays.",
    delete_yes: "Yes, delete",
    back: "Back",
    describe: "Describe your company",
    change: "Change your company",
    plan: "Make a plan",
};
