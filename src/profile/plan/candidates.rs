//! The actions that come into question for a company's plan, what each is worth there, and why the others do not.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::WhyOut;
use crate::knowledge::{Action, Doer, Knowledge, Urgency};
use crate::profile::fit::{Because, Fit, Fitting};

/// An action that may stand in the plan.
#[derive(Debug, Clone)]
pub(super) struct Candidate<'a> {
    pub action: &'a Action,
    pub because: Because,
    /// Yen for this company: the lower and the upper end.
    pub yen: (u32, u32),
    /// Minutes of the firm's own time.
    pub minutes: u32,
    pub value: u32,
}

/// What an effect of 1 to 5 is worth (our judgement): what closes a way in outweighs two that help much.
const EFFECT_VALUES: [u32; 5] = [4, 9, 16, 28, 40];
/// From this effect on an action is worth the same whatever else is done for its theme.
const CORE_EFFECT: u8 = 4;
/// What the first, second and later actions of a theme are worth, in hundredths: after the first, another theme helps
/// more.
const THEME_HUNDREDTHS: [u32; 4] = [100, 60, 35, 20];

/// Actions that fit, and the ids of those that do not, with the reason.
pub(super) fn candidates<'a>(
    fitting: &Fitting<'a>,
    budget_yen: u64,
    minutes: u64,
) -> (Vec<Candidate<'a>>, Vec<(&'a Action, WhyOut)>) {
    let (mut fitting_ones, mut out) = (Vec::new(), Vec::new());
    for action in &fitting.knowledge().actions {
        match fitting.fit_plan(action) {
            Fit::Applies { because } => fitting_ones.push(candidate(action, because, fitting)),
            fit => out.push((action, WhyOut::DoesNotFit { fit })),
        }
    }
    // Before the limits are looked at: what an action is worth must not depend on them.
    weigh_themes(&mut fitting_ones, fitting.knowledge());
    let mut candidates = Vec::new();
    for candidate in fitting_ones {
        if u64::from(candidate.yen.0) > budget_yen {
            let yen = candidate.yen.0;
            out.push((candidate.action, WhyOut::AboveBudget { yen }));
        } else if u64::from(candidate.minutes) > minutes {
            out.push((candidate.action, WhyOut::AboveHours));
        } else {
            candidates.push(candidate);
        }
    }
    leave_out_unreachable(&mut candidates, &mut out);
    (candidates, out)
}

fn candidate<'a>(action: &'a Action, because: Because, fitting: &Fitting<'_>) -> Candidate<'a> {
    Candidate {
        yen: fitting.yen(action),
        minutes: own_minutes(action),
        value: value(action, &because),
        action,
        because,
    }
}

/// Lowers the value of all but the best of each theme, so that a plan sees to many things before it sees to one of
/// them twice. Near-same actions share a place. What closes a way in keeps its value.
fn weigh_themes<'a>(candidates: &mut [Candidate<'a>], knowledge: &'a Knowledge) {
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by_key(|position| {
        let candidate = candidates.get(*position);
        candidate.map(|one| (Reverse(one.value), one.minutes))
    });
    let mut places: HashMap<&str, Vec<(&'a Action, usize)>> = HashMap::new();
    for position in order {
        let Some(candidate) = candidates.get_mut(position) else {
            continue;
        };
        let action = candidate.action;
        let of_theme = places.entry(theme(action, knowledge)).or_default();
        let near = of_theme
            .iter()
            .find(|(other, _)| action.instead_of.contains(&other.id));
        let next = of_theme.last().map_or(0, |(_, place)| place + 1);
        let place = near.map_or(next, |(_, place)| *place);
        of_theme.push((action, place.max(next.saturating_sub(1))));
        if action.effect < CORE_EFFECT {
            let share = THEME_HUNDREDTHS.get(place).or(THEME_HUNDREDTHS.last());
            candidate.value = candidate.value * share.copied().unwrap_or(100) / 100;
        }
    }
}

/// What an action is about: its theme of the crosswalk, else its first topic.
fn theme<'a>(action: &'a Action, knowledge: &'a Knowledge) -> &'a str {
    let themes = &knowledge.crosswalk.themes;
    let theme = themes
        .iter()
        .find(|theme| theme.actions.contains(&action.id));
    let topic = || action.topics.first().map_or("", String::as_str);
    theme.map_or_else(topic, |theme| theme.id.as_str())
}

/// Minutes of the firm's own time. While an outside expert works, the firm asks, opens doors and looks at the result:
/// a quarter of the time (our estimate).
fn own_minutes(action: &Action) -> u32 {
    match action.who {
        Doer::Outside => action.minutes.div_ceil(4),
        _ => action.minutes,
    }
}

/// What an action is worth: its effect, more when it is urgent, three times as much when somebody asks for it, half as
/// much again when it protects something special that the firm has. All parts are whole numbers.
fn value(action: &Action, because: &Because) -> u32 {
    let effect = usize::from(action.effect.clamp(1, 5)) - 1;
    let effect = EFFECT_VALUES.get(effect).copied().unwrap_or(0);
    let urgency = match action.urgency {
        Urgency::Now | Urgency::Week => 6,
        Urgency::Month => 5,
        Urgency::Quarter => 4,
        Urgency::Year => 3,
    };
    let weight = match because {
        Because::Proof { .. } => 12,
        Because::Assets { .. } | Because::Industry { .. } => 6,
        Because::Everybody => 4,
    };
    effect * urgency * weight
}

impl Candidate<'_> {
    /// What it is worth when it is done at the lower end of its cost: the free way works out less often.
    pub fn frugal_value(&self) -> u32 {
        self.value * 3 / 4
    }
}

/// An action whose prerequisite fits but cannot be had is out of reach, too; and so on.
fn leave_out_unreachable<'a>(
    candidates: &mut Vec<Candidate<'a>>,
    out: &mut Vec<(&'a Action, WhyOut)>,
) {
    loop {
        let blocker = |candidate: &Candidate<'_>| {
            let unaffordable = out.iter().find(|(action, why)| {
                candidate.action.before.contains(&action.id) && why.is_out_of_reach()
            });
            unaffordable.map(|(action, _)| action.id.clone())
        };
        let blocked = candidates
            .iter()
            .enumerate()
            .find_map(|(position, candidate)| Some((position, blocker(candidate)?)));
        let Some((position, first)) = blocked else {
            return;
        };
        let candidate = candidates.remove(position);
        out.push((candidate.action, WhyOut::NeedsFirst { id: first }));
    }
}
