//! The arithmetic.

use std::collections::BTreeMap;

use crate::compile::Mode;
use crate::peer::Peer;

/// A crate and the way of compiling it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Series {
    pub(crate) peer: Peer,
    /// The number of methods.
    pub(crate) count: usize,
    pub(crate) mode: Mode,
}

/// All figures.
#[derive(Debug, Default)]
pub(crate) struct Measurements {
    /// Milliseconds of CPU time, one per repetition.
    pub(crate) times: BTreeMap<Series, Vec<f64>>,
    /// Bytes of expanded code.
    pub(crate) bytes: BTreeMap<(Peer, usize), u32>,
}

impl Measurements {
    /// The lowest figure of the repetitions, as disturbances only ever add to it.
    pub(crate) fn time(&self, peer: Peer, count: usize, mode: Mode) -> Option<f64> {
        self.times.get(&Series { peer, count, mode })?.iter().copied().reduce(f64::min)
    }

    /// Milliseconds of CPU time that one more method costs.
    pub(crate) fn slope(&self, peer: Peer, mode: Mode) -> Option<f64> {
        let (from, to) = self.counts(peer, mode)?;
        let time = |count| self.time(peer, count, mode);
        Some(slope((from, time(from)?), (to, time(to)?)))
    }

    /// The cost of 240 methods divided by that of 60, both minus the cost of a crate without methods.
    pub(crate) fn growth(&self, peer: Peer, mode: Mode) -> Option<f64> {
        let time = |count| self.time(peer, count, mode);
        let empty = time(0)?;
        Some((time(240)? - empty) / (time(60)? - empty))
    }

    /// Bytes of expanded code that one more method makes.
    pub(crate) fn bytes_per_method(&self, peer: Peer) -> Option<f64> {
        let bytes = |count| self.bytes.get(&(peer, count)).map(|bytes| f64::from(*bytes));
        Some(slope((0, bytes(0)?), (60, bytes(60)?)))
    }

    /// The two largest numbers of methods.
    fn counts(&self, peer: Peer, mode: Mode) -> Option<(usize, usize)> {
        let of_this = |series: &&Series| series.peer == peer && series.mode == mode;
        let counts: Vec<_> = self.times.keys().filter(of_this).map(|series| series.count).collect();
        counts.last_chunk().map(|[from, to]| (*from, *to))
    }
}

/// The rise between two points.
fn slope((x1, y1): (usize, f64), (x2, y2): (usize, f64)) -> f64 {
    let distance = u32::try_from(x2 - x1).map_or(f64::NAN, f64::from);
    (y2 - y1) / distance
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODE: Mode = Mode::Check;

    fn measured(times: &[(usize, &[f64])]) -> Measurements {
        let series = |count| Series { peer: Peer::VOX, count, mode: MODE };
        let times = times.iter().map(|(count, times)| (series(*count), times.to_vec())).collect();
        Measurements { times, bytes: BTreeMap::from([((Peer::VOX, 0), 100), ((Peer::VOX, 60), 6_100)]) }
    }

    fn close(found: Option<f64>, expected: f64) -> bool {
        found.is_some_and(|found| (found - expected).abs() < 1e-9)
    }

    #[test]
    fn the_lowest_figure_of_the_repetitions_counts() {
        let measured = measured(&[(0, &[30.0, 20.0, 25.0])]);
        assert!(close(measured.time(Peer::VOX, 0, MODE), 20.0));
    }

    #[test]
    fn the_slope_excludes_costs_shared_by_the_first_sixty() {
        let measured = measured(&[(0, &[100.0]), (60, &[250.0]), (240, &[610.0])]);
        assert!(close(measured.slope(Peer::VOX, MODE), 2.0));
        assert!(close(measured.growth(Peer::VOX, MODE), 3.4));
    }

    #[test]
    fn a_quick_run_has_a_slope_but_no_growth() {
        let measured = measured(&[(0, &[100.0]), (60, &[220.0])]);
        assert!(close(measured.slope(Peer::VOX, MODE), 2.0));
        assert!(measured.growth(Peer::VOX, MODE).is_none());
        assert!(measured.slope(Peer::SERDE, MODE).is_none());
    }

    #[test]
    fn bytes_are_those_of_one_method() {
        assert!(close(measured(&[]).bytes_per_method(Peer::VOX), 100.0));
    }
}
