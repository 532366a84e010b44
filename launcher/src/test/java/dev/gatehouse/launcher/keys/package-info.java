/// Tests of what the package of the same name promises.
@NullMarked
package dev.gatehouse.launcher.keys;

import org.jspecify.annotations.NullMarked;
