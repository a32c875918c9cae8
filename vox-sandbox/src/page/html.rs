//! Writing HTML in which untrusted text is escaped.

use std::fmt::{self, Write as _};

/// A document. Constant markup is written as it is, everything else is escaped.
#[derive(Default)]
pub(super) struct Html(String);

impl Html {
    /// Writes constant markup.
    pub(super) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Writes any text, escaped.
    pub(super) fn text(&mut self, text: impl fmt::Display) -> &mut Self {
        // Writing into a `String` cannot fail.
        let _ = write!(Escaping(&mut self.0), "{text}");
        self
    }

    /// Writes documentation: text between backticks is code.
    pub(super) fn prose(&mut self, text: &str) -> &mut Self {
        for (index, part) in text.split('`').enumerate() {
            if index % 2 == 1 {
                self.raw("<code>").text(part).raw("</code>");
            } else {
                self.text(part);
            }
        }
        self
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}

struct Escaping<'h>(&'h mut String);

impl fmt::Write for Escaping<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for char in text.chars() {
            match char {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                // HTML allows no other control characters.
                control if control.is_control() && !matches!(control, '\n' | '\t') => self.0.push('\u{fffd}'),
                other => self.0.push(other),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_in_prose_is_code() {
        let mut html = Html::default();
        html.prose("a `<b>` c `d");
        assert_eq!(html.finish(), "a <code>&lt;b&gt;</code> c <code>d</code>");
    }

    #[test]
    fn text_is_escaped() {
        let mut html = Html::default();
        html.raw("<p>").text("<b a='1' c=\"2\">&amp;\0\r\n").text(5).raw("</p>");
        assert_eq!(
            html.finish(),
            "<p>&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;\u{fffd}\u{fffd}\n5</p>"
        );
    }
}
