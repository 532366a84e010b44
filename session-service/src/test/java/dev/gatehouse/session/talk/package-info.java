/// Tests of what sessions say to each other.
@NullMarked
package dev.gatehouse.session.talk;

import org.jspecify.annotations.NullMarked;
