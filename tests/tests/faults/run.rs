//! One call against one fault.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::sync::Semaphore;
use tokio::time::sleep;
use vox_accounts::prelude::*;
use vox_accounts::vox_core::client::Attempt;
use vox_accounts::vox_core::meta::Kind;
use vox_accounts::vox_core::{CallOptions, ClientBuilder, Hook, Retry};
use vox_tests::faulty_server::Traffic;

use crate::catalogue::{Fault, MAX_RESPONSE_BYTES, Wait};
use crate::outcome::{ErrorReport, Outcome, Persistence};
use crate::setup::Setup;

/// The secret of the client. It must not be shown anywhere.
pub(crate) const TOKEN: &str = "hunter2.hunter2.hunter2";
/// The client's limit of attempts.
pub(crate) const ATTEMPTS: u32 = 3;
/// A timeout that passes.
pub(crate) const SHORT: Duration = Duration::from_secs(2);
/// A read timeout that does not pass during a slow response, though the response takes longer in total.
pub(crate) const SILENCE: Duration = Duration::from_secs(4);
/// A timeout that does not pass in any run.
pub(crate) const LONG: Duration = Duration::from_secs(300);

/// Limits the calls at a time, so that they do not slow each other down.
static TURNS: Semaphore = Semaphore::const_new(64);

/// The clients of all runs: one for each kind of wait, as building one takes a while.
pub(crate) struct Clients {
    by_wait: BTreeMap<Wait, Client>,
    runs: Arc<Runs>,
}

/// All runs by the port of their server. Runs are kept, so that no other server gets the port.
#[derive(Default)]
struct Runs(Mutex<HashMap<u16, Run>>);

struct Run {
    setup: Arc<Setup>,
    attempts: u32,
}

impl Clients {
    pub(crate) fn new(waits: BTreeSet<Wait>) -> Self {
        let runs = Arc::new(Runs::default());
        let client = |wait| {
            let builder = builder(wait, &runs).connect_timeout(limit(wait, Wait::ConnectTimeout));
            (wait, builder.base_url("http://127.0.0.1").build().unwrap())
        };
        Self { by_wait: waits.into_iter().map(client).collect(), runs }
    }

    /// The client for a call: the shared one, or a new one if the call needs its own HTTP client.
    fn get(&self, wait: Wait, setup: &Setup) -> Client {
        match &setup.http {
            None => self.by_wait[&wait].with(CallOptions::new().base_url(&setup.url).unwrap()),
            Some(http) => builder(wait, &self.runs)
                .base_url(&setup.url)
                .transport(vox_core::transport::from_reqwest(http.clone()))
                .build()
                .unwrap(),
        }
    }
}

/// A timeout: short if the call is to run into it.
fn limit(wait: Wait, timeout: Wait) -> Duration {
    if wait == timeout { SHORT } else { LONG }
}

fn builder(wait: Wait, runs: &Arc<Runs>) -> ClientBuilder {
    Client::builder()
        .credentials(Credentials::Token(TOKEN.into()))
        .timeout(limit(wait, Wait::Timeout))
        .read_timeout(if wait == Wait::SlowResponse { SILENCE } else { limit(wait, Wait::ReadTimeout) })
        .max_response_bytes(MAX_RESPONSE_BYTES)
        .retry(
            Retry::default().attempts(ATTEMPTS).base(Duration::from_millis(1)).cap(Duration::from_millis(5)),
        )
        .hook(AttemptCounter(Arc::clone(runs)))
}

/// Counts the attempts, and prepares the server for each.
struct AttemptCounter(Arc<Runs>);

impl Hook for AttemptCounter {
    fn before(&self, attempt: &Attempt<'_>) {
        let mut runs = self.0.0.lock().unwrap();
        let run = runs.get_mut(&attempt.port()).unwrap();
        run.attempts += 1;
        run.setup.before_attempt(attempt.number());
    }
}

impl Runs {
    fn begin(&self, setup: &Arc<Setup>) {
        self.0.lock().unwrap().insert(setup.port(), Run { setup: Arc::clone(setup), attempts: 0 });
    }

    fn attempts(&self, setup: &Setup) -> u32 {
        self.0.lock().unwrap()[&setup.port()].attempts
    }
}

/// Calls the method, then calls again after the fault is over.
pub(crate) async fn run(
    clients: Arc<Clients>,
    fault: Fault,
    kind: Kind,
    persistence: Persistence,
) -> Outcome {
    let _turn = TURNS.acquire().await.unwrap();
    let setup = Arc::new(Setup::new(&fault, persistence).await);
    clients.runs.begin(&setup);
    let client = clients.get(fault.wait, &setup);
    let mut earlier = 0;
    if setup.warm_up {
        call(kind, &client).await.unwrap();
        earlier = 1;
        // Until the end of the connection has arrived.
        sleep(Duration::from_millis(300)).await;
        clients.runs.begin(&setup);
    }
    let begun = Instant::now();
    let result = call(kind, &client).await;
    let elapsed = begun.elapsed();
    let traffic = setup.traffic();
    let attempts = clients.runs.attempts(&setup);
    // Of the two methods, only the read is retried after a timeout.
    let afterwards = if setup.recover() {
        call(Kind::Read, &client).await.map_err(|error| error.to_string())
    } else {
        Ok(())
    };
    let traffic = Traffic { requests: traffic.requests[earlier..].to_vec(), ..traffic };
    Outcome { traffic, attempts, error: result.err().as_ref().map(ErrorReport::from), elapsed, afterwards }
}

async fn call(kind: Kind, client: &Client) -> Result<(), Error> {
    match kind {
        Kind::Read => GetAccountInfo::default().send(client).await.map(drop),
        Kind::Write => {
            ChargeAccount { phone: Phones::Number("79993330011".into()) }.send(client).await.map(drop)
        }
    }
}
