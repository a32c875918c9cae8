//! Phone numbers of the account.

use vox_core::prelude::*;

/// Phone numbers of the account, or all of them.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "phone")]
pub enum PhonesOrAll {
    /// By ids, or all.
    Id(IdList),
    /// By the numbers themselves.
    Number(Vec<String>),
}
