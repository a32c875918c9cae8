::core::compile_error! {
    "missing `#[vox_method(..)]`: add `#[vox_method(name = \"A\", response = AResponse, kind = read)]`, or with `kind = write`, above the struct"
}
const _: () = {
    #[automatically_derived]
    impl ::vox_core::macro_support::Method for A {
        const META: &'static ::vox_core::macro_support::MethodMeta = &::vox_core::macro_support::MethodMeta {
            name: "",
            doc: "",
            roles: ::core::option::Option::None,
            kind: ::vox_core::macro_support::Kind::Read,
            money: false,
            credentials: ::vox_core::macro_support::CredentialsIn::Client,
            response: ::vox_core::macro_support::ResponseMeta::Nothing,
            ack: ::core::option::Option::None,
            params: &[],
            rules: &[],
        };
        type Response = ();
        fn check(&self, _: &mut ::vox_core::macro_support::Violations) {}
        fn encode(&self, _: &mut ::vox_core::macro_support::FormEncoder) {}
    }
    ::vox_core::macro_support::__server! {
        #[automatically_derived] impl ::vox_core::macro_support::ServerMethod for A { fn
        decode(_ : & ::vox_core::macro_support::Form) -> ::core::result::Result < Self,
        ::vox_core::macro_support::Violations > {
        ::core::result::Result::Err(::core::default::Default::default()) } }
    }
    #[automatically_derived]
    impl<__ClientRole> ::vox_core::macro_support::CallableBy<__ClientRole> for A {}
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
::vox_core::macro_support::__client! {
    #[allow(dead_code, unused_variables, missing_docs)] impl A { pub fn send < __Client :
    ::vox_core::macro_support::Caller + ? ::core::marker::Sized > (& self, client : &
    __Client,) -> __Client::Call < () > { ::core::panic!("the declaration has mistakes")
    } } #[allow(dead_code, unused_variables, missing_docs)] impl ABuilder { pub fn send <
    __Client : ::vox_core::macro_support::Caller + ? ::core::marker::Sized > (& self,
    client : & __Client,) -> __Client::Call < () > {
    ::core::panic!("the declaration has mistakes") } }
}
