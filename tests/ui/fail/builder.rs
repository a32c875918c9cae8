//! Mistakes in a call through the builder.

use vox_accounts::prelude::*;

fn one_parameter_is_forgotten(client: &Client) {
    let _ = AddAccount::builder()
        .parent(ParentAccount::Id(1))
        .parent_auth(ParentAuth::ApiKey("key".into()))
        .account_name("child-one")
        .account_email("child@example.com")
        .send(client);
}

fn two_parameters_are_forgotten() {
    let _ = AddAccount::builder()
        .parent(ParentAccount::Id(1))
        .account_name("child-one")
        .account_password("Str0ng!pass")
        .build();
}

fn a_required_parameter_is_set_twice() {
    let _ = AddAccount::builder().account_name("child-one").account_name("child-two");
}

fn a_parameter_has_the_wrong_type() {
    let _ = AddAccount::builder().parent(1);
    let _ = AddAccount::builder().active("yes");
}

fn no_such_parameter() {
    let _ = AddAccount::builder().acount_name("child-one");
}

fn a_value_in_an_option() {
    let _ = AddAccount::builder().active(Some(true));
}

fn a_number_below_zero() {
    let _ = GetChildrenAccounts::builder().count(-5);
}

async fn a_builder_is_no_call() {
    let _ = GetAccountInfo::builder().await;
}

fn main() {}
