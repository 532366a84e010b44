/// Tests of what runs while the service does.
@NullMarked
package dev.gatehouse.session.wiring;

import org.jspecify.annotations.NullMarked;
