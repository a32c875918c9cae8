//! The thread that a sandbox runs on.
//!
//! A sandbox that ran on its starter's runtime would stand still while a blocking client waits on that runtime's
//! thread.

use std::io;
use std::thread::{self, JoinHandle};

use tokio::runtime::{Builder, Runtime};
use tokio::sync::oneshot;

/// A thread with its own runtime. Dropping it stops what runs there, without waiting.
pub(crate) struct Thread {
    /// Dropped to stop.
    stop: oneshot::Sender<()>,
    /// Closed at the end.
    ended: oneshot::Receiver<()>,
    handle: JoinHandle<()>,
}

/// Ready once the thread is to stop.
pub(crate) type Stop = oneshot::Receiver<()>;

impl Thread {
    /// Runs a function on a new thread, and gives it the thread's runtime.
    pub(crate) fn spawn(run: impl FnOnce(io::Result<&Runtime>, Stop) + Send + 'static) -> io::Result<Self> {
        let (stop, stopped) = oneshot::channel();
        let (end, ended) = oneshot::channel();
        let work = move || {
            match Builder::new_current_thread().enable_all().build() {
                Ok(runtime) => run(Ok(&runtime), stopped),
                Err(error) => run(Err(error), stopped),
            }
            // Only now: with the runtime all connections are gone.
            drop::<oneshot::Sender<()>>(end);
        };
        let handle = thread::Builder::new().name("vox-sandbox".to_owned()).spawn(work)?;
        Ok(Self { stop, ended, handle })
    }

    /// Stops it and waits for the end.
    pub(crate) async fn stop(self) {
        drop(self.stop);
        let _ = self.ended.await;
    }

    /// The same on a thread that may wait.
    pub(crate) fn stop_blocking(self) {
        drop(self.stop);
        let _ = self.handle.join();
    }
}
