//! The types of responses.

use serde_json::Value;

use super::Download;
use super::record::{FieldContent, FieldValue, Record, ValueReader};
use crate::error::DecodeError;
use crate::meta::ResponseMeta;

/// A response in JSON, as that of [`JsonOrFile`](crate::JsonOrFile): every [`Response`] but those that may be a file.
pub trait JsonResponse: Response {}

impl<T: Record + Send + 'static> JsonResponse for T {}

impl JsonResponse for () {}

impl JsonResponse for Value {}

/// The type of a response.
///
/// | a method returns | `response =` |
/// |---|---|
/// | a record | a struct with [`VoxRecord`](crate::VoxRecord) |
/// | only its acknowledgment | `()` |
/// | a file | [`Download`] |
/// | a record or a file | [`JsonOrFile<T>`](crate::JsonOrFile) |
/// | one of two records | [`Either<A, B>`](crate::Either) |
/// | any JSON | [`Value`] |
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the response of a method",
    label = "not a response",
    note = "a response is a struct with `#[derive(VoxRecord)]`, `()` where a method returns nothing but its acknowledgment, or `Download` where it returns a file",
    note = "`Either<A, B>` is one of two such structs; `JsonOrFile<T>` is a file or a `T`, which is a struct, `()`, `Value` or an `Either`"
)]
pub trait Response: Sized + Send + 'static {
    /// The response as metadata, which decides whether a response is a success.
    const META: ResponseMeta;

    /// Creates the response from a file; `None` if the method returns none.
    const FROM_FILE: Option<fn(Download) -> Self> = None;

    /// Reads the body of a success; `None` for null.
    ///
    /// # Errors
    /// The body does not decode.
    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError>;

    /// The response, ready to be serialized.
    fn content(&self) -> FieldContent<'_>;

    /// The file, if the response is one.
    fn file(&self) -> Option<&Download> {
        None
    }
}

#[diagnostic::do_not_recommend]
impl<T: Record + Send + 'static> Response for T {
    const META: ResponseMeta = ResponseMeta::Record(T::META);

    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        <T as FieldValue>::read(json)
    }

    fn content(&self) -> FieldContent<'_> {
        FieldContent::record(self)
    }
}

#[diagnostic::do_not_recommend]
impl Response for () {
    const META: ResponseMeta = ResponseMeta::Nothing;

    /// Ignores the body, whose acknowledgment has been checked.
    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        json.json().map(|_| Some(()))
    }

    fn content(&self) -> FieldContent<'_> {
        FieldContent::ABSENT
    }
}

#[diagnostic::do_not_recommend]
impl Response for Value {
    const META: ResponseMeta = ResponseMeta::Json;

    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        <Self as FieldValue>::read(json)
    }

    /// Logs mask all of it, as no declaration states which members are secrets.
    fn content(&self) -> FieldContent<'_> {
        FieldContent::undeclared(self)
    }
}
