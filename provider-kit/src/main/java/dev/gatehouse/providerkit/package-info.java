/// What the tests of a provider use: one interface, whose tests show that the provider can be relied on, over a host
/// that the provider's own tests bring along.
@NullMarked
package dev.gatehouse.providerkit;

import org.jspecify.annotations.NullMarked;
