//! What holds for every method of `vox-api`, tested with requests and responses that are made from the declarations.

mod paging;
mod requests;
mod responses;
mod rules;
