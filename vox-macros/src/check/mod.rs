//! Second stage: raw models to checked models. Finds every mistake that concerns more than one value.

mod across;
mod bounds;
pub(crate) mod choice;
mod default;
pub(crate) mod enumeration;
pub(crate) mod method;
mod names;
mod param;
pub(crate) mod record;
mod rules;
mod secret;
mod types;

use syn::{Path, parse_quote};

use crate::syntax::keys::Given;
use crate::syntax::values::CratePath;

/// The path of `vox-core`: as declared, or its name.
fn krate(given: Option<&Given<CratePath>>) -> Path {
    given.map_or_else(|| parse_quote!(::vox_core), |path| path.value.0.clone())
}
