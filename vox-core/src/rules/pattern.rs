//! Patterns: a small part of regular expressions, parsed by the derive.

/// A pattern as data: elements that follow each other.
///
/// A string matches as a whole or not at all. What a pattern may contain is described at
/// [`VoxMethod`](macro@crate::VoxMethod#patterns).
#[derive(Debug)]
pub struct Pattern {
    /// The pattern as declared, without `^` and `$`.
    pub source: &'static str,
    /// The elements, in their order.
    pub elements: &'static [PatternElement],
}

/// A set of characters, and how many of them follow each other.
#[derive(Debug, Clone, Copy)]
pub struct PatternElement {
    ranges: &'static [(char, char)],
    negated: bool,
    /// For each ASCII character, 1 if it is in the set. Looking it up takes less time than comparing ranges.
    ascii: &'static [u8; 128],
    min: usize,
    max: usize,
}

impl Pattern {
    /// Whether the whole string matches.
    ///
    /// Linear in the length of the string. Allocates only where an element of varying length is followed by others.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        let fixed = self.elements.iter().take_while(|element| element.min == element.max).count();
        let (fixed, others) = self.elements.split_at(fixed);
        if let ([] | [_], true) = (others, text.is_ascii()) {
            return match_ascii(fixed, others.first(), text.as_bytes());
        }
        let mut characters = text.chars();
        let mut takes = |element: &PatternElement| {
            (0..element.min).all(|_| characters.next().is_some_and(|character| element.contains(character)))
        };
        if !fixed.iter().all(&mut takes) {
            return false;
        }
        match others {
            [] => characters.next().is_none(),
            [last] => {
                let mut count = 0;
                let all_fit = characters.all(|character| {
                    count += 1;
                    last.contains(character)
                });
                all_fit && (last.min..=last.max).contains(&count)
            }
            _ => match_varying(others, characters.as_str()),
        }
    }
}

impl PatternElement {
    /// A set of the characters in these ranges, or if `negated` of all others, from `min` to `max` times. Each range has
    /// its first and its last character; `ascii` has a 1 for each ASCII character in the set; `usize::MAX` is no limit.
    #[must_use]
    pub const fn new(
        ranges: &'static [(char, char)],
        negated: bool,
        ascii: &'static [u8; 128],
        min: usize,
        max: usize,
    ) -> Self {
        Self { ranges, negated, ascii, min, max }
    }

    /// Whether all these ASCII characters are in the set.
    #[inline]
    fn contains_all(&self, bytes: &[u8]) -> bool {
        bytes.iter().all(|byte| self.ascii[usize::from(byte & 0x7f)] == 1)
    }

    #[inline]
    fn contains(&self, character: char) -> bool {
        if let Some(is_in_set) = self.ascii.get(character as usize) {
            return *is_in_set == 1;
        }
        let is_in_range = |(first, last): &(char, char)| (first..=last).contains(&&character);
        self.ranges.iter().any(is_in_range) != self.negated
    }

    /// From the positions where this element can start, the positions where it can end. `characters` has one character
    /// for each position but the last.
    fn ends(&self, starts: &[bool], characters: &str) -> Vec<bool> {
        let (mut run_start, mut nearest_start) = (0, None);
        let mut characters = characters.chars();
        let can_end = |position: usize| {
            if let Some(start) = position.checked_sub(self.min).filter(|start| starts[*start]) {
                nearest_start = Some(start);
            }
            // Only the nearest start counts: one farther away needs more characters, of which more must fit.
            let can_end =
                nearest_start.is_some_and(|start| start >= run_start && position - start <= self.max);
            if characters.next().is_some_and(|character| !self.contains(character)) {
                run_start = position + 1;
            }
            can_end
        };
        (0..starts.len()).map(can_end).collect()
    }
}

/// Matches ASCII characters: elements of a fixed length, then one of a varying length.
fn match_ascii(fixed: &[PatternElement], last: Option<&PatternElement>, mut rest: &[u8]) -> bool {
    for element in fixed {
        let Some((bytes, after)) = rest.split_at_checked(element.min) else { return false };
        if !element.contains_all(bytes) {
            return false;
        }
        rest = after;
    }
    match last {
        Some(last) => (last.min..=last.max).contains(&rest.len()) && last.contains_all(rest),
        None => rest.is_empty(),
    }
}

/// Tracks all positions that the elements so far can reach, so that no position is visited twice by one element.
fn match_varying(elements: &[PatternElement], text: &str) -> bool {
    let mut reached = vec![false; text.chars().count() + 1];
    reached[0] = true;
    for element in elements {
        reached = element.ends(&reached, text);
    }
    reached.last() == Some(&true)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Pattern, PatternElement};

    const LOWER: &[(char, char)] = &[('a', 'z')];
    const A: &[(char, char)] = &[('a', 'a')];
    const B: &[(char, char)] = &[('b', 'b')];
    const A_TO_B_AND_E_ACUTE: &[(char, char)] = &[('a', 'b'), ('é', 'é')];
    const ANY: usize = usize::MAX;

    fn element(ranges: &'static [(char, char)], min: usize, max: usize) -> PatternElement {
        set(ranges, false, min, max)
    }

    fn set(ranges: &'static [(char, char)], negated: bool, min: usize, max: usize) -> PatternElement {
        let is_in_set =
            |code: char| ranges.iter().any(|(first, last)| (*first..=*last).contains(&code)) != negated;
        let ascii =
            std::array::from_fn(|code| u8::from(u8::try_from(code).is_ok_and(|code| is_in_set(code.into()))));
        PatternElement::new(ranges, negated, Box::leak(Box::new(ascii)), min, max)
    }

    fn matches(elements: impl Into<Vec<PatternElement>>, text: &str) -> bool {
        Pattern { source: "", elements: elements.into().leak() }.matches(text)
    }

    /// Tries every number of repetitions of every element.
    fn reference(elements: &[PatternElement], text: &[char]) -> bool {
        let Some((first, others)) = elements.split_first() else { return text.is_empty() };
        let run = text.iter().take(first.max).take_while(|character| first.contains(**character)).count();
        (first.min..=run).any(|count| reference(others, &text[count..]))
    }

    #[test]
    fn the_whole_string_must_match() {
        let name = [element(LOWER, 1, 1), element(&[('a', 'z'), ('0', '9'), ('-', '-')], 0, ANY)];
        for good in ["a", "a1", "child-one"] {
            assert!(matches(name, good), "{good}");
        }
        for bad in ["", "1a", "a b", "A", "a\n", "\na", "aé"] {
            assert!(!matches(name, bad), "{bad:?}");
        }
        assert!(matches([], "") && !matches([], "a"));
    }

    #[test]
    fn repetitions_count_characters() {
        let cyrillic = [element(&[('а', 'я')], 2, 3)];
        for (text, expected) in [("д", false), ("да", true), ("дада", false), ("ab", false)] {
            assert_eq!(matches(cyrillic, text), expected, "{text}");
        }
    }

    #[test]
    fn ambiguous_patterns_take_no_exponential_time() {
        let many = [[element(A, 0, ANY); 30].as_slice(), &[element(B, 1, 1)]].concat();
        let text = "a".repeat(20_000);
        assert!(!matches(many.clone(), &text));
        assert!(matches(many, &(text + "b")));
    }

    fn arbitrary_element() -> impl Strategy<Value = PatternElement> {
        let ranges = prop::sample::select(vec![LOWER, A, B, A_TO_B_AND_E_ACUTE]);
        let max = prop_oneof![Just(ANY), 0_usize..4];
        (ranges, any::<bool>(), 0_usize..4, max)
            .prop_map(|(ranges, negated, min, max)| set(ranges, negated, min.min(max), max))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(5_000))]

        #[test]
        fn matching_agrees_with_trying_everything(
            elements in prop::collection::vec(arbitrary_element(), 0..6),
            text in "[abcé]{0,9}",
        ) {
            let characters: Vec<char> = text.chars().collect();
            prop_assert_eq!(matches(elements.clone(), &text), reference(&elements, &characters));
        }
    }
}
