//! A server that plays a script of steps, one request to a connection.
#![allow(dead_code, reason = "each test uses a part of it")]

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// The reaction to a request.
#[derive(Clone)]
pub(crate) enum Step {
    /// Responds with this status, these header lines and this body.
    Respond(u16, &'static str, String),
    /// Closes the connection without a response.
    Close,
    /// Keeps the connection open without a response.
    Silence,
}

impl Step {
    /// A good response.
    pub(crate) fn ok(body: &str) -> Self {
        Self::Respond(200, "", body.to_owned())
    }

    /// An error of the API.
    pub(crate) fn error(code: u32) -> Self {
        Self::ok(&format!(r#"{{"error": {{"code": {code}, "msg": "No"}}}}"#))
    }

    /// An empty response with this status.
    pub(crate) fn status(status: u16) -> Self {
        Self::Respond(status, "", String::new())
    }
}

/// A running server.
pub(crate) struct ScriptedServer {
    pub(crate) url: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl ScriptedServer {
    /// Plays the first step for the first request and so on, then repeats the last step.
    pub(crate) async fn start(steps: impl IntoIterator<Item = Step>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::<Mutex<Vec<String>>>::default();
        let steps: Vec<_> = steps.into_iter().collect();
        let received = Arc::clone(&requests);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (steps, received) = (steps.clone(), Arc::clone(&received));
                tokio::spawn(serve(stream, steps, received));
            }
        });
        Self { url, requests }
    }

    /// The requests that arrived, headers and bodies.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

async fn serve(mut stream: TcpStream, steps: Vec<Step>, received: Arc<Mutex<Vec<String>>>) {
    let Some(request) = read(&mut stream).await else { return };
    let number = {
        let mut received = received.lock().unwrap();
        received.push(request);
        received.len()
    };
    match &steps[number.min(steps.len()) - 1] {
        Step::Close => {}
        Step::Silence => std::future::pending().await,
        Step::Respond(status, headers, body) => {
            let length = body.len();
            let head =
                format!("HTTP/1.1 {status} Scripted\r\nconnection: close\r\ncontent-length: {length}\r\n");
            let _ = stream.write_all(format!("{head}{headers}\r\n{body}").as_bytes()).await;
        }
    }
}

/// A complete request; `None` if the connection ends before.
async fn read(stream: &mut TcpStream) -> Option<String> {
    let mut request = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&request).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
            if length.is_none_or(|length| length.parse::<usize>().unwrap() <= body.len()) {
                return Some(text);
            }
        }
        match stream.read(&mut piece).await {
            Ok(0) | Err(_) => return None,
            Ok(length) => request.extend_from_slice(&piece[..length]),
        }
    }
}
