//! Habits from other crates and other languages.

use std::sync::Arc;

use vox_core::prelude::*;

/// Values without their keys.
#[derive(VoxMethod)]
#[vox_method(SetThing, SetThingResponse, write)]
pub struct Positional {}

/// Keys of other crates.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = SetThingResponse, kind = Kind::Write, description = "Sets a thing.", url = "/SetThing")]
pub struct OtherKeys {}

/// A read without a response.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = (), kind = read)]
pub struct NoResponse {}

/// A response of one number.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = u64, kind = write)]
pub struct NumberResponse {}

/// Braces.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = { result: u64 }, roles = {Owner, Admin}, kind = write)]
pub struct Braces {}

/// Two pairs of parentheses.
#[derive(VoxMethod)]
#[vox_method((name = "SetThing", response = SetThingResponse, kind = write))]
pub struct Parentheses {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = SetThingResponse, kind = write)]
pub struct Parameters {
    /// Numbers in quotes and in parentheses.
    #[param(min_len = "5", max_len(20))]
    pub numbers: String,
    /// A number with a type.
    #[param(min = 5u64)]
    pub typed: u64,
    /// A number that fits no type.
    #[param(max_len = 99999999999999999999)]
    pub large: String,
    /// Operators of other languages.
    #[param(min_len == 5, max_len => 20)]
    pub operators: String,
    /// Too many commas.
    #[param(, min_len = 5,, max_len = 20)]
    pub commas: String,
    /// A key in quotes.
    #[param("max_len" = 20)]
    pub quoted: String,
    /// A key with a path.
    #[param(vox_core::max_len = 20)]
    pub path: String,
    /// Defaults as Rust values of the field.
    #[param(default = None)]
    pub nothing: Option<u64>,
    /// Another.
    #[param(default = Some(5))]
    pub something: Option<u64>,
    /// A default of an enum.
    #[param(default = State::InUse)]
    pub state: Option<State>,
    /// A pattern without quotes.
    #[param(pattern = [a-z])]
    pub pattern: String,
    /// A description.
    #[param(description = "A text.", doc = "A text.")]
    pub described: String,
    /// A pointer.
    pub boxed: Box<u64>,
    /// A shared string.
    pub shared: Option<Arc<str>>,
}

/// A string without a size.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = SetThingResponse, kind = write)]
pub struct Unsized {
    /// Anything.
    pub anything: Box<dyn Send>,
    /// A string.
    pub text: str,
}

/// A request that is also a record.
#[derive(VoxMethod, VoxRecord)]
#[vox_method(name = "SetThing", response = SetThingResponse, kind = write)]
pub struct Both {
    /// A string.
    #[param(max_len = 20)]
    pub text: String,
}

/// A response.
#[derive(VoxRecord)]
pub struct SetThingResponse {
    /// The attribute of a parameter.
    #[param(name = "outcome")]
    pub result: u64,
    /// Rules.
    #[field(max_len = 20, pattern = "[a-z]+")]
    pub text: Option<String>,
    /// A response inside itself.
    pub inner: Option<Vec<Box<SetThingResponse>>>,
}

/// The state of a number.
#[derive(VoxEnum)]
pub enum State {
    /// The attribute of a parameter.
    #[param(name = "in_use")]
    InUse,
    /// Another.
    Other(String),
}

/// A choice with the derive of a string enum.
#[derive(VoxEnum)]
pub enum User {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}

/// A string enum with the derive of a choice.
#[derive(VoxChoice)]
pub enum Order {
    /// Upwards.
    Ascending,
    /// Downwards.
    Descending,
}

/// Types with the wrong derive, used as what they are.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = SetThingResponse, kind = write)]
pub struct Uses {
    /// A user.
    #[param(one_of)]
    pub user: User,
    /// An order.
    pub order: Option<Order>,
    /// Orders.
    pub orders: Vec<Order>,
}

fn used(client: &Client) {
    let _ = Parameters::builder().numbers("5").boxed(1).something(5).send(client);
    let _ = Positional {}.send(client);
}

fn main() {}
