/// What all HTTP of this service has in common: who may call what, strict JSON, and errors as
/// `{"code","message","retryable"}`.
@NullMarked
package dev.gatehouse.session.web;

import org.jspecify.annotations.NullMarked;
