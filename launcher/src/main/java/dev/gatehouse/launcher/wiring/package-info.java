/// The command line, and the only place that knows real time, signals and exit statuses.
@NullMarked
package dev.gatehouse.launcher.wiring;

import org.jspecify.annotations.NullMarked;
