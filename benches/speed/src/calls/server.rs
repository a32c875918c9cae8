//! The server: a separate process, so that its CPU time is not counted.

use std::convert::Infallible;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;
use vox_sandbox::Sandbox;

use crate::Result;
use crate::tasks::decode::account;

/// The address and the credentials of a server.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Facts {
    pub(super) address: String,
    /// The credentials file and the certificate of a server with TLS.
    pub(super) credentials: String,
    pub(super) certificate: String,
}

/// A server that runs until this is dropped.
pub(super) struct Process {
    child: Child,
    pub(super) facts: Facts,
}

impl Process {
    pub(super) fn start(with_tls: bool) -> Result<Self> {
        let this = std::env::current_exe().map_err(|error| error.to_string())?;
        let mut command = Command::new(this);
        command.arg("serve").args(with_tls.then_some("--tls"));
        let mut child = command
            .stdout(Stdio::piped())
            .stdin(Stdio::piped())
            .spawn()
            .map_err(|error| error.to_string())?;
        let mut line = String::new();
        let output = child.stdout.take().ok_or("the server says nothing")?;
        BufReader::new(output).read_line(&mut line).map_err(|error| error.to_string())?;
        let facts =
            serde_json::from_str(&line).map_err(|error| format!("the server said `{line}`: {error}"))?;
        Ok(Self { child, facts })
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Serves until its input ends, which happens when its parent ends.
pub(crate) fn serve(with_tls: bool) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error| error.to_string())?.block_on(async {
        let server = async { if with_tls { serve_sandbox().await } else { serve_constant_response().await } };
        tokio::select! {
            result = server => result,
            _ = tokio::task::spawn_blocking(|| std::io::stdin().read_line(&mut String::new())) => Ok(()),
        }
    })
}

/// Responds to every request with the same body, at minimal cost.
async fn serve_constant_response() -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await.map_err(|error| error.to_string())?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    print(&Facts {
        address: format!("http://{address}"),
        credentials: String::new(),
        certificate: String::new(),
    })?;
    let body = Bytes::from(format!(r#"{{"result":{},"api_address":"api.voximplant.com"}}"#, account(0)));
    loop {
        let (stream, _) = listener.accept().await.map_err(|error| error.to_string())?;
        stream.set_nodelay(true).map_err(|error| error.to_string())?;
        let body = body.clone();
        let service = service_fn(move |request| respond(request, body.clone()));
        let connection = hyper::server::conn::http1::Builder::new();
        tokio::spawn(connection.serve_connection(TokioIo::new(stream), service));
    }
}

async fn respond(
    request: Request<Incoming>,
    body: Bytes,
) -> std::result::Result<Response<Full<Bytes>>, Infallible> {
    // Responds only to a complete request.
    let _ = request.into_body().collect().await;
    let mut response = Response::new(Full::new(body));
    response
        .headers_mut()
        .insert("content-type", hyper::header::HeaderValue::from_static("application/json"));
    Ok(response)
}

async fn serve_sandbox() -> Result<()> {
    let sandbox = Sandbox::builder().tls().start().await.map_err(|error| error.to_string())?;
    print(&Facts {
        address: sandbox.base_url(),
        credentials: sandbox.credentials_json(),
        certificate: sandbox.certificate_pem().unwrap_or_default().to_owned(),
    })?;
    std::future::pending().await
}

fn print(facts: &Facts) -> Result<()> {
    println!("{}", serde_json::to_string(facts).map_err(|error| error.to_string())?);
    Ok(())
}
