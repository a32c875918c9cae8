const _: () = {
    use ::vox_core::macro_support as __vox;
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
                    nested: <u64 as __vox::FieldValue>::NESTED,
                    required: true,
                    secret: false,
                },
                __vox::FieldMeta {
                    name: "apiKey",
                    doc: "The key.",
                    value: <Secret as __vox::FieldValue>::field_type,
                    nested: <Secret as __vox::FieldValue>::NESTED,
                    required: false,
                    secret: true,
                },
                __vox::FieldMeta {
                    name: "children",
                    doc: "",
                    value: <AccountInfo as __vox::Field>::type_of::<Vec<AccountInfo>>,
                    nested: true,
                    required: false,
                    secret: false,
                },
            ],
            aliases: __vox::NO_ALIASES,
        };
        fn blank() -> Self {
            Self {
                account_id: <u64 as __vox::Field>::initial(),
                api_key: __vox::None,
                children: __vox::Vec::new(),
            }
        }
        fn set(
            &mut self,
            index: usize,
            value: __vox::ValueReader<'_>,
        ) -> __vox::Result<bool, __vox::DecodeError> {
            match index {
                0usize => value.assign(&mut self.account_id),
                1usize => value.assign(&mut self.api_key),
                2usize => {
                    <AccountInfo as __vox::Field>::assign(&mut self.children, value)
                }
                _ => __vox::Ok(false),
            }
        }
        __vox::__masked! {
            fn get(& self, index : usize) -> __vox::FieldContent < '_ > { match index {
            0usize => __vox::FieldValue::content(& self.account_id), 1usize =>
            __vox::FieldValue::content(& self.api_key), 2usize => < AccountInfo as
            __vox::Field > ::content_of(& self.children), _ =>
            __vox::FieldContent::ABSENT, } }
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
