//! How long the texts are that a pattern matches.

use std::collections::{BTreeSet, VecDeque};

use super::Table;

/// The numbers of characters of the shortest and the longest text that matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lengths {
    /// The shortest text.
    pub(crate) least: usize,
    /// The longest text; none where there is no limit.
    pub(crate) most: Option<usize>,
}

impl Lengths {
    /// The lengths for a pattern that matches something.
    pub(super) fn of(table: &Table) -> Self {
        let steps = Steps::of(table);
        Self { least: steps.shortest(), most: steps.longest() }
    }
}

/// The steps between states from which a match can still be reached.
struct Steps {
    /// For each state the states that follow, with the number of characters that the step adds.
    next: Vec<Vec<(usize, usize)>>,
    accepting: Vec<bool>,
}

impl Steps {
    fn of(table: &Table) -> Self {
        let states = table.accepting.len();
        let inputs = inputs(table);
        let mut next: Vec<_> = (0..states).map(|state| steps_from(table, state, &inputs)).collect();
        let hopeful = hopeful(&next, &table.accepting);
        for steps in &mut next {
            steps.retain(|(target, _)| hopeful[*target]);
        }
        Self { next, accepting: table.accepting.clone() }
    }

    /// The cheapest way to a match, breadth first: steps without a new character come before those with one.
    fn shortest(&self) -> usize {
        let mut seen = vec![false; self.next.len()];
        let mut queue = VecDeque::from([(0, 0)]);
        while let Some((state, length)) = queue.pop_front() {
            if self.accepting[state] {
                return length;
            }
            if std::mem::replace(&mut seen[state], true) {
                continue;
            }
            for (target, characters) in &self.next[state] {
                match characters {
                    0 => queue.push_front((*target, length)),
                    _ => queue.push_back((*target, length + characters)),
                }
            }
        }
        0
    }

    /// The dearest way to a match; none where a circle makes it endless. After as many rounds as there are states a
    /// way without circles has reached its length.
    fn longest(&self) -> Option<usize> {
        let states = self.next.len();
        let mut lengths = vec![None; states];
        lengths[0] = Some(0);
        for _ in 0..states {
            let before = lengths.clone();
            for (state, length) in before.iter().enumerate() {
                let Some(length) = length else { continue };
                for (target, characters) in &self.next[state] {
                    lengths[*target] = lengths[*target].max(Some(length + characters));
                }
            }
            if before == lengths {
                return (0..states)
                    .filter(|state| self.accepting[*state])
                    .filter_map(|state| lengths[state])
                    .max();
            }
        }
        None
    }
}

/// What a byte can be: its class, and the number of characters that it adds.
type Input = (u8, usize);

/// All there are. They are few, and a derive is seldom optimised, so bytes are looked at once.
fn inputs(table: &Table) -> BTreeSet<Input> {
    let bytes = (0..=u8::MAX).zip(&table.classes);
    bytes.map(|(byte, class)| (*class, usize::from(begins_character(byte)))).collect()
}

fn steps_from(table: &Table, state: usize, inputs: &BTreeSet<Input>) -> Vec<(usize, usize)> {
    let steps: BTreeSet<_> =
        inputs.iter().map(|(class, characters)| (table.follower(state, *class), *characters)).collect();
    steps.into_iter().collect()
}

/// Whether a byte of UTF-8 begins a character.
fn begins_character(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

/// The states from which a match can be reached.
fn hopeful(next: &[Vec<(usize, usize)>], accepting: &[bool]) -> Vec<bool> {
    let mut hopeful = accepting.to_vec();
    loop {
        let before = hopeful.clone();
        for (state, steps) in next.iter().enumerate() {
            hopeful[state] |= steps.iter().any(|(target, _)| before[*target]);
        }
        if before == hopeful {
            return hopeful;
        }
    }
}
