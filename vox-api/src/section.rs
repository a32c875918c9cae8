//! The list of sections.

use vox_core::methods::DeclaredMethod;

/// An enabled section of the API, as data.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Section {
    /// The API's name: `PhoneNumbers`.
    pub name: &'static str,
    /// The feature, which is also the name of the module: `phone_numbers`.
    pub feature: &'static str,
    /// The heading: `Phone numbers`.
    pub title: &'static str,
    /// The methods.
    pub methods: &'static [DeclaredMethod],
}

/// Declares the modules of the sections, each behind its feature, and lists the enabled sections in `SECTIONS`. The feature is
/// on the line of the module, so that the compiler does not read the files of other sections.
macro_rules! sections {
    ($(
        $module:ident { feature = $feature:literal, name = $name:literal, title = $title:literal }
    )*) => {
        $(
            #[cfg(feature = $feature)]
            #[cfg_attr(docsrs, doc(cfg(feature = $feature)))]
            pub mod $module;
        )*

        /// The enabled sections, as data.
        pub const SECTIONS: &[Section] = &[$(
            #[cfg(feature = $feature)]
            Section { name: $name, feature: $feature, title: $title, methods: $module::METHODS },
        )*];
    };
}
