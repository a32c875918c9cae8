//! What a call knows of its method.

use std::borrow::Cow;

use crate::{CredentialsIn, Kind, MethodMeta};

/// The method of a call, declared or not: what requests, answers and errors need of it.
#[derive(Debug, Clone)]
pub(crate) struct Called {
    pub(crate) name: Cow<'static, str>,
    pub(crate) kind: Kind,
    #[cfg_attr(not(feature = "client"), allow(dead_code))]
    pub(crate) credentials: CredentialsIn,
}

impl From<&MethodMeta> for Called {
    fn from(method: &MethodMeta) -> Self {
        Self { name: Cow::Borrowed(method.name), kind: method.kind, credentials: method.credentials }
    }
}
