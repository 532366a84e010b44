/// How a session-service finds goldrush when its jar is on the class path. The only package that knows Spring.
@NullMarked
package dev.gatehouse.goldrush.wiring;

import org.jspecify.annotations.NullMarked;
