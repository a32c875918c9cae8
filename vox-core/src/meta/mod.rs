//! The metadata of declarations, for documentation, OpenAPI, sandboxes and retry policies.
//!
//! The derives generate it as constants. It implements `serde::Serialize`, with the terms of the API reference.

mod ack;
mod field_type;
mod params;
pub(crate) mod role;
mod serialize;

pub use ack::{Ack, AckValue};
pub use field_type::FieldType;
pub use params::{
    ChoiceMeta, Companion, DefaultValue, FlatParam, OneOfMeta, ParamEntry, ParamMeta, ParamType, ValueMeta,
};
pub use role::{Role, UnknownRole};

use crate::rules::RequestRule;

/// The metadata of a method: [`Method::META`](crate::Method::META).
#[derive(Debug)]
pub struct MethodMeta {
    /// The name, as in the URL: `AddAccount`.
    pub name: &'static str,
    /// The documentation of the declaration.
    pub doc: &'static str,
    /// The roles that may call the method; `None` if the API reference lists none, and every key may call it.
    pub roles: Option<&'static [Role]>,
    /// Whether the method reads or changes something.
    pub kind: Kind,
    /// Whether the method may spend or reserve money.
    pub money: bool,
    /// Where the credentials are sent.
    pub credentials: CredentialsIn,
    /// The response of a successful call.
    pub response: ResponseMeta,
    /// The member of a response that acknowledges the request, if the method has one.
    pub ack: Option<Ack>,
    /// The parameters in the order of their declaration.
    pub params: &'static [ParamEntry],
    /// The rules across parameters, except those of the members of one-of groups: see [`all_rules`](Self::all_rules).
    pub rules: &'static [RequestRule],
}

impl MethodMeta {
    /// The first paragraph of the documentation.
    #[must_use]
    pub fn summary(&self) -> &'static str {
        self.doc.split("\n\n").next().unwrap_or_default().trim()
    }

    /// All parameters, including the members of one-of groups and what is sent with them.
    pub fn flat_params(&self) -> impl Iterator<Item = FlatParam> {
        let mut params = Vec::with_capacity(self.params.len());
        self.params.iter().for_each(|entry| entry.flatten(None, &mut params));
        params.into_iter()
    }

    /// The rules across parameters: those of the method, and those of the members of its one-of groups.
    pub fn all_rules(&self) -> impl Iterator<Item = RequestRule> {
        let mut rules = self.rules.to_vec();
        self.params.iter().for_each(|entry| entry.collect_rules(&mut rules));
        rules.into_iter()
    }

    /// The parameter with this name on the wire.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<FlatParam> {
        self.flat_params().find(|param| param.meta.name == name)
    }

    /// Whether a key with these roles may call the method.
    #[must_use]
    pub fn allows(&self, held: &[Role]) -> bool {
        self.roles.is_none_or(|required| required.iter().any(|role| held.contains(role)))
    }
}

/// Whether a method reads or changes something, which decides when it may be retried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// It changes nothing, so it may be retried.
    Read,
    /// It changes something, possibly money, so it is retried only if it certainly had no effect.
    Write,
}

/// Where the credentials of a method are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CredentialsIn {
    /// The client adds its credentials.
    Client,
    /// The method's parameters are the credentials. The client adds no form fields, as their names would collide.
    Request,
}

/// The form fields for the credentials of an account, except [`ACCOUNT_ID`].
pub(crate) const CREDENTIAL_PARAMS: [&str; 5] =
    ["account_name", "account_email", "api_key", "account_password", "session_id"];

/// The form field for the id of the account of credentials, which some methods also have as a parameter.
pub(crate) const ACCOUNT_ID: &str = "account_id";

/// The metadata of a response: [`Response::META`](crate::Response::META).
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum ResponseMeta {
    /// A record.
    Record(&'static RecordMeta),
    /// Only the [acknowledgment](MethodMeta::ack). The type of the response is `()`.
    Nothing,
    /// JSON that no declaration describes.
    Json,
    /// One of two records: the first of which a response has a field.
    Either(&'static RecordMeta, &'static RecordMeta),
    /// A file.
    File,
    /// A file, or JSON with this response, as the response states.
    JsonOrFile(&'static ResponseMeta),
}

impl ResponseMeta {
    /// The record, if the response is one, or either one or a file.
    #[must_use]
    pub const fn record(self) -> Option<&'static RecordMeta> {
        match self {
            Self::Record(record) => Some(record),
            Self::JsonOrFile(json) => json.record(),
            _ => None,
        }
    }

    /// The records that the response may be: none, one or two.
    pub fn records(self) -> impl Iterator<Item = &'static RecordMeta> {
        let records = match self {
            Self::Record(record) => [Some(record), None],
            Self::Either(first, second) => [Some(first), Some(second)],
            Self::JsonOrFile(Self::Record(record)) => [Some(*record), None],
            Self::JsonOrFile(Self::Either(first, second)) => [Some(*first), Some(*second)],
            _ => [None, None],
        };
        records.into_iter().flatten()
    }

    /// Whether the response may be a file.
    #[must_use]
    pub const fn may_be_file(self) -> bool {
        matches!(self, Self::File | Self::JsonOrFile(_))
    }
}

/// The metadata of an enum of strings: [`TextEnum::META`](crate::TextEnum::META).
#[derive(Debug)]
pub struct EnumMeta {
    /// The type's name.
    pub name: &'static str,
    /// The type's documentation.
    pub doc: &'static str,
    /// The known strings.
    pub values: &'static [&'static str],
    /// The first line of each variant's documentation, in the order of `values`.
    pub labels: &'static [&'static str],
}

/// The metadata of a record: [`Record::META`](crate::Record::META).
#[derive(Debug)]
pub struct RecordMeta {
    /// The type's name.
    pub name: &'static str,
    /// The type's documentation.
    pub doc: &'static str,
    /// The fields in the order of their declaration.
    pub fields: &'static [FieldMeta],
    /// Other names of fields, in the order of their precedence. Servers write the fields by their own names.
    pub aliases: &'static [FieldAlias],
}

impl RecordMeta {
    /// The field with this name on the wire, or with this alias.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static FieldMeta> {
        let alias = || self.aliases.iter().find(|alias| alias.name == name).map(|alias| alias.field);
        let index = self.fields.iter().position(|field| field.name == name).or_else(alias)?;
        self.fields.get(index)
    }
}

/// Another name of a field, which some responses have in place of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldAlias {
    /// The other name on the wire.
    pub name: &'static str,
    /// The index of the field in [`RecordMeta::fields`].
    pub field: usize,
}

/// The metadata of a field of a record.
#[derive(Debug)]
pub struct FieldMeta {
    /// The name on the wire.
    pub name: &'static str,
    /// The field's documentation.
    pub doc: &'static str,
    /// The field's type. It is a function, as records may contain each other.
    pub value: fn() -> FieldType,
    /// Whether the type may contain values of other types, as a record, a list and a map do.
    pub nested: bool,
    /// Whether a record without the field does not decode.
    pub required: bool,
    /// Whether the value is a secret.
    pub secret: bool,
}
