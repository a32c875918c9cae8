//! Downloads of files outside of the API: recordings, logs and reports.

use std::ops::{Bound, RangeBounds};

use bytes::Bytes;
use http::header::{
    ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, CONTENT_RANGE, HeaderMap, HeaderValue, LOCATION, RANGE,
};
use http::{Request, StatusCode, Uri};
use reqwest::Url;

use super::api_address::is_vendors;
use super::attempt::{self, Reading, Received};
use super::attempts::PreparedCall;
use super::call::{Call, State};
use super::hook::Attempt;
use super::raw::{RawResponse, Recipient};
use super::timer::CallTimer;
use super::{Client, Core};
use crate::auth::BaseUrl;
use crate::declare::Download;
use crate::error::{ConfigError, Effect, ErrorKind, Failure, UnexpectedResponse};
use crate::meta::{CredentialsIn, Kind};
use crate::response::{self, Head, Inspection, MethodInfo, SuccessCriteria, percent_decoded};
use crate::text::form::FormEncoder;
use crate::transport::{BodyState, RequestBody};

/// The most redirects that a download follows.
const MAX_REDIRECTS: usize = 5;

/// The name of a download in errors, hooks and traces.
const NAME: &str = "download";

impl<R> Client<R> {
    /// Downloads a file outside of the API: the recording, the log or the report whose URL a response names.
    ///
    /// The call waits for the head of the response; see [`Download`] for the rest. It is retried like a method that reads.
    ///
    /// - Up to five redirects are followed. All addresses must begin with `https://`, except those of loopback hosts.
    /// - The token of a service account and the headers of [`CallOptions::header`](super::CallOptions::header) are sent to hosts
    ///   under `voximplant.com` and to the client's own address. After a redirect to another host they are not sent any more, nor
    ///   are they sent to URLs of methods. Account keys and passwords are never sent.
    /// - Errors, hooks and traces name the call `download`. They contain the host, but neither the path nor the query, which may
    ///   hold a signature.
    ///
    /// ```no_run
    /// # async fn example(client: vox_core::Client, record_url: &str) -> Result<(), Box<dyn std::error::Error>> {
    /// let recording = client.download(record_url).await?;
    /// println!("{:?}, {:?} bytes", recording.content_type(), recording.content_length());
    /// let bytes = recording.bytes(50_000_000).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// The URL is not valid or not allowed, or the server does not return the file: [`Download`] describes which responses are
    /// files.
    pub fn download(&self, url: &str) -> Call<Download> {
        self.download_parts(url, None)
    }

    /// Like [`download`](Self::download), for a range of the bytes of a file: to continue a download that broke off.
    ///
    /// ```no_run
    /// # async fn example(client: vox_core::Client, record_url: &str) -> Result<(), Box<dyn std::error::Error>> {
    /// let rest = client.download_range(record_url, 1_000_000..).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// Those of [`download`](Self::download); also if the range is empty, or the server does not return all of it:
    /// [`UnexpectedResponse::OtherRange`]. A range may end after the file: then the response ends with the file.
    pub fn download_range(&self, url: &str, range: impl RangeBounds<u64>) -> Call<Download> {
        let first = match range.start_bound() {
            Bound::Included(first) => *first,
            Bound::Excluded(before) => before.saturating_add(1),
            Bound::Unbounded => 0,
        };
        let end = match range.end_bound() {
            Bound::Included(last) => last.checked_add(1),
            Bound::Excluded(end) => Some(*end),
            Bound::Unbounded => None,
        };
        self.download_parts(url, Some(ByteRange { first, end }))
    }

    fn download_parts(&self, url: &str, range: Option<ByteRange>) -> Call<Download> {
        let success = SuccessCriteria::Url;
        // Credentials that are sent in the form are not sent.
        let method =
            MethodInfo { name: NAME.into(), kind: Kind::Read, credentials: CredentialsIn::Request, success };
        let request = UrlRequest::new(url, range);
        let call = |url| PreparedCall {
            core: self.core.clone(),
            method,
            inspection: Inspection::BeforeDecoding,
            url,
        };
        let state = match request {
            Ok(request) => State::new(call(Some(Box::new(request))), Ok(FormEncoder::default().finish())),
            Err(error) => State::new(call(None), Err(error.into())),
        };
        Call::new(state, |response: RawResponse| Ok(response.into_file()))
    }
}

/// A file to download.
pub(super) struct UrlRequest {
    url: Url,
    /// The scheme, host and port of the URL.
    address: BaseUrl,
    range: Option<ByteRange>,
}

/// A range of bytes.
#[derive(Clone, Copy)]
struct ByteRange {
    first: u64,
    /// The byte after the last one.
    end: Option<u64>,
}

impl ByteRange {
    fn header(self) -> String {
        match self.end {
            Some(end) => format!("bytes={}-{}", self.first, end.saturating_sub(1)),
            None => format!("bytes={}-", self.first),
        }
    }

    /// Whether the range is the whole file. A server may ignore the header `Range`, and return that.
    fn is_whole_file(self) -> bool {
        self.first == 0 && self.end.is_none()
    }

    /// Whether a response with these headers holds all bytes of the range that the file has.
    fn is_in(self, headers: &HeaderMap) -> bool {
        let content = headers.get(CONTENT_RANGE).and_then(|value| ContentRange::parse(value.to_str().ok()?));
        content.is_some_and(|ContentRange { first, end, total }| {
            let is_end_of_file = total == Some(end);
            let is_complete = match self.end {
                Some(wanted) => end == wanted || (end < wanted && is_end_of_file),
                None => is_end_of_file || total.is_none(),
            };
            first == self.first && is_complete
        })
    }
}

/// The header `Content-Range` (RFC 9110, 14.4): `bytes 5-7/8`.
struct ContentRange {
    first: u64,
    /// The byte after the last one.
    end: u64,
    /// The length of the file, if the server knows it.
    total: Option<u64>,
}

impl ContentRange {
    fn parse(value: &str) -> Option<Self> {
        let (unit, range) = value.trim().split_once(' ')?;
        let (positions, total) = range.trim().split_once('/')?;
        let (first, last) = positions.split_once('-')?;
        let first = first.parse().ok()?;
        let end = last.parse::<u64>().ok()?.checked_add(1)?;
        let total = if total == "*" { None } else { Some(total.parse().ok()?) };
        let is_valid =
            unit.eq_ignore_ascii_case("bytes") && first < end && total.is_none_or(|total| end <= total);
        is_valid.then_some(Self { first, end, total })
    }
}

impl UrlRequest {
    fn new(url: &str, range: Option<ByteRange>) -> Result<Self, ConfigError> {
        if range.is_some_and(|range| range.end.is_some_and(|end| end <= range.first)) {
            return Err(ConfigError::new("the range of the download is empty"));
        }
        // The URL is not shown, as it may hold a signature or a password.
        let url = Url::parse(url).map_err(|error| {
            ConfigError::new("the URL to download is not valid: expected `https://host/path`")
                .with_cause(error)
        })?;
        let address = address_of(&url)
            .map_err(|problem| ConfigError::new(format!("the URL to download cannot be used: {problem}")))?;
        Ok(Self { url, address, range })
    }

    pub(super) fn address(&self) -> &BaseUrl {
        &self.address
    }

    /// Requests the file, follows redirects, and waits for the head of the file. `recipient` becomes that of the last request.
    pub(super) async fn send(
        &self,
        core: &Core,
        attempt: &Attempt<'_>,
        recipient: &mut Recipient,
        token: Option<&HeaderValue>,
        timer: &mut CallTimer<'_>,
        mut on_send: impl FnMut(&BodyState),
    ) -> Result<Received, Box<Failure>> {
        let mut url = self.url.clone();
        let mut redirects = 0;
        loop {
            attempt::check_plain(core, &recipient.address)?;
            // Stays false after another host, which could lead back with a request that it has made up.
            recipient.is_trusted &= core.trusts(&url, &recipient.address);
            let (body, state) = RequestBody::new(Bytes::new(), timer.deadline());
            let mut request = self.request(&url, body)?;
            if recipient.is_trusted {
                request.headers_mut().extend(core.settings.headers.clone());
                if let Some(token) = token {
                    request.headers_mut().insert(AUTHORIZATION, token.clone());
                }
            }
            on_send(&state);
            let response = core.shared.transport.send(request);
            let received = attempt::exchange(core, response, &state, timer).await?;
            let head = received.content.head();
            if !is_redirect(head.status) {
                return self.receive(received, core, attempt, timer).await;
            }
            if redirects == MAX_REDIRECTS {
                return Err(redirect("there are more than 5 redirects", head).into());
            }
            redirects += 1;
            (url, recipient.address) = redirected(&url, head)?;
        }
    }

    fn request(&self, url: &Url, body: RequestBody) -> Result<Request<RequestBody>, ConfigError> {
        let mut url = url.clone();
        url.set_fragment(None);
        let uri: Uri = url.as_str().parse().map_err(|error: http::uri::InvalidUri| {
            ConfigError::new("the URL to download cannot be used").with_cause(error)
        })?;
        let mut request = Request::new(body);
        *request.uri_mut() = uri;
        let headers = request.headers_mut();
        headers.insert(ACCEPT, HeaderValue::from_static("*/*"));
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        if let Some(range) = self.range.and_then(|range| HeaderValue::try_from(range.header()).ok()) {
            headers.insert(RANGE, range);
        }
        Ok(request)
    }

    async fn receive(
        &self,
        mut received: Received,
        core: &Core,
        attempt: &Attempt<'_>,
        timer: &mut CallTimer<'_>,
    ) -> Result<Received, Box<Failure>> {
        let (limit, method) = (core.shared.max_response_bytes, attempt.method);
        let head = received.content.head();
        if head.status == StatusCode::PARTIAL_CONTENT
            && !self.range.is_some_and(|range| range.is_in(head.headers))
        {
            let problem = self.range.map_or(UnexpectedResponse::NoFile, |_| UnexpectedResponse::OtherRange);
            return Err(unexpected(problem, head).into());
        }
        attempt::receive(&mut received, &method.success, Reading::Streaming, limit, timer).await?;
        let Received { content, rest } = &received;
        let is_whole_file = || {
            rest.is_some()
                || response::judge(method, content.head(), &content.body, Inspection::BeforeDecoding).is_ok()
        };
        if content.status == StatusCode::OK
            && self.range.is_some_and(|range| !range.is_whole_file())
            && is_whole_file()
        {
            return Err(unexpected(UnexpectedResponse::OtherRange, content.head()).into());
        }
        Ok(received)
    }
}

impl Core {
    /// Whether the credentials of the client may be sent to this URL: the host is the vendor's, or the client was given the
    /// address. A URL of a method is a call, which nobody may make by giving a URL to this client.
    fn trusts(&self, url: &Url, address: &BaseUrl) -> bool {
        let is_known = [self.shared.auth.address(), &self.address()].into_iter().any(|known| {
            known.host().eq_ignore_ascii_case(address.host())
                && known.port() == address.port()
                && known.is_plain() == address.is_plain()
        });
        let path = String::from_utf8_lossy(&percent_decoded(url.path())).to_ascii_lowercase();
        let is_method = path.contains("platform_api");
        !is_method && (is_known || (!address.is_plain() && is_vendors(address.host())))
    }
}

fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

/// Where a redirect leads.
fn redirected(from: &Url, head: Head<'_>) -> Result<(Url, BaseUrl), Failure> {
    let failed = |problem| redirect(problem, head);
    let location = head.headers.get(LOCATION).and_then(|location| location.to_str().ok());
    let location = location.ok_or_else(|| failed("it has no valid header `Location`"))?;
    let url = from.join(location).map_err(|_| failed("its header `Location` is not a URL"))?;
    let address = address_of(&url).map_err(failed)?;
    if address.is_plain() && from.scheme() == "https" {
        return Err(failed("it leads from https to http"));
    }
    Ok((url, address))
}

#[cold]
fn redirect(problem: &'static str, head: Head<'_>) -> Failure {
    unexpected(UnexpectedResponse::Redirect { problem }, head)
}

#[cold]
fn unexpected(problem: UnexpectedResponse, head: Head<'_>) -> Failure {
    Failure {
        kind: ErrorKind::Unexpected(problem),
        effect: Effect::Unknown,
        response: Some(Box::new(head.info(&[]))),
    }
}

/// The scheme, host and port of a URL that may be requested; otherwise the problem.
fn address_of(url: &Url) -> Result<BaseUrl, &'static str> {
    if !url.username().is_empty() || url.password().is_some() {
        return Err("it contains a user name or a password");
    }
    BaseUrl::parse(&url.origin().ascii_serialization())
        .map_err(|_| "it must begin with `https://` and a host; `http` is for loopback hosts only")
}
