/// What the tools that load a running suite share: command lines, deadlines, several proxies.
@NullMarked
package dev.gatehouse.benchmarks.tool;

import org.jspecify.annotations.NullMarked;
