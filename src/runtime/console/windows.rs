//! The Windows calls, each in a function of its own that is safe to call. The only file with `unsafe` in it.
#![allow(unsafe_code, reason = "the console has no safe interface; each call says why it is sound")]

use std::ptr::null_mut;
use std::sync::{Mutex, OnceLock, PoisonError};

use windows_sys::Win32::Foundation::{FALSE, HANDLE, HWND, TRUE};
use windows_sys::Win32::System::Console::{
    CONSOLE_MODE, ENABLE_EXTENDED_FLAGS, ENABLE_QUICK_EDIT_MODE, FOCUS_EVENT, FOCUS_EVENT_RECORD, GetConsoleMode,
    GetConsoleProcessList, GetConsoleWindow, GetStdHandle, INPUT_RECORD, INPUT_RECORD_0, STD_INPUT_HANDLE,
    SetConsoleCtrlHandler, SetConsoleMode, WriteConsoleInputW,
};
use windows_sys::Win32::UI::Input::Ime::{IMC_SETOPENSTATUS, ImmGetDefaultIMEWnd};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    GA_ROOTOWNER, GetAncestor, SMTO_ABORTIFHUNG, SPI_GETSCREENREADER, SendMessageTimeoutW, SystemParametersInfoW,
    WM_IME_CONTROL,
};
use windows_sys::core::BOOL;

/// Missing in the crate; <https://learn.microsoft.com/windows/win32/intl/imc-getopenstatus>.
const IMC_GETOPENSTATUS: usize = 5;
/// An input method that takes longer to answer is left as it is.
const IME_PATIENCE_MS: u32 = 50;

/// What the console was like before it was taken.
static TAKEN: Mutex<Taken> =
    Mutex::new(Taken { mode: None, ime_was_open: None, ime_is_open_for_text: false, is_typing: None });
static CLOSING: OnceLock<fn()> = OnceLock::new();

struct Taken {
    mode: Option<CONSOLE_MODE>,
    ime_was_open: Option<bool>,
    /// As the learner left it in the last text field.
    ime_is_open_for_text: bool,
    /// `None` until the first page is shown.
    is_typing: Option<bool>,
}

/// Switches QuickEdit off: with it a click on the window stops the program in the middle of a frame. To be called
/// before raw mode, so that the mode to go back to is the one from before.
pub fn take() {
    let mut taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(mode) = mode() {
        taken.mode.get_or_insert(mode);
        set_mode((mode & !ENABLE_QUICK_EDIT_MODE) | ENABLE_EXTENDED_FLAGS);
    }
}

/// Puts everything back. A thread that is stuck with it is not waited for.
pub fn give_back() {
    let Ok(mut taken) = TAKEN.try_lock() else { return };
    if let Some(mode) = taken.mode.take() {
        // Without this flag the console ignores whether QuickEdit is on.
        set_mode(mode | ENABLE_EXTENDED_FLAGS);
    }
    if let Some(was_open) = taken.ime_was_open.take() {
        set_ime_open(was_open);
    }
    taken.is_typing = None;
}

/// Closes the input method where keys are commands, and opens it again, as the learner had it, where text is typed.
pub fn follow_typing(is_typing: impl FnOnce() -> bool) {
    let mut taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
    let is_typing = is_typing();
    if taken.is_typing == Some(is_typing) {
        return;
    }
    let Some(is_open) = ime_is_open() else { return };
    if taken.ime_was_open.is_none() {
        taken.ime_was_open = Some(is_open);
        taken.ime_is_open_for_text = is_open;
    } else if taken.is_typing == Some(true) {
        taken.ime_is_open_for_text = is_open;
    }
    taken.is_typing = Some(is_typing);
    set_ime_open(is_typing && taken.ime_is_open_for_text);
}

/// Whether the window closes with this process, and everything written on it is gone.
pub fn is_alone_on_its_console() -> bool {
    let mut processes = [0_u32; 2];
    // SAFETY: the buffer lives through the call and its length is given with it.
    let count = unsafe { GetConsoleProcessList(processes.as_mut_ptr(), 2) };
    count == 1
}

/// Whether Windows says that somebody listens to the screen.
pub fn screen_reader_is_running() -> bool {
    let mut is_running: BOOL = FALSE;
    // SAFETY: this question writes one BOOL, and that is what the pointer leads to.
    let is_told = unsafe { SystemParametersInfoW(SPI_GETSCREENREADER, 0, (&raw mut is_running).cast(), 0) };
    is_told != FALSE && is_running != FALSE
}

/// Calls `closing` on a thread of its own at Ctrl+Break, when the window is closed, at log-off and at shutdown; when it
/// returns, Windows ends the process.
pub fn on_close(closing: fn()) {
    if CLOSING.set(closing).is_ok() {
        // SAFETY: the handler is a function of this program and stays for as long as the process does.
        unsafe { SetConsoleCtrlHandler(Some(handle_close), TRUE) };
    }
}

unsafe extern "system" fn handle_close(_kind: u32) -> BOOL {
    if let Some(closing) = CLOSING.get() {
        closing();
    }
    // Not handled: the next handler is the system's own.
    FALSE
}

/// Ends a wait for a key: the reader is handed an event that means nothing.
pub fn wake() {
    let event = INPUT_RECORD_0 { FocusEvent: FOCUS_EVENT_RECORD { bSetFocus: TRUE } };
    let record = INPUT_RECORD { EventType: FOCUS_EVENT as u16, Event: event };
    let mut written = 0;
    // SAFETY: one record is given and one is said to be there; its kind is the one that its type names.
    unsafe { WriteConsoleInputW(keyboard(), &raw const record, 1, &raw mut written) };
}

fn keyboard() -> HANDLE {
    // SAFETY: takes a number and gives a handle, which is checked by every call that uses it.
    unsafe { GetStdHandle(STD_INPUT_HANDLE) }
}

fn mode() -> Option<CONSOLE_MODE> {
    let mut mode = 0;
    // SAFETY: the pointer leads to the one number that is written; a bad handle makes it fail.
    let is_told = unsafe { GetConsoleMode(keyboard(), &raw mut mode) };
    (is_told != FALSE).then_some(mode)
}

fn set_mode(mode: CONSOLE_MODE) {
    // SAFETY: takes numbers only; a bad handle makes it fail.
    unsafe { SetConsoleMode(keyboard(), mode) };
}

fn ime_is_open() -> Option<bool> {
    ask_ime(IMC_GETOPENSTATUS, 0).map(|answer| answer != 0)
}

fn set_ime_open(is_open: bool) {
    // Without an answer everything is as before.
    let _answer: Option<usize> = ask_ime(IMC_SETOPENSTATUS as usize, isize::from(is_open));
}

/// The console's input method belongs to the window's process, so it is asked by a message. In Windows Terminal the
/// console's window is a hidden one that is owned by the terminal's.
fn ask_ime(command: usize, value: isize) -> Option<usize> {
    let mut answer = 0;
    // SAFETY: windows are only named, and a window that is gone makes the calls fail; the answer is written to the one
    // number that the pointer leads to, within the call.
    let is_told = unsafe {
        let console: HWND = GetConsoleWindow();
        let owner = if console.is_null() { null_mut() } else { GetAncestor(console, GA_ROOTOWNER) };
        let window = ImmGetDefaultIMEWnd(if owner.is_null() { console } else { owner });
        if window.is_null() {
            return None;
        }
        SendMessageTimeoutW(window, WM_IME_CONTROL, command, value, SMTO_ABORTIFHUNG, IME_PATIENCE_MS, &raw mut answer)
    };
    (is_told != 0).then_some(answer)
}
