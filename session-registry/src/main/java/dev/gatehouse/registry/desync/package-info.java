/// What is kept of each time that a client and the server came to different models. Bytes only; what they mean is the
/// session-service's business.
@NullMarked
package dev.gatehouse.registry.desync;

import org.jspecify.annotations.NullMarked;
