//! Methods as trait objects. Code that uses one is compiled once, not once per method.

use super::Method;
use crate::meta::MethodMeta;
use crate::text::form::FormEncoder;
use crate::violation::Violations;

/// A request of a method of any type.
pub(crate) trait ErasedMethod {
    fn meta(&self) -> &'static MethodMeta;
    fn check(&self, violations: &mut Violations);
    fn encode(&self, form: &mut FormEncoder);
}

impl<M: Method> ErasedMethod for M {
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
