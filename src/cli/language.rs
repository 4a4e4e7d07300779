//! Which language to speak before anything is known of the learner: the command line's own wish, then the machine's.
//! It reads neither the environment nor the machine; the caller hands both in.

use std::ffi::{OsStr, OsString};

use crate::domain::language::Language;

/// The variable that sets the language of this program alone.
const OWN_VARIABLE: &str = "SUKIMA_LANG";
/// What a system says about the language of messages, the strongest first.
const SYSTEM_VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language that somebody asked for by `--lang` or `SUKIMA_LANG`; stronger than any setting that is stored.
pub fn asked_for(arguments: &[OsString], variable: impl Fn(&str) -> Option<OsString>) -> Option<Language> {
    written_behind_lang(arguments)
        .as_deref()
        .and_then(Language::from_tag)
        .or_else(|| variable(OWN_VARIABLE).as_deref().and_then(OsStr::to_str).and_then(Language::from_tag))
}

/// The language of the machine. `locale` is what the operating system calls it.
///
/// A machine set to a third language, or to C, reads English. One that says nothing at all reads Japanese, like the
/// people whom this program is for.
pub fn of_machine(variable: impl Fn(&str) -> Option<OsString>, locale: Option<&str>) -> Language {
    let tag = SYSTEM_VARIABLES
        .iter()
        .filter_map(|name| variable(name))
        .filter_map(|value| value.into_string().ok())
        .find(|value| !value.is_empty())
        .or_else(|| locale.map(str::to_owned));
    match tag {
        Some(tag) => Language::from_tag(&tag).unwrap_or(Language::English),
        None => Language::Japanese,
    }
}

/// The word behind the last `--lang`, found before the command line is read, so that a refusal is in that language.
fn written_behind_lang(arguments: &[OsString]) -> Option<String> {
    let mut found = None;
    let mut words = arguments.iter().skip(1).map(|word| word.to_string_lossy());
    while let Some(word) = words.next() {
        if word == "--" {
            break;
        } else if word == "--lang" {
            found = words.next().map(|value| value.into_owned()).or(found);
        } else if let Some(value) = word.strip_prefix("--lang=") {
            found = Some(value.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("sukima --lang en", "", Some(Language::English))]
    #[case("sukima study --lang=ja", "SUKIMA_LANG=en", Some(Language::Japanese))]
    #[case("sukima study", "SUKIMA_LANG=en_GB.UTF-8", Some(Language::English))]
    #[case("sukima study --lang", "", None)]
    #[case("sukima --lang fr", "SUKIMA_LANG=ja", Some(Language::Japanese))]
    #[case("sukima lessons show -- --lang=en", "", None)]
    #[case("sukima", "LANG=en_US.UTF-8", None)]
    fn the_language_asked_for(#[case] line: &str, #[case] environment: &str, #[case] expected: Option<Language>) {
        let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        assert_eq!(asked_for(&words, variables(environment)), expected);
    }

    #[rstest]
    #[case("LANG=ja_JP.UTF-8", None, Language::Japanese)]
    #[case("LANG=ja_JP.UTF-8 LC_ALL=en_US.UTF-8", None, Language::English)]
    #[case("LC_ALL= LC_MESSAGES=ja_JP LANG=en_US", None, Language::Japanese)]
    #[case("", Some("ja-JP"), Language::Japanese)]
    #[case("", Some("en-US"), Language::English)]
    #[case("", Some("fr-FR"), Language::English)]
    #[case("LANG=C.UTF-8", None, Language::English)]
    #[case("", None, Language::Japanese)]
    fn the_language_of_the_machine(
        #[case] environment: &str,
        #[case] locale: Option<&str>,
        #[case] expected: Language,
    ) {
        assert_eq!(of_machine(variables(environment), locale), expected);
    }

    /// Variables from `NAME=value NAME=value`.
    fn variables(text: &str) -> impl Fn(&str) -> Option<OsString> {
        move |name| {
            text.split(' ')
                .find_map(|pair| pair.split_once('=').filter(|(key, _)| *key == name))
                .map(|(_, value)| value.into())
        }
    }
}
