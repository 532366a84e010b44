/// A sample that may know real time.
@NullMarked
package dev.gatehouse.proxy.broken.wiring;

import org.jspecify.annotations.NullMarked;
