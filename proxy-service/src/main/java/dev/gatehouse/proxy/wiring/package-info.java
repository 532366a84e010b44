/// Puts the features together, one configuration each. The only place that knows real time and chance.
@NullMarked
package dev.gatehouse.proxy.wiring;

import org.jspecify.annotations.NullMarked;
