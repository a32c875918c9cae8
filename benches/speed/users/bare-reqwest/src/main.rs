//! One call with reqwest and serde.

use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct Form {
    account_id: u64,
    api_key: String,
    return_live_balance: bool,
}

#[derive(Deserialize)]
struct AccountResponse {
    result: Account,
}

#[derive(Deserialize)]
struct Account {
    account_id: u64,
    live_balance: Option<f64>,
}

#[tokio::main]
async fn main() -> Result<(), reqwest::Error> {
    let api_key = std::env::args().nth(1).unwrap_or_default();
    let form = Form { account_id: 1, api_key, return_live_balance: true };
    let response: AccountResponse = reqwest::Client::new()
        .post("https://api.voximplant.com/platform_api/GetAccountInfo")
        .form(&form)
        .send()
        .await?
        .error_for_status()?
        .json()
        .await?;
    println!("{} {:?}", response.result.account_id, response.result.live_balance);
    Ok(())
}
