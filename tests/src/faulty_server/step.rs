//! The steps of the server.

use std::time::Duration;

use super::Request;

/// A body that is a good response of both methods of the tests, `GetAccountInfo` and `ChargeAccount`.
pub const GOOD_BODY: &str = r#"{"result":{"account_id":1,"charged_amount":1.18,"phones":[]}}"#;

/// The behavior of the server for one request, or for one connection.
#[derive(Debug, Clone)]
pub struct Step {
    /// When it begins.
    pub trigger: Trigger,
    /// Whether the server processes the request.
    pub processing: Processing,
    /// The pause before it writes.
    pub delay: Duration,
    /// The number of requests that must have been in flight at a time before it writes.
    pub min_in_flight: usize,
    /// The parameter whose value is the `total_count` of the response.
    pub echo: Option<&'static str>,
    /// The bytes that it writes.
    pub bytes: Vec<u8>,
    /// The pause after each byte, if it writes them one by one.
    pub pause: Option<Duration>,
    /// Whether it repeats them until the client hangs up.
    pub endless: bool,
    /// How it ends.
    pub ending: Ending,
}

/// When a step begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trigger {
    /// As soon as there is a connection; no request is read.
    Connected,
    /// As soon as the first byte of a request is there; it stays unread.
    FirstByte,
    /// When a complete request has arrived.
    Received,
}

/// Whether the server processes a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Processing {
    /// It does: the money moves.
    Done,
    /// It does not, and its response, if there is one, proves that.
    Skipped,
}

/// The end of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The next request may come on the same connection.
    KeepAlive,
    /// The connection is closed cleanly.
    Close,
    /// The connection is reset.
    Reset,
    /// The connection stays open, and nothing more is read or written.
    Hang,
}

impl Step {
    /// A step without a fault: it reads the request, processes it and responds.
    #[must_use]
    pub fn good() -> Self {
        Self::response("200 OK", "content-type: application/json\r\n", GOOD_BODY)
    }

    /// A response with a correct `content-length`.
    #[must_use]
    pub fn response(status: &str, headers: &str, body: impl AsRef<[u8]>) -> Self {
        let length = format!("content-length: {}\r\n", body.as_ref().len());
        Self::raw(format!("HTTP/1.1 {status}\r\n{headers}{length}\r\n")).with(body)
    }

    /// An empty list whose `total_count` is the value of this parameter of the request: every response is different.
    #[must_use]
    pub fn echo(param: &'static str) -> Self {
        Self { echo: Some(param), ..Self::raw("") }
    }

    /// Any bytes, after a request was processed.
    #[must_use]
    pub fn raw(bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            trigger: Trigger::Received,
            processing: Processing::Done,
            delay: Duration::ZERO,
            min_in_flight: 0,
            echo: None,
            bytes: bytes.into(),
            pause: None,
            endless: false,
            ending: Ending::KeepAlive,
        }
    }

    /// A step that reads nothing.
    #[must_use]
    pub fn unread(trigger: Trigger, ending: Ending) -> Self {
        Self { trigger, ..Self::raw("").unprocessed().ending(ending) }
    }

    /// Adds bytes.
    #[must_use]
    pub fn with(mut self, bytes: impl AsRef<[u8]>) -> Self {
        self.bytes.extend_from_slice(bytes.as_ref());
        self
    }

    /// Leaves the request unprocessed.
    #[must_use]
    pub fn unprocessed(mut self) -> Self {
        self.processing = Processing::Skipped;
        self
    }

    /// Sets how it ends.
    #[must_use]
    pub fn ending(mut self, ending: Ending) -> Self {
        self.ending = ending;
        self
    }

    /// Adds a pause before the response.
    #[must_use]
    pub fn after(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Waits until this many requests have been in flight at a time.
    #[must_use]
    pub fn min_in_flight(mut self, requests: usize) -> Self {
        self.min_in_flight = requests;
        self
    }

    /// Writes byte by byte, with a pause after each.
    #[must_use]
    pub fn dripping(mut self, pause: Duration) -> Self {
        self.pause = Some(pause);
        self
    }

    /// Repeats the bytes until the client hangs up.
    #[must_use]
    pub fn endless(mut self) -> Self {
        self.endless = true;
        self
    }

    /// The step with the body for this request, if it is an [`Self::echo`].
    pub(super) fn for_request(mut self, request: &Request) -> Self {
        if let Some(param) = self.echo {
            let mut params = request.body.split('&').filter_map(|pair| pair.split_once('='));
            let number = params.find(|(name, _)| *name == param).map_or("null", |(_, text)| text);
            let body = format!(r#"{{"result":[],"total_count":{number}}}"#);
            self.bytes = Self::response("200 OK", "", body).bytes;
        }
        self
    }
}
