/// Samples that break the house rules, for their own tests.
@NullMarked
package dev.gatehouse.proxy.broken;

import org.jspecify.annotations.NullMarked;
