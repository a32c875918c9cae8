//! Methods on the side of a server.

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

    /// Encodes the body of a successful response as the API sends it: the acknowledgment, if the method has one, and the
    /// fields that are not `None`, secrets included.
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
    /// assert_eq!(AddUser::encode_response(&response), r#"{"result":1,"user_id":7}"#);
    /// ```
    fn encode_response(response: &Self::Response) -> String {
        // Every kind of content serializes to JSON.
        let body = success_body(Self::META.ack, Response::content(response)).unwrap_or_default();
        String::from_utf8(body).unwrap_or_default()
    }
}
