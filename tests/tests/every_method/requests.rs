//! Requests go to a form, or to a multipart body, and back.

use std::collections::BTreeSet;

use vox_core::File;
use vox_core::meta::ParamType;
use vox_core::methods::DeclaredMethod;
use vox_core::server::Form;
use vox_tests::requests::{full, minimal, multipart, with};

/// Valid requests of a method: with few and with many parameters, and with some.
fn requests(method: &DeclaredMethod) -> Vec<Form> {
    let mut random = fastrand::Rng::with_seed(7);
    let mut requests = vec![minimal(method)];
    for form in full(method) {
        for _ in 0..20 {
            let some = without(&form, |_| random.bool());
            if method.check(&some).is_ok() {
                requests.push(some);
            }
        }
        requests.push(form);
    }
    requests.extend(method.flat_params().map(|param| with(method, param.meta.name)));
    requests
}

/// The form without some parameters.
pub(crate) fn without(form: &Form, mut is_left_out: impl FnMut(&str) -> bool) -> Form {
    let mut rest = Form::default();
    for (name, text) in form.iter() {
        if !is_left_out(name) {
            rest.push(name, text);
        }
    }
    for (name, file) in form.files() {
        if !is_left_out(name) {
            rest.push_file(name, file.clone());
        }
    }
    rest
}

/// The request as a client sends it, as a server receives it.
fn sent(method: &DeclaredMethod, form: &Form) -> Form {
    let body = method.to_form(form).unwrap_or_else(|violations| panic!("{}: {violations}", method.name));
    let content_type = body.content_type();
    Form::from_body(Some(content_type.to_str().unwrap()), body.into_bytes()).unwrap()
}

/// Names, and values that all clients spell in one way.
fn params(method: &DeclaredMethod, form: &Form) -> BTreeSet<(String, String)> {
    let text = |(name, text): (&str, &str)| {
        let kind = method.param(name).unwrap().meta.value().kind;
        let text = if kind == ParamType::Period { "a period" } else { text };
        (name.to_owned(), text.to_owned())
    };
    let file = |(name, file): (&str, &File)| (name.to_owned(), file.text().unwrap().to_owned());
    form.iter().map(text).chain(form.files().map(file)).collect()
}

#[test]
fn requests_are_the_same_after_they_were_sent() {
    let mut count = 0;
    for method in vox_api::methods() {
        for form in requests(method) {
            let received = sent(method, &form);
            assert_eq!(params(method, &received), params(method, &form), "{}", method.name);
            let again = sent(method, &received);
            assert_eq!(params(method, &again), params(method, &received), "{}", method.name);
            method.check(&received).unwrap_or_else(|violations| panic!("{}: {violations}", method.name));
            count += 1;
        }
    }
    assert!(count > 4 * vox_api::methods().count(), "{count}");
}

#[test]
fn a_multipart_body_has_the_same_parameters() {
    for method in vox_api::methods() {
        for form in requests(method) {
            let (content_type, body) = multipart(&sent(method, &form));
            let received = Form::from_body(Some(&content_type), body).unwrap();
            assert_eq!(params(method, &sent(method, &received)), params(method, &form), "{}", method.name);
        }
    }
}
