//! The list of a crate's methods.

/// Declares the modules of a crate's methods, re-exports their types and lists the methods in `METHODS`.
///
/// Each line names a module (a file) and, in braces, the method and then the other types that users write. The line is
/// all that the list of a crate knows of a method: tests and documentation take everything else from `METHODS`,
/// a `&[&MethodMeta]` in the order of the lines. Builders stay in their modules.
///
/// ```ignore
/// vox_core::methods! {
///     add_user { AddUser, AddUserResponse }
///     del_user { DelUser, UserId }
///     #[cfg(feature = "export")]
///     export_users { ExportUsers, ExportUsersResponse }
/// }
/// ```
#[macro_export]
macro_rules! methods {
    ($(
        $(#[cfg(feature = $feature:literal)])?
        $module:ident { $method:ident $(, $other:ident)* $(,)? }
    )*) => {
        $(
            $(#[cfg(feature = $feature)])?
            pub mod $module;
            $(#[cfg(feature = $feature)])?
            #[doc(inline)]
            pub use $module::{$method $(, $other)*};
        )*

        /// Every method of this crate, as data.
        pub const METHODS: &[&$crate::meta::MethodMeta] = &[$(
            $(#[cfg(feature = $feature)])?
            <$method as $crate::Method>::META,
        )*];
    };
}
