//! Floor of every start: a process that begins and ends.

fn main() {}
