//! A temporary folder for credentials, readable only by the user.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// A new folder. It is removed at the end of the program, also after an error.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn create() -> Result<Self, String> {
        let mut random = [0; 8];
        aws_lc_rs::rand::fill(&mut random).map_err(|_| "the system provides no random numbers".to_owned())?;
        let name = format!("vox-sandbox-{:016x}", u64::from_ne_bytes(random));
        let path = std::env::temp_dir().join(name);
        private_folder().create(&path).map_err(|error| cannot_write(&path, &error))?;
        Ok(Self(path))
    }

    /// Writes a file and returns its path.
    pub(crate) fn write(&self, name: &str, text: &str) -> Result<PathBuf, String> {
        let path = self.0.join(name);
        let written = private_file(&path).and_then(|mut file| file.write_all(text.as_bytes()));
        written.map_err(|error| cannot_write(&path, &error))?;
        Ok(path)
    }

    /// Removes the folder and its files.
    pub(crate) fn remove(self) -> Result<(), String> {
        fs::remove_dir_all(&self.0).map_err(|error| format!("cannot remove {}: {error}", self.0.display()))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // It fails after `remove`.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn cannot_write(path: &Path, error: &std::io::Error) -> String {
    format!("cannot write {}: {error}", path.display())
}

fn private_folder() -> DirBuilder {
    let builder = DirBuilder::new();
    #[cfg(unix)]
    let builder = {
        use std::os::unix::fs::DirBuilderExt as _;
        let mut builder = builder;
        builder.mode(0o700);
        builder
    };
    builder
}

fn private_file(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path)
}
