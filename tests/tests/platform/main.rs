//! The methods of `vox-api`, and of the sections that it does not have yet: declared as a contributor's crate declares them, with
//! `vox_core` alone.
//!
//! `contract` compares each declaration with the API's contract, `calls` calls them over HTTP.

mod calls;
mod contract;
mod sandbox;

pub mod accounts;
pub mod authorized_ips;
pub mod call_lists;
pub mod dialogflow_credentials;
pub mod invoices;
pub mod key_value_storage;
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

use vox_api::SECTIONS;
use vox_core::meta::MethodMeta;
use vox_core::methods::DeclaredMethod;

/// The lists of the sections that `vox-api` does not have.
fn lists() -> [&'static [DeclaredMethod]; 18] {
    [
        accounts::METHODS,
        authorized_ips::METHODS,
        users::METHODS,
        call_lists::METHODS,
        scenarios::METHODS,
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

/// The methods of all sections except Accounts, whose contract has a separate test.
fn declared() -> impl Iterator<Item = &'static DeclaredMethod> {
    let sections = SECTIONS.iter().filter(|section| section.feature != "accounts");
    sections.map(|section| section.methods).chain(lists()).flatten()
}

/// Their metadata.
fn methods() -> impl Iterator<Item = &'static MethodMeta> {
    declared().map(DeclaredMethod::meta)
}
