/// Whether what is deployed fits what was built: the chart, the compose file and the image. Starts nothing.
@NullMarked
package dev.gatehouse.deployment;

import org.jspecify.annotations.NullMarked;
