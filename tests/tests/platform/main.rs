//! Methods of every section, declared as a contributor's crate declares them, with `vox_core` alone.
//!
//! `contract` compares each declaration with the API's contract, `calls` calls them over HTTP.

mod calls;
mod contract;
mod sandbox;
mod types;

pub mod accounts;
pub mod authorized_ips;
pub mod call_lists;
pub mod dialogflow_credentials;
pub mod history;
pub mod invoices;
pub mod key_value_storage;
pub mod phone_numbers;
pub mod push_credentials;
pub mod queues;
pub mod record_storages;
pub mod regulation_address;
pub mod role_system;
pub mod scenarios;
pub mod secrets;
pub mod sip_registration;
pub mod skills;
pub mod smart_queue;
pub mod sms;
pub mod users;

use vox_core::meta::MethodMeta;
use vox_core::methods::DeclaredMethod;

/// The lists of all sections.
fn lists() -> [&'static [DeclaredMethod]; 20] {
    [
        accounts::METHODS,
        authorized_ips::METHODS,
        users::METHODS,
        call_lists::METHODS,
        scenarios::METHODS,
        history::METHODS,
        phone_numbers::METHODS,
        sip_registration::METHODS,
        queues::METHODS,
        smart_queue::METHODS,
        skills::METHODS,
        regulation_address::METHODS,
        push_credentials::METHODS,
        dialogflow_credentials::METHODS,
        sms::METHODS,
        record_storages::METHODS,
        role_system::METHODS,
        key_value_storage::METHODS,
        invoices::METHODS,
        secrets::METHODS,
    ]
}

/// The methods of all sections.
fn declared() -> impl Iterator<Item = &'static DeclaredMethod> {
    lists().into_iter().flatten()
}

/// Their metadata.
fn methods() -> impl Iterator<Item = &'static MethodMeta> {
    declared().map(DeclaredMethod::meta)
}
