const _: () = {
    use ::vox_core::macro_support as __vox;
    #[automatically_derived]
    impl __vox::Choice for ParentAccount {
        const META: &'static __vox::ChoiceMeta = &__vox::ChoiceMeta {
            name: "parent_account",
            doc: "The parent account.",
            members: &[
                __vox::ParamMeta {
                    name: "parent_account_id",
                    doc: "By its id.",
                    value: <u64 as __vox::Param>::value_meta,
                    required: false,
                    declared_secret: false,
                    default: __vox::NO_DEFAULT,
                    any_of: __vox::NO_GROUP,
                    rules: __vox::NO_RULES,
                },
                __vox::ParamMeta {
                    name: "parent_account_name",
                    doc: "By its name.",
                    value: <String as __vox::Param>::value_meta,
                    required: false,
                    declared_secret: false,
                    default: __vox::NO_DEFAULT,
                    any_of: __vox::NO_GROUP,
                    rules: &[__vox::Rule::MaxLen(20usize)],
                },
            ],
            companions: &[],
            rules: __vox::NO_REQUEST_RULES,
        };
        #[allow(unused_variables)]
        fn check(&self, violations: &mut __vox::Violations) {
            let choice = <Self as __vox::Choice>::META;
            match self {
                Self::Id(_) => {}
                Self::Name(value) => {
                    __vox::text(value, __vox::member_at(choice, 1usize), violations);
                }
            }
        }
        fn encode(&self, form: &mut __vox::FormEncoder) {
            match self {
                Self::Id(value) => {
                    <u64 as __vox::Param>::write_to(value, "parent_account_id", form)
                }
                Self::Name(value) => {
                    <String as __vox::Param>::write_to(
                        value,
                        "parent_account_name",
                        form,
                    )
                }
            }
        }
        __vox::__server! {
            fn decode(index : usize, reader : & mut __vox::FormReader < '_ >) ->
            __vox::Option < Self > { let choice = < Self as __vox::Choice > ::META; match
            index { 0usize => { let value = < u64 as __vox::Param > ::read_from(reader,
            __vox::member_at(choice, 0usize)); __vox::Some(Self::Id(value ?)) } _ => {
            let value = < String as __vox::Param > ::read_from(reader,
            __vox::member_at(choice, 1usize)); __vox::Some(Self::Name(value ?)) } } }
        }
    }
};
