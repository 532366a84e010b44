/// What topics have to do, wherever they are.
@NullMarked
package dev.gatehouse.registry.topic;

import org.jspecify.annotations.NullMarked;
