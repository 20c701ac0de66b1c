//! Which actions: the set that is worth most within the yen, the minutes and the number of lines, with one of each
//! group that an action needs in it, and at most one of each group. Exact: a mixed-integer program.

use std::collections::BTreeMap;

use microlp::{
    ComparisonOp, OptimizationDirection, Problem, SolutionStatus, SolveOptions, SolveOutcome,
    Variable,
};

/// An action as far as the choice is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is worth.
    pub value: u32,
    /// What it may cost, yen.
    pub yen: u32,
    /// What it takes, minutes.
    pub minutes: u32,
    /// Numbers of the groups of which one item must be chosen with it.
    pub before: Vec<usize>,
    /// Number of its group, of which one is enough: ways to do the same. An item alone has a group of its own.
    pub group: usize,
}

/// What a set of items must stay within.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Yen.
    pub yen: u64,
    /// Minutes.
    pub minutes: u64,
    /// Items.
    pub items: usize,
}

/// A set of items.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// Positions of the chosen items, ascending.
    pub chosen: Vec<usize>,
    /// Their value together.
    pub value: u64,
    /// No set is worth more than this. The same as `value` when that was proven.
    pub bound: u64,
}

/// Nodes of the search after which it stops with the best set so far. A thousand companies needed far fewer; a limit
/// of time would give different plans on different machines.
const MOST_NODES: u64 = 20_000;
/// Yen and minutes are counted in these units: the solver likes numbers of one size.
const YEN_UNIT: f64 = 1000.0;
const MINUTES_UNIT: f64 = 60.0;

/// Chooses the best set. The same items and limits give the same set.
pub fn best(items: &[Item], limits: &Limits) -> Choice {
    let (problem, variables) = program(items, limits);
    let mut options = SolveOptions::default();
    options.node_limit = Some(MOST_NODES);
    options.mip_gap = 0.0;
    let solution = match problem.solve_with(options) {
        Ok(SolveOutcome::Solution(solution)) => solution,
        // To choose nothing is always possible, so this is a fault of numbers; the bound says that nothing is proven.
        Ok(SolveOutcome::Interrupted(_)) | Err(_) => {
            return Choice {
                bound: items.iter().map(|item| u64::from(item.value)).sum(),
                ..Choice::default()
            };
        }
    };
    let chosen: Vec<usize> = variables
        .iter()
        .enumerate()
        .filter(|(_, variable)| solution.var_value(**variable) > 0.5)
        .map(|(position, _)| position)
        .collect();
    let values = chosen.iter().filter_map(|position| items.get(*position));
    let value: u64 = values.map(|item| u64::from(item.value)).sum();
    let proven = match solution.status() {
        SolutionStatus::Optimal => None,
        _ => solution.stats().best_bound,
    };
    Choice {
        // Values are whole numbers; the bound of a float is right to much less than one.
        bound: proven.map_or(value, |bound| (bound + 1e-6).floor() as u64),
        chosen,
        value,
    }
}

fn program(items: &[Item], limits: &Limits) -> (Problem, Vec<Variable>) {
    let mut problem = Problem::new(OptimizationDirection::Maximize);
    let variables: Vec<Variable> = items
        .iter()
        .map(|item| problem.add_binary_var(f64::from(item.value)))
        .collect();
    let mut at_most = |limit: f64, uses: fn(&Item) -> f64| {
        let terms: Vec<(Variable, f64)> = variables
            .iter()
            .zip(items)
            .map(|(variable, item)| (*variable, uses(item)))
            .filter(|(_, used)| *used > 0.0)
            .collect();
        problem.add_constraint(terms, ComparisonOp::Le, limit);
    };
    at_most(limits.yen as f64 / YEN_UNIT, |item| {
        f64::from(item.yen) / YEN_UNIT
    });
    at_most(limits.minutes as f64 / MINUTES_UNIT, |item| {
        f64::from(item.minutes) / MINUTES_UNIT
    });
    at_most(limits.items as f64, |_| 1.0);
    let mut groups: BTreeMap<usize, Vec<Variable>> = BTreeMap::new();
    for (variable, item) in variables.iter().zip(items) {
        groups.entry(item.group).or_default().push(*variable);
    }
    for members in groups.values().filter(|members| members.len() > 1) {
        let terms: Vec<(Variable, f64)> = members.iter().map(|member| (*member, 1.0)).collect();
        problem.add_constraint(terms, ComparisonOp::Le, 1.0);
    }
    for (variable, item) in variables.iter().zip(items) {
        for needed in &item.before {
            let members = groups.get(needed).into_iter().flatten();
            let mut terms = vec![(*variable, 1.0)];
            terms.extend(members.map(|member| (*member, -1.0)));
            problem.add_constraint(terms, ComparisonOp::Le, 0.0);
        }
    }
    (problem, variables)
}
