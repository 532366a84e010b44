/// What proxies and session-service nodes say to each other over the link. Internal: both ends are always ours.
@NullMarked
package dev.gatehouse.model.link;

import org.jspecify.annotations.NullMarked;
