//! チャットでの、制度の対応表の言い回し。

use super::crosswalk_chat::CrosswalkChat;

pub(super) const CROSSWALK_CHAT: CrosswalkChat = CrosswalkChat {
    schemes: "何を求められていますか",
    schemes_hint: "求められた制度を選ぶと、できていることと足りないことをお見せします。",
    nothing_told: "会社のことをまだ聞いていないので、ほかの制度との対応だけをお見せします。`/対応表` で「満たしているもの」も選ぶか、`/会社情報` で会社のことを教えると、できていることと足りないことが分かります。",
    more: |count| format!("ほかに{count}つ(下のメニューで項目を選ぶと全部出ます)"),
    links: "ほかの制度で当たる項目",
    choose_scheme: "求められた制度を選ぶ",
    choose_item: "項目を選んで、次にすることを見る",
    table: "この一覧をファイルで",
    answers: "相手への回答の下書き",
    steps: "次にすることを詳しく",
    table_title: "一覧をファイルにしました",
    table_text: "1行ごとに、根拠の資料・版・確認日が入っています。",
    answers_title: "回答の下書きを作りました",
    answers_text: "空欄は、まだ確かめていない項目です。確かめて埋め、自社の言葉に直してから相手に渡してください。",
};
