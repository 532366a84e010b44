/// Whether this proxy is fit to take players, for readiness. Liveness asks nothing that is not its own.
@NullMarked
package dev.gatehouse.proxy.health.web;

import org.jspecify.annotations.NullMarked;
