//! The manual page: one page with every command, made from the command line's own shape. It never starts a pager.

use std::io::{self, Write};

use clap::{Arg, Command};
use clap_mangen::roff::{Roff, bold, italic, roman};

use crate::cli::arguments::command;
use crate::domain::language::Language;
use crate::i18n::help::HelpText;

/// Writes the page in roff, for `man -l`.
pub fn write(language: Language, out: &mut dyn Write) -> io::Result<()> {
    let say = |text: HelpText| text.in_language(language);
    let mut whole = command(language);
    whole.build();

    let mut page = Roff::new();
    // The place of a date, which a build does not know, holds the version.
    page.control("TH", ["sukima", "1", env!("CARGO_PKG_VERSION"), "sukima", say(HelpText::ManualTitle)]);

    // Left alone: no hyphens inside commands, no gaps between Japanese words.
    page.control("nh", []);
    page.control("ad", ["l"]);

    page.control("SH", [say(HelpText::ManualName)]);
    page.text([roman(format!("sukima - {}", say(HelpText::Program).trim_start_matches("sukima: ")))]);

    page.control("SH", [say(HelpText::ManualSynopsis)]);
    usage(&mut page, &whole);

    page.control("SH", [say(HelpText::ManualDescription)]);
    lines(&mut page, say(HelpText::ProgramAtLength));

    page.control("SH", [say(HelpText::ManualCommands)]);
    commands(&mut page, &whole);

    for heading in [HelpText::Options, HelpText::CommonOptions] {
        page.control("SH", [say(heading)]);
        let below = whole.get_arguments().filter(|argument| argument.get_help_heading() == Some(say(heading)));
        below.for_each(|argument| entry(&mut page, argument));
    }

    page.control("SH", [say(HelpText::ManualFiles)]);
    lines(&mut page, say(HelpText::Files));

    page.control("SH", [say(HelpText::ManualExitCodes)]);
    // Its own first line is the heading that this page already has.
    for line in say(HelpText::ExitCodes).lines().skip(1) {
        let (code, meaning) = line.trim().split_once(' ').unwrap_or((line, ""));
        page.control("TP", []);
        page.text([bold(code)]);
        page.text([roman(meaning.trim())]);
    }
    page.to_writer(out)
}

/// Each command with its own options, then those below it.
fn commands(page: &mut Roff, parent: &Command) {
    for command in parent.get_subcommands() {
        let is_group = command.has_subcommands();
        if !is_group {
            page.control("SS", [command.get_bin_name().unwrap_or(command.get_name())]);
            usage(page, command);
            page.control("PP", []);
            if let Some(about) = command.get_long_about().or(command.get_about()) {
                lines(page, &about.to_string());
            }
            let own = command.get_arguments().filter(|argument| !argument.is_global_set());
            own.for_each(|argument| entry(page, argument));
        }
        commands(page, command);
    }
}

/// The forms of a command, one a line, without the heading that `--help` prints above them.
fn usage(page: &mut Roff, command: &Command) {
    let usage = command.get_overridden_usage().map(ToString::to_string).unwrap_or_default();
    for (place, form) in usage.lines().skip(1).enumerate() {
        if place > 0 {
            page.control("br", []);
        }
        page.text([roman(form.trim())]);
    }
}

fn entry(page: &mut Roff, argument: &Arg) {
    let mut head = Vec::new();
    if let Some(short) = argument.get_short() {
        head.extend([bold(format!("-{short}")), roman(", ")]);
    }
    if let Some(long) = argument.get_long() {
        head.push(bold(format!("--{long}")));
    }
    if argument.get_action().takes_values() {
        let value = argument.get_value_names().unwrap_or_default().join(" ");
        head.push(roman(if head.is_empty() { "" } else { " " }));
        head.push(italic(value));
    }
    page.control("TP", []);
    page.text(head);
    lines(page, &argument.get_help().map(ToString::to_string).unwrap_or_default());
}

/// Text whose line ends and indents stay.
fn lines(page: &mut Roff, text: &str) {
    for (place, line) in text.lines().enumerate() {
        if place > 0 {
            page.control("br", []);
        }
        page.text([roman(line)]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(language: Language) -> String {
        let mut bytes = Vec::new();
        write(language, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn the_page_is_in_one_language() {
        let japanese = page(Language::Japanese);
        for english in ["NAME\n", "OPTIONS", "SYNOPSIS", "Print help"] {
            assert!(!japanese.contains(english), "{english} stands in the Japanese page");
        }
        insta::assert_snapshot!("manual_japanese", japanese);
        insta::assert_snapshot!("manual_english", page(Language::English));
    }
}
