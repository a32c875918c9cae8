::core::compile_error! {
    "missing `#[vox_method(..)]`: add `#[vox_method(name = \"A\", response = AResponse, kind = read)]`, or with `kind = write`, above the struct"
}
const _: () = {
    #[automatically_derived]
    impl ::vox_core::Method for A {
        const META: &'static ::vox_core::MethodMeta = &::vox_core::MethodMeta {
            name: "",
            doc: "",
            roles: ::core::option::Option::None,
            kind: ::vox_core::Kind::Read,
            credentials: ::vox_core::CredentialsIn::Client,
            response: ::vox_core::ResponseMeta::Nothing,
            ack: ::core::option::Option::None,
            params: &[],
        };
        type Response = ();
        fn check(&self, _: &mut ::vox_core::Violations) {}
        fn encode(&self, _: &mut ::vox_core::FormEncoder) {}
    }
    ::vox_core::__server! {
        #[automatically_derived] impl ::vox_core::ServerMethod for A { fn decode(_ : &
        ::vox_core::Form) -> ::core::result::Result < Self, ::vox_core::Violations > {
        ::core::result::Result::Err(::core::default::Default::default()) } }
    }
    #[automatically_derived]
    impl<__ClientRole> ::vox_core::CallableBy<__ClientRole> for A {}
};
#[doc(hidden)]
#[allow(dead_code)]
pub struct ABuilder(::core::marker::PhantomData<fn() -> A>);
#[allow(dead_code, unused_variables, missing_docs)]
impl ABuilder {
    pub fn x(self, value: impl ::core::convert::Into<String>) -> Self {
        self
    }
    pub fn y(self, value: u64) -> Self {
        self
    }
    pub fn build(self) -> A {
        ::core::panic!("the declaration has mistakes")
    }
}
#[allow(dead_code, missing_docs)]
impl A {
    pub fn builder() -> ABuilder {
        ::core::panic!("the declaration has mistakes")
    }
}
::vox_core::__client! {
    #[allow(dead_code, unused_variables, missing_docs)] impl A { pub fn send <
    __ClientRole, __ClientMode : ::vox_core::mode::Mode > (& self, client : &
    ::vox_core::Client < __ClientRole, __ClientMode >,) -> __ClientMode::Call < () > {
    ::core::panic!("the declaration has mistakes") } } #[allow(dead_code,
    unused_variables, missing_docs)] impl ABuilder { pub fn send < __ClientRole,
    __ClientMode : ::vox_core::mode::Mode > (& self, client : & ::vox_core::Client <
    __ClientRole, __ClientMode >,) -> __ClientMode::Call < () > {
    ::core::panic!("the declaration has mistakes") } }
}
