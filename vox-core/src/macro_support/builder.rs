//! The states of a required parameter in a generated builder.
//!
//! A builder carries each required value in its own type parameter: [`Unset`] at first, [`Set`] with the value
//! once it is set. These types appear in compile errors only.

/// The parameter has no value yet.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unset;

/// The parameter has this value.
#[derive(Debug, Clone)]
pub struct Set<T>(pub T);

/// A parameter that may still be set.
#[diagnostic::on_unimplemented(
    message = "this parameter is set twice",
    label = "it already has a value",
    note = "a required parameter is set once; remove one of the two calls"
)]
pub trait Open {}

#[diagnostic::do_not_recommend]
impl Open for Unset {}

/// A parameter that has a value of the type `T`.
pub trait Is<T> {
    /// Takes the value out.
    fn into_value(self) -> T;
}

impl<T> Is<T> for Set<T> {
    fn into_value(self) -> T {
        self.0
    }
}
