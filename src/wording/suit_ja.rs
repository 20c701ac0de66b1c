//! 会社に合わせた次の一手の言い回し。

use super::grouped;
use super::suit::SuitWords;
use crate::answer::{Suits, WhyAside};

pub(super) const SUIT: SuitWords = SuitWords {
    told: |company| {
        format!(
            "次の一手は、質問から読み取った会社({company})に合わせて選びました。違っていたら、書き直してもう一度聞いてください。"
        )
    },
    known: |company| format!("次の一手は、登録された会社の情報({company})に合わせて選びました。"),
    suits: |suits| match suits {
        Suits::Proof { who } => format!("{who}から求められているため"),
        Suits::Assets { names } => format!("{names}を使っているため"),
        Suits::Industry { name } => format!("{name}向け"),
        Suits::Everybody => String::new(),
        Suits::IfAssets { names } => format!("{names}がある場合"),
        Suits::IfIndustry { names } => format!("{names}の場合"),
    },
    set_aside: |title, why| {
        let why = match why {
            WhyAside::Done => "済んでいる".to_owned(),
            WhyAside::OtherSize => "別の規模の会社向け".to_owned(),
            WhyAside::OtherIndustry => "別の業種向け".to_owned(),
            WhyAside::Lacks { names } => format!("{names}がない"),
            WhyAside::AboveBudget { yen } => format!("予算を超える(少なくとも{}円)", grouped(*yen)),
        };
        format!("外したもの:「{title}」({why})")
    },
};
