/// Tests of what one client may say.
@NullMarked
package dev.gatehouse.session.event;

import org.jspecify.annotations.NullMarked;
