/// The launcher keeps the house rules, and the script does what it promises to a person at a terminal.
@NullMarked
package dev.gatehouse.launcher;

import org.jspecify.annotations.NullMarked;
