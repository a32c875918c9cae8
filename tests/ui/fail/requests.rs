use vox_core::prelude::*;

type Numbers = Vec<u64>;
type Picture = File;

/// Rules of items.
#[derive(VoxMethod)]
#[vox_method(name = "AddThings", response = (), kind = write)]
pub struct AddThings {
    /// A rule for texts.
    #[param(each(max_len = 5))]
    pub ids: IdList,
    /// A misspelled rule.
    #[param(each(max_lenght = 5))]
    pub names: Vec<String>,
    /// No list.
    #[param(each(max_len = 5))]
    pub name: String,
    /// No rules.
    #[param(each)]
    pub texts: Vec<String>,
    /// A file has no length.
    #[param(max_bytes = 5)]
    pub picture: File,
}

/// Rules of items of an alias.
#[derive(VoxMethod)]
#[vox_method(name = "AddNumbers", response = (), kind = write)]
pub struct AddNumbers {
    /// A rule for texts.
    #[param(each(max_len = 5))]
    pub numbers: Numbers,
    /// A file has no length.
    #[param(max_len = 5)]
    pub picture: Picture,
}

/// Roles.
#[derive(VoxMethod)]
#[vox_method(
    name = "AddRoles",
    roles = [Ownr, other("Call list manager"), other(Owner), "sys.Admin"],
    response = (),
    kind = write,
)]
pub struct AddRoles {}

/// A read that spends money.
#[derive(VoxMethod)]
#[vox_method(name = "GetMoney", response = Value, kind = read, money = true)]
pub struct GetMoney {}

/// A list of files.
#[derive(VoxMethod)]
#[vox_method(name = "AddPictures", response = (), kind = write)]
pub struct AddPictures {
    /// One file for each parameter.
    pub pictures: Vec<File>,
}

fn main() {}
