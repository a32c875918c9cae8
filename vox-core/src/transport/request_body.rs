//! The body of a request, which records whether it was taken.

use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use tokio::time::Instant;

/// The transport has not taken the body.
const WAITING: u8 = 0;
/// The transport has taken the body: the request is being sent.
const BEGUN: u8 = 1;
/// The client has given the request up: it must not be sent.
const GIVEN_UP: u8 = 2;

/// The form of a request, as a [`Transport`](super::Transport) gets it: an `http_body::Body` of known length.
///
/// Taking it fails once the call's deadline has passed or the call was dropped: such a request must not be sent. The form may
/// hold secrets, so `Debug` shows only its length.
// HTTP/1 in hyper writes the head of a request to a buffer, polls the body, and only then writes to the connection
// (`proto/h1/dispatch.rs`: `poll_loop` calls `poll_write`, then `poll_flush`). So until the body is polled, not one byte has
// been sent. An empty body is not polled, only asked whether it has ended, at the same moment. HTTP/2 writes the head first.
pub struct RequestBody {
    form: Bytes,
    is_empty: bool,
    deadline: Instant,
    state: Arc<AtomicU8>,
}

/// Observes a [`RequestBody`].
#[derive(Clone)]
pub(crate) struct BodyState(Arc<AtomicU8>);

impl RequestBody {
    pub(crate) fn new(form: Bytes, deadline: Instant) -> (Self, BodyState) {
        let state = Arc::new(AtomicU8::new(WAITING));
        (Self { is_empty: form.is_empty(), form, deadline, state: Arc::clone(&state) }, BodyState(state))
    }

    /// Takes the form, secrets included.
    ///
    /// # Errors
    /// The deadline has passed or the call was dropped: do not send the request.
    pub fn into_bytes(self) -> Result<Bytes, GivenUp> {
        if self.begin() { Ok(self.form) } else { Err(GivenUp) }
    }

    /// Records that the request is being sent; `false` if it was given up.
    fn begin(&self) -> bool {
        if Instant::now() >= self.deadline {
            // A request that has begun continues: its head may have been sent.
            let _ = self.state.compare_exchange(WAITING, GIVEN_UP, Ordering::AcqRel, Ordering::Acquire);
        }
        let before = self.state.compare_exchange(WAITING, BEGUN, Ordering::AcqRel, Ordering::Acquire);
        before != Err(GIVEN_UP)
    }
}

impl BodyState {
    /// Whether the request is being sent.
    pub(crate) fn is_begun(&self) -> bool {
        self.0.load(Ordering::Acquire) == BEGUN
    }

    /// Gives the request up if its body was not taken. Returns whether it is given up: then the body never will be taken.
    pub(crate) fn give_up(&self) -> bool {
        let before = self.0.compare_exchange(WAITING, GIVEN_UP, Ordering::AcqRel, Ordering::Acquire);
        matches!(before, Ok(_) | Err(GIVEN_UP))
    }

    /// Whether the request was given up, for example because the deadline had passed.
    pub(crate) fn is_given_up(&self) -> bool {
        self.0.load(Ordering::Acquire) == GIVEN_UP
    }
}

impl Body for RequestBody {
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
        if self.state.load(Ordering::Acquire) == GIVEN_UP {
            // A body of unknown length is always polled, so it can fail then.
            return SizeHint::default();
        }
        SizeHint::with_exact(u64::try_from(self.form.len()).unwrap_or(u64::MAX))
    }
}

impl fmt::Debug for RequestBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RequestBody({} bytes)", self.form.len())
    }
}

/// The error of a request that must not be sent, because its call has ended.
#[derive(Debug)]
pub struct GivenUp;

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

    fn body(form: &'static str) -> (RequestBody, BodyState) {
        RequestBody::new(
            Bytes::from_static(form.as_bytes()),
            Instant::now() + std::time::Duration::from_secs(60),
        )
    }

    fn poll(body: &mut RequestBody) -> Option<Result<Bytes, ()>> {
        match Pin::new(body).poll_frame(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(frame) => {
                frame.map(|frame| frame.map(|frame| frame.into_data().unwrap()).map_err(|_| ()))
            }
            Poll::Pending => panic!("the form is there"),
        }
    }

    #[test]
    fn a_body_that_is_taken_can_no_longer_be_given_up() {
        let (mut body, state) = body("a=b");
        assert!(!body.is_end_stream() && !state.is_begun());
        assert_eq!(body.size_hint().exact(), Some(3));
        assert_eq!(poll(&mut body), Some(Ok(Bytes::from_static(b"a=b"))));
        assert!(body.is_end_stream() && state.is_begun() && !state.give_up());
        assert_eq!(poll(&mut body), None);
    }

    #[test]
    fn a_body_that_is_given_up_is_never_taken() {
        for form in ["a=b", ""] {
            let (mut body, state) = body(form);
            assert!(state.give_up() && !state.is_begun());
            assert!(!body.is_end_stream());
            assert_eq!(body.size_hint().exact(), None);
            assert_eq!(poll(&mut body), Some(Err(())));
        }
    }

    #[test]
    fn an_empty_body_has_a_length_too() {
        let (body, state) = body("");
        assert!(!body.is_end_stream());
        assert_eq!(body.size_hint().exact(), Some(0));
        assert!(state.is_begun());
    }

    #[test]
    fn after_the_deadline_a_body_is_never_taken() {
        for form in ["a=b", ""] {
            let (mut body, state) = RequestBody::new(Bytes::from_static(form.as_bytes()), Instant::now());
            assert_eq!(poll(&mut body), Some(Err(())));
            assert!(state.is_given_up() && !state.is_begun() && state.give_up());
        }
    }

    #[test]
    fn the_bytes_are_taken_only_once_and_only_while_the_call_waits() {
        let (taken, state) = body("a=b");
        assert_eq!(format!("{taken:?}"), "RequestBody(3 bytes)");
        assert_eq!(taken.into_bytes().unwrap(), "a=b");
        assert!(state.is_begun());
        let (late, state) = body("a=b");
        assert!(state.give_up());
        late.into_bytes().unwrap_err();
    }
}
