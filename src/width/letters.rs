//! The ambiguous letters. `unicode-width` counts every letter as one column even in its East Asian mode, but terminals
//! in that mode, and MS Gothic, draw Greek, Cyrillic and these Latin letters two columns wide.

/// Whether `EastAsianWidth.txt` calls this letter or modifier symbol ambiguous (class A).
pub(super) fn is_ambiguous(character: char) -> bool {
    character >= '\u{A8}'
        && RANGES
            .binary_search_by(|range| {
                if *range.end() < character {
                    std::cmp::Ordering::Less
                } else if *range.start() > character {
                    std::cmp::Ordering::Greater
                } else {
                    std::cmp::Ordering::Equal
                }
            })
            .is_ok()
}

/// Class A with general category L or Sk, from `EastAsianWidth.txt` of Unicode 14, unchanged since.
const RANGES: [std::ops::RangeInclusive<char>; 61] = [
    '\u{A8}'..='\u{A8}',
    '\u{AA}'..='\u{AA}',
    '\u{B4}'..='\u{B4}',
    '\u{B8}'..='\u{B8}',
    '\u{BA}'..='\u{BA}',
    '\u{C6}'..='\u{C6}',
    '\u{D0}'..='\u{D0}',
    '\u{D8}'..='\u{D8}',
    '\u{DE}'..='\u{E1}',
    '\u{E6}'..='\u{E6}',
    '\u{E8}'..='\u{EA}',
    '\u{EC}'..='\u{ED}',
    '\u{F0}'..='\u{F0}',
    '\u{F2}'..='\u{F3}',
    '\u{F8}'..='\u{FA}',
    '\u{FC}'..='\u{FC}',
    '\u{FE}'..='\u{FE}',
    '\u{101}'..='\u{101}',
    '\u{111}'..='\u{111}',
    '\u{113}'..='\u{113}',
    '\u{11B}'..='\u{11B}',
    '\u{126}'..='\u{127}',
    '\u{12B}'..='\u{12B}',
    '\u{131}'..='\u{133}',
    '\u{138}'..='\u{138}',
    '\u{13F}'..='\u{142}',
    '\u{144}'..='\u{144}',
    '\u{148}'..='\u{14B}',
    '\u{14D}'..='\u{14D}',
    '\u{152}'..='\u{153}',
    '\u{166}'..='\u{167}',
    '\u{16B}'..='\u{16B}',
    '\u{1CE}'..='\u{1CE}',
    '\u{1D0}'..='\u{1D0}',
    '\u{1D2}'..='\u{1D2}',
    '\u{1D4}'..='\u{1D4}',
    '\u{1D6}'..='\u{1D6}',
    '\u{1D8}'..='\u{1D8}',
    '\u{1DA}'..='\u{1DA}',
    '\u{1DC}'..='\u{1DC}',
    '\u{251}'..='\u{251}',
    '\u{261}'..='\u{261}',
    '\u{2C4}'..='\u{2C4}',
    '\u{2C7}'..='\u{2C7}',
    '\u{2C9}'..='\u{2CB}',
    '\u{2CD}'..='\u{2CD}',
    '\u{2D0}'..='\u{2D0}',
    '\u{2D8}'..='\u{2DB}',
    '\u{2DD}'..='\u{2DD}',
    '\u{2DF}'..='\u{2DF}',
    '\u{391}'..='\u{3A1}',
    '\u{3A3}'..='\u{3A9}',
    '\u{3B1}'..='\u{3C1}',
    '\u{3C3}'..='\u{3C9}',
    '\u{401}'..='\u{401}',
    '\u{410}'..='\u{44F}',
    '\u{451}'..='\u{451}',
    '\u{207F}'..='\u{207F}',
    '\u{2113}'..='\u{2113}',
    '\u{2126}'..='\u{2126}',
    '\u{212B}'..='\u{212B}',
];
