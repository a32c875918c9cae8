//! One-of groups: parameters of which exactly one is sent, alone or with companions.

#[cfg(feature = "server")]
use crate::declare::FormReader;
use crate::meta::ChoiceMeta;
use crate::text::form::FormEncoder;
use crate::violation::Violations;

/// A one-of group: an enum with one variant per member, of which a request sends exactly one. [`VoxChoice`](crate::VoxChoice)
/// derives it; a field of this type is marked `#[param(one_of)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a one-of parameter",
    label = "not an enum with `#[derive(VoxChoice)]`"
)]
pub trait Choice: Sized + Send + Sync + 'static {
    /// The group's metadata.
    const META: &'static ChoiceMeta;

    /// Whether a member is a file: requests of a method with such a group are multipart, whichever member is sent.
    const HAS_FILE: bool = false;

    /// Adds each violation of the chosen value.
    fn check(&self, violations: &mut Violations);

    /// Writes the chosen member and its companions.
    fn encode(&self, form: &mut FormEncoder);

    /// Reads the member with this index in [`ChoiceMeta::members`], and its companions. By default this adds a violation: the group
    /// cannot be read.
    #[cfg(feature = "server")]
    #[cfg_attr(docsrs, doc(cfg(feature = "server")))]
    fn decode(index: usize, reader: &mut FormReader<'_>) -> Option<Self> {
        reader.reject_member(Self::META, index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::declare::ParamValue;
    use crate::meta::ParamMeta;

    const MEMBER: ParamMeta = ParamMeta::new("one_way", <u64 as ParamValue>::meta);

    /// A handwritten group without `decode`.
    struct OneWay;

    impl Choice for OneWay {
        const META: &'static ChoiceMeta =
            &ChoiceMeta { name: "one_way", doc: "", members: &[MEMBER], companions: &[], rules: &[] };

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
        #[cfg(feature = "server")]
        {
            let form = crate::text::form::Form::parse(b"one_way=1").unwrap();
            let mut reader = FormReader::new(&form);
            assert!(reader.one_of::<OneWay, _>(|| None, |group| group).is_none());
            assert!(reader.finish().to_string().contains("cannot be read"));
        }
    }
}
