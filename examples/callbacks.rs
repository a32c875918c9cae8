//! Account callbacks, received, checked and printed.
//!
//! `cargo run --example callbacks -- 127.0.0.1:8090` serves `POST /callbacks` until it is stopped. Set
//! `SetAccountInfo.callback_url` to a public HTTPS address of this server, and the environment variables `CALLBACK_SALT`
//! and `VOXIMPLANT_API_KEY`. Without an address, the program posts valid, forged and malformed callbacks to itself.

use std::env;
use std::error::Error;
use std::net::SocketAddr;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use vox_accounts::callbacks::{AccountCallback, AccountCallbacks, CallbackPayload};
use vox_accounts::vox_core::Secret;

/// The secrets that verify the hash of each callback.
#[derive(Debug, Clone)]
struct Account {
    salt: Secret,
    api_key: Secret,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    match env::args().nth(1) {
        Some(address) => {
            let api_key = env::var("VOXIMPLANT_API_KEY").map_err(|_| "set VOXIMPLANT_API_KEY")?;
            // An account without a salt has an empty one.
            let salt = env::var("CALLBACK_SALT").unwrap_or_default();
            let account = Account { salt: salt.into(), api_key: api_key.into() };
            let listener = TcpListener::bind(address).await?;
            println!("Waiting for callbacks at http://{}/callbacks.", listener.local_addr()?);
            Ok(axum::serve(listener, app(account)).await?)
        }
        None => demonstrate().await,
    }
}

fn app(account: Account) -> Router {
    Router::new().route("/callbacks", post(receive)).with_state(account)
}

/// Handles all callbacks of a request, or none.
async fn receive(State(account): State<Account>, body: Bytes) -> StatusCode {
    let callbacks = match AccountCallbacks::from_json(&body) {
        Ok(AccountCallbacks { callbacks, .. }) => callbacks,
        Err(error) => {
            println!("  rejected: {error}");
            return StatusCode::BAD_REQUEST;
        }
    };
    for callback in &callbacks {
        if let Err(error) = callback.verify(&account.salt, &account.api_key) {
            println!("  rejected: callback {}: {error}", callback.callback_id);
            return StatusCode::FORBIDDEN;
        }
    }
    callbacks.iter().for_each(print);
    StatusCode::OK
}

fn print(callback: &AccountCallback) {
    let account = callback.account_name.as_deref().unwrap_or("-");
    print!("  {} {account}: ", callback.callback_id);
    match &callback.payload {
        CallbackPayload::MinBalance(_) => {
            let balance = callback.balance.unwrap_or_default();
            println!("the balance is low: {balance} {}", callback.currency.as_deref().unwrap_or(""));
        }
        CallbackPayload::SmsInbound(sms) => {
            println!("an SMS from {}", sms.source_number.as_deref().unwrap_or("an unknown number"));
        }
        CallbackPayload::AccountIsFrozen => println!("the account is frozen"),
        CallbackPayload::Other { kind, payload } => println!("{kind}, an unknown type: {payload}"),
        other => println!("{other:?}"),
    }
}

/// A request with three callbacks of account 1, whose salt is `a salt` and whose API key is `the key`.
const SAMPLE: &str = r#"{"callbacks": [
    {"callback_id": 42, "type": "min_balance", "account_id": 1, "hash": "e4cfb3b6c70924901b4dd6ecccdb067f",
     "account_name": "acme", "balance": 4.98, "currency": "USD",
     "min_balance": {"is_min_credit": false, "is_repeated": false}},
    {"callback_id": 43, "type": "card_payment", "account_id": 1, "hash": "335d189af120f994c4f5ca4acc474531",
     "account_name": "acme", "balance": 104.98, "currency": "USD",
     "card_payment": {"transaction_id": 7, "transaction_type": "card", "amount": 100}},
    {"callback_id": 44, "type": "not_known_yet", "account_id": 1, "hash": "2b73024d0785189974e5dbab9821dd60",
     "account_name": "acme", "not_known_yet": {"values": [42]}}
]}"#;

/// Serves on a free port of this machine and posts to it.
async fn demonstrate() -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let account = Account { salt: "a salt".into(), api_key: "the key".into() };
    let server = tokio::spawn(axum::serve(listener, app(account)).into_future());

    println!("A request with three callbacks");
    expect(&post_to(address, SAMPLE).await?, "200 OK")?;
    println!("\nThe same with a forged id");
    expect(&post_to(address, &SAMPLE.replace("42,", "45,")).await?, "403 Forbidden")?;
    println!("\nSomething else");
    expect(&post_to(address, "hello").await?, "400 Bad Request")?;

    server.abort();
    Ok(())
}

fn expect(status: &str, expected: &str) -> Result<(), String> {
    println!("  responded with {status}");
    if status == expected { Ok(()) } else { Err(format!("expected {expected}, found {status}")) }
}

/// Posts like the platform, and returns the status of the response.
async fn post_to(address: SocketAddr, json: &str) -> Result<String, Box<dyn Error>> {
    let mut stream = TcpStream::connect(address).await?;
    let request = format!(
        "POST /callbacks HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{json}",
        json.len()
    );
    stream.write_all(request.as_bytes()).await?;
    let mut response = String::new();
    stream.read_to_string(&mut response).await?;
    let line = response.lines().next().unwrap_or_default();
    Ok(line.strip_prefix("HTTP/1.1 ").unwrap_or(line).to_owned())
}
