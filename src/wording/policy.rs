//! The keys of the phrases around the policy template.

/// The phrases of the policy template.
pub struct PolicyWords {
    /// Column: heading of the clause.
    pub clause: &'static str,
    /// Column: its text.
    pub text: &'static str,
    /// Column: what is left to do before it can be kept.
    pub before: &'static str,
    /// Who asks for a policy (document and section).
    pub asked_by: fn(&str) -> String,
    /// Remark: strike what cannot be kept.
    pub only_what_you_keep: &'static str,
}
