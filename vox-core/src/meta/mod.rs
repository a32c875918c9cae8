//! Declarations as data: what documentation, OpenAPI, a sandbox or a retry policy need to know.
//!
//! All of it is `const`, made by the derives. Everything here serialises (`serde::Serialize`), in the words of the
//! API's reference.

mod ack;
mod field_type;
mod params;
pub(crate) mod role;
mod serialize;

pub use ack::{Ack, AckValue};
pub use field_type::FieldType;
pub use params::{
    ChoiceMeta, DefaultValue, FlatParam, OneOfMeta, ParamEntry, ParamMeta, ParamType, ValueMeta,
};
pub use role::{Role, UnknownRole};

/// What a method is. See [`Method::META`](crate::Method::META).
#[derive(Debug)]
pub struct MethodMeta {
    /// The name, as in the URL: `AddAccount`.
    pub name: &'static str,
    /// The documentation of the declaration.
    pub doc: &'static str,
    /// The roles a service account needs one of; `None` where the reference lists none and every key may call.
    pub roles: Option<&'static [Role]>,
    /// Whether the method changes anything.
    pub kind: Kind,
    /// Where the credentials travel.
    pub credentials: CredentialsIn,
    /// What a successful call returns.
    pub response: ResponseMeta,
    /// The member of a response that acknowledges the request, where the method has one.
    pub ack: Option<Ack>,
    /// The parameters in the order of their declaration.
    pub params: &'static [ParamEntry],
}

impl MethodMeta {
    /// The first paragraph of the documentation.
    #[must_use]
    pub fn summary(&self) -> &'static str {
        self.doc.split("\n\n").next().unwrap_or_default().trim()
    }

    /// All parameters one by one, members of one-of groups included.
    pub fn flat_params(&self) -> impl Iterator<Item = FlatParam> {
        self.params.iter().flat_map(ParamEntry::flat)
    }

    /// The parameter with this wire name.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<FlatParam> {
        self.flat_params().find(|param| param.meta.name == name)
    }

    /// Whether a key with these roles may call the method.
    #[must_use]
    pub fn allows(&self, held: &[Role]) -> bool {
        self.roles.is_none_or(|needed| needed.iter().any(|role| held.contains(role)))
    }
}

/// Whether a method changes anything, which decides whether it may be retried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Changes nothing: may be retried.
    Read,
    /// Changes something, possibly money: retried only if it certainly had no effect.
    Write,
}

/// Where a method's credentials travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CredentialsIn {
    /// The client adds its own.
    Client,
    /// The method's own parameters are credentials; a client adds no form fields, as they would collide.
    Request,
}

/// What a successful call returns. See [`Response::META`](crate::Response::META).
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum ResponseMeta {
    /// A structure.
    Record(&'static RecordMeta),
    /// Nothing but the [acknowledgment](MethodMeta::ack): the response `()`.
    Nothing,
    /// JSON that no declaration describes.
    Json,
}

impl ResponseMeta {
    /// The structure, where it is one.
    #[must_use]
    pub const fn record(self) -> Option<&'static RecordMeta> {
        match self {
            Self::Record(record) => Some(record),
            _ => None,
        }
    }
}

/// A list of texts that a [`TextEnum`](crate::TextEnum) knows.
#[derive(Debug)]
pub struct EnumMeta {
    /// The type's name.
    pub name: &'static str,
    /// The type's documentation.
    pub doc: &'static str,
    /// The known texts, as on the wire.
    pub values: &'static [&'static str],
    /// The first line of each variant's documentation, in the order of `values`.
    pub labels: &'static [&'static str],
}

/// A structure in a response. See [`Record`](crate::Record).
#[derive(Debug)]
pub struct RecordMeta {
    /// The type's name.
    pub name: &'static str,
    /// The type's documentation.
    pub doc: &'static str,
    /// The fields in the order of their declaration.
    pub fields: &'static [FieldMeta],
}

/// A field of a structure in a response.
#[derive(Debug)]
pub struct FieldMeta {
    /// The name on the wire.
    pub name: &'static str,
    /// The field's documentation.
    pub doc: &'static str,
    /// The field's type: a function, as records may contain each other.
    pub value: fn() -> FieldType,
    /// Whether a response without it is an error.
    pub required: bool,
    /// Whether nobody may see the value.
    pub secret: bool,
}
