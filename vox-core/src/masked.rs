//! Masks the secrets of requests and responses, for logs.

use std::fmt;

use serde::{Serialize, Serializer};

#[cfg(feature = "masked")]
use crate::declare::Response;
use crate::declare::record::MASK;
#[cfg(feature = "masked")]
use crate::declare::record::{ContentFormat, FormattedContent};
use crate::declare::{ErasedMethod, Method};
use crate::meta::MethodMeta;
#[cfg(feature = "masked")]
use crate::meta::ResponseMeta;
use crate::request;
use crate::text::form::{EntryContent, File};

/// Masks the secrets of a request or a response, for logs and audits.
///
/// ```
/// use vox_core::masked;
/// use vox_core::prelude::*;
///
/// # /// Adds a user.
/// #[derive(Debug, Clone, PartialEq, VoxMethod)]
/// #[vox_method(name = "AddUser", response = AddUserResponse, kind = write)]
/// struct AddUser {
/// #   /// n
///     user_name: String,
/// #   /// p
///     user_password: Secret,
/// #   /// a
///     user_active: Option<bool>,
/// }
///
/// # /// The response.
/// #[derive(Debug, Clone, PartialEq, VoxRecord)]
/// #[non_exhaustive]
/// struct AddUserResponse {
/// #   /// i
///     user_id: u64,
/// #   /// k
///     user_api_key: Option<Secret>,
/// #   /// b
///     balance: Option<Decimal>,
/// }
///
/// let request = AddUser { user_name: "ann".into(), user_password: "Str0ng!pass".into(), user_active: None };
/// assert_eq!(masked(&request).to_string(), r#"{"user_name":"ann","user_password":"***"}"#);
///
/// # #[cfg(feature = "masked")] {
/// let json = r#"{"result": 1, "user_id": 7, "user_api_key": "a1b2", "balance": 293.855}"#;
/// let response = AddUser::from_http(http::Response::new(json))?;
/// assert_eq!(masked(&response).to_string(), r#"{"user_id":7,"user_api_key":"***","balance":"293.855"}"#);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// The result implements `Display` (compact JSON) and `serde::Serialize`, for structured logs of any format. Requests and
/// responses themselves do not implement `Serialize`, so that no secret is serialized by accident.
///
/// A request becomes an object of its parameters, by their names on the wire. Each value is the string that is sent, of a
/// [`File`](crate::File) its name and length (`tasks.csv, 26 bytes`); parameters without a value are left out. The [metadata](crate::meta::ParamMeta::is_secret) states which are
/// secrets. A parameter without metadata is masked, too.
///
/// A response (feature `masked`) becomes an object of its fields, by their names on the wire. Fields that are `None` are left
/// out.
///
/// | field | written |
/// |---|---|
/// | [`Secret`](crate::Secret), a list of them, or a field declared `secret` | `"***"`, also in nested records |
/// | whole number, boolean | unchanged |
/// | [`Decimal`](crate::Decimal) | a string with all its digits, as most formats and JSON parsers round numbers |
/// | string, enum, [`Period`](crate::Period) | the string |
/// | [`Date`](crate::Date) | `2026-01-31` |
/// | [`DateTime`](crate::DateTime), [`Timestamp`](crate::Timestamp) (UTC) | `2026-01-31 18:05:00` |
/// | record, map, list | an object, a list; a map in the order of its names |
/// | `serde_json::Value` | unchanged |
///
/// The response `()` becomes null. A response `serde_json::Value` or a file becomes `"***"`: no declaration states what in it is
/// secret.
///
/// # Requests and responses in tests and audit logs
/// In a test, compare values: declarations derive `PartialEq`. [`Record::blank`](crate::Record::blank) creates a response, as
/// literals of `#[non_exhaustive]` structs do not compile. The comparison includes secrets.
///
/// ```
/// # use vox_core::prelude::*;
/// use vox_core::Record;
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
/// let response = AddUser::from_http(http::Response::new(r#"{"result": 1, "user_id": 7, "user_api_key": "a1b2"}"#))?;
/// let mut expected = AddUserResponse::blank();
/// expected.user_id = 7;
/// expected.user_api_key = Some("a1b2".into());
/// assert_eq!(response, expected);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// For an audit log, write one function for all methods:
///
/// ```
/// # #[cfg(feature = "masked")] {
/// use vox_core::{Method, masked};
///
/// fn audit<M: Method>(request: &M, response: &M::Response) -> String {
///     let entry = serde_json::json!({
///         "method": M::META.name,
///         "request": masked(request),
///         "response": masked(response),
///     });
///     entry.to_string()
/// }
/// # }
/// ```
pub fn masked<Meta, T: Maskable<Meta>>(value: &T) -> Masked<'_> {
    value.masked()
}

/// A value that [`masked()`] accepts: a request, by its [`MethodMeta`], or a response, by its
/// [`ResponseMeta`](crate::meta::ResponseMeta).
///
/// A type that contains one of these can forward to it:
///
/// ```
/// # #[cfg(feature = "masked")] {
/// # use vox_core::prelude::*;
/// # /// A.
/// # #[derive(VoxRecord)] struct Added { /// i
/// # id: u64 }
/// # /// B.
/// # #[derive(VoxRecord)] struct Deleted { /// i
/// # id: u64 }
/// use vox_core::{Maskable, Masked, masked};
/// use vox_core::meta::ResponseMeta;
///
/// enum Event {
///     Added(Added),
///     Deleted(Deleted),
/// }
///
/// impl Maskable<ResponseMeta> for Event {
///     fn masked(&self) -> Masked<'_> {
///         match self {
///             Self::Added(added) => masked(added),
///             Self::Deleted(deleted) => masked(deleted),
///         }
///     }
/// }
///
/// assert_eq!(masked(&Event::Added(Added { id: 7 })).to_string(), r#"{"id":7}"#);
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be masked",
    label = "neither a request nor a response",
    note = "`masked` takes requests (`#[derive(VoxMethod)]`) and, under the feature `masked` of `vox-core`, responses (`#[derive(VoxRecord)]`)"
)]
pub trait Maskable<Meta> {
    /// Masks the secrets: see [`masked()`].
    fn masked(&self) -> Masked<'_>;
}

#[diagnostic::do_not_recommend]
impl<M: Method> Maskable<MethodMeta> for M {
    fn masked(&self) -> Masked<'_> {
        Masked(Source::Request(self))
    }
}

#[cfg(feature = "masked")]
#[cfg_attr(docsrs, doc(cfg(feature = "masked")))]
#[diagnostic::do_not_recommend]
impl<R: Response> Maskable<ResponseMeta> for R {
    fn masked(&self) -> Masked<'_> {
        let content = Response::content(self);
        Masked(Source::Response(FormattedContent { content, format: ContentFormat::Log }))
    }
}

/// A value with masked secrets, returned by [`masked()`]. `Display` and `Debug` print compact JSON.
///
/// It borrows the value. To keep it, convert it to a string or a `serde_json::Value`.
pub struct Masked<'v>(Source<'v>);

enum Source<'v> {
    Request(&'v dyn ErasedMethod),
    #[cfg(feature = "masked")]
    Response(FormattedContent<'v>),
}

impl Serialize for Masked<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Source::Request(request) => serialize_request(*request, serializer),
            #[cfg(feature = "masked")]
            Source::Response(content) => content.serialize(serializer),
        }
    }
}

fn serialize_request<S: Serializer>(request: &dyn ErasedMethod, serializer: S) -> Result<S::Ok, S::Error> {
    let (form, meta) = (request::encode(request), request.meta());
    serializer.collect_map(form.entries().map(|entry| {
        let name = entry.name.unwrap_or_else(|_| MASK.to_owned());
        let is_public = meta.param(&name).is_some_and(|param| !param.meta.is_secret());
        let shown = match entry.content {
            _ if !is_public => None,
            EntryContent::Text(text) => text.ok(),
            EntryContent::File(file) => Some(description(file)),
        };
        (name, shown.unwrap_or_else(|| MASK.to_owned()))
    }))
}

/// The name and the length of a file.
fn description(file: &File) -> String {
    let name = file.name().map(|name| format!("{name}, ")).unwrap_or_default();
    format!("{name}{} bytes", file.bytes().len())
}

impl fmt::Display for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

impl fmt::Debug for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::declare::ParamValue;
    use crate::meta::{CredentialsIn, Kind, ParamEntry, ParamMeta, ResponseMeta, ValueMeta};
    use crate::roles;
    use crate::roles::CallableBy;
    use crate::text::form::{FormEncoder, ValueWriter};
    use crate::violation::Violations;

    /// A handwritten method, with parameters that its metadata does not have.
    struct ByHand;

    impl CallableBy<roles::AnyRole> for ByHand {}

    impl Method for ByHand {
        const META: &'static MethodMeta = &MethodMeta {
            name: "ByHand",
            doc: "",
            roles: None,
            kind: Kind::Write,
            money: false,
            credentials: CredentialsIn::Client,
            response: ResponseMeta::Nothing,
            ack: None,
            params: &[
                ParamEntry::Param(ParamMeta::new("open", <String as ParamValue>::meta)),
                ParamEntry::Param(ParamMeta::new("hidden", <crate::declare::Secret as ParamValue>::meta)),
                ParamEntry::Param(ParamMeta::new("broken", <String as ParamValue>::meta)),
            ],
            rules: &[],
        };

        type Response = ();

        fn check(&self, _: &mut Violations) {}

        fn encode(&self, form: &mut FormEncoder) {
            form.pair("open", "a & b");
            form.pair("hidden", "a & b");
            form.pair("un declared", "a & b");
            Broken.encode("broken", form);
        }
    }

    /// Writes an invalid escape.
    struct Broken;

    impl ParamValue for Broken {
        type Setter = crate::value::setter::Converted;

        fn meta() -> ValueMeta {
            <String as ParamValue>::meta()
        }

        fn write(&self, out: &mut ValueWriter<'_>) {
            out.display(&"%zz");
        }

        fn read(_: &str) -> Result<Self, &'static str> {
            Ok(Self)
        }
    }

    #[test]
    fn parameters_without_metadata_and_invalid_values_are_masked() {
        assert_eq!(
            masked(&ByHand).to_string(),
            r#"{"open":"a & b","hidden":"***","un declared":"***","broken":"***"}"#
        );
    }
}
