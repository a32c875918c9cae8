//! HTML in which nothing from outside can be more than text.

use std::fmt::{self, Write as _};

/// A document that grows. What is fixed in the program goes in as it is, everything else is escaped.
#[derive(Default)]
pub(super) struct Html(String);

impl Html {
    /// Markup: only what is written in the program.
    pub(super) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Text: anything.
    pub(super) fn text(&mut self, text: impl fmt::Display) -> &mut Self {
        // Writing into a text cannot fail.
        let _ = write!(Escaping(&mut self.0), "{text}");
        self
    }

    /// Text of the documentation: what is between backticks is code.
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
                // HTML has no such characters, except for these.
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
    fn text_is_only_text() {
        let mut html = Html::default();
        html.raw("<p>").text("<b a='1' c=\"2\">&amp;\0\r\n").text(5).raw("</p>");
        assert_eq!(
            html.finish(),
            "<p>&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;\u{fffd}\u{fffd}\n5</p>"
        );
    }
}
