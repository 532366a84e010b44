/// Tests of the topics that a node follows.
@NullMarked
package dev.gatehouse.session.topic;

import org.jspecify.annotations.NullMarked;
