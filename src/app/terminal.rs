//! What the environment says of the terminal before it is asked anything. It reads no variable by itself and sends
//! nothing to the terminal.

use std::ffi::OsString;

/// A terminal, or what stands in for one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terminal {
    /// What its width is remembered under.
    pub name: String,
    pub can_draw: bool,
    pub is_colourless: bool,
}

/// A name is a key in a settings file: longer ones are cut.
const NAME_CHARACTERS: usize = 40;

impl Terminal {
    /// `is_terminal`: keys come from one and frames go to one.
    pub fn of(is_terminal: bool, variable: impl Fn(&str) -> Option<OsString>) -> Terminal {
        // An empty variable counts as none: https://no-color.org asks for it, and the others follow.
        let text = |name: &str| {
            variable(name).map(|value| value.to_string_lossy().into_owned()).filter(|value| !value.is_empty())
        };
        // A typewriter, such as an editor's shell buffer: it moves no cursor and takes no colour.
        let is_dumb = text("TERM").is_some_and(|term| term == "dumb");
        Terminal {
            name: name(&text),
            can_draw: is_terminal && !is_dumb,
            is_colourless: is_dumb || text("NO_COLOR").is_some(),
        }
    }
}

/// The program that draws, as far as it tells: `TERM` alone is `xterm-256color` nearly everywhere.
fn name(text: &impl Fn(&str) -> Option<String>) -> String {
    const SIGNS: [(&str, &str); 4] = [
        ("WT_SESSION", "windows-terminal"),
        ("ConEmuPID", "conemu"),
        ("VTE_VERSION", "vte"),
        ("KONSOLE_VERSION", "konsole"),
    ];
    let sign = SIGNS.iter().find(|(variable, _)| text(variable).is_some()).map(|(_, name)| (*name).to_owned());
    // Inside a multiplexer it is the multiplexer that counts columns.
    let multiplexer = text("TERM").filter(|term| ["screen", "tmux"].iter().any(|name| term.starts_with(name)));
    let own = multiplexer.or(sign).or_else(|| text("TERM_PROGRAM")).or_else(|| text("TERM"));
    let own = own.unwrap_or_else(|| "console".to_owned());
    own.to_ascii_lowercase().chars().filter(char::is_ascii_graphic).take(NAME_CHARACTERS).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::Terminal;

    #[rstest]
    #[case::windows_terminal("WT_SESSION=8f3 TERM=xterm-256color", "windows-terminal")]
    #[case::windows_console("", "console")]
    #[case::gnome("VTE_VERSION=7006 TERM=xterm-256color", "vte")]
    #[case::named("TERM_PROGRAM=WezTerm TERM=xterm-256color", "wezterm")]
    #[case::multiplexed("TERM=tmux-256color VTE_VERSION=7006 TERM_PROGRAM=tmux", "tmux-256color")]
    #[case::plain("TERM=linux", "linux")]
    #[case::unsafe_name("TERM=x\u{1b}]0;", "x]0;")]
    fn a_terminal_is_remembered_by_the_program_that_draws(#[case] variables: &str, #[case] name: &str) {
        assert_eq!(terminal(variables).name, name);
    }

    #[rstest]
    #[case("TERM=xterm", true, false)]
    #[case("TERM=xterm NO_COLOR=1", true, true)]
    #[case("TERM=xterm NO_COLOR=0", true, true)]
    #[case("TERM=xterm NO_COLOR=", true, false)]
    #[case("TERM=dumb", false, true)]
    #[case("", true, false)]
    fn screens_and_colours_are_for_terminals_that_take_them(
        #[case] variables: &str,
        #[case] can_draw: bool,
        #[case] is_colourless: bool,
    ) {
        let terminal = terminal(variables);
        assert_eq!((terminal.can_draw, terminal.is_colourless), (can_draw, is_colourless));
    }

    fn terminal(variables: &str) -> Terminal {
        Terminal::of(true, |name| {
            variables
                .split(' ')
                .find_map(|pair| pair.split_once('=').filter(|(key, _)| *key == name))
                .map(|(_, value)| value.into())
        })
    }
}
