//! What the server does with one request.

use std::time::Duration;

use super::Request;

/// A body that answers every method of the tests: as `GetAccountInfo` and as `ChargeAccount`.
pub const GOOD_BODY: &str = r#"{"result":{"account_id":1,"charged_amount":1.18,"phones":[]}}"#;

/// What the server does with one request, or with one connection.
#[derive(Debug, Clone)]
pub struct Step {
    /// When it begins.
    pub when: When,
    /// What becomes of the request.
    pub effect: Effect,
    /// How long it waits before it writes.
    pub delay: Duration,
    /// How many requests must be in work at a time before it goes on.
    pub together: usize,
    /// The parameter that comes back as the answer's `total_count`.
    pub echo: Option<&'static str>,
    /// What it writes.
    pub bytes: Vec<u8>,
    /// The pause before each byte but the first, where it writes them one by one.
    pub pause: Option<Duration>,
    /// Whether it writes them over and over, until the client hangs up.
    pub endless: bool,
    /// How it ends.
    pub then: Then,
}

/// When a step begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// As soon as there is a connection; no request is read.
    Connected,
    /// As soon as the first bytes of a request are there; they stay unread.
    Begun,
    /// When a whole request has arrived.
    Received,
}

/// What the server does to its state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It carries the request out: here the money moves.
    Processed,
    /// It does not, and its answer, if it gives one, says so.
    Untouched,
}

/// How a step ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// The next request may come on the same connection.
    Serve,
    /// The connection is closed in order.
    Close,
    /// The connection is reset.
    Reset,
    /// The connection stays open, and nothing more is read or written.
    Hang,
}

impl Step {
    /// A step without a connection's fault: it reads the request, carries it out and answers in order.
    #[must_use]
    pub fn good() -> Self {
        Self::answer("200 OK", "content-type: application/json\r\n", GOOD_BODY)
    }

    /// An answer with the right length.
    #[must_use]
    pub fn answer(status: &str, headers: &str, body: impl AsRef<[u8]>) -> Self {
        let length = format!("content-length: {}\r\n", body.as_ref().len());
        Self::raw(format!("HTTP/1.1 {status}\r\n{headers}{length}\r\n")).with(body)
    }

    /// An empty list whose `total_count` is the number in this parameter of the request: no two answers are alike.
    #[must_use]
    pub fn echo(param: &'static str) -> Self {
        Self { echo: Some(param), ..Self::raw("") }
    }

    /// Any bytes, after a request was carried out.
    #[must_use]
    pub fn raw(bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            when: When::Received,
            effect: Effect::Processed,
            delay: Duration::ZERO,
            together: 0,
            echo: None,
            bytes: bytes.into(),
            pause: None,
            endless: false,
            then: Then::Serve,
        }
    }

    /// Nothing is read.
    #[must_use]
    pub fn unread(when: When, then: Then) -> Self {
        Self { when, ..Self::raw("").untouched().then(then) }
    }

    /// More bytes.
    #[must_use]
    pub fn with(mut self, bytes: impl AsRef<[u8]>) -> Self {
        self.bytes.extend_from_slice(bytes.as_ref());
        self
    }

    /// The request is not carried out.
    #[must_use]
    pub fn untouched(mut self) -> Self {
        self.effect = Effect::Untouched;
        self
    }

    /// How it ends.
    #[must_use]
    pub fn then(mut self, then: Then) -> Self {
        self.then = then;
        self
    }

    /// A wait before the answer.
    #[must_use]
    pub fn after(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// A wait until so many requests are in work at a time.
    #[must_use]
    pub fn together(mut self, requests: usize) -> Self {
        self.together = requests;
        self
    }

    /// Byte by byte, with a pause between.
    #[must_use]
    pub fn dripping(mut self, pause: Duration) -> Self {
        self.pause = Some(pause);
        self
    }

    /// The same bytes over and over, until the client hangs up.
    #[must_use]
    pub fn endless(mut self) -> Self {
        self.endless = true;
        self
    }

    /// The step for this request.
    pub(super) fn meeting(mut self, request: &Request) -> Self {
        if let Some(param) = self.echo {
            let mut params = request.body.split('&').filter_map(|pair| pair.split_once('='));
            let number = params.find(|(name, _)| *name == param).map_or("null", |(_, text)| text);
            let body = format!(r#"{{"result":[],"total_count":{number}}}"#);
            self.bytes = Self::answer("200 OK", "", body).bytes;
        }
        self
    }
}
