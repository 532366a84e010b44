/// Whose request it is, where load balancers stand between: what their headers say is believed of those that are
/// trusted, and of nobody else.
@NullMarked
package dev.gatehouse.proxy.forwarded;

import org.jspecify.annotations.NullMarked;
