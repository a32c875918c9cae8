//! Regular expressions to tables: an automaton over the bytes of UTF-8.
//!
//! The expression is compiled here, once, so that a program needs no regex engine to check it. The engine's
//! automaton searches; this one only answers whether a whole text matches, which makes it much smaller.

mod lengths;
mod machine;

use regex_automata::MatchKind;
use regex_automata::dfa::{StartKind, dense};

pub(crate) use lengths::Lengths;
use machine::Machine;

/// The most memory the engine may take.
const MAX_MEMORY: usize = 4 << 20;

/// The engine's automaton.
type Searcher = dense::DFA<Vec<u32>>;

/// An expression as tables, as `vox_core::rules::Pattern` wants them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    /// The class of each byte.
    pub(crate) classes: [u8; 256],
    /// The state that follows a state and a class.
    pub(crate) next: Vec<u8>,
    /// The states in which a text may end.
    pub(crate) accepting: Vec<bool>,
    /// The number of classes.
    pub(crate) class_count: usize,
}

/// Why an expression has no table, in words.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PatternError(pub(crate) String);

impl Table {
    /// Compiles an expression that the whole text must match.
    pub(crate) fn compile(source: &str) -> Result<Self, PatternError> {
        if let Err(error) = regex_syntax::parse(source) {
            return Err(PatternError(format!("invalid pattern: {}", explained(&error.to_string()))));
        }
        let machine = Machine::explore(&build(source)?)?.merged()?;
        Ok(machine.into_table())
    }

    /// Whether the whole text matches.
    pub(crate) fn matches(&self, text: &str) -> bool {
        self.accepting[text.bytes().fold(0, |state, byte| self.step(state, byte))]
    }

    /// The state that follows on a byte.
    fn step(&self, state: usize, byte: u8) -> usize {
        self.follower(state, self.classes[usize::from(byte)])
    }

    /// The state that follows on a byte of a class.
    fn follower(&self, state: usize, class: u8) -> usize {
        usize::from(self.next[state * self.class_count + usize::from(class)])
    }

    /// How long the texts are that match; none where no text does.
    pub(crate) fn lengths(&self) -> Option<Lengths> {
        self.accepting.contains(&true).then(|| Lengths::of(self))
    }

    /// Whether every text matches. Minimal automata of the same texts are the same.
    pub(crate) fn matches_everything(&self) -> bool {
        // Few patterns come so far; only for them the other one is compiled.
        self.accepting.first() == Some(&true) && Self::compile("(?s).*").as_ref() == Ok(self)
    }
}

/// The engine was built without the tables of Unicode, which would make patterns too large anyway.
fn explained(message: &str) -> String {
    match message.split_once(" (make sure the unicode") {
        Some((before, _)) => format!(
            "{before}; write ASCII classes: `[0-9]`, `[A-Za-z0-9_]`, `[ \\t]`, or switch Unicode off as in `(?-u:\\w)`"
        ),
        None if message.contains("look-around") => format!("{message}; let a `check = ..` decide"),
        None => message.to_owned(),
    }
}

fn too_large() -> PatternError {
    PatternError(
        "the pattern is too large: it needs more than 256 states; use ASCII classes such as `[a-z]` or `(?-u:\\w)`, \
         smaller repetitions, or a `check`"
            .to_owned(),
    )
}

fn build(source: &str) -> Result<Searcher, PatternError> {
    let config = dense::Config::new()
        .start_kind(StartKind::Anchored)
        // With `LeftmostFirst`, `a|ab` would give up on `ab` after the `a`.
        .match_kind(MatchKind::All)
        .accelerate(false)
        .dfa_size_limit(Some(MAX_MEMORY))
        .determinize_size_limit(Some(MAX_MEMORY));
    dense::Builder::new().configure(config).build(source).map_err(|error| {
        if error.is_size_limit_exceeded() {
            too_large()
        } else {
            let cause = root_cause(&error);
            let cause = if cause.contains("word boundar") {
                "`\\b` is not supported, and the whole text is matched anyway: leave it out"
            } else {
                &cause
            };
            PatternError(format!("the pattern cannot be compiled: {cause}"))
        }
    })
}

fn root_cause(error: &dyn std::error::Error) -> String {
    error.source().map_or_else(|| error.to_string(), root_cause)
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn the_whole_text_must_match() {
        for (source, good, bad) in [
            ("[a-z][a-z0-9-]*", &["a", "child-one"][..], &["", "1a", "a b", "A", "a\n"][..]),
            ("a|ab", &["a", "ab"], &["", "b", "abb"]),
            ("^a$", &["a"], &["a\n", "ba"]),
            ("[а-я]{2}", &["да"], &["д", "дад", "ab"]),
            ("", &[""], &["a"]),
            ("(?s).*", &["", "a\nb", "я"], &[]),
        ] {
            let table = Table::compile(source).expect(source);
            for text in good {
                assert!(table.matches(text), "{source} {text}");
            }
            for text in bad {
                assert!(!table.matches(text), "{source} {text}");
            }
        }
    }

    #[test]
    fn tables_are_minimal() {
        let table = Table::compile("[a-z][a-z0-9-]*").expect("valid");
        assert_eq!((table.accepting.len(), table.class_count), (3, 3));
    }

    #[test]
    fn mistakes_are_shown_as_the_engine_prints_them() {
        let error = Table::compile("a(").expect_err("unclosed").0;
        assert!(error.contains("a(") && error.contains("unclosed group"), "{error}");
        let error = Table::compile(r"\w{5,20}").expect_err("Unicode").0;
        assert!(error.ends_with(r"or switch Unicode off as in `(?-u:\w)`"), "{error}");
        assert!(Table::compile(r"(?-u:\w){5,20}").is_ok());
        assert!(Table::compile("[a-z]{300}").expect_err("large").0.contains("too large"));
    }

    #[test]
    fn unsatisfiable_patterns_are_recognised() {
        assert_eq!(Table::compile("a^b").expect("valid").lengths(), None);
    }

    #[test]
    fn lengths_count_characters() {
        for (source, least, most) in [
            ("ab", 2, Some(2)),
            ("", 0, Some(0)),
            ("a?", 0, Some(1)),
            ("[а-яё]{2,7}", 2, Some(7)),
            ("a|[а-я]bc", 1, Some(3)),
            ("[a-z][a-z0-9-]*", 1, None),
            (".{3}", 3, Some(3)),
            ("(ab)+", 2, None),
        ] {
            let lengths = Table::compile(source).expect(source).lengths();
            assert_eq!(lengths, Some(super::Lengths { least, most }), "{source}");
        }
    }

    #[test]
    fn patterns_without_effect_are_recognised() {
        for (source, everything) in [("(?s).*", true), ("(?s)a?.*", true), (".*", false), ("", false)] {
            assert_eq!(Table::compile(source).expect(source).matches_everything(), everything, "{source}");
        }
    }
}
