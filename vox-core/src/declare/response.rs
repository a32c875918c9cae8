//! What a method returns, as a type.

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::record::{DecodeContext, FieldContent, FieldValue, Record};
use crate::meta::ResponseMeta;

/// What a call may return: a structure with [`VoxRecord`](crate::VoxRecord), `()` for a method that returns nothing but its
/// acknowledgment, or any JSON as `serde_json::Value`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the response of a method",
    label = "not a response",
    note = "a response is a struct with `#[derive(VoxRecord)]`, or `()` where a method returns nothing but its acknowledgment"
)]
pub trait Response: Sized + Send + 'static {
    /// The response as data: it decides whether a response is a success, before decoding.
    const META: ResponseMeta;

    /// Reads the body of a response that is a success; `None` for null.
    ///
    /// # Errors
    /// The deserializer's, or one that the context made.
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        context: &mut DecodeContext,
    ) -> Result<Option<Self>, D::Error>;

    /// The response, ready to be written.
    fn content(&self) -> FieldContent<'_>;
}

#[diagnostic::do_not_recommend]
impl<T: Record + Send + 'static> Response for T {
    const META: ResponseMeta = ResponseMeta::Record(T::META);

    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        context: &mut DecodeContext,
    ) -> Result<Option<Self>, D::Error> {
        <T as FieldValue>::read(deserializer, context)
    }

    fn content(&self) -> FieldContent<'_> {
        FieldContent::record(self)
    }
}

#[diagnostic::do_not_recommend]
impl Response for () {
    const META: ResponseMeta = ResponseMeta::Nothing;

    /// The acknowledgment was checked before.
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        _: &mut DecodeContext,
    ) -> Result<Option<Self>, D::Error> {
        serde::de::IgnoredAny::deserialize(deserializer).map(|_| Some(()))
    }

    fn content(&self) -> FieldContent<'_> {
        FieldContent::ABSENT
    }
}

#[diagnostic::do_not_recommend]
impl Response for Value {
    const META: ResponseMeta = ResponseMeta::Json;

    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        context: &mut DecodeContext,
    ) -> Result<Option<Self>, D::Error> {
        <Self as FieldValue>::read(deserializer, context)
    }

    /// Masked as a whole in logs: no declaration says which of its members are secrets.
    fn content(&self) -> FieldContent<'_> {
        FieldContent::undeclared(self)
    }
}
