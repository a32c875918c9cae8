//! Text messages in the sandbox, over real HTTP: paid from the balance and delivered by the clock.

use vox_accounts::prelude::*;
use vox_api::phone_numbers::GetPhoneNumbers;
use vox_api::sms::{
    A2pDeliveryStatus, A2pGetSmsHistory, A2pSendSms, A2pSmsHistory, ControlSms, GetSmsHistory,
    SendSmsMessage, SmsCommand, SmsHistory, SmsStatusId,
};
use vox_api::types::OutputFormat;
use vox_sandbox::{Level, NewAccount, Sandbox};

/// A phone number of New York, where text messages are supported.
const PHONE: &str = "12125550100";
const START: &str = "2026-01-10T12:00:00Z";

/// Sets the clock, so that the time that passes between the requests does not matter.
fn set_seconds(sandbox: &Sandbox, seconds: i64) {
    let start: Timestamp = START.parse().unwrap();
    sandbox.clock().set(Timestamp::from_second(start.as_second() + seconds).unwrap());
}

async fn sandbox() -> (Sandbox, Client) {
    let sandbox =
        Sandbox::builder().clock(START.parse().unwrap()).balance(10).phone(PHONE, 1).start().await.unwrap();
    let client = sandbox.client().unwrap();
    (sandbox, client)
}

fn message() -> SendSmsMessage {
    SendSmsMessage::builder().source(PHONE).destination("16501234567").sms_body("Hi").build()
}

fn to_all(numbers: &[&str]) -> A2pSendSms {
    let numbers: Vec<_> = numbers.iter().map(|number| (*number).to_owned()).collect();
    A2pSendSms::builder().src_number("Shop").dst_numbers(numbers).text("We are open").build()
}

fn control(number: &str, command: SmsCommand) -> ControlSms {
    ControlSms { phone_number: number.into(), command }
}

async fn balance(client: &Client) -> Decimal {
    GetAccountInfo::default().send(client).await.unwrap().result.balance.unwrap()
}

/// The messages of phone numbers.
async fn sms(client: &Client) -> Vec<SmsHistory> {
    GetSmsHistory::default().items(client).try_collect().await.unwrap()
}

/// The messages of applications.
async fn a2p(client: &Client) -> Vec<A2pSmsHistory> {
    A2pGetSmsHistory::default().items(client).try_collect().await.unwrap()
}

async fn counts(client: &Client) -> (usize, usize) {
    (sms(client).await.len(), a2p(client).await.len())
}

/// The code of the API's error for a request that satisfies all declared rules.
macro_rules! code {
    ($client:expr, $request:expr) => {
        $request.send($client).await.unwrap_err().code().expect("a rejection by the API").code()
    };
}

#[tokio::test]
async fn an_enabled_number_sends_messages() {
    let (sandbox, client) = sandbox().await;
    assert_eq!(code!(&client, message()), 386);
    control(PHONE, SmsCommand::Enable).send(&client).await.unwrap();
    let phones = GetPhoneNumbers::default().send(&client).await.unwrap().result;
    let enabled: Vec<_> = phones.iter().filter(|phone| phone.is_sms_enabled == Some(true)).collect();
    assert_eq!((enabled.len(), enabled[0].phone_number.as_deref()), (1, Some(PHONE)));

    set_seconds(&sandbox, 0);
    let sent = message().send(&client).await.unwrap();
    assert_eq!((sent.fragments_count, balance(&client).await), (Some(1), Decimal::new(9_999, 3)));
    set_seconds(&sandbox, 0);
    let waiting = sms(&client).await;
    assert_eq!((waiting.len(), waiting[0].message_id), (1, sent.message_id));
    assert_eq!(
        (waiting[0].status_id.clone(), waiting[0].cost),
        (Some(SmsStatusId::Waiting), Some(Decimal::new(1, 3)))
    );
    set_seconds(&sandbox, 60);
    assert_eq!(sms(&client).await[0].status_id, Some(SmsStatusId::Success));

    control(PHONE, SmsCommand::Disable).send(&client).await.unwrap();
    assert_eq!(code!(&client, message()), 386);
    assert!(sandbox.requests().iter().all(|request| request.level == Some(Level::Stateful)));
}

#[tokio::test]
async fn messages_of_applications_are_delivered() {
    let (sandbox, client) = sandbox().await;
    set_seconds(&sandbox, 0);
    let sent = to_all(&["16501234567", "911", "+16507654321"]).send(&client).await.unwrap();
    assert_eq!((sent.result.len(), sent.failed.len(), sent.failed[0].error_code), (2, 1, Some(506)));
    assert_eq!(balance(&client).await, Decimal::new(9_998, 3));
    for (seconds, expected) in [
        (0, A2pDeliveryStatus::Queued),
        (8, A2pDeliveryStatus::Dispatched),
        (60, A2pDeliveryStatus::Delivered),
    ] {
        set_seconds(&sandbox, seconds);
        let messages = a2p(&client).await;
        let statuses: Vec<_> = messages.into_iter().filter_map(|message| message.delivery_status).collect();
        assert_eq!(statuses, [expected.clone(), expected]);
    }
    // The other history has the messages of phone numbers only.
    assert_eq!(sms(&client).await.len(), 0);
    let request = A2pGetSmsHistory { output: Some(OutputFormat::Csv), ..Default::default() };
    let file = request.send(&client).await.unwrap().file().unwrap();
    assert_eq!(file.file_name(), Some("a2p_sms_history.csv"));
    let csv = file.bytes(10_000).await.unwrap();
    let csv = std::str::from_utf8(&csv).unwrap();
    assert!(csv.lines().count() == 3 && csv.contains(",Shop,16507654321,1,0.001,1,"), "{csv}");
}

#[tokio::test]
async fn rejected_messages_cost_nothing() {
    let (sandbox, client) = sandbox().await;
    control(PHONE, SmsCommand::Enable).send(&client).await.unwrap();
    assert_eq!(code!(&client, control("74951234567", SmsCommand::Enable)), 528);
    assert_eq!(code!(&client, control("16501234567", SmsCommand::Enable)), 121);
    assert_eq!(code!(&client, SendSmsMessage { source: "16501234567".into(), ..message() }), 422);
    assert_eq!(code!(&client, SendSmsMessage { destination: "911".into(), ..message() }), 423);
    assert_eq!(
        code!(&client, A2pSendSms { src_number: "A name too long".into(), ..to_all(&["16501234567"]) }),
        507
    );
    assert_eq!(code!(&client, to_all(&["911"])), 506);
    assert_eq!(code!(&client, GetSmsHistory { direction: Some("up".into()), ..Default::default() }), 470);
    assert_eq!(balance(&client).await, Decimal::TEN);
    sandbox.set_balance(sandbox.account_id(), 0);
    assert_eq!(code!(&client, message()), 127);
    assert_eq!(code!(&client, to_all(&["16501234567"])), 127);
    assert_eq!(a2p(&client).await.len(), 0);
}

#[tokio::test]
async fn accounts_see_only_their_own_messages() {
    let (sandbox, client) = sandbox().await;
    control(PHONE, SmsCommand::Enable).send(&client).await.unwrap();
    message().send(&client).await.unwrap();
    to_all(&["16501234567"]).send(&client).await.unwrap();
    let added = sandbox.add_account(NewAccount::new("stranger").balance(10)).unwrap();
    let credentials = ApiKey::by_id(added.account_id, added.api_key);
    let other = Client::builder().credentials(credentials).base_url(sandbox.base_url()).build().unwrap();

    assert_eq!((counts(&client).await, counts(&other).await), ((1, 1), (0, 0)));
    assert_eq!(code!(&other, message()), 422);
    assert_eq!(code!(&other, control(PHONE, SmsCommand::Disable)), 121);
    to_all(&["16501234567"]).send(&other).await.unwrap();
    assert_eq!((counts(&client).await, counts(&other).await), ((1, 1), (0, 1)));
    sandbox.reset();
    assert_eq!(counts(&client).await, (0, 0));
    assert_eq!(code!(&client, message()), 386);
}
