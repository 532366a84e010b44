/// Admission over HTTP: a request that is refused here costs no socket and no check of a token.
@NullMarked
package dev.gatehouse.proxy.admission.web;

import org.jspecify.annotations.NullMarked;
