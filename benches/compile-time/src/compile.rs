//! Compiling one of the generated crates.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

use crate::Result;
use crate::peer::Peer;
use crate::rustc::{self, Figure};

/// A way of compiling a crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mode {
    Check,
    Debug,
    Release,
    /// A check whose instructions Valgrind counts: they do not depend on how busy the machine is.
    Instructions,
}

impl Mode {
    /// The modes whose time is measured.
    pub(crate) const TIMED: [Self; 3] = [Self::Check, Self::Debug, Self::Release];

    /// Whether this number of methods is measured: slow modes are measured with few methods.
    pub(crate) fn is_measured_with(self, count: usize) -> bool {
        count <= 60 || matches!(self, Self::Check | Self::Debug)
    }

    pub(crate) fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Check | Self::Instructions => &["check"],
            Self::Debug => &["build"],
            Self::Release => &["build", "--release"],
        }
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Check => "check",
            Self::Debug => "debug build",
            Self::Release => "release build",
            Self::Instructions => "check, instructions",
        })
    }
}

/// Compiles the crates of a generated workspace.
pub(crate) struct Bench {
    workspace: PathBuf,
    this_program: PathBuf,
}

impl Bench {
    pub(crate) fn new(workspace: PathBuf) -> Result<Self> {
        let this_program = std::env::current_exe().map_err(|error| error.to_string())?;
        Ok(Self { workspace, this_program })
    }

    /// Compiles the crate again. Returns milliseconds of CPU time of its rustc, or millions of instructions.
    pub(crate) fn compile(&self, peer: Peer, count: usize, mode: Mode) -> Result<f64> {
        let mut cargo = self.cargo(mode);
        if mode == Mode::Instructions {
            cargo.env(rustc::COUNT, "1");
        }
        let thousandths: u32 = self.figure(peer, count, mode, &mut cargo)?;
        Ok(f64::from(thousandths) / 1000.0)
    }

    /// The size of the crate's code after expansion.
    pub(crate) fn expanded_bytes(&self, peer: Peer, count: usize) -> Result<u32> {
        self.figure(peer, count, Mode::Check, self.cargo(Mode::Check).env(rustc::EXPAND, "1"))
    }

    fn cargo(&self, mode: Mode) -> Command {
        let mut cargo = cargo(&self.workspace);
        cargo.args(mode.arguments()).env("RUSTC_WORKSPACE_WRAPPER", &self.this_program);
        cargo
    }

    /// Compiles the crate again, and returns its figure.
    fn figure(&self, peer: Peer, count: usize, mode: Mode, cargo: &mut Command) -> Result<u32> {
        let package = peer.crate_name(count);
        self.touch(&package)?;
        cargo.args(["--package", &package]);
        let figures = figures(cargo, &self.workspace, &[&package.replace('-', "_")])?;
        figures
            .first()
            .map(|figure| figure.value)
            .ok_or_else(|| format!("{mode} of {package} gave no figure"))
    }

    /// Makes Cargo compile the crate again.
    fn touch(&self, package: &str) -> Result<()> {
        let path = self.workspace.join(package).join("src/lib.rs");
        std::fs::File::options()
            .append(true)
            .open(&path)
            .and_then(|file| file.set_modified(SystemTime::now()))
            .map_err(|error| format!("{}: {error}", path.display()))
    }
}

/// Cargo in a generated workspace, without incremental compilation.
pub(crate) fn cargo(workspace: &Path) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .current_dir(workspace)
        .env("CARGO_INCREMENTAL", "0")
        // Settings in the environment would change the figures.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env_remove("CARGO_PROFILE_DEV_DEBUG")
        .env_remove("RUSTC_WRAPPER")
        .env("CARGO_TARGET_DIR", workspace.join("target"))
        .stdin(Stdio::null());
    cargo
}

/// Runs Cargo, and returns the figures that the wrapper has written for the crates with these names.
pub(crate) fn figures(cargo: &mut Command, workspace: &Path, libraries: &[&str]) -> Result<Vec<Figure>> {
    let output = workspace.join("figures");
    std::fs::remove_file(&output).ok();
    run(cargo.env(rustc::OUTPUT, &output).env(rustc::MEASURED, libraries.join(",")))?;
    let text = std::fs::read_to_string(&output).unwrap_or_default();
    std::fs::remove_file(&output).ok();
    let figures: Option<_> = text.lines().map(Figure::from_line).collect();
    figures.ok_or_else(|| format!("the figures of {libraries:?} cannot be read: {text}"))
}

/// Runs Cargo; its log is the error.
pub(crate) fn run(cargo: &mut Command) -> Result<()> {
    let finished = cargo.output().map_err(|error| format!("cargo cannot be run: {error}"))?;
    if finished.status.success() {
        return Ok(());
    }
    Err(format!("{cargo:?} failed:\n{}", String::from_utf8_lossy(&finished.stderr)))
}
