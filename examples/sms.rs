//! Sends text messages, sees a phone number rejected and money run out, and follows the delivery in the history.
//!
//! `cargo run --example sms` talks to a sandbox inside this process, which sends nothing.

use std::error::Error;
use std::time::Duration;

use vox_api::prelude::*;
use vox_api::sms::{
    A2pDeliveryStatus, A2pGetSmsHistory, A2pSendSms, ControlSms, GetSmsHistory, SendSmsMessage, SmsCommand,
    SmsStatusId,
};
use vox_api::vox_core::ErrorCode;
use vox_sandbox::Sandbox;

/// A phone number of the account.
const PHONE: &str = "12125550100";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    // Against the real API: `Client::builder().credentials(ServiceAccount::from_env()?).build()?`. There, the account rents the
    // phone number before, and each message costs money.
    let sandbox = Sandbox::builder().phone(PHONE, 1).start().await?;
    let client = sandbox.client()?;
    one_message(&client, &sandbox).await?;
    many_messages(&client, &sandbox).await?;
    no_money(&client, &sandbox).await
}

/// Sends a message from a phone number of the account.
async fn one_message(client: &Client, sandbox: &Sandbox) -> Result<(), Box<dyn Error>> {
    // A phone number sends messages only after they were enabled, once.
    ControlSms { phone_number: PHONE.into(), command: SmsCommand::Enable }.send(client).await?;
    let message =
        SendSmsMessage::builder().source(PHONE).destination("16501234567").sms_body("Your code is 1234");
    let sent = message.send(client).await?;
    println!("sent the message {:?} in {:?} part", sent.message_id, sent.fragments_count);

    // Against the real API, sleep for some seconds and look again. The clock of the sandbox is set instead.
    sandbox.clock().advance(Duration::from_secs(5));
    let request = GetSmsHistory { message_id: sent.message_id.map(|id| vec![id]), ..Default::default() };
    let message = request.items(client).next().await.ok_or("the history lacks the message")??;
    println!("  status {:?}, cost {:?}", message.status_id, message.cost);
    if message.status_id == Some(SmsStatusId::Success) { Ok(()) } else { Err("it was not sent".into()) }
}

/// Sends one text to several phone numbers, in the name of a sender id. The vendor's support installs the sender id for a real
/// account.
async fn many_messages(client: &Client, sandbox: &Sandbox) -> Result<(), Box<dyn Error>> {
    let numbers = vec!["16501234567".into(), "911".into(), "16507654321".into()];
    let request = A2pSendSms::builder().src_number("Shop").dst_numbers(numbers).text("We are open");
    let sent = request.send(client).await?;
    // The call is a success even if some of the phone numbers were rejected.
    for failed in &sent.failed {
        println!("no message to {:?}: {:?}", failed.destination_number, failed.error_description);
    }

    sandbox.clock().advance(Duration::from_secs(10));
    let ids: Vec<_> = sent.result.iter().filter_map(|message| message.message_id).collect();
    let request = A2pGetSmsHistory { message_id: Some(ids.clone()), ..Default::default() };
    let mut delivered = 0;
    let mut messages = request.items(client);
    while let Some(message) = messages.next().await {
        let message = message?;
        println!("  {:?}: {:?}", message.destination_number, message.delivery_status);
        delivered += usize::from(message.delivery_status == Some(A2pDeliveryStatus::Delivered));
    }
    if delivered == ids.len() { Ok(()) } else { Err("a message was not delivered".into()) }
}

/// Sends a message that the account cannot pay for.
async fn no_money(client: &Client, sandbox: &Sandbox) -> Result<(), Box<dyn Error>> {
    sandbox.set_balance(sandbox.account_id(), 0);
    let message = SendSmsMessage::builder().source(PHONE).destination("16501234567").sms_body("Hello");
    match message.send(client).await {
        Err(error) if error.code() == Some(ErrorCode::INSUFFICIENT_MONEY) => {
            println!("rejected: {error}");
            Ok(())
        }
        Err(error) => Err(error.into()),
        Ok(_) => Err("the message was sent without money".into()),
    }
}
