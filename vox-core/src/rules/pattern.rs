//! Regular expressions, compiled before the program is.

/// A regular expression as a table: an automaton over the bytes of UTF-8, made by the derive. Matching is one lookup
/// per byte, without allocation and without a regex engine in the program.
#[derive(Debug)]
pub struct Pattern {
    /// The expression as declared. The whole text must match it.
    pub source: &'static str,
    /// The class of each byte: bytes that no state tells apart share one.
    pub classes: &'static [u8; 256],
    /// The state that follows: `next[state * class_count + class]`. State 0 is the start.
    pub next: &'static [u8],
    /// The states in which a text may end.
    pub accepting: &'static [bool],
    /// The number of classes.
    pub class_count: usize,
}

impl Pattern {
    /// Whether the whole text matches.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        let step = |state: usize, byte: u8| {
            let class = usize::from(self.classes[usize::from(byte)]);
            self.next.get(state * self.class_count + class).copied().map(usize::from)
        };
        let end = text.bytes().try_fold(0, step);
        end.is_some_and(|state| self.accepting.get(state).copied().unwrap_or(false))
    }
}
