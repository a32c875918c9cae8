const _: () = {
    use ::vox_core::__private as __vox;
    #[automatically_derived]
    impl __vox::Record for AccountInfo {
        const META: &'static __vox::RecordMeta = &__vox::RecordMeta {
            name: "AccountInfo",
            doc: "An account.",
            fields: &[
                __vox::FieldMeta {
                    name: "account_id",
                    doc: "The id.",
                    value: <u64 as __vox::FieldValue>::field_type,
                    required: true,
                    secret: false,
                },
                __vox::FieldMeta {
                    name: "apiKey",
                    doc: "The key.",
                    value: <Secret as __vox::FieldValue>::field_type,
                    required: false,
                    secret: true,
                },
                __vox::FieldMeta {
                    name: "children",
                    doc: "",
                    value: <Vec<AccountInfo> as __vox::FieldValue>::field_type,
                    required: false,
                    secret: false,
                },
            ],
        };
        fn blank() -> Self {
            Self {
                account_id: <u64 as __vox::FieldValue>::blank(),
                api_key: __vox::None,
                children: <Vec<AccountInfo> as __vox::FieldValue>::blank(),
            }
        }
        fn set<'de, A: __vox::MapAccess<'de>>(
            &mut self,
            index: usize,
            map: &mut A,
        ) -> __vox::Result<bool, A::Error> {
            match index {
                0usize => __vox::assign(&mut self.account_id, map),
                1usize => __vox::assign(&mut self.api_key, map),
                2usize => {
                    <Vec<
                        AccountInfo,
                    > as __vox::FieldValue>::assign(&mut self.children, map)
                }
                _ => __vox::skip(map),
            }
        }
    }
    #[automatically_derived]
    impl __vox::FieldValue for AccountInfo {
        fn blank() -> Self {
            __vox::Record::blank()
        }
        fn field_type() -> __vox::FieldType {
            __vox::FieldType::Record(<Self as __vox::Record>::META)
        }
        fn read<'de, D: __vox::Deserializer<'de>>(
            deserializer: D,
        ) -> __vox::Result<__vox::Option<Self>, D::Error> {
            __vox::read_record(deserializer)
        }
    }
    #[automatically_derived]
    impl<'de> __vox::Deserialize<'de> for AccountInfo {
        fn deserialize<D: __vox::Deserializer<'de>>(
            deserializer: D,
        ) -> __vox::Result<Self, D::Error> {
            __vox::deserialize_record(deserializer)
        }
    }
};
