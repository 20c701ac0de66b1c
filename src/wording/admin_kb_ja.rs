//! 知識ベースの管理の言い回し。何が起きて、いま何が使われているかを、はっきりと。

use super::admin_kb::Kb;

pub(super) const KB: Kb = Kb {
    status: "知識ベースの状態",
    version: |generation, moment| format!("いまの版: **{generation}** {moment} に作成"),
    all_published: "まだ公開していない変更はありません。",
    unpublished: |check, reindex| {
        format!(
            "**まだ公開していない変更があります。** {check} で確かめて、{reindex} で公開できます。"
        )
    },
    recent: "最近の出来事",
    no_events: "まだありません",
    feedback: "このサーバーでの評価",
    votes: |helpful, not_helpful| {
        format!("役に立った {helpful} 件、役に立たなかった {not_helpful} 件")
    },
    store: "設定や評価の保存先",
    store_good: "正常に読み書きできています",
    store_bad: "読み書きできません。Botを動かしている人に知らせてください。質問への答えは続けています。",
    reindexed: |generation, added, changed, removed| {
        format!("{generation} を公開(追加 {added}、変更 {changed}、削除 {removed})")
    },
    rolled_back: |generation| format!("{generation} に戻した"),
    failed: |reason| format!("変更なし: {reason}"),
    by_program: "Sonae(自動)",
    by_nobody: "記録を消した人",

    check: "資料の点検",
    sound: "問題は見つかりませんでした。",
    problems: |count| format!("問題が {count} 件あります"),
    mend: |reindex| {
        format!("ファイル名:行:桁 の順に示しています。直したら、{reindex} で公開してください。")
    },
    unreadable: "資料のフォルダーを読めませんでした。フォルダーの場所と権限を確かめてください。",

    working: "知識ベースを作り直しています",
    steps: ["資料を読む", "点検する", "索引を作る", "公開する"],
    published: "新しい版を公開しました",
    published_text: |generation, before, seconds| {
        format!("いまの版: **{generation}**(前の版: {before})\nかかった時間: {seconds}秒")
    },
    added: |count| format!("追加した節({count})"),
    changed: |count| format!("変わった節({count})"),
    removed: |count| format!("なくなった節({count})"),
    sections: "節の変化",
    no_sections: "追加・変更・削除された節はありません。",
    all_problems: |check| {
        format!("読めない箇所は除いて公開しています。すべての問題は {check} で見られます。")
    },
    not_recorded: "履歴には書き込めませんでした。Botを動かしている人に知らせてください。",
    same: "変更はありません",
    same_text: |generation| {
        format!("資料は、いまの版 **{generation}** と同じです。公開はしていません。")
    },
    not_published: "再構築できませんでした",
    not_rolled_back: "戻せませんでした",
    stays: |generation| format!("いまの版 **{generation}** を、そのまま使い続けています。"),
    running: |who| match who {
        Some(who) => {
            format!("{who} さんの操作が進んでいます。終わってから、もう一度お試しください。")
        }
        None => "ほかの操作が進んでいます。終わってから、もう一度お試しください。".to_owned(),
    },
    other_process: "別のプログラムが索引を作っています。終わってから、もう一度お試しください。",
    unwritable: "索引のフォルダーを読み書きできませんでした。ディスクの空きと権限を確かめてください。",
    no_documents: "読める資料が1つもないので、公開を取りやめました。",
    ours: "Sonaeの側で問題が起きました。",

    history: "版の履歴",
    generations: "残っている版",
    generation: |name, moment, documents, passages| {
        format!("**{name}** {moment}・資料 {documents}・引用単位 {passages}")
    },
    unusable: |name| format!("{name}(壊れているか、古いプログラムのもので、使えません)"),
    in_use: "← いまの版",
    events: "これまでの出来事",
    choose: "戻す版を選ぶ",
    go_back: "前の版に戻す",

    confirm: |generation| format!("{generation} に戻しますか?"),
    now: "いまの版",
    then: "戻したあとの版",
    confirm_text: "戻すと、すぐにすべての答えに使われます。資料のファイルは変わりません。",
    confirm_button: "戻す",
    went_back: |generation| format!("{generation} に戻しました"),
    went_back_text: "資料のファイルは変えていません。次に再構築すると、ファイルの内容がまた公開されます。",
    none_before: "戻せる前の版がありません。",
    gone: |generation| {
        format!("{generation} は残っていないか、壊れています。履歴から、ほかの版を選んでください。")
    },
    already: |generation| format!("{generation} は、いま使っている版です。"),
    overtaken: "確かめている間に、いまの版が変わりました。内容を見て、もう一度選んでください。",

    unanswered: "答えられなかった質問",
    no_unanswered: "いまのところ、ありません。",
    unanswered_text: |days| {
        format!(
            "答えが見つからなかった質問と、役に立たなかったと言われた質問です。名前は残していません。{days}日たつと消えます。"
        )
    },
    no_topic: "話題が分からないもの",
    topic: |topic, count| format!("{topic}({count}回)"),
    asked: |count, day| format!("{count}回、最後は {day}"),
    abstained: "答えなし",
    not_helpful: "役に立たなかった",
};
