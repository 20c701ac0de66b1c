//! How many typing errors lie between what was typed and the beginning of a name.

/// Longest text that is compared, in characters; what is typed is read up to a hundred.
const WIDTH: usize = 128;
/// More errors than are ever allowed.
const TOO_MANY: u8 = 100;

/// Returns the fewest errors (a letter too much, too few, wrong, or two exchanged) that turn what was typed
/// into the beginning of a text; none when there are more than allowed.
///
/// The optimal string alignment distance in a band along the diagonal: most texts are given up after a few
/// letters, and nothing is allocated.
pub(super) fn errors_at_start(typed: &[char], there: &[char], allowed: u8) -> Option<u8> {
    let reach = usize::from(allowed);
    let width = (typed.len() + reach).min(there.len());
    if width >= WIDTH {
        return None;
    }
    let cell = |row: &[u8; WIDTH], column: usize| row.get(column).copied().unwrap_or(TOO_MANY);
    let mut before_last = [TOO_MANY; WIDTH];
    let mut last = [TOO_MANY; WIDTH];
    for (start, errors) in last.iter_mut().zip(0..=allowed) {
        *start = errors;
    }
    for (row, letter) in typed.iter().enumerate() {
        let mut current = [TOO_MANY; WIDTH];
        let mut fewest_of_row = TOO_MANY;
        for column in (row + 1).saturating_sub(reach)..=(row + 1 + reach).min(width) {
            let diagonal = column.checked_sub(1);
            let errors = match diagonal.and_then(|left| Some((left, there.get(left)?))) {
                // All that was typed so far is too much.
                None => u8::try_from(row + 1).unwrap_or(TOO_MANY),
                Some((left, other)) => {
                    let replaced = cell(&last, left) + u8::from(letter != other);
                    let more = cell(&last, column).min(cell(&current, left)) + 1;
                    let exchanged = match (row.checked_sub(1), left.checked_sub(1)) {
                        (Some(above), Some(before))
                            if typed.get(above) == Some(other)
                                && there.get(before) == Some(letter) =>
                        {
                            cell(&before_last, before) + 1
                        }
                        _ => TOO_MANY,
                    };
                    replaced.min(more).min(exchanged)
                }
            };
            fewest_of_row = fewest_of_row.min(errors);
            if let Some(place) = current.get_mut(column) {
                *place = errors;
            }
        }
        if fewest_of_row > allowed {
            return None;
        }
        before_last = std::mem::replace(&mut last, current);
    }
    let fewest = last.iter().take(width + 1).min().copied();
    fewest.filter(|errors| *errors <= allowed)
}

#[cfg(test)]
mod tests {
    use super::errors_at_start;

    fn check(typed: &str, there: &str, allowed: u8, expected: Option<u8>) {
        let (typed_letters, letters): (Vec<char>, Vec<char>) =
            (typed.chars().collect(), there.chars().collect());
        let errors = errors_at_start(&typed_letters, &letters, allowed);
        assert_eq!(errors, expected, "{typed} {there}");
    }

    #[test]
    fn errors_are_counted_up_to_the_allowed_number() {
        check("ransom", "ransomware", 1, Some(0));
        check("ranosm", "ransomware", 1, Some(1));
        check("rnsom", "ransomware", 1, Some(1));
        check("raansom", "ransomware", 1, Some(1));
        check("xansom", "ransomware", 1, Some(1));
        check("rxxsom", "ransomware", 1, None);
        check("arnsmo", "ransomware", 2, Some(2));
        check("ransomwarexy", "ransomware", 2, Some(2));
        check("ransomwarexyz", "ransomware", 2, None);
    }

    #[test]
    fn the_ends_of_both_are_kept() {
        check("", "ransomware", 1, Some(0));
        check("abc", "", 2, None);
        check("ab", "", 2, Some(2));
        check(&"a".repeat(100), &"a".repeat(300), 2, Some(0));
        check(&"a".repeat(200), &"a".repeat(300), 2, None);
    }
}
