//! Money in JSON.

use serde_json::{Number, Value};
use vox_core::Decimal;

/// A decimal as a JSON number. Exact up to 15 digits, which is more than any account of the sandbox has.
pub(crate) fn number(decimal: Decimal) -> Value {
    decimal.normalize().to_string().parse::<Number>().map_or(Value::Null, Value::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_written_as_they_are() {
        for (text, expected) in [("293.855", "293.855"), ("300.00", "300"), ("0", "0"), ("-0.1", "-0.1")] {
            assert_eq!(number(text.parse().unwrap()).to_string(), expected);
        }
    }
}
