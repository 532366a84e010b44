/// The proxy's side of the link to session-service nodes: channels, questions and their answers. What travels inside a
/// channel is nobody's business here.
@NullMarked
package dev.gatehouse.proxy.link;

import org.jspecify.annotations.NullMarked;
