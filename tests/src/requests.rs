//! Valid requests of any method, made from its declaration.

use std::collections::BTreeMap;

use vox_core::File;
use vox_core::error::{Violation, ViolationKind, Violations};
use vox_core::meta::{FieldType, FlatParam, MethodMeta, ParamMeta, ParamType, RecordMeta};
use vox_core::methods::DeclaredMethod;
use vox_core::server::Form;

/// How often a request is changed until it is valid.
const STEPS: usize = 500;

/// The text of most secrets. Others contain it.
pub const SECRET: &str = "S3cret!Zq9-value";

/// A valid request with the required parameters only.
///
/// # Panics
/// When no valid request is found, as a rule needs a value that is not among those that are tried.
#[must_use]
pub fn minimal(method: &DeclaredMethod) -> Form {
    Draft::new(method, required(method)).finish()
}

/// The required parameters, with the first member of each one-of group.
fn required(method: &DeclaredMethod) -> impl Iterator<Item = FlatParam> {
    let required = method.flat_params().filter(|param| param.required && param.with.is_none());
    let mut groups = Vec::new();
    required.filter(move |param| match param.one_of {
        Some(group) if groups.contains(&group) => false,
        Some(group) => {
            groups.push(group);
            true
        }
        None => true,
    })
}

/// A valid request with this parameter, if possible with as many others as the rules permit.
///
/// # Panics
/// When no valid request is found.
#[must_use]
pub fn with(method: &DeclaredMethod, name: &'static str) -> Form {
    let mut requests = full(method).into_iter().chain([minimal(method)]);
    let has = |form: &Form| form.iter().any(|(it, _)| it == name) || form.files().any(|(it, _)| it == name);
    if let Some(form) = requests.find(has) {
        return form;
    }
    // It is permitted only with a certain value of another parameter.
    for other in method.flat_params().filter(|other| other.meta.name != name) {
        for index in (0..).take_while(|index| value(other.meta, *index).is_some()) {
            let mut draft = Draft::new(method, required(method));
            draft.fix(name, 0);
            draft.fix(other.meta.name, index);
            if let Some(form) = draft.try_finish() {
                return form;
            }
        }
    }
    panic!("no valid request of {} has `{name}`", method.name);
}

/// Valid requests with as many parameters as the rules permit: enough to have each member of each one-of group.
///
/// # Panics
/// As for [`minimal`].
#[must_use]
pub fn full(method: &DeclaredMethod) -> Vec<Form> {
    let outer = largest_group(method, |param| param.with.is_none());
    let inner = largest_group(method, |param| param.with.is_some());
    let draft = |variant| Draft::new(method, with_members(method, variant % outer, variant / outer)).finish();
    (0..outer * inner).map(draft).collect()
}

/// The number of members of the largest one-of group of such parameters; 1 without groups.
fn largest_group(method: &DeclaredMethod, is_such: impl Fn(&FlatParam) -> bool) -> usize {
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for group in method.flat_params().filter(is_such).filter_map(|param| param.one_of) {
        *sizes.entry(group).or_default() += 1;
    }
    sizes.into_values().max().unwrap_or(1)
}

/// All parameters; of each one-of group the member with this index, or the last one, and what is sent with it. A group that is
/// sent with a member of another has the index `inner`.
fn with_members(method: &DeclaredMethod, outer: usize, inner: usize) -> impl Iterator<Item = FlatParam> {
    let params: Vec<FlatParam> = method.flat_params().collect();
    let mut chosen: BTreeMap<&str, &str> = BTreeMap::new();
    for param in &params {
        if let Some(group) = param.one_of {
            let index = if param.with.is_none() { outer } else { inner };
            let of_group =
                || params.iter().filter(|other| other.one_of == Some(group)).map(|other| other.meta.name);
            let member = of_group().nth(index).or_else(|| of_group().next_back());
            chosen.insert(group, member.unwrap_or_default());
        }
    }
    let is_chosen = move |param: &FlatParam| {
        let of_group = param.one_of.is_none_or(|group| chosen[group] == param.meta.name);
        of_group && param.with.is_none_or(|with| chosen.values().any(|member| *member == with))
    };
    params.into_iter().filter(is_chosen)
}

/// Whether a method returns a list page by page.
#[must_use]
pub fn has_pages(method: &MethodMeta) -> bool {
    let has_param = |name| method.flat_params().any(|param| param.meta.name == name);
    let has_list = |record: &RecordMeta| {
        let is_list = |value: FieldType| matches!(value, FieldType::List(_));
        record.fields.iter().any(|field| field.name == "result" && is_list((field.value)()))
    };
    has_param("count") && has_param("offset") && method.response.records().any(has_list)
}

/// A request as `multipart/form-data`: the content type and the body.
///
/// # Panics
/// When a file is not text.
#[must_use]
pub fn multipart(form: &Form) -> (String, String) {
    const BOUNDARY: &str = "boundary-of-a-test";
    let text = |(name, text)| {
        format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n")
    };
    let file = |(name, file): (&str, &File)| {
        let content = file.text().unwrap();
        let disposition = format!("content-disposition: form-data; name=\"{name}\"; filename=\"file.csv\"");
        format!("--{BOUNDARY}\r\n{disposition}\r\n\r\n{content}\r\n")
    };
    let parts = form.iter().map(text).chain(form.files().map(file)).collect::<String>();
    (format!("multipart/form-data; boundary={BOUNDARY}"), format!("{parts}--{BOUNDARY}--\r\n"))
}

/// A request that is not valid yet.
struct Draft<'m> {
    method: &'m DeclaredMethod,
    /// The parameters, and the index of the value of each.
    params: BTreeMap<&'static str, usize>,
    /// Parameters that rules exclude.
    excluded: Vec<&'static str>,
    /// Parameters whose value is not changed.
    fixed: Vec<&'static str>,
}

impl<'m> Draft<'m> {
    fn new(method: &'m DeclaredMethod, params: impl Iterator<Item = FlatParam>) -> Self {
        let params = params.map(|param| (param.meta.name, 0)).collect();
        Self { method, params, excluded: Vec::new(), fixed: Vec::new() }
    }

    /// Gives a parameter a value that is not changed, in place of the other members of its group.
    fn fix(&mut self, name: &'static str, index: usize) {
        let param = self.method.param(name).unwrap();
        if let Some(group) = param.one_of {
            let others = self.method.flat_params().filter(|other| other.one_of == Some(group));
            others.for_each(|other| self.exclude(other.meta.name));
        }
        self.params.insert(name, index);
        self.fixed.push(name);
    }

    fn finish(self) -> Form {
        let method = self.method;
        self.try_finish().unwrap_or_else(|| panic!("no valid request of {}", method.name))
    }

    fn try_finish(mut self) -> Option<Form> {
        for _ in 0..STEPS {
            let form = self.form();
            match self.method.check(&form) {
                Ok(()) => {
                    return self.fixed.iter().all(|name| self.params.contains_key(name)).then_some(form);
                }
                Err(violations) => self.change(&violations)?,
            }
        }
        None
    }

    fn form(&self) -> Form {
        let mut form = Form::default();
        for (name, index) in &self.params {
            let param = self.method.param(name).unwrap().meta;
            match value(param, *index) {
                Some(text) if param.value().kind == ParamType::File => {
                    form.push_file(*name, File::from(text).with_name("file.csv"));
                }
                Some(text) => form.push(*name, text),
                None => {}
            }
        }
        form
    }

    /// Changes the request because of the first violation; `None` if nothing is left to change.
    fn change(&mut self, violations: &Violations) -> Option<()> {
        let violation = violations.iter().next()?;
        match &violation.kind {
            ViolationKind::Missing => self.add(violation.param),
            ViolationKind::MissingOneOf(names) | ViolationKind::MissingAnyOf(names) => {
                let name = names.iter().find(|name| !self.excluded.contains(name)).unwrap_or(&names[0]);
                self.add(name);
            }
            ViolationKind::SeveralOf(names) => {
                let kept = names.iter().find(|name| self.fixed.contains(name)).unwrap_or(&names[0]);
                names.iter().filter(|name| *name != kept).for_each(|name| self.exclude(name));
            }
            ViolationKind::Needs(names) | ViolationKind::AllOf(names) => {
                match names.iter().find(|name| self.excluded.contains(name)) {
                    Some(_) => self.exclude(violation.param),
                    None => names.iter().for_each(|name| self.add(name)),
                }
            }
            _ => return self.next_value(violation),
        }
        Some(())
    }

    fn add(&mut self, name: &'static str) {
        // A rule may name a group, in place of its members.
        let of_group = |param: &FlatParam| param.meta.name == name || param.one_of == Some(name);
        let Some(param) = self.method.flat_params().find(of_group) else {
            panic!("{} has no parameter `{name}`", self.method.name);
        };
        // A parameter that is sent with another one comes with it.
        for name in [Some(param.meta.name), param.with]
            .into_iter()
            .flatten()
            .filter(|name| !self.excluded.contains(name))
        {
            self.params.entry(name).or_insert(0);
        }
    }

    fn exclude(&mut self, name: &'static str) {
        self.params.remove(name);
        self.excluded.push(name);
    }

    /// The parameter with this name, or of the group with this name, that the request has.
    fn given(&self, name: &str) -> Option<FlatParam> {
        let is_named = |param: &FlatParam| param.meta.name == name || param.one_of == Some(name);
        self.method.flat_params().find(|param| is_named(param) && self.params.contains_key(param.meta.name))
    }

    /// Gives the parameter another value; without one, it or another parameter of the rule is left out.
    fn next_value(&mut self, violation: &Violation) -> Option<()> {
        // Rules may name a group.
        let Some(param) = self.given(violation.param) else {
            self.add(violation.param);
            return Some(());
        };
        let name = param.meta.name;
        let index = self.params[name] + 1;
        let is_fixed = self.fixed.contains(&name);
        if !is_fixed && value(param.meta, index).is_some() {
            self.params.insert(name, index);
            return Some(());
        }
        if !is_fixed {
            self.params.insert(name, 0);
        }
        let others = match &violation.kind {
            ViolationKind::Request { params, .. } => *params,
            _ => &[],
        };
        let mut others = others.iter().filter_map(|name| self.given(name));
        let is_free = |other: &FlatParam| !other.required && !self.fixed.contains(&other.meta.name);
        let other = others.find(|other| other.meta.name != name && is_free(other));
        let excluded = other.or_else(|| is_free(&param).then_some(param))?;
        self.exclude(excluded.meta.name);
        Some(())
    }
}

/// The values that are tried for a parameter, one after another.
fn value(param: &ParamMeta, index: usize) -> Option<String> {
    let meta = param.value();
    if let Some(values) = meta.values {
        return values.values.get(index).map(|value| (*value).to_owned());
    }
    let texts: &[&str] = match meta.kind {
        // The first account of a sandbox.
        ParamType::Number if param.name == "account_id" => &["1000001"],
        ParamType::Number => &["1", "5", "10", "20", "60", "100", "1000", "0", "2", "3600"],
        ParamType::Decimal => &["1", "0.5", "10", "100"],
        ParamType::Boolean => &["true", "false"],
        ParamType::Date => &["2026-01-31", "2026-02-01", "2030-01-01"],
        ParamType::DateTime | ParamType::Timestamp => &["2026-01-31 18:05:00", "2026-02-01 00:00:00"],
        ParamType::Time => &["09:00:00", "18:00:00"],
        ParamType::UnixTime => &["1769882700", "1901882700"],
        ParamType::Period => &["0000-00-00 01:00:00", "0000-00-00 00:30:00"],
        ParamType::IntList => &["1;2", "1"],
        ParamType::Json => &["[]", "{}", "[\"79990000000\"]", "[1]"],
        _ if param.is_secret() => &[SECRET, "S3cret!Zq9", "{\"key\":\"S3cret!Zq9-value\"}"],
        _ => TEXTS,
    };
    let all = meta.all_word.is_some().then_some("all");
    texts.iter().copied().chain(all).nth(index).map(str::to_owned)
}

/// Texts that keep the rules of some parameter.
const TEXTS: &[&str] = &[
    "abcdef",
    "a",
    "ab",
    "US",
    "user@example.com",
    "https://example.com/a",
    "79990000000",
    "+79990000000",
    "192.0.2.1",
    "192.0.2.0/24",
    "{}",
    "[]",
    "1",
    "2026-01-31",
    "2026-01-31 18:05:00",
    "0f8fad5b-d9cb-469f-a165-70867728950e",
    "UTC",
    ".*",
];
