//! One call against one fault.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use tokio::sync::Semaphore;
use tokio::time::sleep;
use vox_accounts::prelude::*;
use vox_accounts::vox_core::{Attempt, Hook, Kind, Retry};
use vox_tests::faulty_server::Seen;

use crate::catalogue::{Fault, MAX_RESPONSE_BYTES, Took};
use crate::outcome::{Lasts, Outcome, Told};
use crate::setup::Setup;

/// The secret of the client's: it must show nowhere.
pub(crate) const TOKEN: &str = "hunter2.hunter2.hunter2";
/// How often the client tries.
pub(crate) const ATTEMPTS: u32 = 3;
/// A limit that is reached.
pub(crate) const SHORT: Duration = Duration::from_secs(1);
/// A limit of silence that a slow answer keeps to, and that it takes longer than in all.
pub(crate) const SILENCE: Duration = Duration::from_millis(2500);
/// A limit that no run reaches, so a call that ends has not waited for it.
pub(crate) const LONG: Duration = Duration::from_secs(300);

/// So few calls at a time that a server's answer is not late because of the others.
static TURNS: Semaphore = Semaphore::const_new(24);

/// Calls the method, then once more when the fault is over.
pub(crate) async fn run(fault: Fault, kind: Kind, lasts: Lasts) -> Outcome {
    let _turn = TURNS.acquire().await.unwrap();
    let setup = Setup::new(&fault, lasts).await;
    let attempts = Arc::new(AtomicU32::new(0));
    let client = client(&fault, &setup, Arc::clone(&attempts));
    let mut earlier = 0;
    if setup.warm_up {
        call(kind, &client).await.unwrap();
        earlier = 1;
        // Time for the end of the connection to arrive.
        sleep(Duration::from_millis(300)).await;
    }
    attempts.store(0, Ordering::SeqCst);
    let begun = Instant::now();
    let result = call(kind, &client).await;
    let took = begun.elapsed();
    let seen = setup.seen();
    let attempts = attempts.load(Ordering::SeqCst);
    let afterwards =
        if setup.recover() { call(kind, &client).await.map_err(|error| error.to_string()) } else { Ok(()) };
    let seen = Seen { requests: seen.requests[earlier..].to_vec(), ..seen };
    Outcome { seen, attempts, error: result.err().as_ref().map(Told::from), took, afterwards }
}

fn client(fault: &Fault, setup: &Setup, attempts: Arc<AtomicU32>) -> Client {
    let limit = |which| if fault.took == which { SHORT } else { LONG };
    let mut builder = Client::builder()
        .credentials(Credentials::Token(TOKEN.into()))
        .base_url(&setup.url)
        .timeout(limit(Took::Timeout))
        .connect_timeout(limit(Took::ConnectTimeout))
        .read_timeout(if fault.took == Took::SlowAnswer { SILENCE } else { limit(Took::ReadTimeout) })
        .max_response_bytes(MAX_RESPONSE_BYTES)
        .retry(
            Retry::default().attempts(ATTEMPTS).base(Duration::from_millis(1)).cap(Duration::from_millis(5)),
        )
        .hook(Before(attempts, setup.before_attempt()));
    if let Some(http) = &setup.http {
        builder = builder.http_client(http.clone());
    }
    builder.build().unwrap()
}

async fn call(kind: Kind, client: &Client) -> Result<(), Error> {
    match kind {
        Kind::Read => GetAccountInfo::default().send(client).await.map(drop),
        Kind::Write => {
            ChargeAccount { phone: Phones::Number("79993330011".into()) }.send(client).await.map(drop)
        }
    }
}

/// Counts the attempts, and does what is to be done before them.
struct Before<F>(Arc<AtomicU32>, F);

impl<F: Fn(u32) + Send + Sync> Hook for Before<F> {
    fn before(&self, attempt: &Attempt<'_>) {
        self.0.fetch_add(1, Ordering::SeqCst);
        (self.1)(attempt.number());
    }
}
