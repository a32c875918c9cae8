//! What a call returns.

use crate::Record;
use crate::meta::ResponseMeta;
use crate::record::deserialize_record;

/// What a call may return: a structure with [`VoxRecord`](crate::VoxRecord), `()` for methods that return nothing but
/// their acknowledgment, or [`serde_json::Value`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the response of a method",
    label = "not a response",
    note = "a response is a struct with `#[derive(VoxRecord)]`, or `()` where a method returns nothing but its acknowledgment"
)]
pub trait Response: Sized + Send + 'static {
    /// The response as data.
    const META: ResponseMeta;

    /// Reads the body of an answer.
    ///
    /// # Errors
    /// The body is no JSON, or does not fit the type.
    fn from_json(json: &str) -> Result<Self, serde_json::Error>;
}

#[diagnostic::do_not_recommend]
impl<T: Record + Send + 'static> Response for T {
    const META: ResponseMeta = ResponseMeta::Record(T::META);

    fn from_json(json: &str) -> Result<Self, serde_json::Error> {
        let mut deserializer = serde_json::Deserializer::from_str(json);
        let value = deserialize_record(&mut deserializer)?;
        deserializer.end().map(|()| value)
    }
}

impl Response for () {
    const META: ResponseMeta = ResponseMeta::Nothing;

    fn from_json(_: &str) -> Result<Self, serde_json::Error> {
        Ok(())
    }
}

impl Response for serde_json::Value {
    const META: ResponseMeta = ResponseMeta::Json;

    fn from_json(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }
}
