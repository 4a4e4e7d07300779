//! What a tone looks like: the terminal's own colours, with bold, dim and reverse. Nothing is told by these alone.

use ratatui::style::{Modifier, Style};

use crate::layout::Tone;

/// The style of a span; on the selected line it is reversed.
pub fn style(tone: Tone, is_selected: bool) -> Style {
    let style = match tone {
        Tone::Heading | Tone::Strong | Tone::Important => Style::new().add_modifier(Modifier::BOLD),
        Tone::Muted | Tone::Struck => Style::new().add_modifier(Modifier::DIM),
        _ => Style::new(),
    };
    if is_selected { style.add_modifier(Modifier::REVERSED) } else { style }
}

pub fn header() -> Style {
    Style::new().add_modifier(Modifier::BOLD)
}

pub fn prompt() -> Style {
    Style::new().add_modifier(Modifier::DIM)
}

pub fn note() -> Style {
    Style::new().add_modifier(Modifier::BOLD)
}
