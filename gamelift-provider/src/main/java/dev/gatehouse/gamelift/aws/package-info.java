/// Speaks to GameLift with the AWS SDK.
@NullMarked
package dev.gatehouse.gamelift.aws;

import org.jspecify.annotations.NullMarked;
