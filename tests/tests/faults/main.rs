//! A server that misbehaves in every way: how often a request reaches it, which error the caller gets, how long it takes.
//!
//! Every fault meets a method that reads and one that spends money, once in the first attempt only and once in every
//! attempt. The outcomes are checked against the promises (`promises.rs`) and compared with `vox-core/docs/faults.md`;
//! `UPDATE_DOCS=1` writes that file.

mod catalogue;
mod outcome;
mod promises;
mod run;
mod setup;
mod table;

use std::collections::BTreeMap;
use std::sync::Arc;

use catalogue::Fault;
use outcome::{Outcome, Persistence};
use run::{Clients, run};
use vox_accounts::vox_core::meta::Kind;

/// The outcomes of one fault, by the method's kind and the persistence of the fault.
pub(crate) struct Row {
    fault: Fault,
    outcomes: BTreeMap<(bool, Persistence), Outcome>,
}

impl Row {
    /// The outcome; `None` for a fault that cannot pass.
    fn outcome(&self, kind: Kind, persistence: Persistence) -> Option<&Outcome> {
        self.outcomes.get(&(kind == Kind::Write, persistence))
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_fault_is_reported_and_no_write_is_repeated() {
    let faults = catalogue::all();
    let clients = Arc::new(Clients::new(faults.iter().map(|fault| fault.wait).collect()));
    let run = |fault| tokio::spawn(row(Arc::clone(&clients), fault));
    let runs: Vec<_> = faults.into_iter().map(run).collect();
    let mut rows = Vec::new();
    for run in runs {
        rows.push(run.await.unwrap());
    }
    for row in &rows {
        promises::check(row);
    }
    rows.retain(|row| row.fault.is_deterministic());
    table::compare(&rows);
}

async fn row(clients: Arc<Clients>, fault: Fault) -> Row {
    let mut outcomes = BTreeMap::new();
    for persistence in [Persistence::Once, Persistence::Always] {
        if persistence == Persistence::Always || fault.can_pass() {
            let run = |kind| tokio::spawn(run(Arc::clone(&clients), fault.clone(), kind, persistence));
            let (read, write) = (run(Kind::Read), run(Kind::Write));
            outcomes.insert((false, persistence), read.await.unwrap());
            outcomes.insert((true, persistence), write.await.unwrap());
        }
    }
    Row { fault, outcomes }
}
