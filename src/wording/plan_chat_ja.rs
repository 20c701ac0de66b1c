//! 計画をチャットで見せるときの言い回し。

use super::plan_chat::{PaperWords, PlanChatWords};

pub(super) const PLAN_CHAT: PlanChatWords = PlanChatWords {
    unknown: "会社の情報がまだないので、多くの会社に当てはまる計画です。「会社の情報を入れる」から人数や使っている機器を選ぶと、会社に合った計画になります。",
    assumed: "分からないので、こう考えました",
    part: |when, comes_to| format!("{when}({comes_to})"),
    part_continued: |when| format!("{when}(続き)"),
    choose_part: "見たい時期を選ぶ",
    money: "お金の話と制度",
    money_hint: "費用を決める人に見せる数字、使える公的な制度",
    choose_line: "くわしく見るものを選ぶ(手順、済みの印)",
    papers: "書類にする",
    papers_title: "計画を書類にしました",
    papers_text: "会議や回覧にそのまま使えます。どの行にも、根拠の資料、版、確認日が付いています。",
    paper: PaperWords {
        workbook: "計画の表(Excelなどの表計算ソフト用)",
        page: "計画の印刷用ページ(ブラウザーで開いて印刷)",
        markdown: "計画の文章(Markdown)",
        table: "計画の表(CSV)",
    },
    left_out: "入らなかったものと理由",
    done: "済みにする",
    undone: "済みの印を外す",
    done_title: "済みの印を付けました",
    done_text: |title| {
        format!("「{title}」は、次に計画を開いたときから外れ、代わりのものが入ることがあります。")
    },
    undone_title: "済みの印を外しました",
    undone_text: |title| format!("「{title}」は、まだのことに戻りました。"),
    show: "計画を開き直す",
};
