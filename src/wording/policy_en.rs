//! Phrases of the policy template in English.

use super::policy::PolicyWords;

pub(super) const POLICY: PolicyWords = PolicyWords {
    clause: "Clause",
    text: "Text",
    before: "Left to do so that you can keep it",
    asked_by: |source| format!("Asked for by: {source}"),
    only_what_you_keep: "Where something is left to do, do it first, or change the text to what you already do. Rules that you cannot keep work against you when customers check or an incident happens.",
};
