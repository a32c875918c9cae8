//! An automaton while it is made small.

use std::collections::HashMap;

use regex_automata::Anchored;
use regex_automata::dfa::Automaton;
use regex_automata::util::{alphabet::Unit, primitives::StateID, start};

use super::{PatternError, Searcher, Table, too_large};

/// The most states a table can number in bytes.
const MAX_STATES: usize = 256;

/// How many states are looked at before equal ones are merged: patterns that need more are too large.
const MAX_RAW_STATES: usize = 4096;

/// An automaton while it is made small. State 0 is the start.
pub(super) struct Machine {
    classes: [u8; 256],
    /// A row of following states for each state.
    next: Vec<Vec<usize>>,
    accepting: Vec<bool>,
}

impl Machine {
    /// Walks everything that can be reached from the start.
    pub(super) fn explore(dfa: &Searcher) -> Result<Self, PatternError> {
        let anchored = start::Config::new().anchored(Anchored::Yes);
        let start = dfa.start_state(&anchored).map_err(|error| PatternError(error.to_string()))?;
        let bytes: Vec<u8> = dfa.byte_classes().representatives(0..=255).filter_map(Unit::as_u8).collect();
        let mut states = Numbering::default();
        states.number(start);
        let (mut next, mut accepting) = (Vec::new(), Vec::new());
        while let Some(state) = states.order.get(next.len()).copied() {
            next.push(bytes.iter().map(|byte| states.number(dfa.next_state(state, *byte))).collect());
            // The engine reports a match one step late, so the end of input is a step too.
            accepting.push(dfa.is_match_state(dfa.next_eoi_state(state)));
            if states.order.len() > MAX_RAW_STATES {
                return Err(too_large());
            }
        }
        let classes = std::array::from_fn(|byte| {
            dfa.byte_classes().get(u8::try_from(byte).expect("an array of 256 has no greater index"))
        });
        Ok(Self { classes, next, accepting })
    }

    /// Merges states that no text tells apart (Moore's algorithm).
    pub(super) fn merged(self) -> Result<Self, PatternError> {
        let mut blocks: Vec<usize> = self.accepting.iter().map(|accepting| usize::from(*accepting)).collect();
        let mut count = 0;
        loop {
            let mut numbers = HashMap::new();
            let refined: Vec<usize> = (0..self.next.len())
                .map(|state| {
                    let row: Vec<usize> = self.next[state].iter().map(|target| blocks[*target]).collect();
                    let fresh = numbers.len();
                    *numbers.entry((blocks[state], row)).or_insert(fresh)
                })
                .collect();
            blocks = refined;
            if numbers.len() == count {
                break;
            }
            count = numbers.len();
        }
        if count > MAX_STATES {
            return Err(too_large());
        }
        Ok(self.with_blocks(&blocks, count))
    }

    /// One state for each block. Blocks are numbered as they are met, so the start stays 0.
    fn with_blocks(self, blocks: &[usize], count: usize) -> Self {
        let first = |block: usize| blocks.iter().position(|other| *other == block).unwrap_or_default();
        let members: Vec<usize> = (0..count).map(first).collect();
        Self {
            classes: self.classes,
            next: members
                .iter()
                .map(|state| self.next[*state].iter().map(|target| blocks[*target]).collect())
                .collect(),
            accepting: members.iter().map(|state| self.accepting[*state]).collect(),
        }
    }

    /// Merges classes that no state tells apart and lays the rows out.
    pub(super) fn into_table(self) -> Table {
        let class_count = self.next[0].len();
        let column = |class: usize| self.next.iter().map(move |row| row[class]).collect::<Vec<_>>();
        let mut columns: Vec<Vec<usize>> = Vec::new();
        let mut merged = Vec::new();
        for class in 0..class_count {
            let column = column(class);
            let known = columns.iter().position(|other| *other == column);
            merged.push(byte(known.unwrap_or(columns.len())));
            if known.is_none() {
                columns.push(column);
            }
        }
        Table {
            classes: self.classes.map(|class| merged[usize::from(class)]),
            next: (0..self.next.len())
                .flat_map(|state| columns.iter().map(move |column| byte(column[state])))
                .collect(),
            accepting: self.accepting,
            class_count: columns.len(),
        }
    }
}

fn byte(number: usize) -> u8 {
    u8::try_from(number).expect("states and classes were limited to 256")
}

/// Numbers for the engine's states, in the order they are met.
#[derive(Default)]
struct Numbering {
    numbers: HashMap<StateID, usize>,
    order: Vec<StateID>,
}

impl Numbering {
    fn number(&mut self, state: StateID) -> usize {
        *self.numbers.entry(state).or_insert_with(|| {
            self.order.push(state);
            self.order.len() - 1
        })
    }
}
