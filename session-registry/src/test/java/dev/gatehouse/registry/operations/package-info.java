/// Tests of what operators rule.
@NullMarked
package dev.gatehouse.registry.operations;

import org.jspecify.annotations.NullMarked;
