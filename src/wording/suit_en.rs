//! The phrases of next steps for a company, in English.

use super::grouped;
use super::suit::SuitWords;
use crate::answer::{Suits, WhyAside};

pub(super) const SUIT: SuitWords = SuitWords {
    told: |company| {
        format!(
            "The next steps were chosen for the company as your question describes it ({company}). If that is wrong, put it differently and ask again."
        )
    },
    known: |company| format!("The next steps were chosen for your company's profile ({company})."),
    suits: |suits| match suits {
        Suits::Proof { who } => format!("asked for by: {who}"),
        Suits::Assets { names } => format!("because you use: {names}"),
        Suits::Industry { name } => format!("for: {name}"),
        Suits::Everybody => String::new(),
        Suits::IfAssets { names } => format!("if you have: {names}"),
        Suits::IfIndustry { names } => format!("if you are in: {names}"),
    },
    set_aside: |title, why| {
        let why = match why {
            WhyAside::Done => "done".to_owned(),
            WhyAside::OtherSize => "for firms of another size".to_owned(),
            WhyAside::OtherIndustry => "for other industries".to_owned(),
            WhyAside::Lacks { names } => format!("you do not have: {names}"),
            WhyAside::AboveBudget { yen } => {
                format!("above the budget (at least {} yen)", grouped(*yen))
            }
        };
        format!("Left out: \"{title}\" ({why})")
    },
};
