/// What the tests of every module share: the house rules, time that tests move, and a real Redis. For tests only.
@NullMarked
package dev.gatehouse.testing;

import org.jspecify.annotations.NullMarked;
