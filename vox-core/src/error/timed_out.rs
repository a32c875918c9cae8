//! Which time ran out.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use super::tries::Spoken;

/// A timeout of the client's that ran out: the cause of an error.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TimedOut {
    pub(crate) which: Which,
    pub(crate) after: Duration,
}

/// The client's timeouts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    /// Of the whole call.
    Call,
    /// Of the whole call, before its turn came.
    Queue,
    /// Of making a connection.
    Connect,
    /// Of silence.
    Read,
}

impl fmt::Display for TimedOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let after = Spoken(self.after);
        match self.which {
            Which::Call => write!(f, "the time for the whole call ran out ({after})"),
            Which::Queue => {
                write!(f, "the time for the whole call ran out ({after}) while it waited for its turn")
            }
            Which::Connect => write!(f, "the time to connect ran out ({after})"),
            Which::Read => write!(f, "the read timeout ran out: nothing arrived for {after}"),
        }
    }
}

impl StdError for TimedOut {}
