/// Tests of what the package of the same name promises.
@NullMarked
package dev.gatehouse.launcher.settings;

import org.jspecify.annotations.NullMarked;
