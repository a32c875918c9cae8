//! A request body that records whether it was polled.

use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use tokio::time::Instant;

/// The HTTP library has not polled the body yet.
const WAITING: u8 = 0;
/// The HTTP library has begun to write the request.
const BEGUN: u8 = 1;
/// The request is given up: it will not be written any more.
const GIVEN_UP: u8 = 2;

/// The form that is sent.
///
/// HTTP/1 in hyper puts a request's head into a buffer, asks the body for its bytes, and only then writes to the
/// connection (`proto/h1/dispatch.rs`: `poll_loop` calls `poll_write`, then `poll_flush`). So as long as nobody has
/// asked, not one byte has left: the connection was still being made, or was busy. An empty body is not asked for its
/// bytes but only whether it has any, also at that moment. HTTP/2 writes the head first; there this proves nothing.
///
/// After the deadline the body fails instead of being sent.
pub(super) struct Outgoing {
    form: Bytes,
    is_empty: bool,
    deadline: Instant,
    state: Arc<AtomicU8>,
}

/// The sender's end.
#[derive(Clone)]
pub(super) struct Progress(Arc<AtomicU8>);

impl Outgoing {
    pub(super) fn new(form: Bytes, deadline: Instant) -> (Self, Progress) {
        let state = Arc::new(AtomicU8::new(WAITING));
        (Self { is_empty: form.is_empty(), form, deadline, state: Arc::clone(&state) }, Progress(state))
    }

    /// Records that the request is being written; `false` where it has been given up.
    fn begin(&self) -> bool {
        if Instant::now() >= self.deadline {
            // A request that has begun continues: its head may have been sent.
            let _ = self.state.compare_exchange(WAITING, GIVEN_UP, Ordering::AcqRel, Ordering::Acquire);
        }
        let before = self.state.compare_exchange(WAITING, BEGUN, Ordering::AcqRel, Ordering::Acquire);
        before != Err(GIVEN_UP)
    }

    fn is_given_up(&self) -> bool {
        self.state.load(Ordering::Acquire) == GIVEN_UP
    }
}

impl Progress {
    /// Whether the request is being written.
    pub(super) fn is_begun(&self) -> bool {
        self.0.load(Ordering::Acquire) == BEGUN
    }

    /// Gives the request up, if nothing of it was written. Then `true`: nothing ever will be.
    pub(super) fn give_up(&self) -> bool {
        let before = self.0.compare_exchange(WAITING, GIVEN_UP, Ordering::AcqRel, Ordering::Acquire);
        matches!(before, Ok(_) | Err(GIVEN_UP))
    }

    /// Whether the request was given up, because the deadline had passed for example.
    pub(super) fn is_given_up(&self) -> bool {
        self.0.load(Ordering::Acquire) == GIVEN_UP
    }
}

impl Body for Outgoing {
    type Data = Bytes;
    type Error = GivenUp;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, GivenUp>>> {
        if !self.begin() {
            return Poll::Ready(Some(Err(GivenUp)));
        }
        let form = std::mem::take(&mut self.form);
        Poll::Ready((!form.is_empty()).then(|| Ok(Frame::data(form))))
    }

    fn is_end_stream(&self) -> bool {
        if self.is_empty {
            self.begin();
            // An empty body is sent as one of known length, for the sake of `Content-Length: 0`.
            return false;
        }
        self.form.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        if self.is_given_up() {
            // A body of unknown length is always polled, so it can fail then.
            return SizeHint::default();
        }
        SizeHint::with_exact(u64::try_from(self.form.len()).unwrap_or(u64::MAX))
    }
}

/// The error of a body that is not sent any more, because nobody waits for the response.
#[derive(Debug)]
pub(super) struct GivenUp;

impl fmt::Display for GivenUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the request was given up before it was sent")
    }
}

impl StdError for GivenUp {}

#[cfg(test)]
mod tests {
    use std::task::Waker;

    use super::*;

    fn outgoing(form: &'static str) -> (Outgoing, Progress) {
        Outgoing::new(
            Bytes::from_static(form.as_bytes()),
            Instant::now() + std::time::Duration::from_secs(60),
        )
    }

    fn poll(body: &mut Outgoing) -> Option<Result<Bytes, ()>> {
        match Pin::new(body).poll_frame(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(frame) => {
                frame.map(|frame| frame.map(|frame| frame.into_data().unwrap()).map_err(|_| ()))
            }
            Poll::Pending => panic!("the form is there"),
        }
    }

    #[test]
    fn a_body_that_is_taken_can_no_longer_be_given_up() {
        let (mut body, progress) = outgoing("a=b");
        assert!(!body.is_end_stream() && !progress.is_begun());
        assert_eq!(body.size_hint().exact(), Some(3));
        assert_eq!(poll(&mut body), Some(Ok(Bytes::from_static(b"a=b"))));
        assert!(body.is_end_stream() && progress.is_begun() && !progress.give_up());
        assert_eq!(poll(&mut body), None);
    }

    #[test]
    fn a_body_that_is_given_up_is_never_taken() {
        for form in ["a=b", ""] {
            let (mut body, progress) = outgoing(form);
            assert!(progress.give_up() && !progress.is_begun());
            assert!(!body.is_end_stream());
            assert_eq!(body.size_hint().exact(), None);
            assert_eq!(poll(&mut body), Some(Err(())));
        }
    }

    #[test]
    fn an_empty_body_has_a_length_too() {
        let (body, progress) = outgoing("");
        assert!(!body.is_end_stream());
        assert_eq!(body.size_hint().exact(), Some(0));
        assert!(progress.is_begun());
    }

    #[test]
    fn after_the_deadline_a_body_is_never_taken() {
        for form in ["a=b", ""] {
            let (mut body, progress) = Outgoing::new(Bytes::from_static(form.as_bytes()), Instant::now());
            assert_eq!(poll(&mut body), Some(Err(())));
            assert!(progress.is_given_up() && !progress.is_begun() && progress.give_up());
        }
    }
}
