//! Parameters of which exactly one is sent.

use crate::meta::ChoiceMeta;
use crate::text::form::FormEncoder;
use crate::violation::Violations;

/// Alternatives of which a request sends one: an enum with one variant for each. Derived by
/// [`VoxChoice`](crate::VoxChoice), used as the type of a field marked `#[param(one_of)]`.
///
/// A wrong combination (none, or several) cannot be written.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a one-of parameter",
    label = "it has no `#[derive(VoxChoice)]`"
)]
pub trait Choice: Sized + Send + Sync + 'static {
    /// The group's name, documentation and members.
    const META: &'static ChoiceMeta;

    /// Notes every rule that the chosen value breaks.
    fn check(&self, violations: &mut Violations);

    /// Writes the chosen member.
    fn encode(&self, form: &mut FormEncoder);

    /// Reads the member with this index in [`ChoiceMeta::members`]. The derive writes it for the feature `server`; a group
    /// without it refuses every text.
    ///
    /// # Errors
    /// What the member's type expects, when the text is something else.
    fn decode(index: usize, text: &str) -> Result<Self, &'static str> {
        let _ = (index, text);
        Err("nothing, as this group cannot be read")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::declare::ParamValue;

    /// A group written by hand, by someone who never reads one.
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
