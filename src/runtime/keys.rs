//! The terminal library's keys as ours; the only place that knows its names.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::app::Key;

/// Our key, or `None` for one that means nothing here.
pub fn key(event: KeyEvent) -> Option<Key> {
    let with_control = event.modifiers.contains(KeyModifiers::CONTROL);
    Some(match event.code {
        KeyCode::Char('c') if with_control => Key::Interrupt,
        KeyCode::Char(_) if with_control || event.modifiers.contains(KeyModifiers::ALT) => return None,
        KeyCode::Char(typed) => Key::Character(typed),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Escape,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Tab => Key::Tab,
        KeyCode::Delete => Key::Delete,
        KeyCode::F(1) => Key::Help,
        KeyCode::F(12) => Key::Hide,
        _ => return None,
    })
}

/// No answer is as long as this; a paste that is, is cut.
const PASTE_CHARACTERS_AT_MOST: usize = 4000;

/// A paste as it may be typed: on one line, without anything that commands.
pub fn pasted(text: &str) -> String {
    let lines = text.trim_end_matches(['\r', '\n']).replace("\r\n", "\n");
    lines.chars().take(PASTE_CHARACTERS_AT_MOST).map(|typed| if typed.is_control() { ' ' } else { typed }).collect()
}
