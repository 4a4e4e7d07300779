//! Floor of the first paint, of a key and of memory: one text on a screen, and nothing else.

fn main() -> std::io::Result<()> {
    floors::show(&floors::rows_of_argument()?)
}
