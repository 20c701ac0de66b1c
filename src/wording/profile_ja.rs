//! 会社の情報を聞くときの言い回し。

use super::profile::{ProfileInputs, ProfileLabels, ProfileWords};

pub(super) const PROFILE: ProfileWords = ProfileWords {
    title: "会社の情報",
    intro: "分かるところだけ選んでください。空のままでも使えます。次の一手や計画が、ここで選んだことに合わせて変わります。\nあなただけに見えて、このサーバー(DMではDM)の中でだけ使います。消すまで残ります。",
    known: "いま分かっていること",
    open: "まだ",
    label: ProfileLabels {
        people: "人数",
        industry: "業種",
        prefecture: "都道府県",
        assets: "使っている機器・データ",
        without: "ないもの",
        keeper: "ITを見ている人",
        proof: "対策の証明を求める相手",
        budget: "1年の予算",
        hours: "使える時間",
        done: "済んだこと",
    },
    hours: |hours| format!("月{hours}時間"),
    done: |count| format!("{count}件"),
    choose_industry: "業種を選ぶ",
    choose_assets: "使っている機器・データを選ぶ(いくつでも)",
    choose_keeper: "ITを見ている人を選ぶ",
    choose_proof: "対策の証明を求める相手を選ぶ(いくつでも)",
    form: "人数・予算・時間・場所を入力",
    form_title: "人数・予算・時間・場所",
    input: ProfileInputs {
        people: ("人数(あなたも含めて)", "例: 12"),
        budget: (
            "セキュリティに使える1年の予算(円)",
            "例: 10万(費用をかけないなら 0)",
        ),
        hours: ("セキュリティに使える1か月の時間", "例: 6"),
        prefecture: ("都道府県", "例: 大阪"),
    },
    unread: "読み取れなかったところ(前のままです)",
    no_number: |typed| {
        format!(
            "「{typed}」は数として読めませんでした。「12」や「10万」のように、数を1つ入れてください。"
        )
    },
    no_prefecture: |typed| {
        format!(
            "「{typed}」という都道府県が見つかりませんでした。「大阪」や「大阪府」のように入れてください。"
        )
    },
    no_such_people: "人数は1人から10万人までで入れてください。",
    no_such_hours: "1か月の時間は744時間までで入れてください。",
    reopen: "済みの印を全部外す",
    reopen_question: |count| {
        format!("済みの印を付けた{count}件を、まだのことに戻します。元に戻せません。")
    },
    reopen_yes: "全部外す",
    delete: "会社の情報を消す",
    delete_title: "会社の情報を消しますか",
    delete_question: "ここに登録した会社の情報が、済みの印も含めてすぐに消えます。元に戻せません。ほかのサーバーの分は残ります。",
    delete_yes: "はい、消す",
    back: "戻る",
    describe: "会社の情報を入れる",
    change: "会社の情報を直す",
    plan: "計画を作る",
};
