/// `/internal/v1`: what the suite's other services may do. Their tokens are checked in `web`.
@NullMarked
package dev.gatehouse.session.internal.web;

import org.jspecify.annotations.NullMarked;
