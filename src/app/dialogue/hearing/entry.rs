//! Replies to はじめの6問.

use crate::app::dialogue::hearing::one;
use crate::app::dialogue::{Heard, reply};
use crate::app::{Entry, Message};
use crate::i18n::entry::EntrySay;
use crate::i18n::say::Say;

pub(super) fn heard(entry: &Entry, plain: &str) -> Heard {
    let is_back = matches!(plain, "b" | "B");
    let Some((_, options)) = entry.question() else {
        return match plain {
            "" => one(Message::EntrySettled { is_taken: true }),
            "0" => one(Message::EntrySettled { is_taken: false }),
            _ if is_back => one(Message::EntryRethought),
            _ => Heard::Say(Say::Entry(EntrySay::ProposalOnly)),
        };
    };
    match plain {
        // What was answered so far is kept.
        "0" => one(Message::Back),
        _ if is_back && entry.answers.is_empty() => one(Message::Back),
        _ if is_back => one(Message::EntryRethought),
        _ => match reply::number(plain, options.len()) {
            Some(number) => one(Message::EntryAnswered(options[number - 1].clone())),
            None => Heard::Say(Say::Entry(EntrySay::OnlyOptions { last: options.len() })),
        },
    }
}
