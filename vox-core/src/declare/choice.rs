//! One-of groups: parameters of which exactly one is sent.

use crate::meta::ChoiceMeta;
use crate::text::form::FormEncoder;
use crate::violation::Violations;

/// A one-of group: an enum with one variant per parameter, of which a request sends exactly one. [`VoxChoice`](crate::VoxChoice)
/// derives it; a field of this type is marked `#[param(one_of)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a one-of parameter",
    label = "not an enum with `#[derive(VoxChoice)]`"
)]
pub trait Choice: Sized + Send + Sync + 'static {
    /// The group's metadata.
    const META: &'static ChoiceMeta;

    /// Adds each violation of the chosen value.
    fn check(&self, violations: &mut Violations);

    /// Writes the chosen member.
    fn encode(&self, form: &mut FormEncoder);

    /// Reads the member with this index in [`ChoiceMeta::members`]. The derive implements it if the feature `server` is enabled;
    /// by default every text is invalid.
    ///
    /// # Errors
    /// The expected value, such as "a whole number".
    fn decode(index: usize, text: &str) -> Result<Self, &'static str> {
        let _ = (index, text);
        Err("nothing, as this group cannot be read")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::declare::ParamValue;

    /// A handwritten group without `decode`.
    struct OneWay;

    impl Choice for OneWay {
        const META: &'static ChoiceMeta = &ChoiceMeta { name: "one_way", doc: "", members: &[] };

        fn check(&self, _: &mut Violations) {}

        fn encode(&self, form: &mut FormEncoder) {
            1_u64.encode("one_way", form);
        }
    }

    #[test]
    fn a_group_without_decode_can_be_sent_but_not_read() {
        let mut form = FormEncoder::default();
        OneWay.encode(&mut form);
        assert_eq!(form.finish().as_bytes(), b"one_way=1");
        assert!(OneWay::decode(0, "1").is_err());
    }
}
