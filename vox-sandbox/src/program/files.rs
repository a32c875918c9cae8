//! A temporary folder for credentials, readable only by the user.

use std::fmt::Display;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use tempfile::{Builder, TempDir};

/// A new folder. It is removed at the end of the program, also after an error.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn create() -> Result<Self, String> {
        let mut builder = Builder::new();
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let folder = builder.prefix("vox-sandbox-").tempdir();
        folder.map(Self).map_err(|error| cannot_write(&std::env::temp_dir(), &error))
    }

    /// Writes a file and returns its path.
    pub(crate) fn write(&self, name: &str, text: &str) -> Result<PathBuf, String> {
        // As a temporary file it is readable only by the user.
        let file = Builder::new().prefix(name).rand_bytes(0).tempfile_in(&self.0);
        let written = file.and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            Ok(file.into_temp_path().keep()?)
        });
        written.map_err(|error| cannot_write(&self.0.path().join(name), &error))
    }

    /// Removes the folder and its files.
    pub(crate) fn remove(self) -> Result<(), String> {
        let path = self.0.path().to_owned();
        self.0.close().map_err(|error| format!("cannot remove {}: {error}", path.display()))
    }
}

fn cannot_write(path: &Path, error: &impl Display) -> String {
    format!("cannot write {}: {error}", path.display())
}
