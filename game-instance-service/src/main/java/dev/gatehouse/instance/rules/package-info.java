/// What games say to what somebody wants to do with their instances.
@NullMarked
package dev.gatehouse.instance.rules;

import org.jspecify.annotations.NullMarked;
