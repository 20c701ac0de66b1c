//! 見ている話題の言い回し。変わったところだけを、短く。

use super::watch::{WatchButtons, WatchWords};
use crate::news::Kind;

pub(super) const WATCH: WatchWords = WatchWords {
    title: |topic| format!("変わったこと: {topic}"),
    begun: |topic| format!("「{topic}」を見始めました"),
    begun_text: |command| {
        format!(
            "いまの内容を覚えました。次に {command} でこの話題を選ぶと、今日からあとに変わったところだけをお見せします。"
        )
    },
    holds: |documents, passages, actions, windows| {
        format!(
            "この話題には、いま、資料 {documents} 点の中の節 {passages}、次の一手 {actions}、相談窓口 {windows} があります。"
        )
    },
    newest: "新しい資料",
    edition: |document, edition, published| format!("{document}({edition}、{published} 発行)"),
    since: |day, counted| {
        format!(
            "{day} からあとに、新しくできたもの {}、変わったもの {}、なくなったもの {} があります。",
            counted.new, counted.changed, counted.gone
        )
    },
    nothing: |day| format!("{day} からあとに、変わったところはありません。"),
    new: "新しくできたもの",
    changed: "変わったもの",
    gone: "なくなったもの",
    kind: |kind| match kind {
        Kind::Document => "資料の版",
        Kind::Passage => "節",
        Kind::Action => "次の一手",
        Kind::Window => "相談窓口",
    },
    list: |count| format!("あなたが見ている話題({count})"),
    list_empty: |command| {
        format!(
            "見ている話題は、まだありません。{command} で話題を選ぶと、次から、変わったところだけをお見せします。"
        )
    },
    list_hint: "下のメニューから話題を選ぶと、変わったところが開きます。",
    monthly_mark: "毎月お知らせ",
    topic_gone: "この話題はなくなりました",
    full: "これ以上は増やせません",
    full_text: |most| {
        format!(
            "見ていられる話題は{most}までです。一覧から話題を開き、見ないものをやめてから、もう一度お試しください。"
        )
    },
    monthly: "毎月お知らせします",
    monthly_text: |topic, day| {
        format!(
            "「{topic}」に変わったところがあれば、来月から、毎月{day}日以降にDMで1回お知らせします。なければ何も送りません。"
        )
    },
    not_monthly: "毎月のお知らせをやめました",
    not_monthly_text: |topic| {
        format!("「{topic}」のお知らせは、もう届きません。話題は一覧に残っています。")
    },
    no_notes_text: |command| {
        format!(
            "お知らせは、もう届きません。見ている話題は残っていて、{command} でいつでも見られます。"
        )
    },
    unwatched: "見るのをやめました",
    unwatched_text: |topic| format!("「{topic}」について覚えていたことを消しました。"),
    note: "見ている話題に、変わったところがあります",
    note_text: "前にご覧になってからの分です。下の話題のボタンから、全部を読めます。",
    button: WatchButtons {
        monthly: "毎月知らせる",
        not_monthly: "毎月のお知らせをやめる",
        unwatch: "この話題をやめる",
        list: "一覧",
        choose: "変わったところを見る話題を選ぶ",
    },
};
