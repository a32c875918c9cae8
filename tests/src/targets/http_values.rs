//! The base URL, and the header `Retry-After`.

use std::net::IpAddr;
use std::time::Duration;

use http::{HeaderValue, Response, StatusCode};
use vox_accounts::prelude::*;

use super::MARKER;

/// A base URL is invalid, or every library finds the same safe host in it.
pub(super) fn run_base_url(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else { return };
    let auth = match Auth::new(Credentials::None).base_url(text) {
        Ok(auth) => auth,
        Err(error) => {
            let shown = super::output(&error);
            assert!(
                !shown.contains(|character: char| character.is_control() && character != '\n'),
                "{shown:?}"
            );
            // A password may precede an `@`, so the error does not depend on the text.
            if text.contains('@') {
                let other =
                    Auth::new(Credentials::None).base_url("https://a@b").expect_err("an `@` is invalid");
                assert_eq!(shown, super::output(&other));
            }
            return;
        }
    };
    let Ok(request) = GetAccountInfo::default().to_http(&auth) else { return };
    let uri = request.uri();
    assert!(uri.path().ends_with("/platform_api/GetAccountInfo"), "{uri}");
    assert_eq!(uri.query(), None);
    let host = uri.host().expect("a host");
    // If the two libraries disagree about the host, the client does not build the request.
    let Ok(url) = reqwest::Url::parse(&uri.to_string()) else { return };
    assert!(url.username().is_empty() && url.password().is_none(), "{url}");
    if url.scheme() == "http" {
        let address = url.host_str().expect("a host").trim_matches(['[', ']']);
        let loopback = address.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
        assert!(loopback || address == "localhost", "{url}");
    } else {
        assert_eq!(url.scheme(), "https");
    }
    // A number is an IP address in one of many notations, but a name must stay the same.
    if host.bytes().any(|byte| byte.is_ascii_alphabetic()) && !host.starts_with('[') && url.domain().is_some()
    {
        assert_eq!(url.host_str(), Some(host.to_ascii_lowercase().as_str()));
    }
}

pub(super) fn base_url_seeds() -> Vec<Vec<u8>> {
    [
        "https://api.voximplant.com",
        "https://proxy.example:8443/vox/prefix/",
        "http://127.0.0.1:8080",
        "http://localhost",
        "http://[::1]:9",
        "https://user:S3cretZq9@api.voximplant.com",
        "https://api.voximplant.com?x=1#y",
        "http://0x7f.1/",
    ]
    .map(Into::into)
    .into()
}

/// A header with any value results in a pause or in none.
pub(super) fn run_retry_after(input: &[u8]) {
    let Ok(value) = HeaderValue::from_bytes(input) else { return };
    for body in ["busy", r#"{"error":{"code":340,"msg":"slow down"}}"#] {
        let mut response = Response::new(body);
        *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
        response.headers_mut().insert("retry-after", value.clone());
        let error = ChargeAccount::from_http(response).expect_err("429 is an error");
        super::assert_safe_to_print(&error);
        assert!(error.is_retryable(), "{error}");
        let digits = value.to_str().ok().filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
        if let Some(seconds) = digits.and_then(|digits| digits.parse::<u32>().ok()) {
            assert_eq!(error.retry_after(), Some(Duration::from_secs(seconds.into())), "{value:?}");
        }
    }
}

pub(super) fn retry_after_seeds() -> Vec<Vec<u8>> {
    let seeds = [
        "0",
        "120",
        "18446744073709551615",
        "Wed, 21 Oct 2015 07:28:00 GMT",
        "Wednesday, 21-Oct-15 07:28:00 GMT",
    ];
    seeds.iter().map(|seed| seed.as_bytes().to_vec()).chain([MARKER.into()]).collect()
}
