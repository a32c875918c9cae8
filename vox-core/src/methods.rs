//! The list of a crate's methods.

use std::fmt;
use std::ops::Deref;

#[cfg(feature = "server")]
use bytes::Bytes;
use serde::{Serialize, Serializer};

#[cfg(not(feature = "server"))]
use crate::declare::Method as Declared;
#[cfg(feature = "server")]
use crate::declare::ServerMethod as Declared;
#[cfg(feature = "server")]
use crate::error::{Error, Violations};
use crate::meta::MethodMeta;
#[cfg(feature = "server")]
use crate::method_ext::MethodExt;
#[cfg(feature = "server")]
use crate::text::form::{Form, FormBody};

/// Declares the modules of a crate's methods, re-exports their types and lists the methods in `METHODS`.
///
/// Each line names a module (a file) and, in braces, the method and then the other types that users write. A method is listed
/// nowhere else: tests, documentation and servers read `METHODS`, a slice of [`DeclaredMethod`](crate::methods::DeclaredMethod)s in
/// the order of the lines. Builders stay in their modules.
///
/// ```ignore
/// vox_core::methods! {
///     add_user { AddUser, AddUserResponse }
///     del_user { DelUser, UserId }
///     #[cfg(feature = "export")]
///     export_users { ExportUsers, ExportUsersResponse }
/// }
/// ```
#[macro_export]
macro_rules! methods {
    ($(
        $(#[cfg(feature = $feature:literal)])?
        $module:ident { $method:ident $(, $other:ident)* $(,)? }
    )*) => {
        $(
            $(#[cfg(feature = $feature)])?
            pub mod $module;
            $(#[cfg(feature = $feature)])?
            #[doc(inline)]
            pub use $module::{$method $(, $other)*};
        )*

        /// Every method of this module, as data.
        pub const METHODS: &[$crate::methods::DeclaredMethod] = &[$(
            $(#[cfg(feature = $feature)])?
            $crate::methods::DeclaredMethod::of::<$method>(),
        )*];
    };
}

/// A method without its type: an entry of the list that [`methods!`](crate::methods!) makes.
///
/// It dereferences to the method's [metadata](MethodMeta) and serializes as that. A server reads and checks requests by it:
///
/// ```
/// use vox_core::methods::DeclaredMethod;
/// use vox_core::prelude::*;
/// # /// Deletes a user.
/// # #[derive(Debug, Clone, PartialEq, VoxMethod)]
/// # #[vox_method(name = "DelUser", response = (), kind = write, ack = one)]
/// # struct DelUser { /// n
/// # #[param(min = 1)]
/// # user_id: u64 }
///
/// const METHODS: &[DeclaredMethod] = &[DeclaredMethod::of::<DelUser>()];
///
/// assert_eq!(METHODS[0].name, "DelUser");
/// # #[cfg(feature = "server")]
/// # {
/// # use vox_core::server::Form;
/// let violations = METHODS[0].check(&Form::parse(b"user_id=0")?).unwrap_err();
/// assert_eq!(violations.to_string(), "- `user_id` must be at least 1; found `0`");
/// # }
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct DeclaredMethod {
    meta: &'static MethodMeta,
    #[cfg(feature = "server")]
    check: fn(&Form) -> Result<(), Violations>,
    #[cfg(feature = "server")]
    to_form: fn(&Form) -> Result<FormBody, Violations>,
    #[cfg(feature = "server")]
    check_response: fn(http::Response<Bytes>) -> Result<(), Error>,
}

impl DeclaredMethod {
    /// The method without its type. Under the feature `server`, the type must be a
    #[cfg_attr(feature = "server", doc = "[`ServerMethod`](crate::server::ServerMethod),")]
    #[cfg_attr(not(feature = "server"), doc = "`ServerMethod`,")]
    /// which [`VoxMethod`](crate::VoxMethod) derives.
    #[must_use]
    pub const fn of<M: Declared>() -> Self {
        Self {
            meta: M::META,
            #[cfg(feature = "server")]
            check: check::<M>,
            #[cfg(feature = "server")]
            to_form: to_form::<M>,
            #[cfg(feature = "server")]
            check_response: check_response::<M>,
        }
    }

    /// The metadata.
    #[must_use]
    pub const fn meta(&self) -> &'static MethodMeta {
        self.meta
    }

    /// Decodes a request and checks all rules, as
    /// [`ServerMethod::decode`](crate::server::ServerMethod::decode) and [`MethodExt::validate`] do.
    ///
    /// # Errors
    /// Each parameter that is missing or not of its type and each one-of group with none or several members; if there are
    /// none of these, all violations of rules.
    #[cfg(feature = "server")]
    #[cfg_attr(docsrs, doc(cfg(feature = "server")))]
    pub fn check(&self, request: &Form) -> Result<(), Violations> {
        (self.check)(request)
    }

    /// The request as clients of vox send it: decoded, and encoded like [`MethodExt::to_form`]. Parameters that the declaration
    /// does not have are left out, and values of other clients get one spelling: `True` becomes `true`.
    ///
    /// # Errors
    /// Each parameter that is missing or not of its type, and each one-of group with none or several members.
    #[cfg(feature = "server")]
    #[cfg_attr(docsrs, doc(cfg(feature = "server")))]
    pub fn to_form(&self, request: &Form) -> Result<FormBody, Violations> {
        (self.to_form)(request)
    }

    /// Decodes a response, as [`MethodExt::from_http`] does: for a server that returns responses which it did not encode from
    /// the declared type.
    ///
    /// # Errors
    /// Those of a client that receives the response.
    #[cfg(feature = "server")]
    #[cfg_attr(docsrs, doc(cfg(feature = "server")))]
    pub fn check_response(&self, response: http::Response<Bytes>) -> Result<(), Error> {
        (self.check_response)(response)
    }
}

#[cfg(feature = "server")]
fn check<M: Declared>(request: &Form) -> Result<(), Violations> {
    M::decode(request)?.validate()
}

#[cfg(feature = "server")]
fn to_form<M: Declared>(request: &Form) -> Result<FormBody, Violations> {
    M::decode(request).map(|request| request.to_form())
}

#[cfg(feature = "server")]
fn check_response<M: Declared>(response: http::Response<Bytes>) -> Result<(), Error> {
    M::from_http(response).map(drop)
}

impl Deref for DeclaredMethod {
    type Target = MethodMeta;

    fn deref(&self) -> &MethodMeta {
        self.meta
    }
}

impl fmt::Debug for DeclaredMethod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("DeclaredMethod").field(&self.meta.name).finish()
    }
}

impl Serialize for DeclaredMethod {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.meta.serialize(serializer)
    }
}
