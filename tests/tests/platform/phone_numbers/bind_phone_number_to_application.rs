//! The method `BindPhoneNumberToApplication`.

use vox_core::prelude::*;

use crate::types::{Application, RuleInApplication};

/// Binds phone numbers to an application, or unbinds them.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "BindPhoneNumberToApplication",
    roles = [Owner, Admin, Developer],
    response = (),
    kind = write,
)]
pub struct BindPhoneNumberToApplication {
    /// Phone numbers.
    #[param(one_of)]
    pub phone: PhonesOrAll,
    /// An application.
    #[param(one_of)]
    pub application: Application,
    /// A rule.
    #[param(one_of)]
    pub rule: Option<RuleInApplication>,
    /// Whether the phone numbers are bound instead of unbound.
    #[param(default = true)]
    pub bind: Option<bool>,
}

/// Phone numbers.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "phone")]
pub enum PhonesOrAll {
    /// By ids.
    Id(IdList),
    /// By number.
    Number(Vec<String>),
}
