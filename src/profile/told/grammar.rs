//! How people say in a sentence that something is theirs, or is not. Japanese says it behind the thing, English
//! before it. What is asked, wished or supposed is not said of the company.

use std::sync::LazyLock;

use regex::Regex;

macro_rules! pattern {
    ($name:ident, $($part:literal)+) => {
        static $name: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(concat!($($part),+)).ok());
    };
}

pattern!(SELF,
    r"うち(?:は|の|も|で|では|には|みたい|、)|当社|弊社|わが社|我が社|自社|当店|当院|当園|当事務所|当方|小社"
    r"|私(?:は|の|たち|ども|が)|わたし|僕|(?:業|屋|店|所|社|院|場|宿|館|園|室|局|施設|企業|メーカー|法人|クリニック|者)です|(?:で|を)(?:営|経営|やって)|をして"
    r"|(?:に|で)勤め|で働"
    r"|\b(?:we|our|i'm|i am|i run|i own|we're|my (?:company|shop|store|office|clinic|firm|business|restaurant))\b"
);
pattern!(HAS_AFTER,
    r"^ー? ?(?:など)?(?:も|が|は|を|に|で)? ?(?:[0-9]+台)?(?:も|が|を)? ?(?:あり(?:$|ます|[、。,.!)・ ])|有り|有(?:$|[、。 ])"
    r"|ある(?:$|[、。,.!)]|会社|店|ので|のに|から|けど|が|し|んで|のです)|あって|使って(?:い|お|る|ま)|使用(?:中|して)|利用(?:中|して)"
    r"|導入(?:済|して)|運用して|設置して|置いて(?:い|お|る|ま|あ)|持って(?:い|お|る|ま)|扱って|扱(?:う|い)|預か(?:って|る|り)|保管して|保存して"
    r"|やって(?:い|お|る|ま)|して(?:い|お|る|ま)|だけ|のみ|[0-9]+台)"
);
pattern!(LACKS_AFTER,
    r"^ー? ?(?:も|が|は|を)? ?(?:な(?:し|い|く)|無(?:し|い|く|$|[、。])|ありませ|使ってい(?:な|ませ)|使わ(?:な|ず)|使いませ"
    r"|持ってい(?:な|ませ)|持た(?:な|ず)|置いてい(?:な|ませ)|導入してい(?:な|ませ)|入れてい(?:な|ませ))"
);
/// Behind a verb: it was asked, wished or supposed.
static SUPPOSED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(?:い|お|ん|り)?(?:る|ます|ない|せん|です)?(?:ん|の)?(?:です|でしょう)?(?:か|場合|とき|時|なら|べき|と[、危き困]|ほうが|方が)").ok()
});
pattern!(HAS_BEFORE,
    r"\b(?:we|i|shop|store|office|clinic|firm|company|business|team|restaurant|inn|factory)(?:'ve)? (?:only |also |just |still |currently )?"
    r"(?:have|has|use|uses|run|runs|own|owns|keep|got|are using|am using) (?:[a-z0-9']+ ){0,2}$"
);
pattern!(
    ASKED_BEFORE,
    r"\b(?:should|can|could|do|does|if|when|must|may|would|how) (?:we|i|our|my)\b[^.]*$"
);
pattern!(
    LACKS_BEFORE,
    r"\b(?:no|without(?: an?| any)?|(?:don't|do not|doesn't|does not) (?:have|use|own)(?: an?| any)?) (?:own |company )?$"
);
pattern!(
    CHAIN,
    r"^ ?(?:と|や|も|・|、|,|/|&|\+|および|及び|and\b|or\b| )+ ?(?:an? |our |one |two |the )?$"
);
pattern!(PEOPLE_BEFORE,
    r"(?:従業員|社員|職員|スタッフ|メンバー|総勢|全部で|全員で|合わせて|規模|人数|会社|うち|当社|弊社|当院|当店)(?:は|が|数|も|数は|数が)? ?(?:約|だいたい|およそ|ざっと|たった|わずか)?$"
    r"|\b(?:we are|we're|with|have|has|employs?|about|around|of)(?: only| about| around)? $"
);
pattern!(PEOPLE_AFTER,
    r"^(?:ほど|くらい|ぐらい|程度|前後|弱|強|以下|未満|足らず|余り|規模)?(?:の(?:小さ|零細|町|会社|企業|事務所|店|お店|工場|医院|クリニック|組織|法人|チーム|製造|建設|個人)"
    r"|規模|で(?:やって|営|経営|回して)|です)|^ (?:company|shop|store|office|clinic|firm|business|restaurant|factory|inn)\b|^ ?$"
);
pattern!(
    OTHERS,
    r"^(?:の|から|へ|に|など)?(?:の)?(?:取引先|お客|顧客|客先|相手|事例|被害|業界|ガイドライン|手引|基準|向け|分野|統計)"
);
pattern!(FILLER,
    r"^(?:あり(?:ます)?|有り|なし|無し|です|従業員|社員|職員|スタッフ|約|規模|の?会社|当社|弊社|うちは?|小さな|使って(?:い(?:る|ます))|ある|ない|だけ|のみ"
    r"|and|with|we|have|use|no|an?|are|is|company|of|employees|small|business|[とやもはがをのにで、。・,./&()「」 -])*$"
);

fn is(pattern: &LazyLock<Option<Regex>>, text: &str) -> bool {
    pattern
        .as_ref()
        .is_some_and(|pattern| pattern.is_match(text))
}

/// Whether somebody speaks of their own firm.
pub(super) fn speaks_of_own_firm(text: &str) -> bool {
    is(&SELF, text)
}

/// Whether the words around things say that the firm has them.
pub(super) fn says_has(before: &str, after: &str) -> bool {
    let behind = HAS_AFTER.as_ref().and_then(|pattern| pattern.find(after));
    let rest = behind.and_then(|found| after.get(found.end()..));
    rest.is_some_and(|rest| !is(&SUPPOSED, rest))
        || (is(&HAS_BEFORE, before) && !is(&ASKED_BEFORE, before))
}

/// Whether the words around things say that the firm lacks them.
pub(super) fn says_lacks(before: &str, after: &str) -> bool {
    let behind = LACKS_AFTER.as_ref().and_then(|pattern| pattern.find(after));
    let rest = behind.and_then(|found| after.get(found.end()..));
    rest.is_some_and(|rest| !is(&SUPPOSED, rest)) || is(&LACKS_BEFORE, before)
}

/// Whether the words between two things only join them.
pub(super) fn joins(between: &str) -> bool {
    between.is_empty() || is(&CHAIN, between)
}

/// Whether a number of people is that of the firm.
pub(super) fn counts_the_firm(before: &str, after: &str) -> bool {
    is(&PEOPLE_BEFORE, before) || is(&PEOPLE_AFTER, after)
}

/// Whether an industry is that of somebody else, by the words behind it.
pub(super) fn is_of_others(after: &str) -> bool {
    is(&OTHERS, after)
}

/// Whether what is left of a clause, without the things that are described, says nothing more.
pub(super) fn is_filler(rest: &str) -> bool {
    is(&FILLER, rest.trim())
}
