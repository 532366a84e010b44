/// Speaks to the Kubernetes API.
@NullMarked
package dev.gatehouse.agones.kubernetes;

import org.jspecify.annotations.NullMarked;
