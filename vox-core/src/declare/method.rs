//! A method of the API.

use super::Response;
use crate::meta::MethodMeta;
use crate::roles::{AnyRole, CallableBy};
use crate::text::form::FormEncoder;
use crate::violation::Violations;

/// A method of the API: a struct whose fields are its parameters. Derived by [`VoxMethod`](crate::VoxMethod).
///
/// The derive also gives the struct `builder()` and, with the client, `send(&client)`. The other functions of a request are in
/// [`MethodExt`](crate::MethodExt), which the prelude has.
pub trait Method: CallableBy<AnyRole> + Sized + Send + Sync + 'static {
    /// The method as data: name, roles, parameters, rules.
    const META: &'static MethodMeta;

    /// What a successful call returns.
    type Response: Response;

    /// Adds every violation of the request.
    fn check(&self, violations: &mut Violations);

    /// Writes the parameters that have a value, in the order of their declaration.
    fn encode(&self, form: &mut FormEncoder);
}
