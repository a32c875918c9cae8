//! Pointers and cells, also behind the name of an alias.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Mutex;

use vox_core::prelude::*;

type BoxedUser = Box<User>;
type MaybeUser = Option<Box<User>>;
type BoxedId = Box<u64>;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = (), kind = write)]
pub struct Aliases {
    /// A box.
    #[param(one_of)]
    pub boxed: BoxedUser,
    /// An optional box.
    #[param(one_of)]
    pub maybe: MaybeUser,
    /// The box of a number.
    pub id: BoxedId,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = (), kind = write)]
pub struct Spelled {
    /// A choice.
    #[param(one_of)]
    pub user: Rc<User>,
    /// A number.
    pub id: RefCell<u64>,
    /// A string.
    pub name: Option<Mutex<String>>,
}

/// A user.
#[derive(VoxChoice)]
pub enum User {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}

fn main() {
    let _ = Spelled::builder();
}
