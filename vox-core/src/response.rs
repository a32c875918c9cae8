//! What a call returns.

use serde::de::DeserializeOwned;

/// What a call may return: any type that [`serde`] can read. Structures of the API derive
/// [`VoxRecord`](crate::VoxRecord), which is lenient where the API is.
///
/// Implemented for all types with `serde::Deserialize`; there is nothing to implement by hand.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the response of a method",
    label = "not a response",
    note = "a response is a struct with `#[derive(VoxRecord)]`, or another type with `serde::Deserialize`"
)]
pub trait Response: Sized + Send + 'static {
    /// Reads the body of an answer.
    ///
    /// # Errors
    /// The body is no JSON, or does not fit the type.
    fn from_json(json: &str) -> Result<Self, serde_json::Error>;
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned + Send + 'static> Response for T {
    fn from_json(json: &str) -> Result<Self, serde_json::Error> {
        // As `from_str`, with less of it once per type.
        let mut deserializer = serde_json::Deserializer::from_str(json);
        match T::deserialize(&mut deserializer) {
            Ok(value) => match deserializer.end() {
                Ok(()) => Ok(value),
                Err(error) => Err(error),
            },
            Err(error) => Err(error),
        }
    }
}
