::core::compile_error! {
    "missing `#[vox_method(..)]`: add `#[vox_method(name = \"A\", response = AResponse, kind = read)]`, or with `kind = write`, above the struct"
}
const _: () = {
    use ::vox_core::macro_support as __vox;
    #[automatically_derived]
    impl __vox::Method for A {
        const META: &'static __vox::MethodMeta = &__vox::MethodMeta {
            name: "",
            doc: "",
            roles: __vox::None,
            kind: __vox::Kind::Read,
            money: false,
            credentials: __vox::CredentialsIn::Client,
            response: __vox::ResponseMeta::Nothing,
            ack: __vox::NO_ACK,
            params: &[],
            rules: &[],
        };
        type Response = ();
        fn check(&self, _: &mut __vox::Violations) {}
        fn encode(&self, _: &mut __vox::FormEncoder) {}
    }
    __vox::__server! {
        #[automatically_derived] impl __vox::ServerMethod for A { fn decode(_ : &
        __vox::Form) -> __vox::Result < Self, __vox::Violations > {
        __vox::Err(__vox::Default::default()) } }
    }
    #[automatically_derived]
    impl<__ClientRole> __vox::CallableBy<__ClientRole> for A {}
    #[allow(dead_code, unused_variables, missing_docs)]
    impl ABuilder {
        pub fn x(self, value: impl __vox::Into<String>) -> Self {
            self
        }
        pub fn y(self, value: u64) -> Self {
            self
        }
        pub fn build(self) -> A {
            loop {}
        }
        __vox::__client! {
            pub fn send < __Client : __vox::Caller + ? __vox::Sized > (& self, client : &
            __Client,) -> __Client::Call < () > { loop {} }
        }
    }
    #[allow(dead_code, unused_variables, missing_docs)]
    impl A {
        pub fn builder() -> ABuilder {
            loop {}
        }
        __vox::__client! {
            pub fn send < __Client : __vox::Caller + ? __vox::Sized > (& self, client : &
            __Client,) -> __Client::Call < () > { loop {} }
        }
    }
};
#[doc(hidden)]
#[allow(dead_code)]
pub struct ABuilder(fn() -> A);
