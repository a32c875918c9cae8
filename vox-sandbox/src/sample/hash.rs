//! Numbers that look random, and are the same for the same input in every version.

/// A hash of everything that was added to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hash(u64);

impl Hash {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed).with_number(0)
    }

    pub(super) fn with(self, text: &str) -> Self {
        // FNV-1a, with the length, so that "a" and "b" are not the same as "ab" and "".
        let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        let length = text.len() as u64;
        Self(text.bytes().fold(self.0 ^ 0xcbf2_9ce4_8422_2325, step)).with_number(length)
    }

    /// The finalizer of `SplitMix64`.
    pub(super) fn with_number(self, number: u64) -> Self {
        let mixed = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15) ^ number.wrapping_mul(0xff51_afd7_ed55_8ccd);
        let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        Self(mixed ^ (mixed >> 31))
    }

    /// A number below the limit; 0 if the limit is 0.
    pub(super) fn below(self, limit: u64) -> u64 {
        self.0.checked_rem(limit).unwrap_or(0)
    }

    /// One of the items.
    pub(super) fn pick<T>(self, items: &[T]) -> Option<&T> {
        items.get(usize::try_from(self.below(items.len() as u64)).ok()?)
    }

    /// 16 hexadecimal digits.
    pub(super) fn hex(self) -> String {
        format!("{:016x}", self.0)
    }

    /// A UUID.
    pub(super) fn uuid(self) -> String {
        let (first, second) = (self.hex(), self.with_number(1).hex());
        let (version, variant) = (&first[13..16], &second[1..4]);
        format!("{}-{}-4{version}-8{variant}-{}", &first[..8], &first[8..12], &second[4..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_the_same_in_every_version() {
        let hash = Hash::new(7).with("user_name").with_number(3);
        assert_eq!(hash.hex(), Hash::new(7).with("user_name").with_number(3).hex());
        assert_eq!(hash.hex(), "de4cb4f34c28fdeb");
    }

    #[test]
    fn what_is_added_counts_with_its_order_and_its_ends() {
        let hash = Hash::new(7);
        assert_ne!(hash.with("ab").with(""), hash.with("a").with("b"));
        assert_ne!(hash.with("a").with("b"), hash.with("b").with("a"));
        assert_ne!(hash.with_number(0), hash.with_number(1));
        assert_ne!(hash, Hash::new(8));
    }

    #[test]
    fn uuids_have_the_format_of_version_4() {
        for number in 0..100 {
            let uuid = Hash::new(number).uuid();
            let lengths: Vec<_> = uuid.split('-').map(str::len).collect();
            assert_eq!((lengths, &uuid[14..15], &uuid[19..20]), (vec![8, 4, 4, 4, 12], "4", "8"), "{uuid}");
        }
    }

    #[test]
    fn nothing_is_picked_from_an_empty_list() {
        assert_eq!((Hash::new(1).pick::<u8>(&[]), Hash::new(1).below(0)), (None, 0));
        assert_eq!(Hash::new(1).pick(&[5]), Some(&5));
    }
}
