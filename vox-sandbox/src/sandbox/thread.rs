//! The thread of a sandbox.
//!
//! On the runtime of the test, a sandbox could not respond while a blocking client waits on that runtime's thread.

use std::io;
use std::thread::{self, JoinHandle};

use tokio::runtime::{Builder, Runtime};
use tokio::sync::oneshot;

/// A thread with its own runtime. Dropping it stops the thread's function, without waiting.
pub(super) struct Thread {
    /// Dropping it stops the thread.
    stop: oneshot::Sender<()>,
    /// Closed when the thread ends.
    ended: oneshot::Receiver<()>,
    handle: JoinHandle<()>,
}

impl Thread {
    /// Runs a function on a new thread, with the thread's runtime and a receiver that is ready when the thread must stop.
    pub(super) fn spawn(
        run: impl FnOnce(io::Result<&Runtime>, oneshot::Receiver<()>) + Send + 'static,
    ) -> io::Result<Self> {
        let (stop, stopped) = oneshot::channel();
        let (end, ended) = oneshot::channel();
        let work = move || {
            match Builder::new_current_thread().enable_all().build() {
                Ok(runtime) => run(Ok(&runtime), stopped),
                Err(error) => run(Err(error), stopped),
            }
            // After the runtime, and with it all connections, is dropped.
            drop::<oneshot::Sender<()>>(end);
        };
        let handle = thread::Builder::new().name("vox-sandbox".to_owned()).spawn(work)?;
        Ok(Self { stop, ended, handle })
    }

    /// Stops the thread and waits until it has ended.
    pub(super) async fn stop(self) {
        drop(self.stop);
        let _ = self.ended.await;
    }

    /// Like [`stop`](Self::stop), for code without `async`.
    pub(super) fn stop_blocking(self) {
        drop(self.stop);
        let _ = self.handle.join();
    }
}
