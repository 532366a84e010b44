/// Shows pools in the service's meters.
@NullMarked
package dev.gatehouse.instance.pool.metrics;

import org.jspecify.annotations.NullMarked;
