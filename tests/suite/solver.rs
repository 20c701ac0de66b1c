//! The choice of a plan as a mixed-integer program for a general solver: slow, written apart from ours, and so a judge
//! of it. The suite and the benchmark use it.

use std::collections::BTreeMap;

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, Variable};
use sonae::profile::{Item, Limits};

/// Yen and minutes are counted in these units: the solver likes numbers of one size.
const YEN_UNIT: f64 = 1000.0;
const MINUTES_UNIT: f64 = 60.0;

/// The most that any set within the limits is worth.
pub fn best_value(items: &[Item], limits: &Limits) -> u64 {
    let problem = program(items, limits);
    let mut options = SolveOptions::default();
    options.mip_gap = 0.0;
    let outcome = problem.solve_with(options).unwrap();
    let solution = outcome.into_solution().unwrap();
    solution.objective().round() as u64
}

fn program(items: &[Item], limits: &Limits) -> Problem {
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
    problem
}
