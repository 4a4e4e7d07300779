//! Completions for shells, made from the command line's own shape. It writes them where it is told to, and knows no
//! shell's folders.

use std::io::{self, Write};

use clap_complete::{Shell as Generator, generate};

use crate::cli::arguments::{Shell, command};
use crate::domain::language::Language;

/// Writes a script that completes `sukima` in this shell.
pub fn write(shell: Shell, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let (generator, language) = match shell {
        Shell::Bash => (Generator::Bash, language),
        Shell::Zsh => (Generator::Zsh, language),
        Shell::Fish => (Generator::Fish, language),
        // Windows PowerShell 5.1 reads a script without a byte order mark in the machine's code page, where Japanese
        // text may swallow a quotation mark.
        Shell::PowerShell => (Generator::PowerShell, Language::English),
    };
    // The generator panics when it cannot write, so it writes to memory.
    let mut script = Vec::new();
    generate(generator, &mut command(language), "sukima", &mut script);
    out.write_all(&script)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn script(shell: Shell, language: Language) -> String {
        let mut bytes = Vec::new();
        write(shell, language, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[rstest]
    #[case(Shell::Bash)]
    #[case(Shell::Zsh)]
    #[case(Shell::Fish)]
    #[case(Shell::PowerShell)]
    fn every_script_knows_the_commands(#[case] shell: Shell) {
        let script = script(shell, Language::Japanese);
        for word in ["sukima", "study", "unpack", "completions", "rebuild", "data-dir"] {
            assert!(script.contains(word), "{word} is missing");
        }
    }

    #[test]
    fn the_powershell_script_is_ascii_in_every_language() {
        assert!(script(Shell::PowerShell, Language::Japanese).is_ascii());
    }

    #[test]
    fn descriptions_are_in_the_language_of_the_reader() {
        assert!(script(Shell::Zsh, Language::Japanese).contains("教材を調べ"));
        assert!(script(Shell::Zsh, Language::English).contains("Check lessons"));
    }
}
