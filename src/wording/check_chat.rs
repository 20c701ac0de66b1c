//! The keys of the phrases of the self-check in a chat: question by question, and the result on a card.

/// The phrases of the self-check in a chat.
pub struct CheckChat {
    /// Title of the beginning.
    pub title: &'static str,
    /// What it is and who sees it: number of questions, days for which it is kept.
    pub about: fn(usize, u16) -> String,
    /// There is one that is not finished: answered, all, its day.
    pub unfinished: fn(usize, usize, &str) -> String,
    /// There is a finished one: points, most points, its day.
    pub finished: fn(i32, i32, &str) -> String,
    /// Button that begins.
    pub begin: &'static str,
    /// Button that begins anew and drops the one that is not finished.
    pub anew: &'static str,
    /// Button that begins another one after a finished one.
    pub again: &'static str,
    /// Button that goes on.
    pub go_on: &'static str,
    /// Button that shows the latest result.
    pub result: &'static str,
    /// Which question of how many, and its part.
    pub progress: fn(u8, usize, &str) -> String,
    /// Heading of what "done" looks like.
    pub example: &'static str,
    /// Heading of when a question does not apply.
    pub not_used: &'static str,
    /// Heading of the answer so far.
    pub so_far: &'static str,
    /// Button to the question before.
    pub back: &'static str,
    /// Button that stops for now.
    pub stop: &'static str,
    /// Button that opens the section behind a question.
    pub section: &'static str,
    /// Title after a stop.
    pub stopped: &'static str,
    /// What is kept: answered, all, the command to go on with.
    pub stopped_text: fn(usize, usize, &str) -> String,
    /// Heading of the weakest questions.
    pub weakest: &'static str,
    /// A question with its answer.
    pub row: fn(&str, &str) -> String,
    /// What to ask about a question.
    pub asks: fn(&str, &str) -> String,
    /// So many more stand in the papers.
    pub more_in_papers: fn(usize) -> String,
    /// What the picture shows, for those who do not see it: points, most points, the weakest questions.
    pub picture: fn(i32, i32, &str) -> String,
    /// Heading of the comparison with others of the server: how many companies.
    pub peers: fn(usize) -> String,
    /// The points in the middle, and one's own.
    pub median: fn(i32, i32) -> String,
    /// How many of how many companies meet a question.
    pub met_by: fn(&str, usize, usize) -> String,
    /// Button that leads to the plan.
    pub plan: &'static str,
    /// Button that gives papers.
    pub papers: &'static str,
    /// Title of the papers.
    pub papers_title: &'static str,
    /// What they are for.
    pub papers_text: &'static str,
}
