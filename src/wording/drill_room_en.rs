//! Phrases of a drill that a group plays, in English.

use super::drill_room::{DrillButtons, DrillRefusals, DrillRoomWords};

pub(super) const DRILL_ROOM: DrillRoomWords = DrillRoomWords {
    invitation: |minutes, injects, most| {
        format!(
            "A drill of about {minutes} minutes: {injects} times something happens and you choose what to do. A report follows.\nWhoever takes part ({most} people at most) presses \"Take part\"; when all are there, press \"Begin\"."
        )
    },
    members: |count, most| format!("Taking part ({count}/{most})"),
    nobody_yet: "Nobody yet.",
    somebody: "a participant",
    begun: "It has begun. Go on in the thread below.",
    may_not_thread: "The thread could not be opened. Begin again in a channel where Sonae may create public threads and send messages in them. It cannot begin inside a thread.",
    how: "What happens is posted here when its time comes. Talk it over, and choose with the buttons, each for yourself. You can change your choice until the next thing happens. When all have chosen, \"Next\" goes on at once.",
    real: |command| format!("This is a drill. In a real incident, use /{command}."),
    last: "How the last one went",
    last_of_all: "How the very last one went",
    now: "What happens now",
    decided: |decided, all| format!("Have chosen: {decided}/{all}"),
    going_on: "This one is closed. The next follows.",
    stopping: "The drill was stopped. The report follows.",
    already_in: (
        "You take part already",
        "When all are there, press \"Begin\".",
    ),
    undecided: "Some have not chosen yet",
    undecided_text: |missing| {
        format!("Still to choose: {missing}. When the time is over, it goes on by itself.")
    },
    refusal: DrillRefusals {
        full: (
            "All seats are taken",
            "Five people can take part. Watch in the thread, or begin another drill.",
        ),
        begun: (
            "It has begun already",
            "You can watch in the thread. To take part, begin another drill.",
        ),
        nobody: (
            "Nobody takes part yet",
            "Press \"Take part\" before you begin.",
        ),
        no_seat: (
            "Only those who take part can do that",
            "You do not take part in this drill. You are welcome to watch.",
        ),
        closed: (
            "This one is closed",
            "Choose with the buttons of the latest message.",
        ),
        over: ("This drill is over", "Begin another one to practise again."),
    },
    button: DrillButtons {
        join: "Take part",
        begin: "Begin",
        next: "Next",
        stop: "Stop the drill",
    },
    file: "Report of the drill, to print",
};
