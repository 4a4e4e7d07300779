//! The text that a page of HTML shows, with this program's marks for what HTML draws: `-` and `1.` before items, an
//! address behind its link, a picture as its words and path. It knows nothing of markdown.

/// What is shown, without white space and with `%41` as `A`, as [`settled`] leaves it.
pub fn shown(html: &str) -> String {
    let mut page = Page::default();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        page.text(&rest[..start]);
        rest = page.tag(&rest[start..]);
    }
    page.text(rest);
    settled(&page.shown)
}

/// Text made comparable: no white space, no frames, addresses with their percent signs resolved.
pub fn settled(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let escaped = (*first == b'%').then(|| tail.get(..2)).flatten();
        let value = escaped.and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        bytes.push(value.unwrap_or(*first));
        rest = if value.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).chars().filter(|character| !character.is_whitespace()).collect()
}

#[derive(Default)]
struct Page {
    shown: String,
    /// The next number of each open list; `None` for one without numbers.
    lists: Vec<Option<u64>>,
    /// Where each open link's text began, and its address.
    links: Vec<(usize, String)>,
    /// Inside `script` or `style`.
    is_hidden: bool,
}

impl Page {
    fn text(&mut self, text: &str) {
        if !self.is_hidden {
            self.shown.push_str(&decoded(text));
        }
    }

    /// Takes what begins with `<` and returns the rest.
    fn tag<'html>(&mut self, html: &'html str) -> &'html str {
        for comment in ["<!-->", "<!--->"] {
            if let Some(rest) = html.strip_prefix(comment) {
                return rest;
            }
        }
        for (open, close) in [("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">")] {
            if let Some(inside) = html.strip_prefix(open) {
                return inside.find(close).map_or("", |end| &inside[end + close.len()..]);
            }
        }
        let end = end_of_tag(html);
        let (tag, rest) = html.split_at(end);
        let name: String =
            tag.chars().skip(1).take_while(|letter| *letter == '/' || letter.is_alphanumeric()).collect();
        match name.to_ascii_lowercase().as_str() {
            "script" | "style" => self.is_hidden = true,
            "/script" | "/style" => self.is_hidden = false,
            "ul" => self.lists.push(None),
            "ol" => self.lists.push(Some(attribute(tag, "start").and_then(|start| start.parse().ok()).unwrap_or(1))),
            "/ul" | "/ol" => drop(self.lists.pop()),
            "li" => match self.lists.last_mut() {
                Some(Some(number)) => {
                    self.shown.push_str(&format!("{number}."));
                    *number += 1;
                }
                _ => self.shown.push('-'),
            },
            "input" => {
                let mark = if tag.contains("checked") { "[x]" } else { "[]" };
                self.shown.truncate(self.shown.trim_end_matches('-').len());
                self.shown.push_str(mark);
            }
            "img" => {
                let (alt, path) = (attribute(tag, "alt"), attribute(tag, "src").unwrap_or_default());
                let alt = alt.unwrap_or_default();
                let inside = if alt.trim().is_empty() { path } else { format!("{alt}({path})") };
                self.shown.push_str(&format!("[図:{inside}]"));
            }
            "a" => self.links.push((self.shown.len(), attribute(tag, "href").unwrap_or_default())),
            "/a" => {
                if let Some((start, address)) = self.links.pop() {
                    let (text, address) = (settled(&self.shown[start..]), settled(&address));
                    if text.is_empty() {
                        self.shown.push_str(&address);
                    } else if text != address
                        && Some(text.as_str()) != address.strip_prefix("mailto:")
                        && !address.is_empty()
                    {
                        self.shown.push_str(&format!("({address})"));
                    }
                }
            }
            "del" => self.shown.push_str("[取り消し:"),
            "/del" => self.shown.push(']'),
            _ => {}
        }
        rest
    }
}

/// Behind the `>` that is in no attribute's value.
fn end_of_tag(html: &str) -> usize {
    let mut quote = None;
    for (place, character) in html.char_indices() {
        match (quote, character) {
            (None, '>') => return place + 1,
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            _ => {}
        }
    }
    html.len()
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let value = tag.split_once(&format!(" {name}=\""))?.1;
    Some(decoded(value.split('"').next()?))
}

/// The references that the specifications' HTML uses.
fn decoded(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
