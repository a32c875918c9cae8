//! One call with async-stripe.

use stripe_core::balance::RetrieveForMyAccountBalance;

#[tokio::main]
async fn main() -> Result<(), stripe::StripeError> {
    let client = stripe::Client::new(std::env::args().nth(1).unwrap_or_default());
    let balance = RetrieveForMyAccountBalance::new().send(&client).await?;
    println!("{:?}", balance.available);
    Ok(())
}
