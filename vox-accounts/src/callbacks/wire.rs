//! The wire format of callbacks, before their payloads are read.

use std::borrow::Cow;

use vox_core::error::DecodeError;
use vox_core::meta::FieldType;
use vox_core::value::{FieldContent, FieldValue, ValueReader};
use vox_core::{Decimal, VoxRecord};

use super::payload;
use crate::LanguageCode;

/// The body of a request. The list is required.
#[derive(VoxRecord)]
pub(super) struct AccountCallbacks {
    pub(super) callbacks: RawList,
}

/// The fields of all callbacks.
#[derive(VoxRecord)]
pub(super) struct AccountCallback {
    pub(super) callback_id: u64,
    #[field(name = "type")]
    pub(super) kind: String,
    pub(super) account_id: u64,
    pub(super) hash: String,
    pub(super) account_name: Option<String>,
    pub(super) account_email: Option<String>,
    pub(super) language_code: Option<LanguageCode>,
    pub(super) account_first_name: Option<String>,
    pub(super) account_last_name: Option<String>,
    pub(super) balance: Option<Decimal>,
    pub(super) currency: Option<String>,
}

/// A list of JSON values, without nulls.
pub(super) struct RawList(pub(super) Vec<Raw>);

impl FieldValue for RawList {
    fn blank() -> Self {
        Self(Vec::new())
    }

    fn field_type() -> FieldType {
        FieldType::List(Box::new(FieldType::Any))
    }

    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        Ok(Vec::read(json)?.map(Self))
    }

    fn content(&self) -> FieldContent<'_> {
        FieldContent::list(&self.0)
    }
}

/// The text of a JSON value. Its numbers keep all digits, so that amounts are exact.
pub(super) struct Raw(pub(super) Box<str>);

impl FieldValue for Raw {
    const NESTED: bool = false;

    fn blank() -> Self {
        Self("null".into())
    }

    fn field_type() -> FieldType {
        FieldType::Any
    }

    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        let json = json.json()?;
        Ok((json != "null").then(|| Self(json.into())))
    }

    fn content(&self) -> FieldContent<'_> {
        FieldContent::json(Cow::Owned(payload::value(&self.0)))
    }
}
