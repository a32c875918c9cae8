//! One call against one fault.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::sync::Semaphore;
use tokio::time::sleep;
use vox_accounts::prelude::*;
use vox_accounts::vox_core::{Attempt, CallOptions, ClientBuilder, Hook, Kind, Retry};
use vox_tests::faulty_server::Seen;

use crate::catalogue::{Fault, MAX_RESPONSE_BYTES, Took};
use crate::outcome::{Lasts, Outcome, Told};
use crate::setup::Setup;

/// The secret of the client's: it must show nowhere.
pub(crate) const TOKEN: &str = "hunter2.hunter2.hunter2";
/// How often the client tries.
pub(crate) const ATTEMPTS: u32 = 3;
/// A limit that is reached.
pub(crate) const SHORT: Duration = Duration::from_secs(2);
/// A limit of silence that a slow answer keeps to, and that it takes longer than in all.
pub(crate) const SILENCE: Duration = Duration::from_secs(4);
/// A limit that no run reaches, so a call that ends has not waited for it.
pub(crate) const LONG: Duration = Duration::from_secs(300);

/// So few calls at a time that a server's answer is not late because of the others.
static TURNS: Semaphore = Semaphore::const_new(64);

/// The clients of all runs: one for each limit, as making one takes a while.
pub(crate) struct Clients {
    by_limit: BTreeMap<Took, Client>,
    runs: Arc<Runs>,
}

/// All runs by the port of their server. They stay, so that no other server gets the port.
#[derive(Default)]
struct Runs(Mutex<HashMap<u16, Run>>);

struct Run {
    setup: Arc<Setup>,
    attempts: u32,
}

impl Clients {
    pub(crate) fn new(limits: BTreeSet<Took>) -> Self {
        let runs = Arc::new(Runs::default());
        let client = |took| (took, builder(took, &runs).base_url("http://127.0.0.1").build().unwrap());
        Self { by_limit: limits.into_iter().map(client).collect(), runs }
    }

    /// The client for a call; one of its own where it needs an HTTP client of its own.
    fn get(&self, took: Took, setup: &Setup) -> Client {
        match &setup.http {
            None => self.by_limit[&took].with(CallOptions::new().base_url(&setup.url).unwrap()),
            Some(http) => {
                builder(took, &self.runs).base_url(&setup.url).http_client(http.clone()).build().unwrap()
            }
        }
    }
}

fn builder(took: Took, runs: &Arc<Runs>) -> ClientBuilder {
    let limit = |which| if took == which { SHORT } else { LONG };
    Client::builder()
        .credentials(Credentials::Token(TOKEN.into()))
        .timeout(limit(Took::Timeout))
        .connect_timeout(limit(Took::ConnectTimeout))
        .read_timeout(if took == Took::SlowAnswer { SILENCE } else { limit(Took::ReadTimeout) })
        .max_response_bytes(MAX_RESPONSE_BYTES)
        .retry(
            Retry::default().attempts(ATTEMPTS).base(Duration::from_millis(1)).cap(Duration::from_millis(5)),
        )
        .hook(BeforeAttempt(Arc::clone(runs)))
}

/// Counts the attempts, and does what is to be done before them.
struct BeforeAttempt(Arc<Runs>);

impl Hook for BeforeAttempt {
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

/// Calls the method, then once more when the fault is over.
pub(crate) async fn run(clients: Arc<Clients>, fault: Fault, kind: Kind, lasts: Lasts) -> Outcome {
    let _turn = TURNS.acquire().await.unwrap();
    let setup = Arc::new(Setup::new(&fault, lasts).await);
    clients.runs.begin(&setup);
    let client = clients.get(fault.took, &setup);
    let mut earlier = 0;
    if setup.warm_up {
        call(kind, &client).await.unwrap();
        earlier = 1;
        // Time for the end of the connection to arrive.
        sleep(Duration::from_millis(300)).await;
        clients.runs.begin(&setup);
    }
    let begun = Instant::now();
    let result = call(kind, &client).await;
    let took = begun.elapsed();
    let seen = setup.seen();
    let attempts = clients.runs.attempts(&setup);
    // A method that reads has more than one attempt where the limits are short.
    let afterwards = if setup.recover() {
        call(Kind::Read, &client).await.map_err(|error| error.to_string())
    } else {
        Ok(())
    };
    let seen = Seen { requests: seen.requests[earlier..].to_vec(), ..seen };
    Outcome { seen, attempts, error: result.err().as_ref().map(Told::from), took, afterwards }
}

async fn call(kind: Kind, client: &Client) -> Result<(), Error> {
    match kind {
        Kind::Read => GetAccountInfo::default().send(client).await.map(drop),
        Kind::Write => {
            ChargeAccount { phone: Phones::Number("79993330011".into()) }.send(client).await.map(drop)
        }
    }
}
