@NullMarked
package dev.gatehouse.launcher.faults;

import org.jspecify.annotations.NullMarked;
