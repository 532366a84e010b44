/// Asks whoever answers HTTP for game servers: the studio's own code, or a hosting company's. What is said and
/// how it is signed is in `docs/providers/webhook.openapi.yaml`.
@NullMarked
package dev.gatehouse.webhook;

import org.jspecify.annotations.NullMarked;
