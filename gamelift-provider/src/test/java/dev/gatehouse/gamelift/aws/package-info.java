@NullMarked
package dev.gatehouse.gamelift.aws;

import org.jspecify.annotations.NullMarked;
