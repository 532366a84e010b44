/// Tests of what the package of the same name promises.
@NullMarked
package dev.gatehouse.launcher.demo;

import org.jspecify.annotations.NullMarked;
