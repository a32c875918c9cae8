//! Generated: the types of values, for serde. They belong to the core, so they are not measured.

use serde::de::{DeserializeOwned, Error as _};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use std::collections::{BTreeMap, HashMap};

pub use jiff::Timestamp;
pub use jiff::civil::{Date, DateTime, Time};
pub use rust_decimal::Decimal;
pub use serde_json::Value;

/// A text that is a secret.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Secret(pub String);

/// A moment, in seconds since 1970.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnixTime(pub i64);

/// A length of time in a request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Period(pub String);

/// A length of time in a response.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PeriodText(pub String);

/// The contents of a file in a request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct File(pub String);

/// The `result` of a write.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Acknowledgment {
    pub result: Value,
}

/// One of two responses.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Either<A, B> {
    First(A),
    Second(B),
}

/// A list in a request: its items with semicolons between them.
#[derive(Debug, Clone, PartialEq)]
pub struct List<T>(pub Vec<T>);

impl<T: Serialize> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let texts: Result<Vec<String>, serde_json::Error> = self.0.iter().map(text).collect();
        serializer.serialize_str(&texts.map_err(S::Error::custom)?.join(";"))
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let items: Result<Vec<T>, serde_json::Error> = text.split(';').map(item).collect();
        items.map(Self).map_err(D::Error::custom)
    }
}

fn text<T: Serialize>(item: &T) -> Result<String, serde_json::Error> {
    Ok(match serde_json::to_value(item)? {
        Value::String(text) => text,
        other => other.to_string(),
    })
}

fn item<T: DeserializeOwned>(text: &str) -> Result<T, serde_json::Error> {
    serde_json::from_str(text).or_else(|_| serde_json::from_value(Value::String(text.to_owned())))
}

/// A list, or `all`.
#[derive(Debug, Clone, PartialEq)]
pub enum ListOrAll<T> {
    All,
    Items(List<T>),
}

pub type IdList = ListOrAll<u64>;
pub type TextList = ListOrAll<String>;

impl<T: Serialize> Serialize for ListOrAll<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::All => serializer.serialize_str("all"),
            Self::Items(items) => items.serialize(serializer),
        }
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for ListOrAll<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text == "all" {
            return Ok(Self::All);
        }
        let items: Result<Vec<T>, serde_json::Error> = text.split(';').map(item).collect();
        items.map(|items| Self::Items(List(items))).map_err(D::Error::custom)
    }
}

/// JSON in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Json<T>(pub T);

impl<T: Serialize> Serialize for Json<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&serde_json::to_string(&self.0).map_err(S::Error::custom)?)
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Json<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        serde_json::from_str(&text).map(Self).map_err(D::Error::custom)
    }
}
