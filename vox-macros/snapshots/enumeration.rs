const _: () = {
    static __VOX_META: ::vox_core::macro_support::EnumMeta = ::vox_core::macro_support::EnumMeta {
        name: "NumberState",
        doc: "The state of a number.",
        values: &["IN_USE", "free"],
        labels: &["In use.", ""],
    };
    #[automatically_derived]
    impl ::vox_core::macro_support::TextEnum for NumberState {
        const META: &'static ::vox_core::macro_support::EnumMeta = &__VOX_META;
        fn index(&self) -> usize {
            match self {
                Self::InUse => 0usize,
                Self::Free => 1usize,
                Self::Other(_) => 2usize,
            }
        }
        fn from_index(index: usize) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match index {
                    0usize => Self::InUse,
                    1usize => Self::Free,
                    _ => return ::core::option::Option::None,
                },
            )
        }
        fn from_other(text: ::std::string::String) -> Self {
            Self::Other(text)
        }
        fn as_other(&self) -> ::core::option::Option<&str> {
            match self {
                Self::Other(text) => ::core::option::Option::Some(text),
                _ => ::core::option::Option::None,
            }
        }
    }
    #[automatically_derived]
    impl ::core::clone::Clone for NumberState {
        fn clone(&self) -> Self {
            match self {
                Self::Other(text) => Self::Other(::core::clone::Clone::clone(text)),
                known => {
                    ::vox_core::macro_support::enum_known(
                        ::vox_core::macro_support::TextEnum::index(known),
                    )
                }
            }
        }
    }
    #[allow(dead_code)]
    impl NumberState {
        /// The known values, in the order of the variants.
        pub const VALUES: &'static [&'static str] = <Self as ::vox_core::macro_support::TextEnum>::META
            .values;
        /// The value on the wire.
        #[must_use]
        pub fn as_str(&self) -> &str {
            ::vox_core::macro_support::TextEnum::as_text(self)
        }
        /// The variant with this value, or the variant for unknown values.
        #[must_use]
        pub fn other(text: impl ::core::convert::Into<::std::string::String>) -> Self {
            ::vox_core::macro_support::enum_from(
                &::core::convert::Into::<::std::string::String>::into(text),
            )
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for NumberState {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Debug::fmt(
                ::vox_core::macro_support::TextEnum::as_text(self),
                f,
            )
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for NumberState {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Display::fmt(
                ::vox_core::macro_support::TextEnum::as_text(self),
                f,
            )
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq for NumberState {
        fn eq(&self, other: &Self) -> bool {
            ::vox_core::macro_support::TextEnum::as_text(self)
                == ::vox_core::macro_support::TextEnum::as_text(other)
        }
    }
    #[automatically_derived]
    impl ::core::cmp::Eq for NumberState {}
    #[automatically_derived]
    impl ::core::hash::Hash for NumberState {
        fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
            ::core::hash::Hash::hash(
                ::vox_core::macro_support::TextEnum::as_text(self),
                state,
            );
        }
    }
    #[automatically_derived]
    impl ::core::convert::AsRef<str> for NumberState {
        fn as_ref(&self) -> &str {
            ::vox_core::macro_support::TextEnum::as_text(self)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<&str> for NumberState {
        fn from(text: &str) -> Self {
            ::vox_core::macro_support::enum_from(text)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<::std::string::String> for NumberState {
        fn from(text: ::std::string::String) -> Self {
            ::vox_core::macro_support::enum_from(&text)
        }
    }
    #[automatically_derived]
    impl ::core::str::FromStr for NumberState {
        type Err = ::core::convert::Infallible;
        fn from_str(
            text: &str,
        ) -> ::core::result::Result<Self, ::core::convert::Infallible> {
            ::core::result::Result::Ok(::vox_core::macro_support::enum_from(text))
        }
    }
    #[automatically_derived]
    impl ::vox_core::macro_support::ParamValue for NumberState {
        type Setter = ::vox_core::macro_support::Converted;
        const TEXTS: ::core::option::Option<
            &'static ::vox_core::macro_support::EnumMeta,
        > = ::core::option::Option::Some(
            <Self as ::vox_core::macro_support::TextEnum>::META,
        );
        fn meta() -> ::vox_core::macro_support::ValueMeta {
            ::vox_core::macro_support::enum_value(
                <Self as ::vox_core::macro_support::TextEnum>::META,
            )
        }
        fn write(&self, out: &mut ::vox_core::macro_support::ValueWriter<'_>) {
            out.text(::vox_core::macro_support::TextEnum::as_text(self));
        }
        fn read(text: &str) -> ::core::result::Result<Self, &'static str> {
            ::core::result::Result::Ok(::vox_core::macro_support::enum_from(text))
        }
    }
    #[automatically_derived]
    impl ::vox_core::macro_support::ListItem for NumberState {
        fn free_text(&self) -> ::core::option::Option<&str> {
            ::vox_core::macro_support::TextEnum::as_other(self)
        }
    }
    #[automatically_derived]
    impl ::vox_core::macro_support::FieldValue for NumberState {
        fn blank() -> Self {
            ::vox_core::macro_support::enum_from("")
        }
        fn field_type() -> ::vox_core::macro_support::FieldType {
            ::vox_core::macro_support::FieldType::Enum(
                <Self as ::vox_core::macro_support::TextEnum>::META,
            )
        }
        fn read<'de, D: ::vox_core::macro_support::Deserializer<'de>>(
            deserializer: D,
            context: &mut ::vox_core::macro_support::DecodeContext,
        ) -> ::core::result::Result<::core::option::Option<Self>, D::Error> {
            ::vox_core::macro_support::read_enum(deserializer, context)
        }
        fn content(&self) -> ::vox_core::macro_support::FieldContent<'_> {
            ::vox_core::macro_support::FieldContent::text(
                ::vox_core::macro_support::TextEnum::as_text(self),
            )
        }
    }
    #[automatically_derived]
    impl<'de> ::vox_core::macro_support::Deserialize<'de> for NumberState {
        fn deserialize<D: ::vox_core::macro_support::Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::vox_core::macro_support::deserialize_enum(deserializer)
        }
    }
};
