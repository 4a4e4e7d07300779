//! What a tone and each part of the frame look like in each theme. Nothing is told by a colour alone: the words say
//! it, and what must be found at a glance is bold or reversed as well.
//!
//! Plain has no colour at all. Dark and light use those of the sixteen ANSI colours that can be read on such a
//! background in every palette that we know of; a test measures them. Blue and magenta are unreadable on the old
//! Windows black, green, cyan and yellow on white, and "bright black" is the background itself in some palettes.

use ratatui::style::{Color, Modifier, Style};

use crate::app::Theme;
use crate::layout::Tone;

/// The style of a span; on the selected line it is reversed.
pub fn style(theme: Theme, tone: Tone, is_selected: bool) -> Style {
    let style = match tone {
        Tone::Plain => Style::new(),
        Tone::Heading => bold(theme, Accent::Heading),
        Tone::Strong | Tone::Emphasis => Style::new().add_modifier(Modifier::BOLD),
        Tone::Important => bold(theme, Accent::Attention),
        Tone::Correct => bold(theme, Accent::Heading),
        Tone::Wrong => bold(theme, Accent::Attention),
        Tone::Code | Tone::Link => coloured(theme, Accent::Heading),
        Tone::Muted | Tone::Struck => Style::new().add_modifier(Modifier::DIM),
    };
    if is_selected { style.add_modifier(Modifier::REVERSED) } else { style }
}

/// The program's name, the time left, the part of how many: quieter than the title below it.
pub fn header(theme: Theme) -> Style {
    coloured(theme, Accent::Heading)
}

/// What is said to the last key: mostly that all is well.
pub fn note(_theme: Theme) -> Style {
    Style::new().add_modifier(Modifier::BOLD)
}

/// The mark beside the selected line and before a field.
pub fn mark(theme: Theme) -> Style {
    bold(theme, Accent::Heading)
}

#[derive(Clone, Copy)]
enum Accent {
    Heading,
    Attention,
}

fn bold(theme: Theme, accent: Accent) -> Style {
    coloured(theme, accent).add_modifier(Modifier::BOLD)
}

fn coloured(theme: Theme, accent: Accent) -> Style {
    let colour = match (theme, accent) {
        (Theme::Plain, _) => return Style::new(),
        (Theme::Dark, Accent::Heading) => Color::LightCyan,
        (Theme::Dark, Accent::Attention) => Color::LightYellow,
        (Theme::Light, Accent::Heading) => Color::Blue,
        // Red would shout at whoever was only wrong.
        (Theme::Light, Accent::Attention) => Color::Magenta,
    };
    Style::new().fg(colour)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const TONES: [Tone; 11] = [
        Tone::Plain,
        Tone::Heading,
        Tone::Strong,
        Tone::Emphasis,
        Tone::Code,
        Tone::Link,
        Tone::Muted,
        Tone::Struck,
        Tone::Important,
        Tone::Correct,
        Tone::Wrong,
    ];
    const THEMES: [Theme; 3] = [Theme::Plain, Theme::Dark, Theme::Light];

    /// Every style that a theme can draw with.
    fn styles(theme: Theme) -> Vec<Style> {
        let tones = TONES.into_iter().flat_map(|tone| [style(theme, tone, false), style(theme, tone, true)]);
        tones.chain([header(theme), note(theme), mark(theme)]).collect()
    }

    #[test]
    fn plain_has_no_colour() {
        for style in styles(Theme::Plain) {
            assert_eq!((style.fg, style.bg), (None, None), "{style:?}");
        }
    }

    #[test]
    fn the_background_is_always_the_terminals_own() {
        for style in THEMES.into_iter().flat_map(styles) {
            assert_eq!(style.bg, None, "{style:?}");
        }
    }

    /// Code and links are not among them: the text and the address say what they are. Muted and struck text is only
    /// beside the matter, or has its words around it.
    #[rstest]
    fn what_must_be_seen_is_seen_without_colours(
        #[values(Tone::Heading, Tone::Strong, Tone::Emphasis, Tone::Important, Tone::Correct, Tone::Wrong)] tone: Tone,
        #[values(Theme::Plain, Theme::Dark, Theme::Light)] theme: Theme,
    ) {
        assert_ne!(style(theme, tone, false).add_modifier, Modifier::empty());
    }

    #[rstest]
    fn the_selected_line_is_reversed_whatever_it_holds(
        #[values(Theme::Plain, Theme::Dark, Theme::Light)] theme: Theme,
    ) {
        for tone in TONES {
            assert!(style(theme, tone, true).add_modifier.contains(Modifier::REVERSED), "{tone:?}");
        }
    }

    #[test]
    fn only_what_is_beside_the_matter_is_dimmed() {
        for theme in THEMES {
            for tone in TONES {
                let is_dimmed = style(theme, tone, false).add_modifier.contains(Modifier::DIM);
                assert_eq!(is_dimmed, matches!(tone, Tone::Muted | Tone::Struck), "{tone:?}");
            }
            for style in [header(theme), note(theme), mark(theme)] {
                assert!(!style.add_modifier.contains(Modifier::DIM));
            }
        }
    }

    /// The sixteen colours of a terminal as it is installed.
    struct Palette {
        name: &'static str,
        colours: [u32; 16],
    }

    const PALETTES: [Palette; 4] = [
        Palette {
            name: "Windows console, from 2017",
            colours: [
                0x0C_0C_0C, 0xC5_0F_1F, 0x13_A1_0E, 0xC1_9C_00, 0x00_37_DA, 0x88_17_98, 0x3A_96_DD, 0xCC_CC_CC,
                0x76_76_76, 0xE7_48_56, 0x16_C6_0C, 0xF9_F1_A5, 0x3B_78_FF, 0xB4_00_9E, 0x61_D6_D6, 0xF2_F2_F2,
            ],
        },
        Palette {
            name: "Windows console, before",
            colours: [
                0x00_00_00, 0x80_00_00, 0x00_80_00, 0x80_80_00, 0x00_00_80, 0x80_00_80, 0x00_80_80, 0xC0_C0_C0,
                0x80_80_80, 0xFF_00_00, 0x00_FF_00, 0xFF_FF_00, 0x00_00_FF, 0xFF_00_FF, 0x00_FF_FF, 0xFF_FF_FF,
            ],
        },
        Palette {
            name: "xterm",
            colours: [
                0x00_00_00, 0xCD_00_00, 0x00_CD_00, 0xCD_CD_00, 0x00_00_EE, 0xCD_00_CD, 0x00_CD_CD, 0xE5_E5_E5,
                0x7F_7F_7F, 0xFF_00_00, 0x00_FF_00, 0xFF_FF_00, 0x5C_5C_FF, 0xFF_00_FF, 0x00_FF_FF, 0xFF_FF_FF,
            ],
        },
        Palette {
            name: "Linux console",
            colours: [
                0x00_00_00, 0xAA_00_00, 0x00_AA_00, 0xAA_55_00, 0x00_00_AA, 0xAA_00_AA, 0x00_AA_AA, 0xAA_AA_AA,
                0x55_55_55, 0xFF_55_55, 0x55_FF_55, 0xFF_FF_55, 0x55_55_FF, 0xFF_55_FF, 0x55_FF_FF, 0xFF_FF_FF,
            ],
        },
    ];

    /// WCAG 2.2, 1.4.3: text needs 4.5 to 1.
    #[rstest]
    #[case(Theme::Dark, 0)]
    #[case(Theme::Light, 15)]
    fn every_colour_can_be_read_on_its_background_in_every_palette(#[case] theme: Theme, #[case] background: usize) {
        for palette in PALETTES {
            for colour in styles(theme).into_iter().filter_map(|style| style.fg) {
                let contrast = contrast(palette.colours[number(colour)], palette.colours[background]);
                assert!(contrast >= 4.5, "{colour:?} in {}: {contrast:.2}", palette.name);
            }
        }
    }

    fn number(colour: Color) -> usize {
        const COLOURS: [Color; 16] = [
            Color::Black,
            Color::Red,
            Color::Green,
            Color::Yellow,
            Color::Blue,
            Color::Magenta,
            Color::Cyan,
            Color::Gray,
            Color::DarkGray,
            Color::LightRed,
            Color::LightGreen,
            Color::LightYellow,
            Color::LightBlue,
            Color::LightMagenta,
            Color::LightCyan,
            Color::White,
        ];
        COLOURS.iter().position(|known| *known == colour).expect("one of the sixteen")
    }

    /// The ratio of WCAG's relative luminances.
    fn contrast(one: u32, other: u32) -> f64 {
        let luminance = |colour: u32| {
            let part = |shift: u32| {
                let part = f64::from(colour >> shift & 0xFF) / 255.0;
                if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
        };
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        (one / other).max(other / one)
    }
}
