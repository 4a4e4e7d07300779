//! Text from outside: made safe, made comparable, measured.

mod folding;
mod safety;
mod width;
