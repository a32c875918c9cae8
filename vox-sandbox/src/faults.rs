//! Faults that the next calls meet.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use vox_core::{ErrorCode, Method};

/// What goes wrong with a call.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// HTTP 429: too many requests. The call is not carried out.
    TooManyRequests {
        /// What the header `Retry-After` says, in whole seconds, rounded up; without it the header is missing.
        retry_after: Option<Duration>,
    },
    /// Another HTTP status, with a page of HTML as a proxy would send it. The call is not carried out.
    ///
    /// From 200 to 599; any other number is answered as 500.
    Status(u16),
    /// An error of the API, in its envelope, with HTTP 200. The message is the code's name. The call is not carried
    /// out.
    Api(ErrorCode),
    /// The connection is closed as soon as the call was received. The call is not carried out.
    DropRequest,
    /// The call is carried out, and the connection closed without an answer.
    DropAnswer,
    /// The call is carried out at once; its answer comes this much later, by the machine's clock.
    Delay(Duration),
}

/// The faults that the next calls meet, in the order in which they were injected. Clones are the same faults.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use vox_accounts::prelude::*;
/// use vox_sandbox::{Fault, Sandbox};
///
/// let sandbox = Sandbox::start().await?;
/// sandbox.faults().inject::<GetAccountInfo>(2, Fault::Status(503));
///
/// // A read is tried again.
/// GetAccountInfo::default().send(&sandbox.client()?).await?;
/// assert_eq!(sandbox.requests_received(), 3);
/// # Ok(()) }
/// ```
#[derive(Debug, Clone, Default)]
pub struct Faults(Arc<Mutex<VecDeque<Planned>>>);

#[derive(Debug)]
struct Planned {
    /// The method that meets it; any, where there is none.
    method: Option<&'static str>,
    calls: usize,
    fault: Fault,
}

impl Faults {
    /// The next `calls` calls of a method meet this fault.
    pub fn inject<M: Method>(&self, calls: usize, fault: Fault) {
        self.plan(Some(M::META.name), calls, fault);
    }

    /// The next `calls` calls meet this fault, whatever their method, even where there is no such method.
    pub fn inject_any(&self, calls: usize, fault: Fault) {
        self.plan(None, calls, fault);
    }

    pub(crate) fn plan(&self, method: Option<&'static str>, calls: usize, fault: Fault) {
        self.with(|planned| planned.push_back(Planned { method, calls, fault }));
    }

    /// How many calls are still to meet a fault.
    #[must_use]
    pub fn left(&self) -> usize {
        self.with(|planned| planned.iter().fold(0_usize, |sum, planned| sum.saturating_add(planned.calls)))
    }

    /// Forgets all faults that no call has met yet.
    pub fn clear(&self) {
        self.with(VecDeque::clear);
    }

    /// The fault that a call of this method meets.
    pub(crate) fn take(&self, method: &str) -> Option<Fault> {
        self.with(|planned| {
            planned.retain(|planned| planned.calls > 0);
            let meets = |planned: &&mut Planned| planned.method.is_none_or(|name| name == method);
            let planned = planned.iter_mut().find(meets)?;
            planned.calls -= 1;
            Some(planned.fault.clone())
        })
    }

    fn with<T>(&self, act: impl FnOnce(&mut VecDeque<Planned>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use vox_accounts::{AddAccount, GetAccountInfo};

    use super::*;

    #[test]
    fn faults_are_met_in_order_by_the_calls_they_are_for() {
        let faults = Faults::default();
        faults.inject::<GetAccountInfo>(2, Fault::Status(500));
        faults.inject::<AddAccount>(1, Fault::DropRequest);
        faults.inject_any(1, Fault::Status(502));
        faults.inject_any(0, Fault::DropAnswer);
        assert_eq!(faults.left(), 4);
        assert_eq!(faults.take("AddAccount"), Some(Fault::DropRequest));
        assert_eq!(faults.take("GetAccountInfo"), Some(Fault::Status(500)));
        assert_eq!(faults.take("NoSuchMethod"), Some(Fault::Status(502)));
        assert_eq!(faults.take("GetAccountInfo"), Some(Fault::Status(500)));
        assert_eq!((faults.take("GetAccountInfo"), faults.left()), (None, 0));

        faults.inject_any(usize::MAX, Fault::DropAnswer);
        faults.inject_any(usize::MAX, Fault::DropAnswer);
        assert_eq!(faults.clone().left(), usize::MAX);
        faults.clear();
        assert_eq!(faults.take("AddAccount"), None);
    }
}
