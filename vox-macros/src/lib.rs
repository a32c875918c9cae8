//! The derives of vox, re-exported by `vox_core` and `vox_accounts`.
//!
//! | derive | for |
//! |---|---|
//! | [`VoxMethod`] | a request: a struct whose fields are the parameters |
//! | [`VoxChoice`] | parameters of which exactly one is sent: an enum |
//! | [`VoxEnum`] | a set of strings that the API may extend: an enum |
//! | [`VoxRecord`] | a record in a response: a struct |
//!
//! An item goes through three stages: `syntax` reads the attributes, `check` finds all other mistakes, `emit`
//! generates the code. All mistakes of an item are reported in one run.
#![deny(missing_docs)]

mod check;
mod derive;
mod diag;
mod emit;
mod fallback;
mod model;
mod names;
mod number;
mod pattern;
mod syntax;
mod types;

#[cfg(test)]
mod tests;

use proc_macro::TokenStream;

/// Declares a method of the API: a struct with named fields, which is the request.
///
/// ```text
/// /// Adds a user.
/// #[derive(Debug, Clone, PartialEq, VoxMethod)]
/// #[vox_method(name = "AddUser", roles = [Owner, Admin], response = AddUserResponse, kind = write)]
/// pub struct AddUser {
///     /// The application that the user may call.
///     #[param(one_of)]
///     pub application: Option<Application>,
///     /// The name of the new user.
///     #[param(min_len = 3, max_len = 50, pattern = "[a-z][a-z0-9_-]*")]
///     pub user_name: String,
///     /// Whether the new user is active.
///     #[param(default = true)]
///     pub user_active: Option<bool>,
/// }
/// ```
///
/// An `Option`, or an alias of one, is an optional parameter; every other field is required. Doc comments become the method's
/// documentation. This derive implements `Default` if each field is spelled as an `Option`; if some are aliases of one, derive
/// `Default` as well. A `Default` of a method with a required parameter is an error, as the parameter could be forgotten silently.
///
/// # `#[vox_method(..)]` on the struct
/// | key | | meaning |
/// |---|---|---|
/// | `name = "AddAccount"` | required | the method's name in the URL; some begin with `SQ_` |
/// | `response = AddAccountResponse` | required | the type of the response; `()` if it is only the acknowledgment; `Download`, `JsonOrFile<A>` or `Either<A, B>` for a file or one of several |
/// | `kind = read` or `write` | required | whether a call is safe to retry |
/// | `ack = one`, `truthy` or `none` | `one` for writes, `none` for reads | the acknowledgment, see below |
/// | `roles = [Owner, Admin]` | | the roles that may call it; if left out, every key may. `other("sys.Calls")` is a role that vox does not know |
/// | `money = true` | `false` | the method may spend or reserve money |
/// | `credentials = in_request` | | the credentials are parameters; the client adds none. Not needed for an `account_id` without other credentials |
/// | `checks = [QUEUE]` | | functions decide about the whole request: constants `vox_core::rules::RequestCheck` |
/// | `crate = ::path` | `::vox_core` | the path of `vox_core`, if the compiler cannot find it: `::vox_accounts::vox_core` if only `vox_accounts` is a dependency, `::vx` for `vx = { package = "vox-core", .. }` |
///
/// # The acknowledgment
/// A write returns `{"result": 1}`, with or without other members. The client checks this member, so the response has no
/// field for it; a method that returns nothing else has `response = ()`.
///
/// | key | a call succeeded if `result` is | for |
/// |---|---|---|
/// | `ack = one` | `1`, `"1"` or `true` | writes; the default |
/// | `ack = truthy` | any value except `false`, 0 and empty values | methods whose value is not documented |
/// | `ack = none` | not checked | methods whose `result` is data: an id, a count, an object; the default for reads |
///
/// # `#[param(..)]` on a field
/// | key | on | meaning |
/// |---|---|---|
/// | `name = "wire_name"` | | the name on the wire; without it the field's name |
/// | `one_of` | enums with `VoxChoice` | exactly one of several parameters is sent |
/// | `min_len = 5`, `max_len = 20` | strings | the number of characters |
/// | `max_bytes = 131071` | strings | the number of bytes, in UTF-8 |
/// | `pattern = "[a-z]+"` | strings | the whole string matches, see below |
/// | `check = rules::EMAIL` | strings | a function decides: a constant `vox_core::rules::Check` |
/// | `min = 0.5`, `max = 100` | numbers | bounds, exact, of at most 28 digits |
/// | `min_items = 1`, `max_items = 50` | lists | the number of items |
/// | `each(max_len = 50)` | lists | rules for each item: those of strings or numbers |
/// | `default = 20` | `Option` | the server's default; documentation |
/// | `default_text = "The current date"` | `Option` | the same, as a phrase |
/// | `any_of = "group"` | `Option`, also of a choice | a group of which a request needs at least one member |
/// | `needs = application` | `Option`, also of a choice | given only together with this field; several as `[application, user]` |
/// | `all_of = "group"` | `Option`, also of a choice | all fields of the group are given, or none |
/// | `at_most = to_date` | numbers, dates | not above the value of this field, if both are given |
/// | `secret = false` | strings | the string is no secret, although its name sounds like one |
/// | `secret = true` | files and others | logs mask the value |
///
/// # Patterns
/// A pattern is a sequence of characters and classes. The whole string must match it, so it has no `^` and `$`.
///
/// | element | matches |
/// |---|---|
/// | `a` | the character |
/// | `\.` | the character; so with each of ``^ $ \ . * + ? ( ) [ ] { } / `` and the vertical bar |
/// | `\n`, `\r`, `\t` | a line feed, a carriage return, a tab |
/// | `[a-z0-9_-]` | one of these characters |
/// | `[^/]` | any other character |
///
/// After an element, `?` makes it optional, `*` repeats it any number of times, `+` at least once, `{3}` exactly three
/// times, `{3,}` at least three times, and `{3,9}` three to nine times. Everything else, such as groups, alternatives and
/// `\d`, is an error; use a `check` for what a pattern cannot express.
///
/// # Generated items
/// - `Method`, `CallableBy` for each role, and under the feature `server` of `vox_core` `ServerMethod`;
/// - `builder()`, whose documentation lists kind, roles, response and parameters with their rules; it is on the struct's page;
/// - the builder, with a setter for each parameter; `build` or `send` without a required parameter is an error at
///   compile time. A setter is as visible as its field, and has its `#[deprecated]` and lint levels. A field named `build`
///   or `send` has the setter `field_build` or `field_send`. The builder is `AddUserBuilder`, unless you have an item with
///   that name;
/// - under the feature `client` of `vox_core` `send(&client)`;
/// - `Default`, if nothing is required.
///
/// # Types
/// The setters of `String`, lists and enums take everything that converts into the type, those of numbers and `bool` the
/// type itself, so that literals need no type: `.rule_id(7)`. A type of yours states this in `ParamValue::Setter`. The traits
/// decide, so aliases work too: `type RuleId = u64`.
///
/// # Without the prelude
/// In a module with `#![no_implicit_prelude]`, a method can have optional parameters only: the compiler does not know the
/// attribute `#[diagnostic]` there, with which a missing required parameter is reported.
#[proc_macro_derive(
    VoxMethod,
    attributes(vox_method, vox_choice, vox_record, vox_enum, param, field, value, serde, garde, validate)
)]
pub fn vox_method(input: TokenStream) -> TokenStream {
    derive::METHOD.run(input.into()).into()
}

/// Declares a choice between parameters of which exactly one is sent: an enum.
///
/// ```text
/// /// The parent account.
/// #[derive(Debug, Clone, PartialEq, VoxChoice)]
/// pub enum ParentAccount {
///     /// By its id.
///     Id(u64),               // parent_account_id
///     /// By its name.
///     Name(String),          // parent_account_name
/// }
/// ```
///
/// There are at least two variants. One without names has one field, which is the parameter. A method has a field of the enum, or
/// of an `Option` of it, with the attribute `#[param(one_of)]`.
///
/// A variant with named fields is several parameters. The first field is the one that is chosen, the others are
/// sent only with it: more parameters, `Option`s of them, and other choices (`#[param(one_of)]`). Their names on the wire are
/// those of the fields.
///
/// ```text
/// /// By its name, which is unique in an application.
/// Name {
///     /// The name.
///     user_name: String,
///     /// The application.
///     #[param(one_of)]
///     application: Application,
/// },
/// ```
///
/// # `#[vox_choice(..)]` on the enum
/// | key | without it | meaning |
/// |---|---|---|
/// | `name = "parent_account"` | the type's name in snake case | the group's name |
/// | `prefix = "parent_account"` | `name` | the prefix of the members' names |
/// | `crate = ::path` | `::vox_core` | the path of `vox_core`, as for a [method](macro@VoxMethod) |
///
/// # `#[param(..)]` on a variant
/// `name`, `secret` and the rules, as on a field of a [method](macro@VoxMethod). Without `name` the name on the wire
/// is the prefix, an underscore and the variant's name in snake case. Also:
///
/// | key | meaning |
/// |---|---|
/// | `default = 20`, `default_text = ".."` | the server's default if no variant is sent, at most one in the enum; documentation |
/// | `needs = application` | sent only together with this parameter of the method, or a variant of this field; several as `[application, user]` |
#[proc_macro_derive(
    VoxChoice,
    attributes(vox_method, vox_choice, vox_record, vox_enum, param, field, value, serde, garde, validate)
)]
pub fn vox_choice(input: TokenStream) -> TokenStream {
    derive::CHOICE.run(input.into()).into()
}

/// Declares a record in a response: a struct with named fields.
///
/// ```text
/// /// An account.
/// #[derive(Debug, Clone, PartialEq, VoxRecord)]
/// #[non_exhaustive]
/// pub struct AccountInfo {
///     /// The id.
///     pub account_id: u64,
///     /// The name, if the response has it.
///     pub account_name: Option<String>,
/// }
/// ```
///
/// Fields that are `Option`s, `Vec`s or maps, or aliases of these, may be missing or null; every other field is required. Unknown
/// fields are ignored. A record has at most 128 fields. A record contains itself as `Vec<Self>` or `Option<Box<Self>>`, with the
/// name of the struct.
///
/// # `#[vox_record(..)]` on the struct
/// | key | without it | meaning |
/// |---|---|---|
/// | `crate = ::path` | `::vox_core` | the path of `vox_core`, as for a [method](macro@VoxMethod) |
///
/// # `#[field(..)]` on a field
/// | key | without it | meaning |
/// |---|---|---|
/// | `name = "wire_name"` | the field's name | the name in the response |
/// | `alias = "other_name"` | | another name, read if the response has it; may be repeated |
/// | `secret = false` | whether the type is `Secret` | the string is no secret although its name sounds like one |
///
/// # Generated items
/// `Record`, `FieldValue` and `serde::Deserialize`.
#[proc_macro_derive(
    VoxRecord,
    attributes(vox_method, vox_choice, vox_record, vox_enum, param, field, value, serde, garde, validate)
)]
pub fn vox_record(input: TokenStream) -> TokenStream {
    derive::RECORD.run(input.into()).into()
}

/// Declares a string enum that the API may extend: values that the server adds later are kept.
///
/// It implements `Debug`, `Clone` and the comparisons as well: derive nothing else.
///
/// ```text
/// /// The state of a number.
/// #[derive(VoxEnum)]
/// #[non_exhaustive]
/// pub enum NumberState {
///     /// In use.
///     InUse,                  // IN_USE
///     /// Free.
///     #[value(name = "free")]
///     Free,                   // free
///     /// A state that this version does not know.
///     Other(String),
/// }
/// ```
///
/// The last variant, of any name, has one `String` and keeps unknown values; all others are known values.
///
/// # `#[vox_enum(..)]` on the enum
/// | key | without it | meaning |
/// |---|---|---|
/// | `case = "snake_case"` | `"SCREAMING_SNAKE_CASE"` | how values follow from names; also `"lowercase"`, `"UPPERCASE"` |
/// | `crate = ::path` | `::vox_core` | the path of `vox_core`, as for a [method](macro@VoxMethod) |
///
/// # `#[value(..)]` on a variant
/// | key | without it | meaning |
/// |---|---|---|
/// | `name = "IN_USE"` | the variant's name in the enum's case | the value on the wire |
///
/// # Generated items
/// `TextEnum`, `ParamValue`, `ListItem` and `FieldValue`; `Clone`, `Debug`, `Display`, `PartialEq`, `Eq`, `Hash`,
/// `AsRef<str>`, `From<&str>`, `From<String>`, `FromStr` and `serde::Deserialize`;
/// `VALUES`, `as_str()` and `other(text)`.
#[proc_macro_derive(
    VoxEnum,
    attributes(vox_method, vox_choice, vox_record, vox_enum, param, field, value, serde, garde, validate)
)]
pub fn vox_enum(input: TokenStream) -> TokenStream {
    derive::ENUM.run(input.into()).into()
}
