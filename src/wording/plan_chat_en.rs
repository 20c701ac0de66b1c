//! Phrases of `/plan` in English.

use super::plan_chat::{PaperWords, PlanChatWords};

pub(super) const PLAN_CHAT: PlanChatWords = PlanChatWords {
    unknown: "Nothing is known of your company yet, so this plan suits many. Press \"Describe your company\" and choose its size and devices for a plan of its own.",
    assumed: "Not known, so this was assumed",
    part: |when, comes_to| format!("{when} ({comes_to})"),
    part_continued: |when| format!("{when} (continued)"),
    choose_part: "Choose when",
    money: "Money and public schemes",
    money_hint: "Figures for whoever decides on money, public schemes",
    choose_line: "Choose a line: how to do it, mark it as done",
    papers: "As files",
    papers_title: "The plan as files",
    papers_text: "Ready for a meeting or to hand round. Every line names its source, edition and day of the last check.",
    paper: PaperWords {
        workbook: "The plan as a workbook for Excel and others",
        page: "The plan as a page to print from a browser",
        markdown: "The plan as text (Markdown)",
        table: "The plan as a table (CSV)",
    },
    left_out: "What is not in it, and why",
    done: "Mark as done",
    undone: "Not done after all",
    done_title: "Marked as done",
    done_text: |title| {
        format!(
            "\"{title}\" is no longer in the plan when you open it next; something else may take its place."
        )
    },
    undone_title: "No longer marked as done",
    undone_text: |title| format!("\"{title}\" is to do again."),
    show: "Open the plan anew",
};
