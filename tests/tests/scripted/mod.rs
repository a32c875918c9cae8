//! A server that does what a test says, one request to a connection.
#![allow(dead_code, reason = "each test uses a part of it")]

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What happens to a request once it was read.
#[derive(Clone)]
pub(crate) enum Step {
    /// An answer with this status, these header lines and this body.
    Answer(u16, &'static str, String),
    /// The connection is closed without an answer.
    Close,
    /// Nothing comes.
    Silence,
}

impl Step {
    /// A good answer.
    pub(crate) fn ok(body: &str) -> Self {
        Self::Answer(200, "", body.to_owned())
    }

    /// An error of the API.
    pub(crate) fn error(code: u32) -> Self {
        Self::ok(&format!(r#"{{"error": {{"code": {code}, "msg": "No"}}}}"#))
    }

    /// An empty answer with this status.
    pub(crate) fn status(status: u16) -> Self {
        Self::Answer(status, "", String::new())
    }
}

/// A running server.
pub(crate) struct Scripted {
    pub(crate) url: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Scripted {
    /// Answers the first request by the first step and so on; the last step is for all that follow.
    pub(crate) async fn start(steps: impl IntoIterator<Item = Step>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::<Mutex<Vec<String>>>::default();
        let steps: Vec<_> = steps.into_iter().collect();
        let seen = Arc::clone(&requests);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (steps, seen) = (steps.clone(), Arc::clone(&seen));
                tokio::spawn(serve(stream, steps, seen));
            }
        });
        Self { url, requests }
    }

    /// The requests that came, heads and bodies.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

async fn serve(mut stream: TcpStream, steps: Vec<Step>, seen: Arc<Mutex<Vec<String>>>) {
    let Some(request) = read(&mut stream).await else { return };
    let number = {
        let mut seen = seen.lock().unwrap();
        seen.push(request);
        seen.len()
    };
    match &steps[number.min(steps.len()) - 1] {
        Step::Close => {}
        Step::Silence => std::future::pending().await,
        Step::Answer(status, headers, body) => {
            let length = body.len();
            let head = format!("HTTP/1.1 {status} Said\r\nconnection: close\r\ncontent-length: {length}\r\n");
            let _ = stream.write_all(format!("{head}{headers}\r\n{body}").as_bytes()).await;
        }
    }
}

/// A whole request; nothing where the connection ends before.
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
