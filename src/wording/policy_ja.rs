//! 基本方針のひな形の言い回し。

use super::policy::PolicyWords;

pub(super) const POLICY: PolicyWords = PolicyWords {
    clause: "項目",
    text: "文",
    before: "守れるようにするために、これからすること",
    asked_by: |source| format!("求めている資料: {source}"),
    only_what_you_keep: "「これからすること」が残っている項目は、済ませてから載せるか、文を今できることに直してください。守れない決まりは、取引先の確認や事故のときに逆効果になります。",
};
