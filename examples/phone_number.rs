//! The life of a phone number: find one on offer, rent it, set where its text messages go, and give it back.
//!
//! `cargo run --example phone_number` talks to a sandbox inside this process. With `VOXIMPLANT_CREDENTIALS` set to a
//! service account's credentials file it talks to the real API instead, where renting spends money, so it only reads.

use std::error::Error;

use vox_api::accounts::GetAccountInfo;
use vox_api::phone_numbers::{
    AttachPhoneNumber, DeactivatePhoneNumber, GetNewPhoneNumbers, GetPhoneNumberRegions, GetPhoneNumbers,
    NumbersToAttach, PhonesOrAll, SetPhoneNumberInfo,
};
use vox_api::prelude::*;
use vox_sandbox::Sandbox;

const COUNTRY: &str = "US";
const CATEGORY: &str = "GEOGRAPHIC";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    if std::env::var_os("VOXIMPLANT_CREDENTIALS").is_some() {
        let client = Client::builder().credentials(ServiceAccount::from_env()?).build()?;
        println!("Talking to the real API, reading only.");
        find(&client).await?;
        return list(&client).await;
    }
    let sandbox = Sandbox::start().await?;
    let client = sandbox.client()?;
    println!("Talking to a sandbox at {}.", sandbox.base_url());
    let number = find(&client).await?;
    let id = rent(&client, &number).await?;
    list(&client).await?;
    give_back(&client, id).await?;
    list(&client).await
}

/// Finds the first phone number on offer, in the cheapest region of the country.
async fn find(client: &Client) -> Result<String, Box<dyn Error>> {
    let request = GetPhoneNumberRegions::builder()
        .country_code(COUNTRY)
        .phone_category_name(CATEGORY)
        .omit_empty(true)
        .build();
    let regions = request.send(client).await?.result;
    println!("\nRegions in {COUNTRY}");
    for region in &regions {
        println!(
            "  {:<16} {:>6} phone numbers at {} {} a month",
            region.phone_region_name.as_deref().unwrap_or("-"),
            region.phone_count.unwrap_or_default(),
            region.account_price.unwrap_or_default(),
            region.account_currency.as_deref().unwrap_or(""),
        );
    }

    let cheapest = regions.iter().min_by_key(|region| region.account_price).ok_or("there is no region")?;
    let request = GetNewPhoneNumbers {
        country_code: Some(COUNTRY.into()),
        phone_category_name: Some(CATEGORY.into()),
        phone_region_id: cheapest.phone_region_id,
        count: Some(1),
        ..Default::default()
    };
    let offer = request.send(client).await?.result.into_iter().next().ok_or("no phone number is on offer")?;
    let number = offer.phone_number.ok_or("the offer has no phone number")?;
    println!("  {number} is on offer");
    Ok(number)
}

/// Rents a phone number, and has its text messages sent to a URL. Returns the phone number's id.
async fn rent(client: &Client, number: &str) -> Result<u64, Box<dyn Error>> {
    println!("\nRenting {number}");
    let numbers = Some(NumbersToAttach::Number(vec![number.to_owned()]));
    let rented = AttachPhoneNumber { numbers, ..Default::default() }.send(client).await?.phone_numbers;
    let id = rented.first().and_then(|phone| phone.phone_id).ok_or("the response has no id")?;
    SetPhoneNumberInfo::builder()
        .phone(PhonesOrAll::Id([id].into()))
        .incoming_sms_callback_url("https://example.com/sms")
        .send(client)
        .await?;
    println!("  it has the id {id}");
    Ok(id)
}

/// Gives a phone number back. The price of its month is not refunded.
async fn give_back(client: &Client, id: u64) -> Result<(), Box<dyn Error>> {
    println!("\nGiving the phone number {id} back");
    DeactivatePhoneNumber { phone: PhonesOrAll::Id([id].into()) }.send(client).await?;
    Ok(())
}

/// Lists the phone numbers that the account rents, and its balance.
async fn list(client: &Client) -> Result<(), Box<dyn Error>> {
    println!("\nPhone numbers of the account");
    let request = GetPhoneNumbers::default();
    let mut phones = request.items(client);
    while let Some(phone) = phones.next().await {
        let phone = phone?;
        println!(
            "  {:<14} {:<12} text messages to {}",
            phone.phone_number.as_deref().unwrap_or("-"),
            phone.phone_next_renewal.map_or_else(|| "-".to_owned(), |day| format!("until {day}")),
            phone.incoming_sms_callback_url.as_deref().unwrap_or("nowhere"),
        );
    }
    let account = GetAccountInfo::default().send(client).await?.result;
    let balance = account.balance.map_or_else(|| "-".to_owned(), |balance| balance.to_string());
    println!("  balance: {balance} {}", account.currency.as_deref().unwrap_or(""));
    Ok(())
}
