//! The keys of the command line's help.

/// Help of the command line.
pub struct Help {
    /// What the program is.
    pub about: &'static str,
    /// `--config`.
    pub config: &'static str,
    /// `--lang`.
    pub lang: &'static str,
    /// `--json`.
    pub json: &'static str,
    /// `--at`.
    pub at: &'static str,
    /// `ask`.
    pub ask: &'static str,
    /// The question.
    pub question: &'static str,
    /// `--explain`.
    pub explain: &'static str,
    /// `--batch`.
    pub batch: &'static str,
    /// `--jsonl`.
    pub jsonl: &'static str,
    /// `lookup`.
    pub lookup: &'static str,
    /// The document.
    pub document: &'static str,
    /// The section.
    pub section: &'static str,
    /// `term`.
    pub term: &'static str,
    /// The word.
    pub word: &'static str,
    /// `windows`.
    pub windows: &'static str,
    /// `index`.
    pub index: &'static str,
    /// `index build`.
    pub index_build: &'static str,
    /// `index status`.
    pub index_status: &'static str,
    /// `index list`.
    pub index_list: &'static str,
    /// `index rollback`.
    pub index_rollback: &'static str,
    /// The generation.
    pub generation: &'static str,
    /// `index verify`.
    pub index_verify: &'static str,
    /// `check`.
    pub check: &'static str,
    /// `chat`.
    pub chat: &'static str,
    /// `eval`.
    pub eval: &'static str,
    /// `--questions`.
    pub questions: &'static str,
    /// `--docs`.
    pub docs: &'static str,
    /// `--queries`.
    pub queries: &'static str,
    /// `--qrels`.
    pub qrels: &'static str,
    /// `--run`.
    pub run: &'static str,
    /// `--floors`.
    pub floors: &'static str,
    /// `bot`.
    pub bot: &'static str,
    /// `--check-setup`.
    pub check_setup: &'static str,
    /// `profile`.
    pub profile: &'static str,
    /// The company in a sentence.
    pub about_company: &'static str,
    /// `--write`.
    pub write: &'static str,
    /// `plan`.
    pub plan: &'static str,
    /// `--company`.
    pub company: &'static str,
    /// `--people`.
    pub people: &'static str,
    /// `--industry`.
    pub industry: &'static str,
    /// `--assets`.
    pub assets: &'static str,
    /// `--prefecture`.
    pub prefecture: &'static str,
    /// `--keeper`.
    pub keeper: &'static str,
    /// `--proof`.
    pub proof: &'static str,
    /// `--budget`.
    pub budget: &'static str,
    /// `--hours`.
    pub hours: &'static str,
    /// `--done`.
    pub done: &'static str,
    /// `--xlsx`.
    pub xlsx: &'static str,
    /// `--csv`.
    pub csv: &'static str,
    /// `--html`.
    pub html: &'static str,
    /// `--md`.
    pub md: &'static str,
    /// `--explain` of a plan.
    pub plan_explain: &'static str,
    /// `selfcheck`.
    pub selfcheck: &'static str,
    /// `--answers`.
    pub answers: &'static str,
    /// `crosswalk`.
    pub crosswalk: &'static str,
    /// The scheme, or an item.
    pub wanted: &'static str,
    /// `--have`.
    pub have: &'static str,
    /// `paper`.
    pub paper: &'static str,
    /// `paper policy`.
    pub paper_policy: &'static str,
    /// `paper questionnaire`.
    pub paper_questionnaire: &'static str,
    /// `--before`.
    pub before: &'static str,
    /// `--png`.
    pub png: &'static str,
    /// `--answers` of `plan`.
    pub plan_answers: &'static str,
    /// `drill`.
    pub drill: &'static str,
    /// The name of a drill.
    pub drill_name: &'static str,
    /// `--list`.
    pub drill_list: &'static str,
    /// `deadlines`.
    pub deadlines: &'static str,
    /// `--known`.
    pub known: &'static str,
    /// `--improper`.
    pub improper: &'static str,
    /// `completions`.
    pub completions: &'static str,
    /// The shell.
    pub shell: &'static str,
    /// `man`.
    pub man: &'static str,
}
