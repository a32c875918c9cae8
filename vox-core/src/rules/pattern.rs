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
        let row = |state: u8| {
            let start = usize::from(state) * self.class_count;
            self.next.get(start..start + self.class_count).unwrap_or_default()
        };
        let mut state = 0;
        let mut following = row(state);
        for byte in text.bytes() {
            let Some(&next) = following.get(usize::from(self.classes[usize::from(byte)])) else {
                return false;
            };
            // Most bytes change nothing, so the processor need not wait for one before it looks at the next.
            if next != state {
                state = next;
                following = row(state);
            }
        }
        self.accepting.get(usize::from(state)).copied().unwrap_or(false)
    }
}
