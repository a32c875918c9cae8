//! The build time and the size of a user's crate: programs in `users` that make one call each.

mod build;
mod futures;

use crate::Result;

pub(crate) use futures::{Sizes, sizes};

/// The baseline.
pub(crate) const BARE: &str = "bare-reqwest";

/// Programs that make one call, and their client libraries.
const PROGRAMS: [(&str, &str); 5] = [
    (BARE, "bare reqwest"),
    ("with-vox", crate::tasks::VOX),
    ("with-octocrab", "octocrab"),
    ("with-async-stripe", "async-stripe"),
    ("with-twitch-api", "twitch_api"),
];

/// The cost of a program.
#[derive(Debug, Clone)]
pub(crate) struct Cost {
    pub(crate) package: &'static str,
    pub(crate) with: &'static str,
    /// The number of its crates, itself included.
    pub(crate) crates: usize,
    /// Seconds of CPU time of a clean debug build, and of a release build.
    pub(crate) debug_build: f64,
    pub(crate) release_build: f64,
    /// Bytes of the release binary, without symbols.
    pub(crate) binary: u64,
}

/// Builds all programs from scratch.
pub(crate) fn measure() -> Result<Vec<Cost>> {
    PROGRAMS.into_iter().map(|(package, with)| build::measure(package, with)).collect()
}
