//! Values of attributes that are nearly right.

use std::borrow::Cow;

use vox_core::prelude::*;

const MAX: usize = 20;

/// A response that is not always there.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Option<Thing>, kind = write)]
pub struct OptionalResponse {}

/// A response of bytes.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Vec<u8>, kind = write)]
pub struct BytesResponse {}

/// A response as a value.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing {}, kind = write)]
pub struct ValueResponse {}

/// Keywords of HTTP.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = (), kind = post)]
pub struct Post {}

/// A flag instead of a keyword.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = (), kind = write, credentials = true)]
pub struct Flag {}

/// The prefix of another section in another case.
#[derive(VoxMethod)]
#[vox_method(name = "sq_add_queue", response = (), kind = write)]
pub struct SqAddQueue {}

/// Two words with an underscore.
#[derive(VoxMethod)]
#[vox_method(name = "Set_Thing", response = (), kind = write)]
pub struct Underscore {}

/// The name is missing.
#[derive(VoxMethod)]
#[vox_method(response = (), kind = write)]
pub struct SqDelQueue {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = (), kind = write)]
pub struct SetThing {
    /// A date without quotes.
    #[param(default = 2026-01-31)]
    pub date: Option<Date>,
    /// A check that is made in place.
    #[param(check = rules::Check::new("even", "must be even", |text| text.len() % 2 == 0))]
    pub checked: String,
    /// A flag of regular expressions.
    #[param(pattern = "(?i)[a-z]+")]
    pub any_case: String,
    /// A class of Unicode.
    #[param(pattern = r"\p{Lu}[a-z]*")]
    pub upper: String,
    /// A constant instead of a number.
    #[param(max_len = MAX)]
    pub constant: String,
    /// A product.
    #[param(max_len = 2 * 10)]
    pub product: String,
    /// A default that is too small.
    #[param(default = -5)]
    pub negative: Option<u64>,
    /// A range.
    #[param(min = 1..100)]
    pub range: u64,
    /// A group without a name.
    #[param(any_of)]
    pub unnamed_group: Option<u64>,
    /// A switch without a value.
    #[param(secret)]
    pub switch: String,
    /// A list of checks.
    #[param(check = [rules::EMAIL, rules::URL])]
    pub checks: String,
    /// A string that may be borrowed.
    #[param(max_len = 5)]
    pub borrowed: Cow<'static, str>,
    /// A choice behind a pointer.
    #[param(one_of)]
    pub user: Box<User>,
    /// An alternative.
    #[param(pattern = "cat|dog")]
    pub alternatives: String,
}

/// A choice.
#[derive(VoxChoice)]
#[vox_choice(prefix = user)]
pub enum User {
    /// By id.
    Id(u64),
    /// By name.
    #[param(min_len = 5, one_of)]
    Name(String),
}

/// A color.
#[derive(VoxEnum)]
#[vox_enum(case = "kebab-case")]
pub enum Color {
    /// Red.
    #[value(name = 5)]
    Red,
    /// Blue.
    #[value("blue")]
    Blue,
    /// Green.
    #[value(rename = "green")]
    Green,
    /// Another.
    Other(String),
}

/// A record.
#[derive(VoxRecord)]
#[vox_record(name = "Thing")]
pub struct Thing {
    /// A name without quotes.
    #[field(name = thing_id)]
    pub id: u64,
    /// A number instead of a switch.
    #[field(secret = 0)]
    pub token: Secret,
    /// A key of parameters.
    #[field(any_of = "things")]
    pub grouped: Option<u64>,
}

fn main() {}
