//! Both kinds of clients.

use std::sync::Arc;

use super::Client;
use super::call::Call;
use super::paging::{Items, Paged, Pages};

/// A client that sends requests: [`Client`],
#[cfg_attr(feature = "blocking", doc = "[`blocking::Client`](crate::blocking::Client),")]
#[cfg_attr(not(feature = "blocking"), doc = "`blocking::Client`,")]
/// or a reference to one. Sealed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a client",
    label = "expected `&Client` or `&blocking::Client`",
    note = "a request is sent with a reference to a client: `request.send(&client)`"
)]
pub trait Caller: sealed::Sealed + Send + Sync {
    /// The role of the client, which is checked at compile time.
    type Role;

    /// What `send` returns: a [`Call`] to be awaited, or the result.
    type Call<T>;

    /// The pages of a list: a `Stream` or an `Iterator`.
    type Pages<P: Paged>;

    /// The items of a list: a `Stream` or an `Iterator`.
    type Items<P: Paged>: From<Self::Pages<P>>;

    #[doc(hidden)]
    fn client(&self) -> &Client<Self::Role>;

    #[doc(hidden)]
    fn run<T>(&self, call: Call<T>) -> Self::Call<T>;

    #[doc(hidden)]
    fn list<P: Paged>(&self, pages: Pages<P>) -> Self::Pages<P>;
}

impl<R> Caller for Client<R> {
    type Role = R;
    type Call<T> = Call<T>;
    type Pages<P: Paged> = Pages<P>;
    type Items<P: Paged> = Items<P>;

    fn client(&self) -> &Self {
        self
    }

    fn run<T>(&self, call: Call<T>) -> Call<T> {
        call
    }

    fn list<P: Paged>(&self, pages: Pages<P>) -> Pages<P> {
        pages
    }
}

impl<R> sealed::Sealed for Client<R> {}

macro_rules! references {
    ($($pointer:ty),+) => {$(
        #[diagnostic::do_not_recommend]
        impl<C: Caller + ?Sized> Caller for $pointer {
            type Role = C::Role;
            type Call<T> = C::Call<T>;
            type Pages<P: Paged> = C::Pages<P>;
            type Items<P: Paged> = C::Items<P>;

            fn client(&self) -> &Client<C::Role> {
                (**self).client()
            }

            fn run<T>(&self, call: Call<T>) -> C::Call<T> {
                (**self).run(call)
            }

            fn list<P: Paged>(&self, pages: Pages<P>) -> C::Pages<P> {
                (**self).list(pages)
            }
        }

        impl<C: Caller + ?Sized> sealed::Sealed for $pointer {}
    )+};
}

references! { &C, &mut C, Arc<C>, Box<C> }

pub(super) mod sealed {
    /// Keeps other crates from adding a client.
    #[expect(unnameable_types, reason = "that is the purpose")]
    pub trait Sealed {}
}
