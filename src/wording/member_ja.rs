//! メンバーが読む言い回し。急いでいる人にも、ひと目で次の一手がわかるように。

use jiff::civil::Weekday;

use super::member::{Member, MemberButtons, MemberNotices, MemberViews};
use crate::knowledge::RefusalKind;

pub(super) const MEMBER: Member = Member {
    button: BUTTONS,
    view: VIEWS,
    notice: NOTICES,
};

const BUTTONS: MemberButtons = MemberButtons {
    full_section: "全文を読む",
    related: "関連",
    steps: "次の一手をくわしく",
    further: "次のページ",
    helpful: "👍 役に立った",
    not_helpful: "👎 足りない",
    hand_over: "人に相談",
    thread: "続けて質問(スレッド)",
    back: "◀ 前",
    on: "次 ▶",
    share: "チャンネルに共有",
    official: "公式ページ",
    sections: "節の一覧",
    documents: "資料の一覧",
    windows: "すべての窓口",
    dont: "してはいけないこと",
    evidence: "証拠として残すもの",
    deadlines: "法律上の期限",
    whom_to_call: "相談窓口",
    sources: "根拠の資料",
    consent: "はい、見せる",
    cancel: "やめる",
    section_menu: "引用した節・関連する節を読む",
    choose_section: "読む節を選ぶ",
    choose_document: "資料を選ぶ",
};

const VIEWS: MemberViews = MemberViews {
    question: "質問: ",
    answer: "公的な資料には、こう書かれています",
    abstain: |kind| match kind {
        Some(RefusalKind::OffTopic | RefusalKind::Harmful) => "お答えできないご質問です",
        Some(RefusalKind::NotCovered) | None => "答えが見つかりませんでした",
    },
    further: "答えの続き",
    more: |button| format!("続きは「{button}」のボタンで読めます。"),
    continued: |heading| format!("{heading}(つづき)"),
    moment: |moment| {
        format!(
            "{}月{}日({}) {}",
            moment.month(),
            moment.day(),
            weekday(moment.weekday()),
            moment.strftime("%-H:%M")
        )
    },
    short_time: |at, now| match at.date() == now.date() {
        true => at.strftime("%-H:%M").to_string(),
        false => format!("{}/{} {}", at.month(), at.day(), at.strftime("%-H:%M")),
    },
    open_now: |moment| format!("いま連絡できる窓口({moment} 日本時間)"),
    none_open: |moment| {
        format!("{moment}(日本時間)の時点で、受付中と確かめられている窓口はありません。")
    },
    hours_unknown: "受付時間を確かめて連絡する窓口",
    closed_now: "いまは時間外の窓口",
    page: |page, pages| format!("{page} / {pages} ページ"),
    hours_unsure: "時間は公式ページで要確認",
    own_contact: "番号はお手元の契約書などに",
    topics_below: "近い話題は、下のボタンから読めます。",
    helper: |role, button| {
        format!("このサーバーの相談役 {role} には、「{button}」のボタンで相談できます。")
    },
    version: |generation, day| format!("資料の版 {generation}({day})"),
    source: "出典",
    labeled: |label, value| format!("{label}: {value}"),
    publisher: "発行",
    documents: |count| format!("資料の一覧({count}点)"),
    documents_hint: "下のメニューから資料を選ぶと、節の一覧が開きます。",
    sections: |count| format!("節は{count}あります。下のメニューから選ぶと、全文が開きます。"),
    not_found: "見つかりませんでした",
    unknown: |name| format!("「{name}」に合うものは見つかりませんでした。"),
    near: "もしかして:",
    nothing_near: "入力中に出てくる候補から選ぶか、言葉を短くしてもう一度お試しください。",
    related: |heading| format!("あわせて読む: {heading}"),
    no_related: "この節に関連づけられた節は、まだありません。",
    steps: "次の一手をくわしく",
    facts: |who, effort, cost, urgency| format!("{urgency} / {who} / {effort} / {cost}"),
    why: "理由",
    how: "やり方",
    also: "別の言い方",
    windows: "相談窓口",
    checklist: |title| format!("事故対応: {title}"),
    done: |done, all| {
        format!(
            "済んだもの: {done} / {all}。終えたら番号のボタンを押してください。もう一度押すと取り消せます。"
        )
    },
    somebody: "だれか",
    no_ticks: "いまはチェックを保存できないため、一覧だけをお見せしています。",
    nothing: "この事故については、定めがありません。",
    part: |title, part| format!("{title}: {part}"),
};

const NOTICES: MemberNotices = MemberNotices {
    thanks: "ありがとうございます",
    helpful: "お役に立ててよかったです。",
    not_helpful: "教えてくださったことは、お名前を付けずに、資料を直すために使います。",
    not_saved: "保存できませんでした",
    vote_not_saved: "申し訳ありません。いまは保存できませんでした。少したってから、もう一度押してください。",
    missing_title: "何が足りませんでしたか",
    missing_label: "知りたかったこと(空でもかまいません)",
    missing_hint: "例: スマホの場合の手順が知りたい。お名前や番号は書かないでください",
    hand_over: "この質問を相談役に見せますか",
    hand_over_what: |role| {
        format!(
            "「はい」を押すと、このチャンネルに、上の質問の文とあなたの名前が載り、相談役 {role} が見られるようになります。チャンネルのほかの人にも見えます。\n「はい」を押すまで、だれにも見せません。"
        )
    },
    no_helper: "相談役はまだ決まっていません",
    no_helper_text: "このサーバーには、相談を受ける役割がまだ決まっていません。外の窓口には、次のように相談できます。",
    no_helper_hint: "管理者の方へ: `/設定 相談役` で決めると、このボタンで相談できるようになります。",
    call: "相談が届いています",
    call_text: |role, asker| format!("{role} のみなさんへ。{asker} さんが相談したいそうです。"),
    call_question: "質問",
    handed_over: "相談役に見せました",
    handed_over_text: "このチャンネルに載せました。返事をお待ちください。急ぐときは、相談役に直接声をかけてください。",
    refused: "できませんでした",
    may_not_post: "このチャンネルに書き込む権限がありません。サーバーの管理者に、Sonaeの権限(メッセージの送信、埋め込みリンク)を確かめてもらってください。",
    may_not_thread: "ここではスレッドを作れませんでした。すでにスレッドがあるか、Sonaeに権限(公開スレッドの作成)がないようです。このチャンネルで、Sonaeにメンションして続けて質問できます。",
    shared: "共有しました",
    shared_text: "このチャンネルに載せました。",
    thread: "スレッドを作りました",
    thread_text: "答えの下のスレッドで、続けて質問してください。",
    thread_name: "続けて質問",
    greeting: "ここで続けて質問できます",
    greeting_all: "このスレッドでは、メンションなしで、そのまま書いてください。一つずつ、短く書くと、よりよく答えられます。",
    greeting_mention: "このスレッドでは、Sonaeにメンションするか、Sonaeのメッセージに返信して書いてください。一つずつ、短く書くと、よりよく答えられます。",
    cannot_answer: "このメッセージには答えられません",
    from_program: "ボットやプログラムが書いたメッセージです。人が書いた質問を選ぶか、`/質問` でお聞きください。",
    no_text: "文字の書かれていないメッセージです。画像やファイルの中は読めません。`/質問` で、言葉で書いてみてください。",
};

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "月",
        Weekday::Tuesday => "火",
        Weekday::Wednesday => "水",
        Weekday::Thursday => "木",
        Weekday::Friday => "金",
        Weekday::Saturday => "土",
        Weekday::Sunday => "日",
    }
}
