//! The derives of vox. Use them through `vox_core` or `vox_accounts`, which re-export them.
//!
//! | derive | for |
//! |---|---|
//! | [`VoxMethod`] | a request: a struct whose fields are the parameters |
//! | [`VoxChoice`] | parameters of which exactly one is sent: an enum |
//! | [`VoxEnum`] | a list of texts that stays open: an enum |
//! | [`VoxRecord`] | a structure in a response |
//!
//! An item goes through three stages: `syntax` reads the attributes, `check` finds what makes no sense, `emit` writes
//! the code. All mistakes of an item are reported in one run.
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

/// Makes a struct with named fields a method of the API.
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
/// An `Option` is a parameter that may be left out; every other field is required. Doc comments become the method's
/// documentation. Derive no `Default` beside it: it comes by itself where nothing is required, and where something is,
/// it would be forgotten silently.
///
/// # `#[vox_method(..)]` on the struct
/// | key | | meaning |
/// |---|---|---|
/// | `name = "AddAccount"` | required | the name, as in the URL |
/// | `response = AddAccountResponse` | required | what a call returns; `()` if only the acknowledgment |
/// | `kind = read` or `write` | required | whether a call may be repeated safely |
/// | `ack = one`, `truthy` or `none` | `one` for writes, `none` for reads | the acknowledgment, see below |
/// | `roles = [Owner, Admin]` | | the roles that may call it; without it every key may |
/// | `credentials = in_request` | | the parameters are the credentials; the client adds none |
/// | `crate = ::path` | `::vox_core` | where `vox_core` is found; beside `vox_accounts` alone, `::vox_accounts::vox_core` |
///
/// # The acknowledgment
/// A write returns `{"result": 1}`, with or without other members. The library checks this member, so the response has
/// no field for it; a method that returns nothing else has `response = ()`.
///
/// | key | a call succeeded if `result` is | for |
/// |---|---|---|
/// | `ack = one` | `1`, `"1"` or `true` | writes; the default |
/// | `ack = truthy` | any value except `false`, 0 and empty values | methods whose value no source states |
/// | `ack = none` | not looked at | methods whose `result` is data: an id, a count, a structure; the default for reads |
///
/// # `#[param(..)]` on a field
/// | key | on | meaning |
/// |---|---|---|
/// | `name = "wire_name"` | | the name on the wire, where the field's differs |
/// | `one_of` | enums with `VoxChoice` | one of several parameters |
/// | `min_len = 5`, `max_len = 20` | texts | the number of characters |
/// | `pattern = "[a-z]+"` | texts | the whole text matches, without `^` and `$`; compiled by the derive |
/// | `check = rules::EMAIL` | texts | a constant decides, made by `vox_core::rules::Check::new` |
/// | `min = 0.5`, `max = 100` | numbers | bounds, exact |
/// | `min_items = 1`, `max_items = 50` | lists | the number of items |
/// | `default = 20` | `Option` | what the server takes otherwise; documentation |
/// | `default_text = "The current date"` | `Option` | the same, as a sentence |
/// | `any_of = "group"` | | a group of which the reference wants a member; documentation |
/// | `secret = false` | whether the type is `Secret` | says of a text named like a secret that it is none; a `Secret` stays hidden |
///
/// # What it gives
/// - `Method`, `CallableBy` for each role, and under the feature `server` of `vox_core` `ServerMethod`;
/// - `builder()`, with a setter for each parameter; to `build` or `send` without a required parameter is an error at
///   compile time. A field named `build` or `send` has the setter `field_build` or `field_send`;
/// - under the feature `client` of `vox_core` `send(&client)`;
/// - `Default`, where nothing is required.
#[proc_macro_derive(VoxMethod, attributes(vox_method, param))]
pub fn vox_method(input: TokenStream) -> TokenStream {
    derive::method(input.into()).into()
}

/// Makes an enum the choice between parameters of which exactly one is sent.
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
/// Each of the two or more variants has one value. A field of a method holds the enum, or an `Option` of it, and is
/// marked `#[param(one_of)]`.
///
/// # `#[vox_choice(..)]` on the enum
/// | key | without it | meaning |
/// |---|---|---|
/// | `name = "parent_account"` | the type's name in snake case | the group's name |
/// | `prefix = "parent_account"` | `name` | what the members' names begin with |
/// | `crate = ::path` | `::vox_core` | where `vox_core` is found |
///
/// # `#[param(..)]` on a variant
/// `name`, `secret` and the rules, as on a field of a [method](macro@VoxMethod). Without `name` the name on the wire
/// is the prefix, an underscore and the variant's name in snake case.
#[proc_macro_derive(VoxChoice, attributes(vox_choice, param))]
pub fn vox_choice(input: TokenStream) -> TokenStream {
    derive::choice(input.into()).into()
}

/// Makes a struct with named fields a structure in a response.
///
/// ```text
/// /// An account.
/// #[derive(Debug, Clone, PartialEq, VoxRecord)]
/// #[non_exhaustive]
/// pub struct AccountInfo {
///     /// The id.
///     pub account_id: u64,
///     /// The name, where it is told.
///     pub account_name: Option<String>,
/// }
/// ```
///
/// `Option` and `Vec` fields may be missing or null, every other field is required. Unknown fields are ignored. At
/// most 128 fields.
///
/// # `#[vox_record(..)]` on the struct
/// | key | without it | meaning |
/// |---|---|---|
/// | `crate = ::path` | `::vox_core` | where `vox_core` is found |
///
/// # `#[field(..)]` on a field
/// | key | without it | meaning |
/// |---|---|---|
/// | `name = "wire_name"` | the field's name | the name in the response |
/// | `secret = false` | whether the type is `Secret` | says of a text named like a secret that it is none |
///
/// # What it gives
/// `Record`, `FieldValue` and `serde::Deserialize`.
#[proc_macro_derive(VoxRecord, attributes(vox_record, field, vox_method, param))]
pub fn vox_record(input: TokenStream) -> TokenStream {
    derive::record(input.into()).into()
}

/// Makes an enum a list of texts that stays open: what the server adds later is kept.
///
/// It brings `Debug`, `Clone` and the comparisons by itself: derive nothing beside it.
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
///     /// A state this version does not know.
///     Other(String),
/// }
/// ```
///
/// The last variant, of any name, has one `String` and keeps unknown texts; all others are known texts.
///
/// # `#[vox_enum(..)]` on the enum
/// | key | without it | meaning |
/// |---|---|---|
/// | `case = "snake_case"` | `"SCREAMING_SNAKE_CASE"` | how texts follow from names; also `"lowercase"`, `"UPPERCASE"` |
/// | `crate = ::path` | `::vox_core` | where `vox_core` is found |
///
/// # `#[value(..)]` on a variant
/// | key | without it | meaning |
/// |---|---|---|
/// | `name = "IN_USE"` | the variant's name in the enum's case | the text |
///
/// # What it gives
/// `TextEnum`, `ParamValue`, `ListItem` and `FieldValue`; `Clone`, `Debug`, `Display`, `PartialEq`, `Eq`, `Hash`,
/// `AsRef<str>`, `From<&str>`, `From<String>`, `FromStr` and `serde::Deserialize`, so that nothing else is derived;
/// `VALUES`, `as_str()` and `other(text)`.
#[proc_macro_derive(VoxEnum, attributes(vox_enum, value, param))]
pub fn vox_enum(input: TokenStream) -> TokenStream {
    derive::enumeration(input.into()).into()
}
