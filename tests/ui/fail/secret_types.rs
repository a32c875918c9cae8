//! Secrets of types that `{:?}` prints.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = (), kind = write)]
pub struct SetThing {
    /// A number.
    #[param(secret = true)]
    pub pin: u64,
    /// A flag.
    #[param(secret = true)]
    pub flag: Option<bool>,
    /// Money.
    #[param(secret = true)]
    pub balance: Decimal,
    /// Ids.
    #[param(secret = true)]
    pub ids: IdList,
    /// Strings.
    #[param(secret = true)]
    pub names: Vec<String>,
}

/// A record.
#[derive(VoxRecord)]
pub struct Thing {
    /// A number.
    #[field(secret = true)]
    pub pin: Option<u64>,
    /// Numbers.
    #[field(secret = true)]
    pub pins: Vec<u64>,
}

fn main() {}
