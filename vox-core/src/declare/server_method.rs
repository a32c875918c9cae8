//! Methods on the side of a server.

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderValue};

use super::record::success_body;
use super::{Method, Response};
use crate::error::Violations;
use crate::text::form::Form;

/// A method whose requests a server decodes, and whose responses it encodes. [`VoxMethod`](crate::VoxMethod) derives it.
pub trait ServerMethod: Method {
    /// Decodes a request. Unknown parameters are ignored; [`validate`](crate::MethodExt::validate) checks the rules.
    ///
    /// # Errors
    /// Each parameter that is missing or not of its type, and each one-of group with none or several members.
    fn decode(form: &Form) -> Result<Self, Violations>;

    /// Encodes a successful response as the API sends it. The body is JSON with the acknowledgment, if the method has one, and
    /// the fields that are not `None`, secrets included. A file is sent as its content, marked as a file; one that is not in
    /// memory cannot be sent, so that the status is 500.
    ///
    /// ```
    /// use vox_core::prelude::*;
    /// use vox_core::Record;
    /// use vox_core::server::ServerMethod;
    /// # /// Adds a user.
    /// # #[derive(Debug, Clone, PartialEq, VoxMethod)]
    /// # #[vox_method(name = "AddUser", response = AddUserResponse, kind = write)]
    /// # struct AddUser { /// n
    /// # user_name: String }
    /// # /// The response.
    /// # #[derive(Debug, Clone, PartialEq, VoxRecord)]
    /// # #[non_exhaustive]
    /// # struct AddUserResponse { /// i
    /// # user_id: u64, /// k
    /// # user_api_key: Option<Secret> }
    ///
    /// let mut response = AddUserResponse::blank();
    /// response.user_id = 7;
    /// let http = AddUser::encode_response(&response);
    /// assert_eq!(http.headers()["content-type"], "application/json");
    /// assert_eq!(http.body(), r#"{"result":1,"user_id":7}"#);
    /// ```
    fn encode_response(response: &Self::Response) -> http::Response<Bytes> {
        if let Some(file) = response.file() {
            return file.to_http();
        }
        // Every kind of content serializes to JSON.
        let body = success_body(Self::META.ack, Response::content(response)).unwrap_or_default();
        let mut response = http::Response::new(body.into());
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        response
    }
}
