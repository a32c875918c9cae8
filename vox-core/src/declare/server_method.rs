//! A method as a server of the API sees it.

use super::record::Acknowledged;
use super::{Method, Response};
use crate::error::Violations;
use crate::text::form::Form;

/// A method as a server sees it: read from a form. Derived by [`VoxMethod`](crate::VoxMethod).
pub trait ServerMethod: Method {
    /// Reads the parameters. Names that the method does not have are ignored; rules are checked by
    /// [`validate`](crate::MethodExt::validate).
    ///
    /// # Errors
    /// Every parameter that is missing or is not of its type, and every one-of group with none or several members.
    fn decode(form: &Form) -> Result<Self, Violations>;

    /// Writes the body of a successful response as a server of the API sends it: the acknowledgment, where the method
    /// has one, and the fields that are not `None`, secrets included.
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
    /// # /// What it returns.
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
        let content = Response::content(response);
        let body = Acknowledged { ack: Self::META.ack, content: &content };
        // Every kind of content is valid JSON.
        serde_json::to_string(&body).unwrap_or_default()
    }
}
