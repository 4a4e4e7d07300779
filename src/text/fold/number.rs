//! Reading a typed number. It never guesses: what is not one number and at most its unit is nothing.

use super::{fold, is_line};

/// Reads a number with or without its unit: `３分`, `1,200 円`, `－5`, `3.5`. Full width, thousands separators and a
/// sign are read; anything else that is not a digit makes it no number, and so does a unit other than the given one.
pub fn number(text: &str, unit: &str) -> Option<f64> {
    let folded = fold(text);
    let unit = fold(unit);
    let value = folded.strip_suffix(unit.as_str()).unwrap_or(&folded).trim_end();
    let (is_negative, value) = match value.chars().next()? {
        '+' => (false, &value[1..]),
        sign if is_line(sign) => (true, &value[sign.len_utf8()..]),
        _ => (false, value),
    };
    let (whole, fraction) = match value.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (value, None),
    };
    let is_number = is_whole(whole) && fraction.is_none_or(is_digits);
    let size = is_number.then(|| value.replace(',', "").parse::<f64>().ok()).flatten()?;
    // Adding zero makes minus zero zero.
    size.is_finite().then_some(if is_negative { -size } else { size } + 0.0)
}

/// Digits, or groups of three behind a first group of one to three.
fn is_whole(text: &str) -> bool {
    let mut groups = text.split(',');
    let first = groups.next().unwrap_or_default();
    let mut is_grouped = false;
    let rest_is_right = groups.all(|group| {
        is_grouped = true;
        group.len() == 3 && is_digits(group)
    });
    is_digits(first) && rest_is_right && (!is_grouped || first.len() <= 3)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
