//! Methods of the API.

use super::Response;
use crate::meta::MethodMeta;
use crate::roles::{AnyRole, CallableBy};
use crate::text::form::FormEncoder;
use crate::violation::Violations;

/// A method of the API: a struct whose fields are its parameters. [`VoxMethod`](crate::VoxMethod) derives it.
///
/// The derive also generates `builder()` and, if the feature `client` is enabled, `send(&client)`. The other functions of
/// requests are in [`MethodExt`](crate::MethodExt), which is in the prelude.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a request",
    label = "expected a struct with `#[derive(VoxMethod)]`",
    note = "a request is sent with a reference to a client: `request.send(&client)`"
)]
pub trait Method: CallableBy<AnyRole> + Sized + Send + Sync + 'static {
    /// The method's metadata: its name, roles, parameters and rules.
    const META: &'static MethodMeta;

    /// The response of a successful call.
    type Response: Response;

    /// Adds each violation of the request.
    fn check(&self, violations: &mut Violations);

    /// Writes the parameters that have a value, in the order of their declaration.
    fn encode(&self, form: &mut FormEncoder);
}
