//! Phrases of the crosswalk in a chat in English.

use super::crosswalk_chat::CrosswalkChat;

pub(super) const CROSSWALK_CHAT: CrosswalkChat = CrosswalkChat {
    schemes: "What are you asked for?",
    schemes_hint: "Choose the scheme that you are asked for to see what you have and what is missing.",
    nothing_told: "Nothing is known about your company yet, so you see only what corresponds in other schemes. Give \"have\" to `/crosswalk` as well, or describe your company with `/profile`, to see what you have and what is missing.",
    more: |count| format!("{count} more (choose the item below to see all)"),
    links: "What corresponds in other schemes",
    choose_scheme: "Choose the scheme",
    choose_item: "Choose an item to see what to do next",
    table: "This list as files",
    answers: "Draft answers to your customer",
    steps: "The next steps in detail",
    table_title: "The list is in these files",
    table_text: "Every line has its source, edition and the day of the last check.",
    answers_title: "The answers are drafted",
    answers_text: "What is blank has not been checked yet. Check it, fill it in and put it into your own words before you hand it over.",
};
