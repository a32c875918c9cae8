//! What generated builders consist of: the states of required parameters, and the arguments of setters.
//!
//! A builder carries each required value in its own type parameter: [`Unset`] at first, [`Set`] with the value
//! once it is set. These types appear in compile errors only.

use crate::declare::ParamValue;
use crate::declare::setter::{Converted, Exact, Optional};

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

/// An alias of an `Option` may be left out.
impl<T> Is<Option<T>> for Unset {
    fn into_value(self) -> Option<T> {
        None
    }
}

/// The optional values of a builder. The builder is in a separate module, where the user's types have no names.
pub trait OptionalValues {
    /// A tuple of `Option`s.
    type Values;
}

/// A type of parameters whose setter takes an `A`.
///
/// Setters of types that the derive knows by their names do without it.
#[diagnostic::on_unimplemented(
    message = "`{A}` cannot be given as `{Self}`",
    label = "expected a `{Self}`, or a value that converts into it"
)]
pub trait Accepts<A>: Sized {
    /// Converts the argument.
    fn accept(argument: A) -> Self;
}

#[diagnostic::do_not_recommend]
impl<A, T: ParamValue + Takes<A, T::Setter>> Accepts<A> for T {
    fn accept(argument: A) -> Self {
        Self::take(argument)
    }
}

/// A type that takes an `A` in the given way.
#[diagnostic::on_unimplemented(
    message = "`{A}` cannot be given as `{Self}`",
    label = "expected a `{Self}`, or a value that converts into it"
)]
pub trait Takes<A, Way>: Sized {
    /// Converts the argument.
    fn take(argument: A) -> Self;
}

impl<T> Takes<T, Exact> for T {
    fn take(argument: T) -> Self {
        argument
    }
}

#[diagnostic::do_not_recommend]
impl<A: Into<T>, T> Takes<A, Converted> for T {
    fn take(argument: A) -> Self {
        argument.into()
    }
}

#[diagnostic::do_not_recommend]
impl<A, T: Accepts<A>> Takes<A, Optional> for Option<T> {
    fn take(argument: A) -> Self {
        Some(T::accept(argument))
    }
}
