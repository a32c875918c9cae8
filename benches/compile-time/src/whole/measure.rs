//! Measures crates, also those that are no members of the workspace.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

use super::workspace::VOX_USERS;
use crate::Result;
use crate::compile::{self, Mode};
use crate::rustc::{self, Figure};

/// A crate that is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Crate {
    pub(crate) package: &'static str,
    /// The name that rustc knows.
    pub(crate) library: &'static str,
}

impl Crate {
    pub(crate) const VOX_ACCOUNTS: Self = Self { package: "vox-accounts", library: "vox_accounts" };
    pub(crate) const VOX_API: Self = Self { package: "vox-api", library: "vox_api" };
    pub(crate) const VOX_USERS: Self = Self { package: VOX_USERS, library: "vox_users" };
    pub(crate) const VOX_CORE: Self = Self { package: "vox-core", library: "vox_core" };

    pub(crate) const VOX: [Self; 3] = [Self::VOX_ACCOUNTS, Self::VOX_API, Self::VOX_USERS];
    pub(crate) const SERDE: [Self; 3] = [
        Self { package: "serde-accounts", library: "serde_accounts" },
        Self { package: "serde-api", library: "serde_api" },
        Self { package: "serde-users", library: "serde_users" },
    ];
}

/// What compiling a crate costs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Cost {
    /// Milliseconds of CPU time, or millions of instructions.
    pub(crate) time: f64,
    /// The peak memory of rustc, in MiB.
    pub(crate) peak: f64,
}

impl Cost {
    pub(crate) fn of(figure: &Figure) -> Self {
        Self { time: f64::from(figure.value) / 1000.0, peak: f64::from(figure.peak) / 1024.0 }
    }

    /// The lower of each figure: disturbances only add to them.
    fn least(self, other: Self) -> Self {
        Self { time: self.time.min(other.time), peak: self.peak.min(other.peak) }
    }

    /// One crate after the other: the times add up, the memory does not.
    pub(crate) fn then(self, other: Self) -> Self {
        Self { time: self.time + other.time, peak: self.peak.max(other.peak) }
    }
}

/// The lowest costs of all repetitions, by what was compiled and how.
#[derive(Debug)]
pub(crate) struct Costs<K>(BTreeMap<(K, Mode), Cost>);

impl<K> Default for Costs<K> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K: Ord + Clone> Costs<K> {
    pub(crate) fn add(&mut self, key: &K, mode: Mode, cost: Cost) {
        self.0.entry((key.clone(), mode)).and_modify(|least| *least = least.least(cost)).or_insert(cost);
    }

    pub(crate) fn get(&self, key: &K, mode: Mode) -> Option<Cost> {
        self.0.get(&(key.clone(), mode)).copied()
    }

    /// All of these together.
    pub(crate) fn sum(&self, keys: &[K], mode: Mode) -> Option<Cost> {
        let costs: Option<Vec<_>> = keys.iter().map(|key| self.get(key, mode)).collect();
        costs?.into_iter().reduce(Cost::then)
    }
}

/// What building the documentation costs, in seconds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Documentation {
    pub(crate) cpu: f64,
    pub(crate) wall: f64,
}

impl Documentation {
    /// The lower of each figure.
    pub(crate) fn least(self, other: Self) -> Self {
        Self { cpu: self.cpu.min(other.cpu), wall: self.wall.min(other.wall) }
    }
}

/// Compiles crates of a generated workspace and their dependencies.
pub(crate) struct Bench {
    workspace: PathBuf,
    this_program: PathBuf,
}

impl Bench {
    pub(crate) fn new(workspace: PathBuf) -> Result<Self> {
        let this_program = std::env::current_exe().map_err(|error| error.to_string())?;
        Ok(Self { workspace, this_program })
    }

    /// Builds a member of the workspace, compiling these crates again. Crates that the member does not need have no cost.
    pub(crate) fn compile(&self, member: &str, crates: &[Crate], mode: Mode) -> Result<Vec<(Crate, Cost)>> {
        let figures = self.figures(member, crates, mode)?;
        let of = |library: &Crate| figures.iter().find(|figure| figure.library == library.library);
        Ok(crates.iter().filter_map(|library| Some((*library, Cost::of(of(library)?)))).collect())
    }

    /// The same, with all that the wrapper has written.
    pub(crate) fn figures(&self, member: &str, crates: &[Crate], mode: Mode) -> Result<Vec<Figure>> {
        self.forget(crates, mode)?;
        let mut cargo = compile::cargo(&self.workspace);
        cargo.args(mode.arguments()).args(["--package", member]);
        // The wrapper for members of the workspace would not see the others.
        cargo.env("RUSTC_WRAPPER", &self.this_program);
        if mode == Mode::Instructions {
            cargo.env(rustc::COUNT, "1");
        }
        let libraries: Vec<_> = crates.iter().map(|library| library.library).collect();
        compile::figures(&mut cargo, &self.workspace, &libraries)
    }

    /// Builds the documentation of vox.
    pub(crate) fn document(&self) -> Result<Documentation> {
        const CRATES: [Crate; 3] = [Crate::VOX_CORE, Crate::VOX_ACCOUNTS, Crate::VOX_API];
        self.forget(&CRATES, Mode::Check)?;
        compile::run(compile::cargo(&self.workspace).args(["check", "--package", VOX_USERS]))?;
        let mut cargo = compile::cargo(&self.workspace);
        cargo.args(["doc", "--no-deps"]);
        for library in CRATES {
            cargo.args(["--package", library.package]);
        }
        let before = rustc::cpu_microseconds()?;
        let started = Instant::now();
        compile::run(&mut cargo)?;
        let wall = started.elapsed().as_secs_f64();
        let microseconds =
            u32::try_from(rustc::cpu_microseconds()? - before).map_err(|error| error.to_string())?;
        Ok(Documentation { cpu: f64::from(microseconds) / 1e6, wall })
    }

    /// Removes what was built of these crates, so that Cargo builds them again.
    fn forget(&self, crates: &[Crate], mode: Mode) -> Result<()> {
        let mut cargo = compile::cargo(&self.workspace);
        cargo.arg("clean");
        if mode == Mode::Release {
            cargo.arg("--release");
        }
        for library in crates {
            cargo.args(["--package", library.package]);
        }
        compile::run(&mut cargo)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOW: Cost = Cost { time: 1.0, peak: 20.0 };
    const HIGH: Cost = Cost { time: 2.0, peak: 10.0 };

    #[test]
    fn the_lowest_figures_count() {
        let mut costs = Costs::default();
        costs.add(&"a", Mode::Check, LOW);
        costs.add(&"a", Mode::Check, HIGH);
        assert_eq!(costs.get(&"a", Mode::Check), Some(Cost { time: 1.0, peak: 10.0 }));
        assert_eq!(costs.get(&"a", Mode::Debug), None);
    }

    #[test]
    fn times_add_up_and_memory_does_not() {
        let mut costs = Costs::default();
        costs.add(&"a", Mode::Check, LOW);
        costs.add(&"b", Mode::Check, HIGH);
        assert_eq!(costs.sum(&["a", "b"], Mode::Check), Some(Cost { time: 3.0, peak: 20.0 }));
        assert_eq!(costs.sum(&["a", "c"], Mode::Check), None);
    }
}
