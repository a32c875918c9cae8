//! The whole API: vox-accounts and vox-api compared with the same types that derive serde's traits.

mod attributes;
mod callbacks;
mod clients;
mod declarations;
mod measure;
mod page;
mod serde_types;
mod users;
mod workspace;

use std::path::Path;

use crate::Result;
use crate::compile::Mode;
use crate::generate::FOLDER;
use crate::options::Options;
use declarations::Declarations;
use measure::{Bench, Costs, Crate, Documentation};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/WHOLE.md");

/// Everything that the page shows.
pub(crate) struct Measurements {
    pub(crate) declarations: Declarations,
    pub(crate) crates: Costs<Crate>,
    /// Checks of vox-api with one section, or none.
    pub(crate) sections: Costs<Option<String>>,
    pub(crate) documentation: Option<Documentation>,
    /// Each client, or why it could not be measured.
    pub(crate) clients: Vec<Result<clients::Measured>>,
}

/// Measures, and prints the page. A complete run writes it.
pub(crate) fn run(options: &Options) -> Result<()> {
    let declarations = Declarations::read(&Path::new(FOLDER).join("../.."))?;
    let bench = Bench::new(workspace::write_workspace(&declarations)?)?;
    let mut measured = Measurements {
        declarations,
        crates: Costs::default(),
        sections: Costs::default(),
        documentation: None,
        clients: Vec::new(),
    };
    let complete = options.modes == Mode::TIMED;
    // Round by round, so that a busy minute of the machine does not affect only one side.
    for round in 1..=options.repetitions {
        for &mode in &options.modes {
            whole(&bench, mode, &mut measured, |text| {
                eprintln!("{round}/{}: {mode}, {text}", options.repetitions);
            })?;
        }
        if complete {
            sections(&bench, &mut measured)?;
            let documentation = bench.document()?;
            eprintln!("{round}/{}: documentation: {:.1} s", options.repetitions, documentation.wall);
            measured.documentation =
                Some(measured.documentation.map_or(documentation, |least| least.least(documentation)));
        }
    }
    if complete {
        measured.clients = clients::ALL.map(|client| clients::measure(client, options.repetitions)).into();
    }
    let page = page::render(&measured, options)?;
    print!("{page}");
    if complete {
        std::fs::write(PAGE, page).map_err(|error| format!("{PAGE}: {error}"))?;
        eprintln!("written to {PAGE}");
    }
    Ok(())
}

/// Measures the crates of both sides.
fn whole(bench: &Bench, mode: Mode, measured: &mut Measurements, log: impl Fn(&str)) -> Result<()> {
    for crates in [Crate::VOX, Crate::SERDE] {
        for (library, cost) in bench.compile(crates[2].package, &crates, mode)? {
            log(&format!("{}: {:.0}, {:.0} MiB", library.package, cost.time, cost.peak));
            measured.crates.add(&library, mode, cost);
        }
    }
    Ok(())
}

/// Measures a check of each section alone, and of no section.
fn sections(bench: &Bench, measured: &mut Measurements) -> Result<()> {
    let names = measured.declarations.with_methods().map(|(name, _)| Some(name.to_owned()));
    for section in std::iter::once(None).chain(names) {
        let member = workspace::selection(section.as_deref());
        let costs = bench.compile(&member, &[Crate::VOX_ACCOUNTS, Crate::VOX_API], Mode::Check)?;
        let cost = costs.into_iter().map(|(_, cost)| cost).reduce(measure::Cost::then);
        let cost = cost.ok_or_else(|| format!("{member} gave no figure"))?;
        eprintln!("{member}: {:.0}", cost.time);
        measured.sections.add(&section, Mode::Check, cost);
    }
    Ok(())
}
