/// What Prometheus is told about games' connection policies.
@NullMarked
package dev.gatehouse.proxy.device.metrics;

import org.jspecify.annotations.NullMarked;
