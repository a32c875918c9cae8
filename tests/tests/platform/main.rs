//! The methods of `vox-api`: `contract` compares each declaration with the API's contract, `calls` calls some over HTTP, and
//! `sandbox` plays them all.

mod calls;
mod contract;
mod sandbox;

use vox_api::{SECTIONS, Section};
use vox_core::meta::MethodMeta;
use vox_core::methods::DeclaredMethod;

/// The methods of all sections. Those of the reference page of Accounts have a separate contract, and a separate test.
fn declared() -> impl Iterator<Item = &'static DeclaredMethod> {
    let is_here = |method: &DeclaredMethod, section: &Section| {
        section.feature != "accounts" || method.name == "GetAccountVerifications"
    };
    SECTIONS
        .iter()
        .flat_map(move |section| section.methods.iter().filter(move |method| is_here(method, section)))
}

/// Their metadata.
fn methods() -> impl Iterator<Item = &'static MethodMeta> {
    declared().map(DeclaredMethod::meta)
}
