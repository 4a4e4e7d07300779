//! `{{name}}` that this office does not fill. The text can be read all the same; the author must know that it names no
//! desk.

use std::collections::BTreeSet;

use crate::content::rules::Inspected;
use crate::domain::diagnostic::Finding;
use crate::domain::office::Office;

/// Values that every office is expected to fill: unset, they are no author's slip as long as there is no `office.toml`.
const EXPECTED_EVERYWHERE: [&str; 1] = ["report_desk"];

/// One finding for each name in a lesson, at its first use.
pub fn check(inspected: &mut Inspected<'_>, office: &Office) {
    let mut told = BTreeSet::new();
    for use_of in &inspected.lesson.office_values {
        let is_missing = !office.values.contains_key(&use_of.name);
        let is_for_the_office = !office.was_found && EXPECTED_EVERYWHERE.contains(&use_of.name.as_str());
        if is_missing && !is_for_the_office && told.insert(&use_of.name) {
            inspected.warn(Some(use_of.range.clone()), Finding::UnsetOfficeValue { name: use_of.name.clone() });
        }
    }
}
