/// Puts the service together, one configuration per feature. The only place that knows real time and chance.
@NullMarked
package dev.gatehouse.session.wiring;

import org.jspecify.annotations.NullMarked;
