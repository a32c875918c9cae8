const _: () = {
    static __VOX_META: ::vox_core::RecordMeta = ::vox_core::RecordMeta {
        name: "AccountInfo",
        doc: "An account.",
        fields: &[
            ::vox_core::FieldMeta {
                name: "account_id",
                doc: "The id.",
                value: <u64 as ::vox_core::FieldValue>::field_type,
                required: true,
                secret: false,
            },
            ::vox_core::FieldMeta {
                name: "apiKey",
                doc: "The key.",
                value: <Secret as ::vox_core::FieldValue>::field_type,
                required: false,
                secret: true,
            },
            ::vox_core::FieldMeta {
                name: "children",
                doc: "",
                value: <Vec<AccountInfo> as ::vox_core::FieldValue>::field_type,
                required: false,
                secret: false,
            },
        ],
    };
    #[automatically_derived]
    impl ::vox_core::Record for AccountInfo {
        const META: &'static ::vox_core::RecordMeta = &__VOX_META;
        fn blank() -> Self {
            Self {
                account_id: <u64 as ::vox_core::FieldValue>::blank(),
                api_key: ::core::option::Option::None,
                children: <Vec<AccountInfo> as ::vox_core::FieldValue>::blank(),
            }
        }
        fn set<'de, A: ::vox_core::__private::serde::de::MapAccess<'de>>(
            &mut self,
            index: usize,
            map: &mut A,
        ) -> ::core::result::Result<
            bool,
            <A as ::vox_core::__private::serde::de::MapAccess<'de>>::Error,
        > {
            match index {
                0usize => ::vox_core::__private::assign(&mut self.account_id, map),
                1usize => ::vox_core::__private::assign(&mut self.api_key, map),
                2usize => {
                    <Vec<
                        AccountInfo,
                    > as ::vox_core::FieldValue>::assign(&mut self.children, map)
                }
                _ => ::vox_core::__private::skip(map),
            }
        }
    }
    #[automatically_derived]
    impl ::vox_core::FieldValue for AccountInfo {
        fn blank() -> Self {
            <Self as ::vox_core::Record>::blank()
        }
        fn field_type() -> ::vox_core::FieldType {
            ::vox_core::FieldType::Record(<Self as ::vox_core::Record>::META)
        }
        fn read<'de, D: ::vox_core::__private::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<
            ::core::option::Option<Self>,
            <D as ::vox_core::__private::serde::Deserializer<'de>>::Error,
        > {
            ::vox_core::__private::read_record(deserializer)
        }
    }
    #[automatically_derived]
    impl<'de> ::vox_core::__private::serde::Deserialize<'de> for AccountInfo {
        fn deserialize<D: ::vox_core::__private::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<
            Self,
            <D as ::vox_core::__private::serde::Deserializer<'de>>::Error,
        > {
            ::vox_core::__private::deserialize_record(deserializer)
        }
    }
};
