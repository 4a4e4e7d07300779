//! Terminals without anything of the kind.

/// QuickEdit is a Windows console's.
pub fn take() {}

/// There is nothing that was taken.
pub fn give_back() {}

/// A terminal emulator keeps its input method to itself.
pub fn follow_typing(_is_typing: impl FnOnce() -> bool) {}

/// A shell is always there.
pub fn is_alone_on_its_console() -> bool {
    false
}

/// Nobody tells it here in a way that all screen readers share.
pub fn screen_reader_is_running() -> bool {
    false
}
