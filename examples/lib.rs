//! The examples are the programs in this folder; this library is empty.
