//! Reading JSON that people write, with errors that have a place.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeOwned, Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// Reads a value. A byte order mark before it is skipped.
///
/// # Errors
/// A message with the path of the value, or with the line where the text is not JSON.
pub(crate) fn read<T: DeserializeOwned>(json: &str) -> Result<T, String> {
    let not_json = |error| format!("not JSON: {error}");
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        match (error.path().to_string().as_str(), error.inner()) {
            (_, inner) if !inner.is_data() => not_json(error.into_inner()),
            (".", inner) => inner.to_string(),
            (path, inner) => format!("`{path}`: {inner}"),
        }
    })?;
    deserializer.end().map_err(not_json)?;
    Ok(value)
}

/// Reads the members of an object, or null as none. A name that is there twice is an error, as for structs.
pub(crate) fn unique_members<'de, D, K, V>(deserializer: D) -> Result<BTreeMap<K, V>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de> + Ord + fmt::Display,
    V: Deserialize<'de>,
{
    deserializer.deserialize_any(UniqueMembers(PhantomData))
}

struct UniqueMembers<K, V>(PhantomData<(K, V)>);

impl<'de, K, V> Visitor<'de> for UniqueMembers<K, V>
where
    K: Deserialize<'de> + Ord + fmt::Display,
    V: Deserialize<'de>,
{
    type Value = BTreeMap<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(BTreeMap::new())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut map = BTreeMap::new();
        while let Some(name) = members.next_key::<K>()? {
            if map.contains_key(&name) {
                return Err(A::Error::custom(format_args!("duplicate field `{name}`")));
            }
            let value = members.next_value()?;
            map.insert(name, value);
        }
        Ok(map)
    }
}
