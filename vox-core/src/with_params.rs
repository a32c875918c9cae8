//! Requests with parameters that their declaration does not know.

use std::borrow::Cow;
use std::fmt;

use crate::declare::Method;
use crate::meta::{CREDENTIAL_PARAMS, CredentialsIn, MethodMeta};
use crate::roles::CallableBy;
use crate::text::form::FormEncoder;
use crate::violation::{ViolationKind, Violations};

/// A request with parameters that its declaration does not know, created by
/// [`MethodExt::with_param`](crate::MethodExt::with_param). It is a request of the same method.
///
/// Nothing tells which of the values are secrets, so `Debug` and [`masked`](crate::masked()) show none of them.
#[derive(Clone, PartialEq, Eq)]
pub struct WithParams<M> {
    request: M,
    /// Names and values, each name once.
    params: Vec<(Cow<'static, str>, String)>,
}

impl<M> WithParams<M> {
    /// Adds the first parameter to a request.
    pub(crate) fn new(request: M, name: Cow<'static, str>, value: String) -> Self {
        Self { request, params: vec![(name, value)] }
    }

    /// Adds a parameter. If it was added before, the new value replaces the old one.
    #[must_use]
    pub fn with_param(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<String>) -> Self {
        let (name, value) = (name.into(), value.into());
        match self.params.iter_mut().find(|(known, _)| *known == name) {
            Some((_, old)) => *old = value,
            None => self.params.push((name, value)),
        }
        self
    }

    /// The request without the added parameters.
    #[must_use]
    pub fn request(&self) -> &M {
        &self.request
    }

    /// The request, to be changed.
    #[cfg(feature = "client")]
    pub(crate) fn request_mut(&mut self) -> &mut M {
        &mut self.request
    }
}

impl<M, R> CallableBy<R> for WithParams<M> where M: CallableBy<R> {}

impl<M: Method> Method for WithParams<M> {
    const META: &'static MethodMeta = M::META;

    type Response = M::Response;

    fn check(&self, violations: &mut Violations) {
        self.request.check(violations);
        for (name, _) in &self.params {
            if let Some((name, reason)) = conflict(M::META, name) {
                violations.add_named(name, ViolationKind::NotAdditional(reason));
            }
        }
    }

    fn encode(&self, form: &mut FormEncoder) {
        self.request.encode(form);
        for (name, value) in &self.params {
            form.pair(name, value);
        }
    }
}

/// The name of a parameter that cannot be added, and why. An `account_id` can be: the client adds none to a request that has one.
fn conflict(method: &'static MethodMeta, name: &str) -> Option<(&'static str, &'static str)> {
    if let Some(declared) = method.param(name) {
        return Some((declared.meta.name, "the request has a field for it"));
    }
    if name.is_empty() {
        return Some(("", "it has no name"));
    }
    let credential = CREDENTIAL_PARAMS.into_iter().find(|credential| *credential == name);
    let credential = credential.filter(|_| method.credentials == CredentialsIn::Client)?;
    Some((credential, "it is a credential, which the client adds"))
}

impl<M: fmt::Debug> fmt::Debug for WithParams<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.params.iter().map(|(name, _)| name).collect();
        f.debug_struct("WithParams").field("request", &self.request).field("params", &names).finish()
    }
}
