/// Many newcomers at the same instant, all with the same device token: whatever proxies they come to, exactly those
/// whom the game's policy keeps may stay. Goldrush keeps the newest. Uses the public contract only.
@NullMarked
package dev.gatehouse.benchmarks.crowd;

import org.jspecify.annotations.NullMarked;
