//! A method of the API.

use ::http::Request;

use crate::form::{FormBody, FormEncoder};
use crate::meta::MethodMeta;
use crate::roles::AnyRole;
use crate::{Auth, CallableBy, Error, Response, Violations};

/// A method of the API: a struct whose fields are its parameters. Derived by [`VoxMethod`](crate::VoxMethod).
///
/// The derive also gives the struct `builder()` and, with the client, `send(&client)`. The functions below do no
/// I/O, so any HTTP client can carry a request:
///
/// ```
/// use vox_core::prelude::*;
/// # /// Gets.
/// # #[derive(VoxMethod)]
/// # #[vox_method(name = "GetAccountInfo", response = Account, kind = read)]
/// # struct GetAccountInfo { /// a
/// # return_live_balance: Option<bool> }
/// # /// An account.
/// # #[derive(Debug, VoxRecord)]
/// # struct Account { /// r
/// # result: u64 }
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let auth = Auth::new(ApiKey::by_id(1, "the key"));
/// let request = GetAccountInfo { return_live_balance: Some(true) }.to_http(&auth)?;
/// assert_eq!(request.uri(), "https://api.voximplant.com/platform_api/GetAccountInfo");
/// // .. carry `request.map(bytes::Bytes::from)` with a client of your own ..
/// let response = http::Response::new(r#"{"result": 1}"#);
/// assert_eq!(GetAccountInfo::from_http(response)?.result, 1);
/// # Ok(()) }
/// ```
pub trait Method: CallableBy<AnyRole> + Sized + Send + Sync + 'static {
    /// The method as data: name, roles, parameters, rules.
    const META: &'static MethodMeta;

    /// What a successful call returns.
    type Response: Response;

    /// Notes every violation.
    fn check(&self, violations: &mut Violations);

    /// Writes the parameters that have a value, in the order of their declaration.
    fn encode(&self, form: &mut FormEncoder);

    /// Checks all rules of all parameters.
    ///
    /// # Errors
    /// All violations at once, in the order of the parameters.
    fn validate(&self) -> Result<(), Violations> {
        crate::request::validate(self)
    }

    /// The request's form, without credentials and without validation.
    fn to_form(&self) -> FormBody {
        crate::request::form(self)
    }

    /// The whole HTTP request, validated and authorized, for a client of your own.
    ///
    /// # Errors
    /// [`Error`] with all [violations](Error::violations), or why no token could be made.
    fn to_http(&self, auth: &Auth) -> Result<Request<FormBody>, Error> {
        crate::http::request(self, auth)
    }

    /// Calls the method and keeps the response as it came, to decode it as any type.
    ///
    /// The request is checked, and the response judged, as by `send`: what is an error there is one here too.
    #[cfg(feature = "client")]
    #[cfg_attr(docsrs, doc(cfg(feature = "client")))]
    fn send_raw<R, M>(&self, client: &crate::Client<R, M>) -> M::Call<crate::RawResponse>
    where
        M: crate::mode::Mode,
        Self: crate::CallableBy<R>,
    {
        client.call_method_raw(self)
    }

    /// The typed response out of an HTTP response.
    ///
    /// # Errors
    /// The API's own error, a response that is not the API's, or one that does not decode: see [`Error`].
    fn from_http<B: AsRef<[u8]>>(response: ::http::Response<B>) -> Result<Self::Response, Error> {
        let (parts, body) = response.into_parts();
        crate::http::receive(Self::META, &parts, body.as_ref(), crate::response::decode_as::<Self::Response>)
    }
}

/// A method as a server sees it: its request is read from a form, its response written. Derived by
/// [`VoxMethod`](crate::VoxMethod).
#[cfg(feature = "server")]
#[cfg_attr(docsrs, doc(cfg(feature = "server")))]
pub trait ServerMethod: Method {
    /// Reads the parameters. Names that the method does not have are ignored; rules are for
    /// [`validate`](Method::validate).
    ///
    /// # Errors
    /// Every parameter that is missing or is not of its type, and every one-of group with none or several members.
    fn decode(form: &crate::Form) -> Result<Self, Violations>;

    /// Writes the body of a successful response as a server of the API sends it: the acknowledgment, where the method
    /// has one, and the fields that are not `None`, secrets included.
    ///
    /// ```
    /// use vox_core::prelude::*;
    /// use vox_core::{Record, ServerMethod};
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
        let content = crate::Response::content(response);
        let body = crate::record::Acknowledged { ack: Self::META.ack, content: &content };
        // Every kind of content is valid JSON.
        serde_json::to_string(&body).unwrap_or_default()
    }
}
