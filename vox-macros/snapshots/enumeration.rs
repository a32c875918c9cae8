const _: () = {
    use ::vox_core::macro_support as __vox;
    static __VOX_META: __vox::EnumMeta = __vox::EnumMeta {
        name: "NumberState",
        doc: "The state of a number.",
        values: &["IN_USE", "free"],
        labels: &["In use.", ""],
    };
    #[automatically_derived]
    impl __vox::TextEnum for NumberState {
        const META: &'static __vox::EnumMeta = &__VOX_META;
        fn index(&self) -> usize {
            match self {
                Self::InUse => 0usize,
                Self::Free => 1usize,
                Self::Other(_) => 2usize,
            }
        }
        fn from_index(index: usize) -> __vox::Option<Self> {
            __vox::Some(
                match index {
                    0usize => Self::InUse,
                    1usize => Self::Free,
                    _ => return __vox::None,
                },
            )
        }
        fn from_other(text: __vox::String) -> Self {
            Self::Other(text)
        }
        fn as_other(&self) -> __vox::Option<&str> {
            match self {
                Self::Other(text) => __vox::Some(text),
                _ => __vox::None,
            }
        }
    }
    #[automatically_derived]
    impl __vox::Clone for NumberState {
        fn clone(&self) -> Self {
            match self {
                Self::Other(text) => Self::Other(__vox::Clone::clone(text)),
                known => __vox::enum_known(__vox::TextEnum::index(known)),
            }
        }
    }
    #[allow(dead_code)]
    impl NumberState {
        /// The known values, in the order of the variants.
        pub const VALUES: &'static [&'static str] = <Self as __vox::TextEnum>::META
            .values;
        /// The value on the wire.
        #[must_use]
        pub fn as_str(&self) -> &str {
            __vox::TextEnum::as_text(self)
        }
        /// The variant with this value, or the variant for unknown values.
        #[must_use]
        pub fn other(text: impl __vox::Into<__vox::String>) -> Self {
            __vox::enum_from(&__vox::Into::<__vox::String>::into(text))
        }
    }
    #[automatically_derived]
    impl __vox::fmt::Debug for NumberState {
        fn fmt(&self, f: &mut __vox::fmt::Formatter<'_>) -> __vox::fmt::Result {
            __vox::fmt::Debug::fmt(__vox::TextEnum::as_text(self), f)
        }
    }
    #[automatically_derived]
    impl __vox::fmt::Display for NumberState {
        fn fmt(&self, f: &mut __vox::fmt::Formatter<'_>) -> __vox::fmt::Result {
            __vox::fmt::Display::fmt(__vox::TextEnum::as_text(self), f)
        }
    }
    #[automatically_derived]
    impl __vox::PartialEq for NumberState {
        fn eq(&self, other: &Self) -> bool {
            __vox::TextEnum::as_text(self) == __vox::TextEnum::as_text(other)
        }
    }
    #[automatically_derived]
    impl __vox::Eq for NumberState {}
    #[automatically_derived]
    impl __vox::hash::Hash for NumberState {
        fn hash<H: __vox::hash::Hasher>(&self, state: &mut H) {
            __vox::hash::Hash::hash(__vox::TextEnum::as_text(self), state);
        }
    }
    #[automatically_derived]
    impl __vox::AsRef<str> for NumberState {
        fn as_ref(&self) -> &str {
            __vox::TextEnum::as_text(self)
        }
    }
    #[automatically_derived]
    impl __vox::From<&str> for NumberState {
        fn from(text: &str) -> Self {
            __vox::enum_from(text)
        }
    }
    #[automatically_derived]
    impl __vox::From<__vox::String> for NumberState {
        fn from(text: __vox::String) -> Self {
            __vox::enum_from(&text)
        }
    }
    #[automatically_derived]
    impl __vox::FromStr for NumberState {
        type Err = __vox::Infallible;
        fn from_str(text: &str) -> __vox::Result<Self, __vox::Infallible> {
            __vox::Ok(__vox::enum_from(text))
        }
    }
    #[automatically_derived]
    impl __vox::ParamValue for NumberState {
        type Setter = __vox::Converted;
        const TEXTS: __vox::Option<&'static __vox::EnumMeta> = __vox::Some(
            <Self as __vox::TextEnum>::META,
        );
        fn meta() -> __vox::ValueMeta {
            __vox::enum_value(<Self as __vox::TextEnum>::META)
        }
        fn write(&self, out: &mut __vox::ValueWriter<'_>) {
            out.text(__vox::TextEnum::as_text(self));
        }
        fn read(text: &str) -> __vox::Result<Self, &'static str> {
            __vox::Ok(__vox::enum_from(text))
        }
    }
    #[automatically_derived]
    impl __vox::ListItem for NumberState {
        fn free_text(&self) -> __vox::Option<&str> {
            __vox::TextEnum::as_other(self)
        }
    }
    #[automatically_derived]
    impl __vox::FieldValue for NumberState {
        const NESTED: bool = false;
        fn blank() -> Self {
            __vox::enum_from("")
        }
        fn field_type() -> __vox::FieldType {
            __vox::FieldType::Enum(<Self as __vox::TextEnum>::META)
        }
        fn read(
            json: __vox::ValueReader<'_>,
        ) -> __vox::Result<__vox::Option<Self>, __vox::DecodeError> {
            __vox::read_enum(json)
        }
        fn content(&self) -> __vox::FieldContent<'_> {
            __vox::FieldContent::text(__vox::TextEnum::as_text(self))
        }
    }
    #[automatically_derived]
    impl<'de> __vox::Deserialize<'de> for NumberState {
        fn deserialize<D: __vox::Deserializer<'de>>(
            deserializer: D,
        ) -> __vox::Result<Self, D::Error> {
            __vox::deserialize_enum(deserializer)
        }
    }
};
