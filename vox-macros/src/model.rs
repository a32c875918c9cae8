//! The checked models: the input of the last stage.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::{Attribute, Ident, LitStr, Path, Type, Visibility};

use crate::number::Number;
use crate::pattern::Pattern;
use crate::types::TypeClass;

/// The roles that `vox-core` declares.
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

/// A role that may call a method.
#[derive(Debug, Clone)]
pub(crate) enum Role {
    /// One of [`ROLES`].
    Known(Ident),
    /// The name of another, in quotes.
    Other(LitStr),
}

impl Role {
    /// The name: of a known role as in `vox-core`, of another as in the API.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Known(role) => role.to_string(),
            Self::Other(name) => name.value(),
        }
    }
}

impl ToTokens for Role {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Known(role) => role.to_tokens(tokens),
            Self::Other(name) => name.to_tokens(tokens),
        }
    }
}

/// A documentation.
#[derive(Debug, Clone, Default)]
pub(crate) struct Doc {
    /// Its parts, each on separate lines.
    pub(crate) parts: Vec<DocPart>,
}

/// A part of a documentation.
#[derive(Debug, Clone)]
pub(crate) enum DocPart {
    /// Text.
    Text(String),
    /// A macro that the compiler expands to text.
    Macro(TokenStream),
}

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

/// Who adds a method's credentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CredentialsIn {
    /// The client.
    Client,
    /// The request has them as parameters.
    Request,
}

/// A default as a literal.
#[derive(Debug, Clone)]
pub(crate) enum DefaultLiteral {
    /// `true`
    Bool(bool),
    /// `20`
    Number(Number),
    /// `"en"`
    String(String),
}

/// The server's default of a parameter.
#[derive(Debug, Clone)]
pub(crate) enum DefaultValue {
    /// A value, and where it is.
    Literal(DefaultLiteral, Span),
    /// A sentence.
    Sentence(String),
}

/// A method.
#[derive(Debug)]
pub(crate) struct Method {
    /// The struct's name.
    pub(crate) ident: Ident,
    /// Where it is, for errors.
    pub(crate) span: Span,
    /// Its visibility, which the builder shares.
    pub(crate) vis: Visibility,
    /// Its documentation.
    pub(crate) doc: Doc,
    /// The path of `vox-core`.
    pub(crate) krate: Path,
    /// The method's name.
    pub(crate) name: String,
    /// The roles that may call it; `None` for every key.
    pub(crate) roles: Option<Vec<Role>>,
    /// The type of the response.
    pub(crate) response: Type,
    /// Whether it changes anything.
    pub(crate) kind: Kind,
    /// Whether it may spend or move money.
    pub(crate) money: bool,
    /// How a response acknowledges the request; `None` if it does not.
    pub(crate) ack: Option<AckValue>,
    /// Who adds the credentials.
    pub(crate) credentials: CredentialsIn,
    /// The parameters.
    pub(crate) params: Vec<Param>,
    /// The rules across parameters.
    pub(crate) rules: Vec<RequestRule>,
    /// What is wrong in them if the type of a parameter is no alias of an `Option`.
    pub(crate) if_required: Vec<IfRequired>,
}

/// A mistake in a rule across parameters if a parameter is required, which only the trait of its type tells.
#[derive(Debug)]
pub(crate) struct IfRequired {
    /// The index of the parameter.
    pub(crate) param: usize,
    /// The index of a parameter that must not be required: otherwise another mistake is reported.
    pub(crate) unless: Option<usize>,
    /// Where the mistake is.
    pub(crate) at: Span,
    /// The message.
    pub(crate) message: String,
}

/// A rule across parameters, which are meant by their indices.
#[derive(Debug)]
pub(crate) enum RequestRule {
    /// One is given only together with the others.
    Needs {
        /// The one.
        param: usize,
        /// The others.
        needs: Vec<usize>,
    },
    /// All are given, or none.
    AllOf {
        /// The group's name.
        group: String,
        /// The members.
        params: Vec<usize>,
    },
    /// One is at most the other.
    AtMost {
        /// The one.
        param: usize,
        /// The other.
        other: usize,
    },
    /// A function decides.
    Check(Path),
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
    /// The visibility, which the setter shares.
    pub(crate) vis: Visibility,
    /// The attributes that apply to the setter as well.
    pub(crate) attributes: Vec<Attribute>,
    /// The documentation.
    pub(crate) doc: Doc,
    /// What the type's tokens tell.
    pub(crate) class: TypeClass,
    /// The group of which a request needs a member.
    pub(crate) any_of: Option<String>,
    /// What is wrong if the type is no alias of an `Option`, and where.
    pub(crate) if_required: Vec<(Span, String)>,
    /// The rest; `None` for a choice, whose members have it.
    pub(crate) plain: Option<Plain>,
}

impl Param {
    /// The name on the wire; of a choice, the field's.
    pub(crate) fn name(&self) -> String {
        let field = || syn::ext::IdentExt::unraw(&self.ident).to_string();
        self.plain.as_ref().map_or_else(field, |plain| plain.wire.clone())
    }
}

/// What only a parameter that is not a choice has.
#[derive(Debug)]
pub(crate) struct Plain {
    /// The name on the wire.
    pub(crate) wire: String,
    /// The server's default.
    pub(crate) default: Option<DefaultValue>,
    /// Why the default is wrong, unless the type is one of the user's with the name of a type of `vox-core`.
    pub(crate) wrong_default: Option<String>,
    /// Whether it is declared secret; its type may be secret as well.
    pub(crate) secret: bool,
    /// The rules.
    pub(crate) rules: Vec<Rule>,
}

/// A rule.
#[derive(Debug)]
pub(crate) enum Rule {
    /// At least this many characters.
    MinLen(usize),
    /// At most this many characters.
    MaxLen(usize),
    /// At most this many bytes.
    MaxBytes(usize),
    /// The whole string matches.
    Pattern(Pattern),
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
    /// These rules hold for each item.
    Each(Vec<Rule>),
}

/// Parameters of which one is sent.
#[derive(Debug)]
pub(crate) struct Choice {
    /// The enum's name.
    pub(crate) ident: Ident,
    /// Its documentation.
    pub(crate) doc: Doc,
    /// The path of `vox-core`.
    pub(crate) krate: Path,
    /// The group's name.
    pub(crate) name: String,
    /// The members, all plain.
    pub(crate) members: Vec<Member>,
}

/// The fields of a variant with names.
#[derive(Debug)]
pub(crate) struct Named {
    /// The name of the first field, which is the member.
    pub(crate) ident: Ident,
    /// The other fields, which are sent only with it.
    pub(crate) companions: Vec<Param>,
}

/// A member of a choice.
#[derive(Debug)]
pub(crate) struct Member {
    /// The variant's name.
    pub(crate) variant: Ident,
    /// The type of its value.
    pub(crate) ty: Type,
    /// The documentation.
    pub(crate) doc: Doc,
    /// What the type's tokens tell.
    pub(crate) class: TypeClass,
    /// The parameter.
    pub(crate) plain: Plain,
    /// The parameters of the method without which it is not sent.
    pub(crate) needs: Vec<String>,
    /// The names, if the variant has named fields.
    pub(crate) named: Option<Named>,
}

/// A string enum.
#[derive(Debug)]
pub(crate) struct TextEnum {
    /// The enum's name.
    pub(crate) ident: Ident,
    /// Its visibility.
    pub(crate) vis: Visibility,
    /// Its documentation.
    pub(crate) doc: Doc,
    /// The path of `vox-core`.
    pub(crate) krate: Path,
    /// The known values.
    pub(crate) values: Vec<KnownValue>,
    /// The variant for unknown values.
    pub(crate) catch_all: Ident,
}

/// A known value.
#[derive(Debug)]
pub(crate) struct KnownValue {
    /// The variant's name.
    pub(crate) ident: Ident,
    /// Its documentation, of which the first line is a label.
    pub(crate) doc: Doc,
    /// The value on the wire.
    pub(crate) value: String,
}

/// A record in a response.
#[derive(Debug)]
pub(crate) struct Record {
    /// The struct's name.
    pub(crate) ident: Ident,
    /// Its documentation.
    pub(crate) doc: Doc,
    /// The path of `vox-core`.
    pub(crate) krate: Path,
    /// The fields.
    pub(crate) fields: Vec<Field>,
}

/// A field of a record.
#[derive(Debug)]
pub(crate) struct Field {
    /// Its name.
    pub(crate) ident: Ident,
    /// Its type.
    pub(crate) ty: Type,
    /// Its documentation.
    pub(crate) doc: Doc,
    /// The name on the wire.
    pub(crate) wire: String,
    /// Other names on the wire.
    pub(crate) aliases: Vec<String>,
    /// Whether a response must have it.
    pub(crate) required: bool,
    /// Whether the value is a secret.
    pub(crate) secret: bool,
}
