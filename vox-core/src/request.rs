//! A request, whatever its method: what is done with one exists once and not once per method.

use crate::{FormBody, FormEncoder, Method, MethodMeta, Violations};

/// What a request needs of its method.
pub(crate) trait Request {
    fn meta(&self) -> &'static MethodMeta;
    fn check(&self, violations: &mut Violations);
    fn encode(&self, form: &mut FormEncoder);
}

impl<M: Method> Request for M {
    fn meta(&self) -> &'static MethodMeta {
        M::META
    }

    fn check(&self, violations: &mut Violations) {
        Method::check(self, violations);
    }

    fn encode(&self, form: &mut FormEncoder) {
        Method::encode(self, form);
    }
}

/// All broken rules.
pub(crate) fn validate(request: &dyn Request) -> Result<(), Violations> {
    let mut violations = Violations::default();
    request.check(&mut violations);
    if violations.is_empty() { Ok(()) } else { Err(violations) }
}

/// The form, without credentials.
pub(crate) fn form(request: &dyn Request) -> FormBody {
    encoded(request).finish()
}

/// The form, for more to be written to it.
pub(crate) fn encoded(request: &dyn Request) -> FormEncoder {
    let mut form = FormEncoder::for_params(request.meta().params.len());
    request.encode(&mut form);
    form
}
