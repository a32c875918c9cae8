const _: () = {
    static __VOX_PARAMS: [::vox_core::ParamMeta; 2usize] = [
        ::vox_core::ParamMeta {
            name: "parent_account_id",
            doc: "By its id.",
            value: <u64 as ::vox_core::ParamValue>::META,
            required: false,
            ..::vox_core::ParamMeta::EMPTY
        },
        ::vox_core::ParamMeta {
            name: "parent_account_name",
            doc: "By its name.",
            value: <String as ::vox_core::ParamValue>::META,
            required: false,
            secret: <String as ::vox_core::ParamValue>::META.secret,
            rules: &[::vox_core::rules::Rule::MaxLen(20usize)],
            ..::vox_core::ParamMeta::EMPTY
        },
    ];
    static __VOX_META: ::vox_core::ChoiceMeta = ::vox_core::ChoiceMeta {
        name: "parent_account",
        doc: "The parent account.",
        members: &__VOX_PARAMS,
    };
    #[automatically_derived]
    impl ::vox_core::Choice for ParentAccount {
        const META: &'static ::vox_core::ChoiceMeta = &__VOX_META;
        #[allow(unused_variables)]
        fn check(&self, violations: &mut ::vox_core::Violations) {
            let params = &__VOX_PARAMS;
            match self {
                Self::Id(value) => {}
                Self::Name(value) => {
                    ::vox_core::__private::max_len(
                        value,
                        20usize,
                        &params[1usize],
                        violations,
                    );
                }
            }
        }
        fn encode(&self, form: &mut ::vox_core::FormEncoder) {
            match self {
                Self::Id(value) => form.param("parent_account_id", value),
                Self::Name(value) => form.param("parent_account_name", value),
            }
        }
        fn decode(
            index: usize,
            text: &str,
        ) -> ::core::result::Result<Self, ::vox_core::Expected> {
            match index {
                0usize => {
                    ::core::result::Result::map(
                        <u64 as ::vox_core::ParamValue>::read(text),
                        Self::Id,
                    )
                }
                _ => {
                    ::core::result::Result::map(
                        <String as ::vox_core::ParamValue>::read(text),
                        Self::Name,
                    )
                }
            }
        }
    }
};
