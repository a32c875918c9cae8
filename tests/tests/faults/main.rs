//! A server that misbehaves in every way: how often a request reaches it, what the caller is told, how long it takes.
//!
//! Every fault meets a method that reads and one that spends money, once where it passes and once where it stays. What
//! came of it is checked against the promises (`promises.rs`) and written into `vox-core/docs/faults.md`; run with
//! `UPDATE_DOCS=1` to renew that.

mod catalogue;
mod outcome;
mod promises;
mod run;
mod setup;
mod table;

use std::collections::BTreeMap;
use std::sync::Arc;

use catalogue::Fault;
use outcome::{Lasts, Outcome};
use run::{Clients, run};
use vox_accounts::vox_core::Kind;

/// What came of one fault, by the method's kind and by how long the fault lasts.
pub(crate) struct Row {
    fault: Fault,
    outcomes: BTreeMap<(bool, Lasts), Outcome>,
}

impl Row {
    /// What came of it. A fault that cannot pass was not tried so.
    fn outcome(&self, kind: Kind, lasts: Lasts) -> Option<&Outcome> {
        self.outcomes.get(&(kind == Kind::Write, lasts))
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_fault_is_told_and_no_write_is_doubled() {
    let faults = catalogue::all();
    let clients = Arc::new(Clients::new(faults.iter().map(|fault| fault.took).collect()));
    let run = |fault| tokio::spawn(row(Arc::clone(&clients), fault));
    let runs: Vec<_> = faults.into_iter().map(run).collect();
    let mut rows = Vec::new();
    for run in runs {
        rows.push(run.await.unwrap());
    }
    for row in &rows {
        promises::check(row);
    }
    rows.retain(|row| row.fault.is_settled());
    table::compare(&rows);
}

async fn row(clients: Arc<Clients>, fault: Fault) -> Row {
    let mut outcomes = BTreeMap::new();
    for lasts in [Lasts::Once, Lasts::Always] {
        if lasts == Lasts::Always || fault.can_pass() {
            let run = |kind| tokio::spawn(run(Arc::clone(&clients), fault.clone(), kind, lasts));
            let (read, write) = (run(Kind::Read), run(Kind::Write));
            outcomes.insert((false, lasts), read.await.unwrap());
            outcomes.insert((true, lasts), write.await.unwrap());
        }
    }
    Row { fault, outcomes }
}
