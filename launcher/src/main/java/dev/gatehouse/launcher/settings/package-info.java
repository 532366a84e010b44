/// What each process is told: ports, folders, environment, command. Reads and starts nothing.
@NullMarked
package dev.gatehouse.launcher.settings;

import org.jspecify.annotations.NullMarked;
