//! 期限の計算と事故の記録の言い回し。日付のそばに、いつも決まりを置く。

use jiff::civil::Weekday;

use super::incident::{IncidentWords, RecordWords};
use super::plan_chat::PaperWords;

pub(super) const INCIDENT: IncidentWords = IncidentWords {
    date: |date| {
        let weekday = match date.weekday() {
            Weekday::Monday => "月",
            Weekday::Tuesday => "火",
            Weekday::Wednesday => "水",
            Weekday::Thursday => "木",
            Weekday::Friday => "金",
            Weekday::Saturday => "土",
            Weekday::Sunday => "日",
        };
        format!(
            "{}年{}月{}日({weekday})",
            date.year(),
            date.month(),
            date.day()
        )
    },
    span: |from, until| format!("{from}から{until}まで"),
    until: |date| format!("{date}まで"),
    deadlines: |day| format!("{day}に気付いた時の期限"),
    condition: "当てはまる時",
    rule: "決まり",
    counting: "数え方",
    also: "あわせて確かめること",
    count: "期限を計算",
    ask: "気付いた日はいつですか",
    ask_day: "会社の誰かが最初に気付いた日",
    ask_day_or_nothing: "会社の誰かが気付いた日(空でもかまいません)",
    ask_hint: "例: 2026-11-20、11/20、11月20日、昨日",
    unread: "日付を読み取れませんでした",
    unread_text: "「2026-11-20」「11/20」「11月20日」「昨日」のように書いてください。",
    future: "まだ来ていない日です",
    future_text: "会社の誰かが最初に気付いた日を、今日までの日付で書いてください。",
    again: "もう一度",
    make_record: "記録を受け取る",
    ask_record: "事故の記録を作ります",
    record_text: "この一覧から作った記録です。だれが印を付けたかは載せていません。渡す前に、中身を確かめて、空いている欄を書き入れてください。",
    record: RecordWords {
        ready: "事故の記録ができました",
        title: |incident| format!("事故の記録: {incident}"),
        opened: |moment| format!("一覧を開いた日時: {moment}(日本時間)"),
        made: |moment| format!("この記録を作った日時: {moment}(日本時間)"),
        progress: |done, all| format!("済んだ手順: {done} / {all}"),
        known: |day| format!("会社の誰かが気付いた日: {day}"),
        timeline: "経過",
        open: "まだの手順",
        opened_event: "対応の一覧を開いた",
        member: "メンバー",
        step: |number, text| format!("手順{number}を済ませた: {text}"),
        when: "日時",
        what: "内容",
        who: "だれが",
        number: "番号",
        kept_where: "置き場所(記入)",
        due: "期限",
        window: "窓口",
        called: "連絡した日時と相手(記入)",
        no_date: "気付いた日を入れると計算します",
        no_names: "印を付けた人の名前は載せていません。「メンバー」は、一覧のあるチャンネルにいただれかです。",
        fill_in: "「記入」の欄は空けてあります。",
        file: PaperWords {
            workbook: "事故の記録の表(Excelなどの表計算ソフト用)",
            page: "事故の記録の印刷用ページ(ブラウザーで開いて印刷)",
            markdown: "事故の記録の文章(Markdown)",
            table: "事故の記録の表(CSV)",
        },
    },
};
