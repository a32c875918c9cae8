//! The examples are the programs beside this file; this library is empty.
