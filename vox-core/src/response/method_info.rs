//! The method of a call, declared or undeclared.

use std::borrow::Cow;

use crate::meta::{Ack, CredentialsIn, Kind, MethodMeta, ResponseMeta};

/// The method of a call, declared or undeclared, as far as requests, responses and errors need it.
#[derive(Debug, Clone)]
pub(crate) struct MethodInfo {
    #[cfg_attr(not(feature = "client"), allow(dead_code))]
    pub(crate) name: Cow<'static, str>,
    pub(crate) kind: Kind,
    #[cfg_attr(not(feature = "client"), allow(dead_code))]
    pub(crate) credentials: CredentialsIn,
    pub(crate) success: SuccessCriteria,
}

/// What a response of the method must hold to be a success.
#[derive(Debug, Clone)]
pub(crate) enum SuccessCriteria {
    /// The response and the acknowledgment of the declaration.
    Declared { response: ResponseMeta, ack: Option<Ack> },
    /// The member with this name, or one that the API usually returns: `result` or `results`.
    #[cfg_attr(not(feature = "client"), allow(dead_code))]
    Undeclared { member: Option<Cow<'static, str>> },
    /// The content of a URL that is no method: any file.
    #[cfg_attr(not(feature = "client"), allow(dead_code))]
    Url,
}

impl SuccessCriteria {
    /// Whether a success may be a file. For an undeclared method, judging decides.
    pub(super) fn may_be_file(&self) -> bool {
        match self {
            Self::Declared { response, .. } => response.may_be_file(),
            Self::Undeclared { .. } => false,
            Self::Url => true,
        }
    }

    /// Whether JSON that is no error is a file, too.
    pub(crate) fn is_always_file(&self) -> bool {
        matches!(self, Self::Url | Self::Declared { response: ResponseMeta::File, .. })
    }
}

impl From<&MethodMeta> for MethodInfo {
    fn from(method: &MethodMeta) -> Self {
        Self {
            name: Cow::Borrowed(method.name),
            kind: method.kind,
            credentials: method.credentials,
            success: SuccessCriteria::Declared { response: method.response, ack: method.ack },
        }
    }
}
