//! The paths that Rust source names, for `architecture`.
//!
//! Reads text, not syntax: whole-line comments are skipped, `use` groups are opened, `super` is resolved.

use regex::Regex;

/// All paths that a file names, from the crate's root: in `use` lines and inside the code.
pub fn imports(file: &str, source: &str) -> Vec<String> {
    let code = without_comments(source);
    // Unit tests stand at the end, one module deeper.
    let (product, tests) = code.split_once("#[cfg(test)]\nmod ").unwrap_or((&code, ""));
    let mut module: Vec<&str> = file.trim_end_matches(".rs").split('/').collect();
    module.retain(|name| !matches!(*name, "mod" | "lib" | "main"));
    let mut paths = paths_in(product, &module);
    module.push("tests");
    paths.extend(paths_in(tests, &module));
    paths
}

fn paths_in(code: &str, module: &[&str]) -> Vec<String> {
    let use_lines = Regex::new(r"(?m)^[ \t]*(?:pub(?:\([^)]*\))?\s+)?use\s+([^;=]+);").unwrap();
    let inline = Regex::new(r"\b[a-z_][a-z0-9_]*(?:::\w+)+").unwrap();
    let mut paths: Vec<String> = use_lines
        .captures_iter(code)
        .flat_map(|found| opened(&found[1]))
        .collect();
    let rest = use_lines.replace_all(code, "");
    paths.extend(inline.find_iter(&rest).map(|path| path.as_str().to_owned()));
    paths.iter().map(|path| from_root(path, module)).collect()
}

/// `a::{b, c::{d, e}}` → `a::b`, `a::c::d`, `a::c::e`.
fn opened(group: &str) -> Vec<String> {
    let Some((prefix, rest)) = group.split_once('{') else {
        return vec![
            group
                .split(" as ")
                .next()
                .unwrap_or_default()
                .trim()
                .to_owned(),
        ];
    };
    let inside = rest.rsplit_once('}').unwrap().0;
    let (mut depth, mut start, mut members) = (0, 0, Vec::new());
    for (index, character) in inside.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                members.extend(inside.get(start..index));
                start = index + 1;
            }
            _ => {}
        }
    }
    members.extend(inside.get(start..));
    let members = members
        .into_iter()
        .filter(|member| !member.trim().is_empty());
    members
        .flat_map(opened)
        .map(|member| format!("{}{member}", prefix.trim()))
        .collect()
}

fn from_root(path: &str, module: &[&str]) -> String {
    let mut module = module.to_vec();
    let mut rest = path.trim_start_matches("pub ").trim_start_matches("::");
    if !rest.starts_with("super::") && !rest.starts_with("self::") {
        return rest.to_owned();
    }
    while let Some(above) = rest.strip_prefix("super::") {
        module.pop();
        rest = above;
    }
    let below = rest.strip_prefix("self::").unwrap_or(rest);
    ["crate"]
        .iter()
        .chain(&module)
        .chain(&[below])
        .copied()
        .collect::<Vec<_>>()
        .join("::")
}

pub fn without_comments(source: &str) -> String {
    let code = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    code.collect::<Vec<_>>().join("\n")
}
