//! The clients. All send the same form to the same method, and read the same response.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper_util::client::legacy::Client as HyperClient;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde::Serialize;
use vox_accounts::GetAccountInfo;
use vox_core::ApiKey;

use crate::Result;
use crate::tasks::VOX;
use crate::tasks::decode::PlainResponse;

/// A client.
#[derive(Debug, Clone, Copy)]
pub(super) enum Client {
    Vox,
    /// reqwest as in its documentation.
    Reqwest,
    /// The same with vox's timeouts, as needed in production.
    ReqwestWithTimeouts,
    /// The fastest way to use reqwest.
    ReqwestKept,
    HyperUtil,
}

/// Makes a number of calls, a number of them at a time.
pub(super) type Driver = Box<dyn Fn(usize, usize) -> Pin<Box<dyn Future<Output = Result<()>>>>>;

const KEY: &str = "044c3cd7-f43c-461c-a698-4080bab12a02";
const FORM: &[u8] =
    b"return_live_balance=true&account_id=1000001&api_key=044c3cd7-f43c-461c-a698-4080bab12a02";
const FORM_TYPE: &str = "application/x-www-form-urlencoded";

#[derive(Serialize)]
struct Form {
    return_live_balance: bool,
    account_id: u64,
    api_key: &'static str,
}

impl Client {
    pub(super) const ALL: [Self; 5] =
        [Self::Vox, Self::Reqwest, Self::ReqwestWithTimeouts, Self::ReqwestKept, Self::HyperUtil];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Vox => VOX,
            Self::Reqwest => super::FORM_AND_JSON,
            Self::ReqwestWithTimeouts => super::WITH_TIMEOUTS,
            Self::ReqwestKept => "reqwest, URL and body kept",
            Self::HyperUtil => "hyper-util, URL and body kept",
        }
    }

    pub(super) fn driver(self, address: &str) -> Result<Driver> {
        Ok(match self {
            Self::Vox => vox(address)?,
            Self::Reqwest => reqwest(&reqwest::Client::new(), address),
            Self::ReqwestWithTimeouts => reqwest(&with_timeouts()?, address),
            Self::ReqwestKept => reqwest_kept(address)?,
            Self::HyperUtil => hyper_util(address)?,
        })
    }
}

fn url(address: &str) -> String {
    format!("{address}/platform_api/GetAccountInfo")
}

fn vox(address: &str) -> Result<Driver> {
    let client = vox_core::Client::builder()
        .credentials(ApiKey::by_id(1_000_001, KEY))
        .base_url(address)
        .build()
        .map_err(|error| error.to_string())?;
    Ok(driver(move || {
        let client = client.clone();
        async move {
            let request = GetAccountInfo { return_live_balance: Some(true) };
            request
                .send(&client)
                .await
                .map(|response| response.result.account_id)
                .map_err(|error| error.to_string())
        }
    }))
}

fn with_timeouts() -> Result<reqwest::Client> {
    let builder = reqwest::Client::builder();
    let builder = builder.connect_timeout(Duration::from_secs(10)).read_timeout(Duration::from_secs(30));
    builder.timeout(Duration::from_secs(90)).build().map_err(|error| error.to_string())
}

fn reqwest(client: &reqwest::Client, address: &str) -> Driver {
    let (client, url) = (client.clone(), url(address));
    driver(move || {
        let (client, url) = (client.clone(), url.clone());
        async move {
            let form = Form { return_live_balance: true, account_id: 1_000_001, api_key: KEY };
            let response =
                client.post(&url).form(&form).send().await.and_then(reqwest::Response::error_for_status);
            let decoded = response.map_err(|error| error.to_string())?.json::<PlainResponse>().await;
            decoded.map(|decoded| decoded.result.account_id).map_err(|error| error.to_string())
        }
    })
}

fn reqwest_kept(address: &str) -> Result<Driver> {
    let client = reqwest::Client::new();
    let url = reqwest::Url::parse(&url(address)).map_err(|error| error.to_string())?;
    Ok(driver(move || {
        let (client, url) = (client.clone(), url.clone());
        async move {
            let mut request = reqwest::Request::new(reqwest::Method::POST, url);
            *request.body_mut() = Some(reqwest::Body::from(Bytes::from_static(FORM)));
            let form_type = reqwest::header::HeaderValue::from_static(FORM_TYPE);
            request.headers_mut().insert(reqwest::header::CONTENT_TYPE, form_type);
            let response = client.execute(request).await.map_err(|error| error.to_string())?;
            read(&response.bytes().await.map_err(|error| error.to_string())?)
        }
    }))
}

fn hyper_util(address: &str) -> Result<Driver> {
    let client: HyperClient<HttpConnector, Full<Bytes>> =
        HyperClient::builder(TokioExecutor::new()).build(HttpConnector::new());
    let url: hyper::Uri =
        url(address).parse().map_err(|error: hyper::http::uri::InvalidUri| error.to_string())?;
    Ok(driver(move || {
        let (client, url) = (client.clone(), url.clone());
        async move {
            let request = hyper::Request::post(url).header("content-type", FORM_TYPE);
            let request =
                request.body(Full::new(Bytes::from_static(FORM))).map_err(|error| error.to_string())?;
            let response = client.request(request).await.map_err(|error| error.to_string())?;
            let body = response.into_body().collect().await.map_err(|error| error.to_string())?;
            read(&body.to_bytes())
        }
    }))
}

fn read(body: &[u8]) -> Result<u64> {
    let response: PlainResponse = serde_json::from_slice(body).map_err(|error| error.to_string())?;
    Ok(response.result.account_id)
}

/// Repeats calls, with one task for each call at a time.
pub(super) fn driver<C, F>(call: C) -> Driver
where
    C: Fn() -> F + Clone + Send + 'static,
    F: Future<Output = Result<u64>> + Send,
{
    Box::new(move |in_flight, calls| {
        let call = call.clone();
        Box::pin(async move {
            let tasks: Vec<_> = (0..in_flight)
                .map(|_| {
                    let call = call.clone();
                    tokio::spawn(async move {
                        for _ in 0..calls / in_flight {
                            call().await?;
                        }
                        Ok::<(), String>(())
                    })
                })
                .collect();
            for task in tasks {
                task.await.map_err(|error| error.to_string())??;
            }
            Ok(())
        })
    })
}
