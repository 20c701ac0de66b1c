//! Phrases of the self-check in a chat in English.

use super::check_chat::CheckChat;
use super::signed;

pub(super) const CHAT: CheckChat = CheckChat {
    title: "Self-check (5 minutes)",
    about: |questions, days| {
        format!(
            "Answer {questions} questions one by one and learn your points, where you are weakest, and what to do next.\n- Only you see this.\n- You can stop and go on later where you left off.\n- \"Not known\" is a good answer: you will be told whom to ask, and what.\n- Your answers are deleted {days} days after the last one. `/privacy` deletes them at any time."
        )
    },
    unfinished: |answered, questions, day| {
        format!("There is one that is not finished: {answered} of {questions} answered ({day}).")
    },
    finished: |points, most, day| {
        format!("Last time: {} of {most} points ({day}).", signed(points))
    },
    begin: "Begin",
    anew: "Drop these answers and begin anew",
    again: "Check again",
    go_on: "Go on",
    result: "Show the last result",
    progress: |number, questions, part| format!("{number} / {questions} · {part}"),
    example: "What \"done\" looks like",
    not_used: "When it does not apply",
    so_far: "Your answer so far",
    back: "◀ Back",
    stop: "Stop for now",
    section: "Read the source",
    stopped: "Your answers are kept",
    stopped_text: |answered, questions, command| {
        format!(
            "{answered} of {questions} answered. Go on at any time with {command} or the button below."
        )
    },
    weakest: "Where you are weakest",
    row: |area, answer| format!("- {area} ({answer})"),
    asks: |area, ask_whom| format!("- {area}: {ask_whom}"),
    more_in_papers: |count| format!("{count} more stand in the papers behind the button below."),
    picture: |points, most, weakest| {
        format!(
            "The result of the self-check: {} of {most} points. The weakest first: {weakest}",
            signed(points)
        )
    },
    peers: |companies| format!("Compared with the {companies} companies of this server"),
    median: |median, own| {
        format!(
            "- Points in the middle (median): {}; yours: {}",
            signed(median),
            signed(own)
        )
    },
    met_by: |area, met, companies| format!("- {area}: done by {met} of {companies}"),
    plan: "See the plan",
    papers: "Get it as papers",
    papers_title: "The self-check as papers",
    papers_text: "Every question with your answer, points, what to do next, source and edition: as a workbook, as HTML for print, as CSV and as Markdown. All say the same.",
};
