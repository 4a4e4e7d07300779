//! Text from outside: made safe, made comparable, measured.

#[path = "text/folding.rs"]
mod folding;
#[path = "text/safety.rs"]
mod safety;
#[path = "text/width.rs"]
mod width;
