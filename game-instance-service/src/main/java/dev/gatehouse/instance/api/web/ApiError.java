package dev.gatehouse.instance.api.web;

/// Every error's body.
///
/// @param code for programs
/// @param message English, for people
/// @param retryable whether the same call may succeed later
record ApiError(String code, String message, boolean retryable) {}
