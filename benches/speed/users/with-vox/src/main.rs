//! One call with vox.

use vox_accounts::prelude::*;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let api_key = std::env::args().nth(1).unwrap_or_default();
    let client = Client::builder().credentials(ApiKey::by_id(1, api_key)).build()?;
    let account = GetAccountInfo { return_live_balance: Some(true) }.send(&client).await?.result;
    println!("{} {:?}", account.account_id, account.live_balance);
    Ok(())
}
