//! Parameters that are files.

use crate::declare::ParamValue;
use crate::declare::setter::Converted;
use crate::meta::{ParamMeta, ParamType, ValueMeta};
use crate::text::form::{File, ValueWriter};
use crate::violation::{ViolationKind, Violations};

impl ParamValue for File {
    type Setter = Converted;

    const IS_FILE: bool = true;

    fn meta() -> ValueMeta {
        ValueMeta::of(ParamType::File)
    }

    fn write(&self, out: &mut ValueWriter<'_>) {
        out.file(self);
    }

    /// Reads a text as the content of a file without a name: some clients send files so.
    fn read(text: &str) -> Result<Self, &'static str> {
        Ok(Self::from(text).with_content_type("text/plain"))
    }

    fn read_file(file: &File) -> Result<Self, &'static str> {
        Ok(file.clone())
    }

    fn check(&self, param: &'static ParamMeta, violations: &mut Violations) {
        if !self.has_valid_content_type() {
            let expected = "a file with a content type of printable ASCII characters, such as `text/csv`";
            violations.add(param, ViolationKind::Type(expected));
        }
    }
}
