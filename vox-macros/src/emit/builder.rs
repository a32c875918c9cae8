//! The builder of a method, and `send`.
//!
//! Each required parameter has a type parameter of the builder, which is `Unset` until the value is set. `build` and
//! `send` require a trait named after the parameter, which exists for its error message. The optional values are in
//! one tuple, so that a required setter moves one value and not each.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;
use syn::{Ident, Index};

use super::docs;
use crate::model::{Method, Param};
use crate::names::{camel_case, snake_case};

/// Setters that would hide the builder's own functions get this before their name.
const RESERVED: [&str; 2] = ["build", "send"];

/// The names of what belongs to a builder.
pub(crate) struct Names {
    /// The builder.
    pub(crate) builder: Ident,
    /// The module of the traits.
    module: Ident,
    /// The private module of `vox-core`: in the user's module, as the compiler would show where in a block functions are.
    private: Ident,
}

/// Names for type parameters. Compile errors and documentation show them, so they are descriptive; none may hide a type
/// that the request or its response mentions.
fn type_parameters(method: &Method, wanted: impl IntoIterator<Item = String>) -> Vec<Ident> {
    let types = method.params.iter().map(|param| &param.ty).chain([&method.response]);
    let mut taken: Vec<String> = types.flat_map(|ty| identifiers(ty.to_token_stream())).collect();
    taken.push(method.ident.unraw().to_string());
    let free = |mut name: String| {
        while taken.contains(&name) {
            name.push('_');
        }
        taken.push(name.clone());
        Ident::new(&name, Span::call_site())
    };
    wanted.into_iter().map(free).collect()
}

fn fields<'p>(params: &[&'p Param]) -> impl Iterator<Item = &'p Ident> {
    params.iter().map(|param| &param.ident)
}

fn identifiers(tokens: TokenStream) -> Vec<String> {
    let of_tree = |tree| match tree {
        TokenTree::Ident(ident) => vec![ident.unraw().to_string()],
        TokenTree::Group(group) => identifiers(group.stream()),
        TokenTree::Punct(_) | TokenTree::Literal(_) => Vec::new(),
    };
    tokens.into_iter().flat_map(of_tree).collect()
}

impl Names {
    /// The names for the struct with this name.
    pub(crate) fn of(ident: &Ident) -> Self {
        let name = ident.unraw();
        let snake = snake_case(&name.to_string());
        Self {
            builder: format_ident!("{name}Builder"),
            module: format_ident!("__{snake}"),
            private: format_ident!("__{snake}_vox"),
        }
    }
}

/// The setter's name.
pub(crate) fn setter_name(field: &Ident) -> Ident {
    let name = field.unraw().to_string();
    if RESERVED.contains(&name.as_str()) {
        format_ident!("field_{name}", span = field.span())
    } else {
        field.clone()
    }
}

/// The type of a setter's argument, and the value that it stores.
fn argument(param: &Param, vox: &Ident) -> (TokenStream, TokenStream) {
    let Param { ident, ty, class, plain, .. } = param;
    if plain.is_some() && class.is_primitive() {
        (quote!(#ty), quote!(#ident))
    } else {
        (quote!(impl #vox::Into<#ty>), quote!(#vox::Into::into(#ident)))
    }
}

/// The parts that several generated items share.
struct Parts<'m> {
    method: &'m Method,
    names: Names,
    required: Vec<&'m Param>,
    optional: Vec<&'m Param>,
    /// A type parameter for each required parameter.
    states: Vec<Ident>,
}

/// The builder and `send`.
pub(super) fn emit(method: &Method) -> TokenStream {
    let required: Vec<_> = docs::required(method).collect();
    let parts = Parts {
        method,
        names: Names::of(&method.ident),
        states: type_parameters(method, required.iter().map(|param| state(&param.ident))),
        required,
        optional: docs::optional(method).collect(),
    };
    let (markers, definition) = (parts.markers(), parts.definition());
    let (of_request, of_builder) = (parts.of_request(), parts.of_builder());
    let (support, private) = (super::support(&method.krate), &parts.names.private);
    quote! {
        use #support as #private;
        #markers
        #definition
        #of_request
        #of_builder
    }
}

/// The name of the type parameter for a required field.
fn state(field: &Ident) -> String {
    format!("{}State", camel_case(&field.unraw().to_string()))
}

impl Parts<'_> {
    fn definition(&self) -> TokenStream {
        let Self { method, names, states, .. } = self;
        let vis = &method.vis;
        let Names { builder, private: vox, .. } = names;
        let doc = docs::builder_type(method);
        let types = self.optional.iter().map(|param| &param.ty);
        let required = (!states.is_empty()).then(|| quote!(required: (#(#states,)*),));
        let optional = (!self.optional.is_empty()).then(|| quote!(optional: (#(#vox::Option<#types>,)*),));
        quote! {
            #doc
            #[must_use = "a builder does nothing until `build` or `send` is called"]
            #[allow(dead_code)]
            #vis struct #builder<#(#states = #vox::Unset),*> { #required #optional }
        }
    }

    /// The one `impl` of the request: `builder` and `send`.
    fn of_request(&self) -> TokenStream {
        let Method { ident, vis, .. } = self.method;
        let Names { builder, private: vox, .. } = &self.names;
        let doc = docs::builder(self.method);
        let unset = self.required.iter().map(|_| quote!(#vox::Unset));
        let none = self.optional.iter().map(|_| quote!(#vox::None));
        let required = (!self.required.is_empty()).then(|| quote!(required: (#(#unset,)*),));
        let optional = (!self.optional.is_empty()).then(|| quote!(optional: (#(#none,)*),));
        let send = self.send(&quote!(&self), &quote!(Self), &[], &quote!(self));
        quote! {
            #[allow(dead_code)]
            impl #ident {
                #doc
                #vis fn builder() -> #builder {
                    #builder { #required #optional }
                }
                #send
            }
        }
    }

    /// A trait for each required parameter, for its error message. They are in a module, as a parameter may be named
    /// like a type.
    fn markers(&self) -> Option<TokenStream> {
        let krate = &self.method.krate;
        let module = &self.names.module;
        let traits = self.required.iter().map(|param| {
            let name = &param.ident;
            let message =
                format!("the required parameter `{}` of `{}` is not set", name.unraw(), self.method.ident);
            let label = format!("add `.{}(..)` to the builder before this call", setter_name(name).unraw());
            quote! {
                #[diagnostic::on_unimplemented(message = #message, label = #label)]
                pub trait #name<Value>: __vox::Is<Value> {}
                #[diagnostic::do_not_recommend]
                impl<Value> #name<Value> for __vox::Set<Value> {}
            }
        });
        let private = super::use_private(krate);
        (!self.required.is_empty()).then(|| {
            quote! {
                #[doc(hidden)]
                #[allow(non_camel_case_types, unreachable_pub)]
                mod #module { #private #(#traits)* }
            }
        })
    }

    /// The one `impl` of the builder: all setters, `build` and `send`.
    fn of_builder(&self) -> TokenStream {
        let states = &self.states;
        let builder = &self.names.builder;
        let required = (0..self.required.len()).map(|index| self.required_setter(index));
        let optional = (0..self.optional.len()).map(|index| self.optional_setter(index));
        let build = self.build();
        let ident = &self.method.ident;
        let send = self.send(&quote!(self), &quote!(#ident), &self.bounds(), &quote!(&self.build()));
        quote! {
            #[allow(dead_code)]
            impl<#(#states),*> #builder<#(#states),*> {
                #(#required)*
                #(#optional)*
                #build
                #send
            }
        }
    }

    fn required_setter(&self, index: usize) -> TokenStream {
        let vis = &self.method.vis;
        let Param { ident, ty, .. } = self.required[index];
        let Names { builder, private: vox, .. } = &self.names;
        let doc = docs::setter(self.method, self.required[index]);
        let setter = setter_name(ident);
        let (argument, value) = argument(self.required[index], vox);
        let state = &self.states[index];
        let replaced = |new: TokenStream, old: &dyn Fn(usize) -> TokenStream| -> Vec<TokenStream> {
            (0..self.states.len())
                .map(|other| if other == index { new.clone() } else { old(other) })
                .collect()
        };
        let types = replaced(quote!(#vox::Set<#ty>), &|other| self.states[other].to_token_stream());
        let values = replaced(quote!(#vox::Set(#value)), &|other| {
            let other = Index::from(other);
            quote!(self.required.#other)
        });
        let optional = (!self.optional.is_empty()).then(|| quote!(optional: self.optional,));
        quote! {
            #doc
            #vis fn #setter(self, #ident: #argument) -> #builder<#(#types),*>
            where
                #state: #vox::Open,
            {
                #builder { required: (#(#values,)*), #optional }
            }
        }
    }

    fn optional_setter(&self, index: usize) -> TokenStream {
        let vis = &self.method.vis;
        let vox = &self.names.private;
        let param = self.optional[index];
        let ident = &param.ident;
        let doc = docs::setter(self.method, param);
        let setter = setter_name(ident);
        let (argument, value) = argument(param, vox);
        let index = Index::from(index);
        quote! {
            #doc
            #vis fn #setter(mut self, #ident: #argument) -> Self {
                self.optional.#index = #vox::Some(#value);
                self
            }
        }
    }

    fn build(&self) -> TokenStream {
        let Method { ident, vis, .. } = self.method;
        let vox = &self.names.private;
        let bounds = self.bounds();
        let doc = docs::line("The request, with everything that is set.");
        let (required, optional) = (fields(&self.required), fields(&self.optional));
        let required_values = (0..self.required.len()).map(Index::from);
        let optional_values = (0..self.optional.len()).map(Index::from);
        quote! {
            #doc
            #[must_use]
            #vis fn build(self) -> #ident where #(#bounds,)* {
                #ident {
                    #(#required: #vox::Is::into_value(self.required.#required_values),)*
                    #(#optional: self.optional.#optional_values,)*
                }
            }
        }
    }

    /// What `build` and `send` require of the states.
    fn bounds(&self) -> Vec<TokenStream> {
        let module = &self.names.module;
        let bound = |(state, param): (&Ident, &&Param)| {
            let Param { ident, ty, .. } = param;
            quote!(#state: #module::#ident<#ty>)
        };
        self.states.iter().zip(&self.required).map(bound).collect()
    }

    /// `send`, which exists under a feature of `vox-core` only.
    fn send(
        &self,
        receiver: &TokenStream,
        method: &TokenStream,
        bounds: &[TokenStream],
        request: &TokenStream,
    ) -> Option<TokenStream> {
        let Method { vis, response, .. } = self.method;
        let vox = &self.names.private;
        let doc = docs::send(self.method);
        let client = &type_parameters(self.method, ["AnyClient".to_owned()])[0];
        super::WITH_CLIENT.then(|| {
            quote! {
                #vox::__client! {
                    #doc
                    #vis fn send<#client: #vox::Caller + ?#vox::Sized>(
                        #receiver,
                        client: &#client,
                    ) -> #client::Call<#response>
                    where
                        #method: #vox::CallableBy<#client::Role>,
                        #(#bounds,)*
                    {
                        #vox::MethodExt::send(#request, client)
                    }
                }
            }
        })
    }
}
