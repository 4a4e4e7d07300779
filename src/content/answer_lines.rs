//! Lines of a question that open with a label: `答え:`, `別解2:`, `よくある誤り:`, `解説:` … It knows no question type.

use crate::domain::document::{ByteRange, Inline, RichText};
use crate::domain::question::Mistake;
use crate::text::SafeText;

/// What a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    Answer,
    /// Also accepted; the number is the blank's, from 1, when one was written.
    Also(Option<usize>),
    Mistake,
    Explanation,
    Hint,
}

/// One line of a paragraph, or several when the later ones carry no label.
#[derive(Clone, Debug)]
pub struct Line {
    pub content: RichText,
    pub range: ByteRange,
}

/// The labelled lines of a question, in the order written.
#[derive(Debug, Default)]
pub struct AnswerLines {
    pub answers: Vec<Line>,
    pub alsos: Vec<(Option<usize>, Line)>,
    pub mistakes: Vec<Line>,
}

const WORDS: [(&str, Label); 10] = [
    ("答え", Label::Answer),
    ("answer", Label::Answer),
    ("別解", Label::Also(None)),
    ("also", Label::Also(None)),
    ("よくある誤り", Label::Mistake),
    ("common mistake", Label::Mistake),
    ("解説", Label::Explanation),
    ("explanation", Label::Explanation),
    ("ヒント", Label::Hint),
    ("hint", Label::Hint),
];

const ARROWS: [&str; 4] = ["→", "⇒", "->", "=>"];

/// The label that a text opens with and the bytes before its colon, which may be full-width.
pub fn label_at(text: &str) -> Option<(Label, usize)> {
    let (label, mut length) = WORDS.iter().find_map(|(word, label)| {
        let start = text.get(..word.len())?;
        start.eq_ignore_ascii_case(word).then_some((*label, word.len()))
    })?;
    let mut label = label;
    if let Label::Also(_) = label {
        let rest = &text[length..];
        let digits = rest.trim_start_matches(' ');
        let number: String = digits
            .chars()
            .map_while(|digit| crate::content::slips::half_width(&digit.to_string()).parse::<u8>().ok())
            .map(|digit| digit.to_string())
            .collect();
        if !number.is_empty() {
            let written: usize = digits.chars().take(number.len()).map(char::len_utf8).sum();
            length += rest.len() - digits.len() + written;
            label = Label::Also(Some(number.parse().unwrap_or(usize::MAX)));
        }
    }
    text[length..].starts_with([':', '：']).then_some((label, length))
}

/// Takes a label off the start of a line.
pub fn labelled(content: &RichText) -> Option<(Label, RichText)> {
    let Some(Inline::Text(first)) = content.0.first() else { return None };
    let text = first.trim_start();
    let (label, length) = label_at(text)?;
    let mut rest = text[length..].chars();
    rest.next();
    let mut content = content.clone();
    content.0[0] = Inline::Text(SafeText::new(rest.as_str().trim_start()));
    if rest.as_str().trim().is_empty() {
        content.0.remove(0);
    }
    Some((label, content))
}

/// The lines of a paragraph with their bytes in the file.
pub fn lines_of(paragraph: &RichText, range: &ByteRange, file: &str) -> Vec<Line> {
    let contents: Vec<RichText> = paragraph
        .0
        .split(|inline| matches!(inline, Inline::SoftBreak | Inline::HardBreak))
        .map(|inlines| RichText(inlines.to_vec()))
        .collect();
    let mut ranges = Vec::with_capacity(contents.len());
    let mut start = range.start;
    for line in file[range.clone()].split_inclusive('\n') {
        let text = line.trim_start_matches([' ', '\t', '>', '＞']);
        let line_start = start + line.len() - text.len();
        ranges.push(line_start..line_start + text.trim_end().len());
        start += line.len();
    }
    // A mark that spans lines hides a line end; then the lines share the range of their paragraph.
    if ranges.len() != contents.len() {
        ranges = vec![range.clone(); contents.len()];
    }
    contents.into_iter().zip(ranges).map(|(content, range)| Line { content, range }).collect()
}

/// Sorts the lines of a paragraph: labelled ones into `self`, the ones before the first label are given back.
/// A line without a label below a labelled one continues it.
impl AnswerLines {
    pub fn take(&mut self, lines: Vec<Line>) -> Vec<Line> {
        let mut unlabelled = Vec::new();
        let mut current: Option<&mut Line> = None;
        for line in lines {
            match labelled(&line.content) {
                Some((label @ (Label::Answer | Label::Also(_) | Label::Mistake), content)) => {
                    let line = Line { content, range: line.range };
                    current = Some(self.push(label, line));
                }
                _ => match current.as_mut() {
                    Some(above) => {
                        above.content.0.push(Inline::SoftBreak);
                        above.content.0.extend(line.content.0);
                        above.range.end = line.range.end.max(above.range.end);
                    }
                    None => unlabelled.push(line),
                },
            }
        }
        unlabelled
    }

    fn push(&mut self, label: Label, line: Line) -> &mut Line {
        match label {
            Label::Also(blank) => {
                self.alsos.push((blank, line));
                &mut self.alsos.last_mut().expect("just pushed").1
            }
            Label::Mistake => {
                self.mistakes.push(line);
                self.mistakes.last_mut().expect("just pushed")
            }
            Label::Answer | Label::Explanation | Label::Hint => {
                self.answers.push(line);
                self.answers.last_mut().expect("just pushed")
            }
        }
    }
}

/// Reads `X → feedback`. `None` when the arrow or either side of it is missing.
pub fn mistake(line: &Line) -> Option<Mistake> {
    let (place, at, arrow) = line.content.0.iter().enumerate().find_map(|(place, inline)| {
        let Inline::Text(text) = inline else { return None };
        let (at, arrow) = ARROWS.iter().filter_map(|arrow| Some((text.find(arrow)?, *arrow))).min()?;
        Some((place, at, arrow))
    })?;
    let Inline::Text(text) = &line.content.0[place] else { return None };
    let mut before = line.content.0[..place].to_vec();
    before.push(Inline::Text(SafeText::new(text[..at].trim_end())));
    let mut after = vec![Inline::Text(SafeText::new(text[at + arrow.len()..].trim_start()))];
    after.extend_from_slice(&line.content.0[place + 1..]);
    let answer = SafeText::new(RichText(before).plain().trim());
    let feedback = RichText(after);
    (!answer.is_empty() && !feedback.is_empty()).then_some(Mistake { answer, feedback, range: line.range.clone() })
}
