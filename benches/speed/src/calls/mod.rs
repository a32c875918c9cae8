//! A whole call over loopback: CPU time of this process per call, calls per second, allocations.

mod clients;
mod sdks;
mod server;

use std::time::Instant;

use crate::Result;
use crate::cpu::cpu_time;
use clients::{Client, Driver};

pub(crate) use server::serve;

/// The usual way to use reqwest.
pub(crate) const FORM_AND_JSON: &str = "reqwest, form and json";

/// The same with the timeouts of vox.
pub(crate) const WITH_TIMEOUTS: &str = "reqwest, form and json, with timeouts";

/// Calls at a time, and calls in a turn.
const LOADS: [(usize, usize); 2] = [(1, 2_000), (64, 8_000)];

/// Turns of a round: short and many, so that each client has some without disturbance.
const TURNS: usize = 6;

/// The cost of one client.
#[derive(Debug, Clone)]
pub(crate) struct Cost {
    pub(crate) way: &'static str,
    pub(crate) in_flight: usize,
    /// Nanoseconds of CPU time per call, user and system.
    pub(crate) cpu: f64,
    pub(crate) per_second: f64,
    /// `None` if they are not counted.
    pub(crate) allocations: Option<f64>,
}

/// All clients at each load: the best of the turns. They take turns, so that a busy moment of the machine does not affect
/// only one client.
pub(crate) fn measure(rounds: usize) -> Result<Vec<Cost>> {
    let server = server::Process::start(false)?;
    let mut costs = Vec::new();
    for (in_flight, calls) in LOADS {
        let mut best: Vec<Option<Cost>> = vec![None; Client::ALL.len()];
        for _ in 0..rounds * TURNS {
            for (client, best) in Client::ALL.into_iter().zip(&mut best) {
                let cost = measured(client, &server.facts.address, in_flight, calls)?;
                *best = Some(best.take().map_or(cost.clone(), |best| best.better(&cost)));
            }
        }
        costs.extend(best.into_iter().flatten());
    }
    Ok(costs)
}

/// vox and the installed SDKs of the vendor, over TLS against the sandbox.
pub(crate) fn measure_sdks(rounds: usize) -> Result<Vec<Cost>> {
    let server = server::Process::start(true)?;
    sdks::measure(&server.facts, rounds)
}

impl Cost {
    fn better(self, other: &Self) -> Self {
        Self {
            cpu: self.cpu.min(other.cpu),
            per_second: self.per_second.max(other.per_second),
            allocations: self.allocations,
            ..self
        }
    }
}

/// Makes calls with one client.
pub(crate) fn run(way: &str, in_flight: usize, calls: usize) -> Result<()> {
    let client = Client::ALL.into_iter().find(|client| client.name() == way).ok_or("there is no such way")?;
    let server = server::Process::start(false)?;
    measured(client, &server.facts.address, in_flight, calls).map(|_| ())
}

fn measured(client: Client, address: &str, in_flight: usize, calls: usize) -> Result<Cost> {
    drive(client.name(), &client.driver(address)?, in_flight, calls)
}

fn drive(way: &'static str, driver: &Driver, in_flight: usize, calls: usize) -> Result<Cost> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| error.to_string())?;
    // Opens connections, and does everything else that happens once.
    runtime.block_on(driver(in_flight, in_flight * 20))?;
    let mut outcome = Ok(());
    let (begun, cpu) = (Instant::now(), cpu_time()?);
    let counted = allocation_counter::measure(|| outcome = runtime.block_on(driver(in_flight, calls)));
    let (elapsed, cpu) = (begun.elapsed(), cpu_time()?.saturating_sub(cpu));
    outcome?;
    #[expect(clippy::cast_precision_loss, reason = "the counts are small")]
    let (calls, allocations) = (calls as f64, counted.count_total as f64);
    Ok(Cost {
        way,
        in_flight,
        #[expect(clippy::cast_precision_loss, reason = "a mean of nanoseconds")]
        cpu: cpu.as_nanos() as f64 / calls,
        per_second: calls / elapsed.as_secs_f64(),
        allocations: Some(allocations / calls),
    })
}
