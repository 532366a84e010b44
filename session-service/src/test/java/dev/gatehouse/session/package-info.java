/// Tests of the service as a whole, and of its structure.
@NullMarked
package dev.gatehouse.session;

import org.jspecify.annotations.NullMarked;
