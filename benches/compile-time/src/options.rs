//! The command line.

use crate::Result;
use crate::compile::Mode;
use crate::peer::Peer;

const USAGE: &str = "options: [--whole] [--quick] [--instructions] [--repetitions N] [PEER..]";

/// The options of a run.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    pub(crate) peers: Vec<Peer>,
    /// Numbers of methods.
    pub(crate) counts: Vec<usize>,
    pub(crate) modes: Vec<Mode>,
    pub(crate) repetitions: usize,
    /// Whether the whole API is measured, and not methods made for the measurement.
    pub(crate) whole: bool,
}

impl Options {
    pub(crate) fn from_args(mut args: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = Self {
            peers: Vec::new(),
            counts: vec![0, 60, 240],
            modes: Mode::TIMED.to_vec(),
            repetitions: 3,
            whole: false,
        };
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--whole" => options.whole = true,
                "--quick" => {
                    options.counts = vec![0, 60];
                    options.modes = vec![Mode::Check];
                    options.repetitions = 1;
                }
                "--instructions" => {
                    options.counts = vec![0, 60];
                    options.modes = vec![Mode::Instructions];
                    options.repetitions = 1;
                }
                "--repetitions" => options.repetitions = repetitions(args.next())?,
                name => options.peers.push(Peer::by_name(name).ok_or_else(|| unknown(name))?),
            }
        }
        if options.whole && !options.peers.is_empty() {
            return Err(format!("`--whole` measures vox and serde, so it takes no peers; {USAGE}"));
        }
        if options.peers.is_empty() {
            options.peers = Peer::ALL.to_vec();
        }
        Ok(options)
    }

    /// Whether the table is complete: every peer, and every mode or instructions.
    pub(crate) fn is_full(&self) -> bool {
        let all_modes = self.modes == Mode::TIMED || self.counts_instructions();
        self.peers.len() == Peer::ALL.len() && all_modes
    }

    /// Whether instructions are counted and not time.
    pub(crate) fn counts_instructions(&self) -> bool {
        self.modes == [Mode::Instructions]
    }

    /// Whether the numbers of methods suffice to measure growth.
    pub(crate) fn has_growth(&self) -> bool {
        self.counts.contains(&240)
    }
}

fn repetitions(text: Option<String>) -> Result<usize> {
    let number = text.and_then(|text| text.parse().ok()).filter(|number| *number > 0);
    number.ok_or_else(|| format!("`--repetitions` needs a whole number above 0; {USAGE}"))
}

fn unknown(name: &str) -> String {
    let names: Vec<_> = Peer::ALL.iter().map(|peer| format!("`{}`", peer.name())).collect();
    format!("`{name}` is neither an option nor a peer; {USAGE}; peers: {}", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(args: &[&str]) -> Result<Options> {
        Options::from_args(args.iter().map(|arg| (*arg).to_owned()))
    }

    #[test]
    fn without_arguments_everything_is_measured() {
        let options = parse(&[]).unwrap();
        assert!(options.is_full());
        assert_eq!(options.counts, [0, 60, 240]);
    }

    #[test]
    fn a_quick_run_only_checks() {
        let options = parse(&["--quick"]).unwrap();
        assert!(!options.is_full());
        assert_eq!((options.counts, options.modes, options.repetitions), (vec![0, 60], vec![Mode::Check], 1));
    }

    #[test]
    fn instructions_are_counted_for_a_check() {
        let options = parse(&["--instructions"]).unwrap();
        assert!(options.is_full() && options.counts_instructions() && !options.has_growth());
        assert!(!parse(&["--instructions", "vox"]).unwrap().is_full());
    }

    #[test]
    fn peers_and_repetitions_can_be_chosen() {
        let options = parse(&["--repetitions", "5", "serde", "vox"]).unwrap();
        assert_eq!((options.peers, options.repetitions), (vec![Peer::SERDE, Peer::VOX], 5));
    }

    #[test]
    fn the_whole_api_has_no_peers_to_choose_from() {
        assert!(parse(&["--whole"]).unwrap().whole && !parse(&[]).unwrap().whole);
        assert!(parse(&["--whole", "serde"]).unwrap_err().contains("takes no peers"));
    }

    #[test]
    fn mistakes_name_what_is_valid() {
        assert!(parse(&["--repetitions", "0"]).unwrap_err().contains("above 0"));
        assert!(parse(&["sered"]).unwrap_err().contains("`serde+garde+bon`"));
    }
}
