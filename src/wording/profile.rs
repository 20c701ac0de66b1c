//! The keys of what people read in a chat while they describe their company.

/// The phrases of `/profile`.
pub struct ProfileWords {
    /// Title.
    pub title: &'static str,
    /// What it is for, who sees it, how long it stays.
    pub intro: &'static str,
    /// Heading of what is known.
    pub known: &'static str,
    /// Stands where nothing was said.
    pub open: &'static str,
    /// Labels of what is known.
    pub label: ProfileLabels,
    /// Hours in a month.
    pub hours: fn(u32) -> String,
    /// How many steps are done.
    pub done: fn(usize) -> String,
    /// Menu of industries.
    pub choose_industry: &'static str,
    /// Menu of IT assets and kinds of data.
    pub choose_assets: &'static str,
    /// Menu of who looks after IT.
    pub choose_keeper: &'static str,
    /// Menu of who asks for proof.
    pub choose_proof: &'static str,
    /// Button that opens the dialog with numbers and the prefecture.
    pub form: &'static str,
    /// Title of the dialog.
    pub form_title: &'static str,
    /// Its inputs.
    pub input: ProfileInputs,
    /// Heading of what could not be read.
    pub unread: &'static str,
    /// A text that is no number (the text).
    pub no_number: fn(&str) -> String,
    /// A text that names no prefecture (the text).
    pub no_prefecture: fn(&str) -> String,
    /// A number of people that cannot be.
    pub no_such_people: &'static str,
    /// A number of hours that cannot be.
    pub no_such_hours: &'static str,
    /// Button: the steps that are done are open again.
    pub reopen: &'static str,
    /// Asks whether they shall be (how many).
    pub reopen_question: fn(usize) -> String,
    /// Button: yes.
    pub reopen_yes: &'static str,
    /// Button: deletes the profile.
    pub delete: &'static str,
    /// Title of the question whether it shall go.
    pub delete_title: &'static str,
    /// The question.
    pub delete_question: &'static str,
    /// Button: yes.
    pub delete_yes: &'static str,
    /// Button: back to the profile.
    pub back: &'static str,
    /// Button, from elsewhere: shows the profile of which nothing is known.
    pub describe: &'static str,
    /// Button, from elsewhere: shows the profile of which something is known.
    pub change: &'static str,
    /// Button: makes a plan.
    pub plan: &'static str,
}

/// Labels of what is known of a company.
pub struct ProfileLabels {
    /// Number of people.
    pub people: &'static str,
    /// Industry.
    pub industry: &'static str,
    /// Prefecture.
    pub prefecture: &'static str,
    /// IT assets and kinds of data.
    pub assets: &'static str,
    /// What it does not have.
    pub without: &'static str,
    /// Who looks after IT.
    pub keeper: &'static str,
    /// Who asks for proof.
    pub proof: &'static str,
    /// Yen in a year.
    pub budget: &'static str,
    /// Hours in a month.
    pub hours: &'static str,
    /// Steps that are done.
    pub done: &'static str,
}

/// The inputs of the dialog: their labels and hints.
pub struct ProfileInputs {
    /// Number of people.
    pub people: (&'static str, &'static str),
    /// Yen in a year.
    pub budget: (&'static str, &'static str),
    /// Hours in a month.
    pub hours: (&'static str, &'static str),
    /// Prefecture.
    pub prefecture: (&'static str, &'static str),
}
