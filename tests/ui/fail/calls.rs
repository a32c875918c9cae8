//! Mistakes in a call through the struct literal.

use vox_accounts::prelude::*;

fn no_client() {
    let _ = GetAccountInfo::default().send();
}

fn not_a_client() {
    let _ = GetAccountInfo::default().send("https://api.voximplant.com");
}

fn a_client_by_value(client: Client) {
    let _ = GetAccountInfo::default().send(client);
}

fn a_required_parameter_has_no_default() {
    let _ = ChangeAccountPlan { plan_subscription_template_id: Some(5), ..Default::default() };
}

fn no_such_parameter() {
    let _ = GetAccountInfo { return_balance: Some(true) };
}

fn an_optional_parameter_without_some() {
    let _ = GetAccountInfo { return_live_balance: true };
}

fn a_forgotten_await(client: &Client) -> Option<u64> {
    let info = GetAccountInfo::default().send(client);
    Some(info.result.account_id)
}

async fn a_blocking_client_is_not_awaited(client: &blocking::Client) {
    let _ = GetAccountInfo::default().send(client).await;
}

fn a_literal_names_all_parameters() {
    let _ = ChangeAccountPlan { plan_subscription_template_id: Some(5) };
}

fn sent_by_the_client(client: &Client) {
    let _ = client.send(GetAccountInfo::default());
}

fn main() {}
