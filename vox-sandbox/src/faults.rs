//! Faults of the server on purpose.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use vox_core::{ErrorCode, Method};

/// What the sandbox does wrong with a request.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// HTTP 429: too many requests. The request is not executed.
    TooManyRequests {
        /// The header `Retry-After`, in whole seconds, rounded up; `None` leaves it out.
        retry_after: Option<Duration>,
    },
    /// Another HTTP status, with an HTML page as a proxy would send it. The request is not executed.
    ///
    /// From 200 to 599; any other number becomes 500.
    Status(u16),
    /// An error of the API, in its envelope, with HTTP 200. The message is the code's name. The request is not executed.
    Api(ErrorCode),
    /// The connection is closed as soon as the request is received. The request is not executed.
    DropRequest,
    /// The request is executed, and the connection closed without a response.
    DropResponse,
    /// The request is executed at once; the response is delayed by this time of the machine's clock.
    Delay(Duration),
}

/// The faults of the next requests, applied in the order in which they were injected. Clones share the faults.
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
/// // The client retries a read.
/// GetAccountInfo::default().send(&sandbox.client()?).await?;
/// assert_eq!(sandbox.requests_received(), 3);
/// # Ok(()) }
/// ```
#[derive(Debug, Clone, Default)]
pub struct Faults(Arc<Mutex<VecDeque<PlannedFault>>>);

#[derive(Debug, Clone)]
pub(crate) struct PlannedFault {
    /// The method whose requests have the fault; `None` for requests of any method.
    pub(crate) method: Option<Cow<'static, str>>,
    /// The number of requests that are still to have the fault.
    pub(crate) requests: usize,
    pub(crate) fault: Fault,
}

impl Faults {
    /// Injects a fault into the next `requests` requests of a method.
    pub fn inject<M: Method>(&self, requests: usize, fault: Fault) {
        self.plan(PlannedFault { method: Some(M::META.name.into()), requests, fault });
    }

    /// Injects a fault into the next `requests` requests of any method, unknown methods included.
    pub fn inject_any(&self, requests: usize, fault: Fault) {
        self.plan(PlannedFault { method: None, requests, fault });
    }

    pub(crate) fn plan(&self, fault: PlannedFault) {
        self.with(|planned| planned.push_back(fault));
    }

    /// The number of requests that are still to have a fault.
    #[must_use]
    pub fn remaining(&self) -> usize {
        self.with(|planned| planned.iter().map(|planned| planned.requests).fold(0, usize::saturating_add))
    }

    /// Removes all remaining faults.
    pub fn clear(&self) {
        self.with(VecDeque::clear);
    }

    /// The fault of the next request of this method.
    pub(crate) fn take(&self, method: &str) -> Option<Fault> {
        self.with(|planned| {
            planned.retain(|planned| planned.requests > 0);
            let applies =
                |planned: &&mut PlannedFault| planned.method.as_ref().is_none_or(|name| name == method);
            let planned = planned.iter_mut().find(applies)?;
            planned.requests -= 1;
            Some(planned.fault.clone())
        })
    }

    fn with<T>(&self, act: impl FnOnce(&mut VecDeque<PlannedFault>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use vox_accounts::{AddAccount, GetAccountInfo};

    use super::*;

    #[test]
    fn faults_apply_in_order_to_the_requests_of_their_method() {
        let faults = Faults::default();
        faults.inject::<GetAccountInfo>(2, Fault::Status(500));
        faults.inject::<AddAccount>(1, Fault::DropRequest);
        faults.inject_any(1, Fault::Status(502));
        faults.inject_any(0, Fault::DropResponse);
        assert_eq!(faults.remaining(), 4);
        assert_eq!(faults.take("AddAccount"), Some(Fault::DropRequest));
        assert_eq!(faults.take("GetAccountInfo"), Some(Fault::Status(500)));
        assert_eq!(faults.take("NoSuchMethod"), Some(Fault::Status(502)));
        assert_eq!(faults.take("GetAccountInfo"), Some(Fault::Status(500)));
        assert_eq!((faults.take("GetAccountInfo"), faults.remaining()), (None, 0));

        faults.inject_any(usize::MAX, Fault::DropResponse);
        faults.inject_any(usize::MAX, Fault::DropResponse);
        assert_eq!(faults.clone().remaining(), usize::MAX);
        faults.clear();
        assert_eq!(faults.take("AddAccount"), None);
    }
}
