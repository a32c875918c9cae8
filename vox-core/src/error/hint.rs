//! What the commonest error codes mean for the caller.

/// Hints by code, in the codes' order.
pub(super) static HINTS: &[(u32, &str)] = &[
    (100, "check the key, the account it belongs to and this machine's clock"),
    (101, "compare the parameters with the method's documentation"),
    (103, "check the method's name; upper and lower case count"),
    (104, "the key's roles do not include this method"),
    (106, "choose another account name"),
    (114, "begin the account name with a letter and use only Latin letters, digits and hyphens"),
    (127, "top up the account"),
    (128, "use another e-mail address"),
    (134, "a required parameter is missing or empty"),
    (340, "send fewer requests per second, then try again"),
    (397, "no more child accounts can be made today"),
    (433, "the key id is unknown: was the key deleted, or is it another account's?"),
    (447, "the token cannot be read: use credentials that the control panel made"),
    (454, "a token may live for an hour at most"),
    (455, "this machine's clock is ahead: synchronise it"),
    (456, "this machine's clock is behind, or the token was kept too long"),
    (458, "give only one of the alternative parameters"),
    (484, "the API took this for an automatic repetition: look whether the first request was carried out"),
    (485, "a required parameter is missing or empty"),
    (515, "the same operation was done a moment ago: look whether it is needed again"),
];
