//! Parameters of which exactly one is sent.

use crate::meta::ChoiceMeta;
use crate::value::Expected;
use crate::{FormEncoder, Violations};

/// Alternatives of which a request sends one: an enum with one variant for each. Derived by
/// [`VoxChoice`](crate::VoxChoice), used as the type of a field marked `#[param(one_of)]`.
///
/// A wrong combination (none, or several) cannot be written.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a one-of parameter",
    label = "it has no `#[derive(VoxChoice)]`",
    note = "`#[param(one_of)]` needs an enum with `#[derive(VoxChoice)]`; for a plain parameter remove `one_of`"
)]
pub trait Choice: Sized + Send + Sync + 'static {
    /// The group's name, documentation and members.
    const META: &'static ChoiceMeta;

    /// Notes every rule that the chosen value breaks.
    fn check(&self, violations: &mut Violations);

    /// Writes the chosen member.
    fn encode(&self, form: &mut FormEncoder);

    // As those of `ParamValue`: for generated code.

    #[doc(hidden)]
    fn check_if_given(value: &Option<Self>, violations: &mut Violations) {
        if let Some(value) = value {
            value.check(violations);
        }
    }

    #[doc(hidden)]
    fn encode_optional(value: &Option<Self>, form: &mut FormEncoder) {
        if let Some(value) = value {
            value.encode(form);
        }
    }

    /// Reads the member with this index in [`ChoiceMeta::members`]. The derive writes it for the feature `server`; a group
    /// without it refuses every text.
    ///
    /// # Errors
    /// What the member's type expects, when the text is something else.
    fn decode(index: usize, text: &str) -> Result<Self, Expected> {
        let _ = (index, text);
        Err(Expected("nothing, as this group cannot be read"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A group written by hand, by someone who never reads one.
    struct OneWay;

    impl Choice for OneWay {
        const META: &'static ChoiceMeta = &ChoiceMeta { name: "one_way", doc: "", members: &[], names: 0 };

        fn check(&self, _: &mut Violations) {}

        fn encode(&self, form: &mut FormEncoder) {
            form.param("one_way", &1_u64);
        }
    }

    #[test]
    fn a_group_without_decode_can_be_sent_but_not_read() {
        let mut form = FormEncoder::default();
        OneWay::encode_optional(&Some(OneWay), &mut form);
        assert_eq!(form.finish().as_bytes(), b"one_way=1");
        assert!(OneWay::decode(0, "1").is_err());
    }
}
