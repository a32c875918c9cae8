//! Clients that wait: the same calls without `await`.
//!
//! ```no_run
//! use vox_core::{Client, ServiceAccount, blocking};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let account = ServiceAccount::from_file("credentials.json")?;
//! let client: blocking::Client = Client::builder().credentials(account).build_blocking()?;
//! let answer = client.call_read("GetPhoneNumbers", [("count", "5")])?;
//! println!("{}", answer.status());
//! # Ok(()) }
//! ```
//!
//! A client owns one background thread that does the work for all of its clones; it ends with the last of them. The
//! calling thread sleeps until the answer is there. Inside an async runtime this works too, but it keeps a thread of
//! the runtime waiting: prefer a plain [`Client`](crate::Client) there.

use std::fmt;
use std::future::Future;
use std::io;
use std::panic;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake};
use std::thread::{self, Thread};

use tokio::runtime::{Builder, Handle};
use tokio::sync::oneshot;

use super::Call;
use super::mode::{Mode, sealed};
use crate::roles::AnyRole;
use crate::error::{CallContext, Failure, TransportError};
use crate::{ConfigError, Error};

/// A client that waits for its answers; made by
/// [`ClientBuilder::build_blocking`](crate::ClientBuilder::build_blocking).
pub type Client<R = AnyRole> = crate::Client<R, Blocking>;

/// The pages of a list, one by one: an `Iterator`.
pub type Pages<M> = crate::Pages<M, Blocking>;

/// The items of a list, one by one: an `Iterator`.
pub type Items<M> = crate::Items<M, Blocking>;

/// Calls wait for their results. The mode of a [`blocking::Client`](Client).
#[derive(Clone)]
pub struct Blocking {
    worker: Arc<Worker>,
}

/// The thread that runs the calls; it ends when this is dropped.
struct Worker {
    runtime: Handle,
    _running: oneshot::Sender<()>,
}

impl Blocking {
    /// Starts the background thread.
    pub(super) fn start() -> Result<Self, ConfigError> {
        let failed = |error: io::Error| {
            ConfigError::new("the background thread of a blocking client cannot be started").with_cause(error)
        };
        let runtime = Builder::new_current_thread().enable_all().build().map_err(failed)?;
        let handle = runtime.handle().clone();
        let (running, stop) = oneshot::channel::<()>();
        let work = move || {
            // The other end sends nothing: it is dropped.
            let _ = runtime.block_on(stop);
        };
        thread::Builder::new().name("vox-client".to_owned()).spawn(work).map_err(failed)?;
        Ok(Self { worker: Arc::new(Worker { runtime: handle, _running: running }) })
    }
}

impl Mode for Blocking {
    type Call<T> = Result<T, Error>;

    fn run<T>(&self, call: Call<T>) -> Result<T, Error> {
        let (method, answer, finish) = call.into_parts()?;
        // The budget of an async task that we may be called in is not spent on this: it would never come back.
        let task = tokio::task::unconstrained(self.worker.runtime.spawn(answer));
        match wait(task) {
            Ok(answer) => answer.and_then(finish),
            // A panic in a hook is the caller's own: it goes on where the call was made.
            Err(error) => match error.try_into_panic() {
                Ok(panic) => panic::resume_unwind(panic),
                Err(error) => Err(Failure::transport(TransportError::unknown(error)).in_call(CallContext { method: Some((method.name, method.kind)), ..CallContext::default() })),
            },
        }
    }
}

impl sealed::Sealed for Blocking {}

impl fmt::Debug for Blocking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Blocking")
    }
}

/// Sleeps until the future is ready. It needs no runtime on this thread, and minds none.
fn wait<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let waker = Arc::new(Unpark(thread::current())).into();
    let mut context = Context::from_waker(&waker);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::park(),
        }
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}
