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
        };
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
            fn decode(index : usize, value : __vox::FormValue < '_ >) -> __vox::Result <
            Self, & 'static str > { match index { 0usize => __vox::Result::map(< u64 as
            __vox::Param > ::read_value(value), Self::Id), _ => __vox::Result::map(<
            String as __vox::Param > ::read_value(value), Self::Name), } }
        }
    }
};
