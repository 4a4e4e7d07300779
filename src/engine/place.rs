//! Where the learner's data lives: the local data folder of the account, never a roaming one, never beside the
//! program.

use std::path::{Path, PathBuf};

use crate::domain::office::Office;
use crate::engine::{OpenError, Options};

/// The folder of a learner who gave no name.
const DEFAULT_PROFILE: &str = "default";
const PROFILE_CHARACTERS: usize = 40;
/// Names that the data folder has a use for.
const OWN_NAMES: [&str; 3] = ["backups", "settings.toml", "library.cache"];

/// A profile that cannot be a folder name on every system.
#[derive(Debug, thiserror::Error)]
#[error("not a usable profile name: {0}")]
pub struct InvalidProfile(pub String);

/// Where `settings.toml` is looked for before the office is known, which it may help to find.
pub(super) fn own_folder(data_dir: Option<&Path>) -> Option<PathBuf> {
    data_dir.map(Path::to_path_buf).or_else(account_folder)
}

/// The data folder: `--data-dir`, else the office's, else the account's local one.
pub fn data_folder(data_dir: Option<&Path>, office: &Office) -> Option<PathBuf> {
    let moved = || office.data_dir.as_deref().map(|text| PathBuf::from(expand(text)));
    data_dir.map(Path::to_path_buf).or_else(moved).or_else(account_folder)
}

pub(super) fn profile_folder(options: &Options, office: &Office) -> Result<PathBuf, OpenError> {
    let profile = options.profile.as_deref().unwrap_or(DEFAULT_PROFILE);
    let folder = data_folder(options.data_dir.as_deref(), office).ok_or(OpenError::NoDataFolder)?;
    Ok(folder.join(checked_profile(profile)?))
}

fn account_folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "sukima").map(|dirs| dirs.data_local_dir().to_path_buf())
}

/// `%USERNAME%` and the like, as offices write paths.
fn expand(text: &str) -> String {
    let mut expanded = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        expanded.push_str(before);
        match after.split_once('%') {
            Some((name, behind)) => {
                expanded.push_str(&std::env::var(name).unwrap_or_else(|_| format!("%{name}%")));
                rest = behind;
            }
            None => {
                expanded.push('%');
                rest = after;
            }
        }
    }
    expanded + rest
}

fn checked_profile(name: &str) -> Result<&str, InvalidProfile> {
    let reserved = ["con", "prn", "aux", "nul"];
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_device =
        reserved.contains(&stem.as_str()) || ((stem.starts_with("com") || stem.starts_with("lpt")) && stem.len() == 4);
    let is_plain = name.chars().all(|character| {
        !character.is_control() && !matches!(character, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
    });
    let is_short = (1..=PROFILE_CHARACTERS).contains(&name.chars().count());
    let is_name =
        !name.starts_with('.') && !name.ends_with(['.', ' ']) && !OWN_NAMES.contains(&name.to_lowercase().as_str());
    if is_plain && is_short && is_name && !is_device { Ok(name) } else { Err(InvalidProfile(name.to_owned())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_is_a_plain_folder_name_on_every_system() {
        for name in ["default", "山田", "yamada-t", "a b"] {
            assert!(checked_profile(name).is_ok(), "{name}");
        }
        for name in [
            "",
            "..",
            ".x",
            "a/b",
            "a\\b",
            "con",
            "NUL.txt",
            "com1",
            "x.",
            "x ",
            "a:b",
            "a\u{1b}b",
            "backups",
            "Settings.toml",
        ] {
            assert!(checked_profile(name).is_err(), "{name}");
        }
    }
}
