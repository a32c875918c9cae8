//! The body of a file, which is read after its call.

use std::future::Future as _;
#[cfg(feature = "blocking")]
use std::future::poll_fn;
use std::io;
use std::pin::Pin;
#[cfg(feature = "blocking")]
use std::sync::Arc;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use tokio::time::Sleep;

#[cfg(feature = "blocking")]
use super::blocking::Worker;
use super::raw::CallInfo;
use crate::declare::{Download, FileInfo, FileStream};
use crate::error::{
    Effect, Error, ErrorKind, Failure, Timeout, TimeoutKind, TransportError, UnexpectedResponse,
};
use crate::transport::ResponseBody;

/// The rest of a response body. The call has succeeded, so only the read timeout applies.
pub(super) struct BodyStream {
    /// What was read to find out that it is a file.
    beginning: Bytes,
    /// Never locked: it makes responses `Sync`, which the bodies of transports need not be.
    body: Mutex<ResponseBody>,
    call: CallInfo,
    received: u64,
    announced: Option<u64>,
    /// Runs while there is nothing to read.
    timer: Option<Pin<Box<Sleep>>>,
    /// The thread of a blocking client.
    #[cfg(feature = "blocking")]
    worker: Option<Arc<Worker>>,
}

impl BodyStream {
    pub(super) fn new(beginning: Bytes, body: ResponseBody, call: CallInfo) -> Self {
        Self {
            beginning,
            body: Mutex::new(body),
            call,
            received: 0,
            announced: None,
            timer: None,
            #[cfg(feature = "blocking")]
            worker: None,
        }
    }

    pub(super) fn into_download(mut self: Box<Self>, info: FileInfo) -> Download {
        let beginning = self.beginning.len() as u64;
        let length = self.body().len().map(|rest| rest.saturating_add(beginning));
        let content_length = info.content_length.or(length);
        self.announced = content_length;
        Download::stream(FileInfo { content_length, ..info }, self)
    }

    /// Keeps the thread that drives the connection.
    #[cfg(feature = "blocking")]
    pub(super) fn set_worker(&mut self, worker: &Arc<Worker>) {
        self.worker = Some(Arc::clone(worker));
    }

    fn body(&mut self) -> &mut ResponseBody {
        self.body.get_mut().unwrap_or_else(PoisonError::into_inner)
    }

    fn poll_body(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, TransportError>>> {
        if !self.beginning.is_empty() {
            return Poll::Ready(Some(Ok(std::mem::take(&mut self.beginning))));
        }
        let read = self.body().poll_next(context);
        if read.is_ready() {
            self.timer = None;
            return read;
        }
        let read_timeout = self.call.prepared.core.shared.read_timeout;
        let timer = self.timer.get_or_insert_with(|| Box::pin(tokio::time::sleep(read_timeout)));
        if timer.as_mut().poll(context).is_ready() {
            let timeout = Timeout { kind: TimeoutKind::Read, after: read_timeout };
            return Poll::Ready(Some(Err(TransportError::unknown(timeout))));
        }
        Poll::Pending
    }

    /// An error after a success.
    #[cold]
    fn error(&self, kind: ErrorKind) -> Error {
        self.call.error(Failure { kind, effect: Effect::Done, response: None })
    }

    #[cold]
    fn cut_off(&self, announced: u64) -> Error {
        let message = format!("the file ended after {} of {announced} bytes", self.received);
        self.error(ErrorKind::Transport(TransportError::unknown(message)))
    }
}

impl FileStream for BodyStream {
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        match std::task::ready!(self.poll_body(context)) {
            Some(Ok(piece)) => {
                self.received += piece.len() as u64;
                Poll::Ready(Some(Ok(piece)))
            }
            Some(Err(error)) => {
                Poll::Ready(Some(Err(self.error(ErrorKind::Transport(error.into_unknown())))))
            }
            None => {
                let cut_off = self.announced.filter(|announced| *announced != self.received);
                Poll::Ready(cut_off.map(|announced| Err(self.cut_off(announced))))
            }
        }
    }

    #[cfg(feature = "blocking")]
    fn wait_for_next(&mut self) -> io::Result<Option<Bytes>> {
        let Some(worker) = self.worker.clone() else { return Err(io::Error::other(OF_OTHER_CLIENT)) };
        let next = worker.wait_for(poll_fn(|context| self.poll_next(context)));
        next.map_err(io::Error::other)?.transpose().map_err(io::Error::other)
    }

    #[cfg(not(feature = "blocking"))]
    fn wait_for_next(&mut self) -> io::Result<Option<Bytes>> {
        Err(io::Error::other(OF_OTHER_CLIENT))
    }

    fn too_large(&self, limit: usize) -> Error {
        self.error(ErrorKind::Unexpected(UnexpectedResponse::TooLarge { limit }))
    }
}

const OF_OTHER_CLIENT: &str =
    "`Read` is for files of a blocking client: read this one with `chunk`, `bytes` or `write_to`";
