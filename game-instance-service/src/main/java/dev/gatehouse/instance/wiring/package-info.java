/// Puts the service together: the only place that knows real time, real chance and real threads.
@NullMarked
package dev.gatehouse.instance.wiring;

import org.jspecify.annotations.NullMarked;
