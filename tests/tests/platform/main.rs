//! Methods of every section but Accounts, declared as a contributor's crate declares them, with `vox_core` alone.
//!
//! `contract` compares each declaration with the API's contract, `calls` calls them over HTTP.

mod calls;
mod contract;
mod types;

pub mod users;
pub mod call_lists;
pub mod scenarios;
pub mod history;
pub mod phone_numbers;
pub mod sipregistration;
pub mod queues;
pub mod smart_queue;
pub mod skills;
pub mod regulation_address;
pub mod push_credentials;
pub mod dialogflow_credentials;
pub mod sms;
pub mod record_storages;
pub mod role_system;
pub mod key_value_storage;
pub mod invoices;
pub mod secrets;

use vox_core::meta::MethodMeta;

/// The methods of all sections.
fn methods() -> impl Iterator<Item = &'static MethodMeta> {
    [
        users::METHODS,
        call_lists::METHODS,
        scenarios::METHODS,
        history::METHODS,
        phone_numbers::METHODS,
        sipregistration::METHODS,
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
    .into_iter()
    .flatten()
    .copied()
}
