//! The builder of a method, and `send`.
//!
//! Each required parameter has a type parameter of the builder, which is `Unset` until the value is there. `build` and
//! `send` ask for a trait named after the parameter, whose only work is the error message. The optional values live
//! in a struct of their own, so that a required setter moves one value and not each.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;
use syn::{Ident, Type};

use super::docs;
use crate::model::{Content, Method, Param};
use crate::names::snake_case;

/// Setters that would hide the builder's own functions get this before their name.
const RESERVED: [&str; 2] = ["build", "send"];

/// The names of what belongs to a builder.
pub(crate) struct Names {
    /// The builder.
    pub(crate) builder: Ident,
    /// The struct of the optional values.
    optional: Ident,
    /// The module of the traits.
    module: Ident,
}

impl Names {
    /// The names for the struct with this name.
    pub(crate) fn of(ident: &Ident) -> Self {
        let word = ident.unraw();
        Self {
            builder: format_ident!("{word}Builder"),
            optional: format_ident!("__{word}Optional"),
            module: format_ident!("__{}", snake_case(&word.to_string())),
        }
    }
}

/// The setter's name.
pub(crate) fn setter_name(field: &Ident) -> Ident {
    let word = field.unraw().to_string();
    if RESERVED.contains(&word.as_str()) {
        format_ident!("field_{word}", span = field.span())
    } else {
        field.clone()
    }
}

/// What a setter takes, and the value it makes of it.
pub(crate) fn taken(ty: &Type, primitive: bool, name: &Ident) -> (TokenStream, TokenStream) {
    if primitive {
        (quote!(#ty), name.to_token_stream())
    } else {
        (quote!(impl ::core::convert::Into<#ty>), quote!(::core::convert::Into::into(#name)))
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
        // Short, as compile errors show them all.
        states: (0..required.len()).map(|index| format_ident!("__{index}")).collect(),
        required,
        optional: docs::optional(method).collect(),
    };
    let (definition, start) = (parts.definition(), parts.start());
    let (markers, functions, send) = (parts.markers(), parts.functions(), parts.send());
    quote!(#markers #definition #start #functions #send)
}

impl Parts<'_> {
    fn definition(&self) -> TokenStream {
        let Self { method, names, states, .. } = self;
        let (krate, vis) = (&method.krate, &method.vis);
        let Names { builder, optional, .. } = names;
        let doc = docs::builder_type(method);
        let (fields, types): (Vec<_>, Vec<_>) =
            self.optional.iter().map(|param| (&param.ident, &param.ty)).unzip();
        let required_field = (!states.is_empty()).then(|| quote!(required: (#(#states,)*),));
        let optional_field = (!fields.is_empty()).then(|| quote!(optional: #optional,));
        let optional_struct = (!fields.is_empty()).then(|| {
            quote! {
                #[doc(hidden)]
                struct #optional { #(#fields: ::core::option::Option<#types>,)* }
            }
        });
        quote! {
            #doc
            #[must_use = "a builder does nothing until `build` or `send` is called"]
            #[allow(dead_code)]
            #vis struct #builder<#(#states = #krate::builder::Unset),*> { #required_field #optional_field }
            #optional_struct
        }
    }

    fn start(&self) -> TokenStream {
        let Method { krate, ident, vis, .. } = self.method;
        let builder = &self.names.builder;
        let doc = docs::builder(self.method);
        let unset = self.required.iter().map(|_| quote!(#krate::builder::Unset));
        let required = (!self.required.is_empty()).then(|| quote!(required: (#(#unset,)*),));
        let optional = (!self.optional.is_empty()).then(|| {
            let name = &self.names.optional;
            let fields = self.optional.iter().map(|param| &param.ident);
            quote!(optional: #name { #(#fields: ::core::option::Option::None,)* },)
        });
        quote! {
            #[allow(dead_code)]
            impl #ident {
                #doc
                #vis fn builder() -> #builder {
                    #builder { #required #optional }
                }
            }
        }
    }

    /// A trait for each required parameter, for the sake of its message.
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
                pub trait #name<Value>: #krate::builder::Is<Value> {}
                #[diagnostic::do_not_recommend]
                impl<Value> #name<Value> for #krate::builder::Set<Value> {}
            }
        });
        (!self.required.is_empty()).then(|| {
            quote! {
                #[doc(hidden)]
                #[allow(non_camel_case_types, unreachable_pub)]
                mod #module { #(#traits)* }
            }
        })
    }

    /// The one `impl` with all setters and `build`.
    fn functions(&self) -> TokenStream {
        let states = &self.states;
        let builder = &self.names.builder;
        let required = (0..self.required.len()).map(|index| self.required_setter(index));
        let optional = self.optional.iter().map(|param| self.optional_setter(param));
        let build = self.build();
        quote! {
            #[allow(dead_code)]
            impl<#(#states),*> #builder<#(#states),*> {
                #(#required)*
                #(#optional)*
                #build
            }
        }
    }

    fn required_setter(&self, index: usize) -> TokenStream {
        let Method { krate, vis, .. } = self.method;
        let Param { ident, ty, .. } = self.required[index];
        let builder = &self.names.builder;
        let doc = docs::setter(self.method, self.required[index]);
        let setter = setter_name(ident);
        let (argument, value) = taken(ty, takes_itself(self.required[index]), ident);
        let state = &self.states[index];
        let locals: Vec<Ident> =
            (0..self.states.len()).map(|index| format_ident!("__value{index}")).collect();
        let replaced = |new: TokenStream, old: &dyn Fn(usize) -> TokenStream| -> Vec<TokenStream> {
            (0..self.states.len())
                .map(|other| if other == index { new.clone() } else { old(other) })
                .collect()
        };
        let types =
            replaced(quote!(#krate::builder::Set<#ty>), &|other| self.states[other].to_token_stream());
        let patterns = replaced(quote!(_), &|other| locals[other].to_token_stream());
        let values = replaced(quote!(#krate::builder::Set(#value)), &|other| locals[other].to_token_stream());
        let optional = (!self.optional.is_empty()).then(|| quote!(optional: self.optional,));
        quote! {
            #doc
            #vis fn #setter(self, #ident: #argument) -> #builder<#(#types),*>
            where
                #state: #krate::builder::Open,
            {
                let (#(#patterns,)*) = self.required;
                #builder { required: (#(#values,)*), #optional }
            }
        }
    }

    fn optional_setter(&self, param: &Param) -> TokenStream {
        let vis = &self.method.vis;
        let Param { ident, ty, .. } = param;
        let doc = docs::setter(self.method, param);
        let setter = setter_name(ident);
        let (argument, value) = taken(ty, takes_itself(param), ident);
        quote! {
            #doc
            #vis fn #setter(mut self, #ident: #argument) -> Self {
                self.optional.#ident = ::core::option::Option::Some(#value);
                self
            }
        }
    }

    fn build(&self) -> TokenStream {
        let Method { krate, ident, vis, .. } = self.method;
        let bounds = self.bounds();
        let doc = docs::line("The request, with everything that is set.");
        let required = self.required.iter().enumerate().map(|(index, param)| {
            let Param { ident, ty, .. } = param;
            let index = syn::Index::from(index);
            quote!(#ident: #krate::builder::Is::<#ty>::into_value(self.required.#index))
        });
        let optional = self.optional.iter().map(|param| {
            let ident = &param.ident;
            quote!(#ident: self.optional.#ident)
        });
        quote! {
            #doc
            #[must_use]
            #vis fn build(self) -> #ident where #(#bounds,)* {
                #ident { #(#required,)* #(#optional,)* }
            }
        }
    }

    /// What `build` and `send` ask of the states.
    fn bounds(&self) -> Vec<TokenStream> {
        let module = &self.names.module;
        let bound = |(state, param): (&Ident, &&Param)| {
            let Param { ident, ty, .. } = param;
            quote!(#state: #module::#ident<#ty>)
        };
        self.states.iter().zip(&self.required).map(bound).collect()
    }

    /// `send` on the request and on the builder, which exist under a feature of `vox-core` only.
    fn send(&self) -> TokenStream {
        let Method { krate, ident, vis, response, .. } = self.method;
        let states = &self.states;
        let builder = &self.names.builder;
        let bounds = self.bounds();
        let doc = docs::send(self.method);
        let generics = quote!(<__ClientRole, __ClientMode: #krate::mode::Mode>);
        let client = quote!(client: &#krate::Client<__ClientRole, __ClientMode>);
        let call = quote!(__ClientMode::Call<#response>);
        quote! {
            #krate::__client! {
                #[allow(dead_code)]
                impl #ident {
                    #doc
                    #vis fn send #generics (&self, #client) -> #call
                    where
                        Self: #krate::CallableBy<__ClientRole>,
                    {
                        client.call_method(self)
                    }
                }
                #[allow(dead_code)]
                impl<#(#states),*> #builder<#(#states),*> {
                    #doc
                    #vis fn send #generics (self, #client) -> #call
                    where
                        #ident: #krate::CallableBy<__ClientRole>,
                        #(#bounds,)*
                    {
                        client.call_method(&self.build())
                    }
                }
            }
        }
    }
}

fn takes_itself(param: &Param) -> bool {
    matches!(param.content, Content::Plain(_)) && param.class.is_primitive()
}
