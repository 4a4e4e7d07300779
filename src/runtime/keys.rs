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
