/// HTTP Message Signatures (RFC 9421) with a shared key, as both sides make and check them.
@NullMarked
package dev.gatehouse.webhook.signature;

import org.jspecify.annotations.NullMarked;
