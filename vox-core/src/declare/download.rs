//! Files that methods return.

use std::fmt;
use std::io;
#[cfg(feature = "client")]
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::{Buf, Bytes};
use http::{HeaderMap, StatusCode};

use super::Response;
use super::record::{FieldContent, MASK, ValueReader};
use crate::error::{CallContext, DecodeError, Error};
#[cfg(feature = "client")]
use crate::error::{Effect, ErrorKind, Failure, UnexpectedResponse};
use crate::meta::ResponseMeta;

/// A file: the response of a method that returns one (`response = Download`), or a recording, a log or a report outside of the
/// API.
///
/// A file arrives while it is read, so that one of any size needs little memory. With an async client, read it piece by
/// piece (`chunk`, or as a `Stream`), into an `AsyncWrite` (`write_to`), or as a whole (`bytes`). That of a blocking client is a
/// [`std::io::Read`]: `std::io::copy(&mut file, &mut out)`.
///
/// - The call, with its retries and its timeout, ends when the head of the response has arrived, and its first bytes too if the head
///   does not mark it as a file. After that only the read timeout of the client limits the wait for more bytes, and the client's
///   `max_response_bytes` does not apply.
/// - A file that ends before its announced length is an error, not a short file. After an error no more bytes follow.
/// - The bytes are those that the server sent: a compressed file is not unpacked, see
///   [`content_encoding`](Self::content_encoding).
///
/// An error of the API is an error of the call, with any HTTP status: an object of JSON with an error is only taken for a file if
/// the response is marked as a file (`Content-Disposition: attachment` or `application/octet-stream`). A page of HTML that is not
/// marked as a file and any status but 200 (206 for a requested range) are errors too:
/// [`UnexpectedResponse::NoFile`](crate::error::UnexpectedResponse::NoFile).
///
/// `Debug` and [`masked()`](crate::masked()) show no content.
///
/// ```
/// use vox_core::prelude::*;
///
/// /// Downloads a report.
/// #[derive(Debug, Clone, PartialEq, VoxMethod)]
/// #[vox_method(name = "DownloadHistoryReport", response = Download, kind = write, ack = none)]
/// pub struct DownloadHistoryReport {
///     /// The report.
///     pub history_report_id: u64,
/// }
///
/// let response = http::Response::builder()
///     .header("content-type", "application/octet-stream")
///     .header("content-disposition", "attachment; filename=\"calls.csv\"")
///     .body("id;duration\n1;5\n")?;
/// let file = DownloadHistoryReport::from_http(response)?;
/// assert_eq!(file.file_name(), Some("calls.csv"));
/// assert_eq!(file.as_bytes(), Some(&b"id;duration\n1;5\n"[..]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Download {
    info: Box<FileInfo>,
    body: FileBody,
    /// Bytes that were taken from the body, but not read yet.
    rest: Bytes,
}

/// What the head of a response states about a file.
#[derive(Default)]
pub(crate) struct FileInfo {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) file_name: Option<String>,
    pub(crate) content_type: Option<String>,
    pub(crate) content_encoding: Option<String>,
    pub(crate) content_length: Option<u64>,
    /// The call, for an error about a file that is in memory.
    #[cfg_attr(not(feature = "client"), allow(dead_code))]
    pub(crate) context: CallContext,
}

/// The content of a file.
enum FileBody {
    /// All of it is in memory.
    Whole,
    #[cfg_attr(not(feature = "client"), allow(dead_code))]
    Stream(Box<dyn FileStream>),
    /// It has ended, or failed.
    Ended,
}

/// The content of a file that arrives piece by piece.
pub(crate) trait FileStream: Send + Sync {
    /// The next piece; `None` at the end.
    #[cfg_attr(not(feature = "client"), allow(dead_code))]
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>>;

    /// Waits for the next piece, without a runtime.
    fn wait_for_next(&mut self) -> io::Result<Option<Bytes>>;

    /// The error for content that is longer than `limit`.
    #[cfg(feature = "client")]
    fn too_large(&self, limit: usize) -> Error;
}

impl Download {
    /// A file in memory, for tests and servers.
    pub fn new(content: impl Into<Bytes>) -> Self {
        let content = content.into();
        let content_length = u64::try_from(content.len()).ok();
        Self::whole(FileInfo { content_length, ..FileInfo::default() }, content)
    }

    /// Sets the file's name, for tests and servers.
    #[must_use]
    pub fn with_file_name(mut self, name: impl Into<String>) -> Self {
        self.info.file_name = Some(name.into());
        self
    }

    /// Sets the content type, for tests and servers.
    #[must_use]
    pub fn with_content_type(mut self, content_type: impl Into<String>) -> Self {
        self.info.content_type = Some(content_type.into());
        self
    }

    pub(crate) fn whole(info: FileInfo, content: Bytes) -> Self {
        Self { info: Box::new(info), body: FileBody::Whole, rest: content }
    }

    #[cfg(feature = "client")]
    pub(crate) fn stream(info: FileInfo, stream: Box<dyn FileStream>) -> Self {
        Self { info: Box::new(info), body: FileBody::Stream(stream), rest: Bytes::new() }
    }

    /// The file's name, from the header `Content-Disposition`: without folders, and never `.` or `..`.
    #[must_use]
    pub fn file_name(&self) -> Option<&str> {
        self.info.file_name.as_deref()
    }

    /// The content type without its parameters, such as `text/csv`.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.info.content_type.as_deref()
    }

    /// The encoding of a content that the server compressed although the request does not accept that: `gzip`.
    #[must_use]
    pub fn content_encoding(&self) -> Option<&str> {
        self.info.content_encoding.as_deref()
    }

    /// The length of the whole content in bytes, if the server announced it.
    #[must_use]
    pub fn content_length(&self) -> Option<u64> {
        self.info.content_length
    }

    /// The HTTP status: 206 for a range of a file.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.info.status
    }

    /// The HTTP headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.info.headers
    }

    /// The content that was not read yet, if all of it is in memory, as after
    /// [`from_http`](crate::MethodExt::from_http).
    #[must_use]
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match self.body {
            FileBody::Whole | FileBody::Ended => Some(&self.rest),
            FileBody::Stream(_) => None,
        }
    }

    fn ended<T>(&mut self, end: T) -> T {
        self.body = FileBody::Ended;
        end
    }
}

#[cfg(feature = "server")]
impl Download {
    /// The file as a response of a server.
    pub(super) fn to_http(&self) -> http::Response<Bytes> {
        use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue};

        let mut response = http::Response::new(self.rest.clone());
        if matches!(self.body, FileBody::Stream(_)) {
            *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
            return response;
        }
        let content_type = self.content_type().and_then(|content_type| content_type.parse().ok());
        let binary = HeaderValue::from_static("application/octet-stream");
        let disposition = self.file_name().and_then(|name| attachment(name).parse().ok());
        let attachment = HeaderValue::from_static("attachment");
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, content_type.unwrap_or(binary));
        headers.insert(CONTENT_DISPOSITION, disposition.unwrap_or(attachment));
        response
    }
}

/// The header `Content-Disposition` (RFC 6266) of a file with this name.
#[cfg(feature = "server")]
fn attachment(name: &str) -> String {
    use std::fmt::Write as _;

    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._ ".contains(&byte);
    if name.bytes().all(is_plain) {
        return format!("attachment; filename=\"{name}\"");
    }
    let mut header = "attachment; filename*=UTF-8''".to_owned();
    for byte in name.bytes() {
        // Writing to a `String` cannot fail.
        let _ = if byte != b' ' && is_plain(byte) {
            write!(header, "{}", char::from(byte))
        } else {
            write!(header, "%{byte:02X}")
        };
    }
    header
}

#[cfg(feature = "client")]
#[cfg_attr(docsrs, doc(cfg(feature = "client")))]
impl Download {
    /// The next piece of the content, of any size; `None` at the end.
    ///
    /// # Errors
    /// The connection broke, nothing arrived for the read timeout of the client, or the file ended before its announced length.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        std::future::poll_fn(|context| self.poll_chunk(context)).await.transpose()
    }

    /// The rest of the content, of at most `limit` bytes.
    ///
    /// # Errors
    /// Those of [`chunk`](Self::chunk); also if the content is longer than `limit`: [`UnexpectedResponse::TooLarge`].
    pub async fn bytes(mut self, limit: usize) -> Result<Bytes, Error> {
        let announced = self.info.content_length.is_some_and(|length| length > limit as u64);
        if announced && matches!(self.body, FileBody::Stream(_)) {
            return Err(self.too_large(limit));
        }
        let Some(first) = self.chunk().await? else { return Ok(Bytes::new()) };
        let mut content = Vec::new();
        let mut next = Some(first);
        while let Some(piece) = next {
            if piece.len() > limit - content.len() {
                return Err(self.too_large(limit));
            }
            content.extend_from_slice(&piece);
            next = self.chunk().await?;
        }
        Ok(content.into())
    }

    /// Writes the rest of the content, and returns its length. The writer is flushed, but not shut down.
    ///
    /// # Errors
    /// The writer's, or one that contains the [`Error`] of [`chunk`](Self::chunk). In both cases a part of the content may have
    /// been written.
    pub async fn write_to<W: tokio::io::AsyncWrite + Unpin + ?Sized>(
        mut self,
        writer: &mut W,
    ) -> io::Result<u64> {
        let mut written = 0;
        while let Some(mut piece) = self.chunk().await.map_err(io::Error::other)? {
            while !piece.is_empty() {
                let taken =
                    std::future::poll_fn(|context| Pin::new(&mut *writer).poll_write(context, &piece))
                        .await?;
                if taken == 0 {
                    return Err(io::ErrorKind::WriteZero.into());
                }
                piece.advance(taken);
                written += taken as u64;
            }
        }
        std::future::poll_fn(|context| Pin::new(&mut *writer).poll_flush(context)).await?;
        Ok(written)
    }

    fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        if !self.rest.is_empty() {
            return Poll::Ready(Some(Ok(std::mem::take(&mut self.rest))));
        }
        let FileBody::Stream(stream) = &mut self.body else { return Poll::Ready(None) };
        match stream.poll_next(context) {
            Poll::Ready(Some(Ok(piece))) => Poll::Ready(Some(Ok(piece))),
            Poll::Ready(end) => Poll::Ready(self.ended(end)),
            Poll::Pending => Poll::Pending,
        }
    }

    fn too_large(&self, limit: usize) -> Error {
        match &self.body {
            FileBody::Stream(stream) => stream.too_large(limit),
            FileBody::Whole | FileBody::Ended => {
                let kind = ErrorKind::Unexpected(UnexpectedResponse::TooLarge { limit });
                Failure { kind, effect: Effect::Done, response: None }.in_call(self.info.context.clone())
            }
        }
    }
}

/// The pieces of the content. Ends after the first error.
#[cfg(feature = "client")]
#[cfg_attr(docsrs, doc(cfg(feature = "client")))]
impl futures_core::Stream for Download {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_chunk(context)
    }
}

/// Reads a file that is in memory, or that a blocking client downloads. A file from an async client returns an error.
///
/// The errors contain an [`Error`].
impl io::Read for Download {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.rest.is_empty() && !buffer.is_empty() {
            let FileBody::Stream(stream) = &mut self.body else { return Ok(0) };
            match stream.wait_for_next() {
                Ok(Some(piece)) => self.rest = piece,
                Ok(None) => return self.ended(Ok(0)),
                Err(error) => return self.ended(Err(error)),
            }
        }
        let length = buffer.len().min(self.rest.len());
        self.rest.copy_to_slice(&mut buffer[..length]);
        Ok(length)
    }
}

#[diagnostic::do_not_recommend]
impl Response for Download {
    const META: ResponseMeta = ResponseMeta::File;
    const FROM_FILE: Option<fn(Download) -> Self> = Some(std::convert::identity);

    /// Never called: JSON that is no error is a file, too.
    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        json.json().map(|_| None)
    }

    fn content(&self) -> FieldContent<'_> {
        FieldContent::text(MASK)
    }

    fn file(&self) -> Option<&Download> {
        Some(self)
    }
}

/// Shows no content, nor a name, which could hold a phone number.
impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download")
            .field("status", &self.info.status)
            .field("content_type", &self.info.content_type)
            .field("content_length", &self.info.content_length)
            .finish_non_exhaustive()
    }
}
