/// What Prometheus is told about clients' sockets.
@NullMarked
package dev.gatehouse.proxy.connection.metrics;

import org.jspecify.annotations.NullMarked;
