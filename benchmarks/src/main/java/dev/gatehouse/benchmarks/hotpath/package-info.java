/// JMH benchmarks of what happens for every message and every action: codec, checksum, replay. Each measures ours
/// beside something to compare it with, in the same run, because only ratios survive a change of machine;
/// `GoalsMain` runs those that a goal is set for and judges them. The README says how to run them and what came
/// out.
@NullMarked
package dev.gatehouse.benchmarks.hotpath;

import org.jspecify.annotations.NullMarked;
