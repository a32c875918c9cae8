//! The checked models: what the last stage may rely on.

use syn::{Ident, Path, Type, Visibility};

use crate::number::Number;
use crate::pattern::Table;
use crate::types::TypeClass;

/// The roles that `vox-core` knows.
pub(crate) const ROLES: &[&str] = &[
    "Owner",
    "Admin",
    "Developer",
    "Accountant",
    "Payer",
    "CallsSms",
    "Supervisor",
    "Support",
    "CallListManager",
    "UserManager",
    "PhoneNumberManager",
    "PayerNoVerify",
    "MainAccount",
];

/// Whether a method changes anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// It does not.
    Read,
    /// It does.
    Write,
}

/// The values that acknowledge a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AckValue {
    /// `1`
    One,
    /// Any but `false`, 0 and empty ones.
    Truthy,
}

/// Where a method's credentials travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CredentialsIn {
    /// The client adds its own.
    Client,
    /// They are parameters.
    Request,
}

/// A default that a literal states.
#[derive(Debug, Clone)]
pub(crate) enum DefaultLiteral {
    /// `true`
    Bool(bool),
    /// `20`
    Number(Number),
    /// `"en"`
    Text(String),
}

/// What the server takes for a parameter that is left out.
#[derive(Debug, Clone)]
pub(crate) enum DefaultValue {
    /// A value.
    Literal(DefaultLiteral),
    /// A sentence.
    Sentence(String),
}

/// A method.
#[derive(Debug)]
pub(crate) struct Method {
    /// The struct's name.
    pub(crate) ident: Ident,
    /// Its visibility, which the builder shares.
    pub(crate) vis: Visibility,
    /// Its documentation.
    pub(crate) doc: String,
    /// The path of `vox-core`.
    pub(crate) krate: Path,
    /// The method's name.
    pub(crate) name: String,
    /// The roles that may call it; none for every key.
    pub(crate) roles: Option<Vec<Ident>>,
    /// The type of the response.
    pub(crate) response: Type,
    /// Whether it changes anything.
    pub(crate) kind: Kind,
    /// How a response acknowledges the request, if it does.
    pub(crate) ack: Option<AckValue>,
    /// Where the credentials travel.
    pub(crate) credentials: CredentialsIn,
    /// The parameters.
    pub(crate) params: Vec<Param>,
}

/// A parameter: a field of a method, or a variant of a choice.
#[derive(Debug)]
pub(crate) struct Param {
    /// The field's or variant's name.
    pub(crate) ident: Ident,
    /// The type, without its `Option`.
    pub(crate) ty: Type,
    /// Whether there was an `Option`.
    pub(crate) optional: bool,
    /// The documentation.
    pub(crate) doc: String,
    /// What the type's tokens say.
    pub(crate) class: TypeClass,
    /// The rest, which a one-of parameter does not have.
    pub(crate) content: Content,
}

/// What a parameter sends.
#[derive(Debug)]
pub(crate) enum Content {
    /// One value.
    Plain(Plain),
    /// A member of a choice.
    OneOf,
}

/// A parameter with a value of its own.
#[derive(Debug)]
pub(crate) struct Plain {
    /// The name on the wire.
    pub(crate) wire: String,
    /// A group of which the reference wants a member.
    pub(crate) any_of: Option<String>,
    /// What the server takes where it is left out.
    pub(crate) default: Option<DefaultValue>,
    /// Whether the declaration says that it is secret; its type may say so too.
    pub(crate) secret: bool,
    /// What is checked.
    pub(crate) rules: Vec<Rule>,
}

/// A rule.
#[derive(Debug)]
pub(crate) enum Rule {
    /// At least this many characters.
    MinLen(usize),
    /// At most this many characters.
    MaxLen(usize),
    /// The whole text matches.
    Pattern {
        /// The expression as written.
        source: String,
        /// The expression compiled.
        table: Box<Table>,
    },
    /// A function decides.
    Check(Path),
    /// Not below.
    Min(Number),
    /// Not above.
    Max(Number),
    /// At least this many items.
    MinItems(usize),
    /// At most this many items.
    MaxItems(usize),
}

/// Parameters of which one is sent.
#[derive(Debug)]
pub(crate) struct Choice {
    /// The enum's name.
    pub(crate) ident: Ident,
    /// Its documentation.
    pub(crate) doc: String,
    /// The path of `vox-core`.
    pub(crate) krate: Path,
    /// The group's name.
    pub(crate) name: String,
    /// The members, all plain.
    pub(crate) members: Vec<Member>,
}

/// A member of a choice.
#[derive(Debug)]
pub(crate) struct Member {
    /// The variant's name.
    pub(crate) ident: Ident,
    /// The type of its value.
    pub(crate) ty: Type,
    /// The documentation.
    pub(crate) doc: String,
    /// What the type's tokens say.
    pub(crate) class: TypeClass,
    /// The parameter.
    pub(crate) plain: Plain,
}

/// A list of texts that stays open.
#[derive(Debug)]
pub(crate) struct TextEnum {
    /// The enum's name.
    pub(crate) ident: Ident,
    /// Its visibility.
    pub(crate) vis: Visibility,
    /// Its documentation.
    pub(crate) doc: String,
    /// The path of `vox-core`.
    pub(crate) krate: Path,
    /// The known texts.
    pub(crate) values: Vec<KnownText>,
    /// The variant for the rest.
    pub(crate) catch_all: Ident,
}

/// A known text.
#[derive(Debug)]
pub(crate) struct KnownText {
    /// The variant's name.
    pub(crate) ident: Ident,
    /// The first line of its documentation.
    pub(crate) label: String,
    /// The text.
    pub(crate) text: String,
}

/// A structure in an answer.
#[derive(Debug)]
pub(crate) struct Record {
    /// The struct's name.
    pub(crate) ident: Ident,
    /// Its documentation.
    pub(crate) doc: String,
    /// The path of `vox-core`.
    pub(crate) krate: Path,
    /// The fields.
    pub(crate) fields: Vec<Field>,
}

/// A field of a structure.
#[derive(Debug)]
pub(crate) struct Field {
    /// Its name.
    pub(crate) ident: Ident,
    /// Its type.
    pub(crate) ty: Type,
    /// Its documentation.
    pub(crate) doc: String,
    /// The name on the wire.
    pub(crate) wire: String,
    /// Whether an answer without it is not one.
    pub(crate) required: bool,
    /// Whether nobody may see the value.
    pub(crate) secret: bool,
}
