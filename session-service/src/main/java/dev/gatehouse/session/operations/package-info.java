/// What operators do to the sessions of this node: the rules of the games are looked at again and again, and every
/// session that they do not allow ends; what operators order here is written down for every other node to see. Who
/// may order what is decided in `web`, who may come in by the proxies.
@NullMarked
package dev.gatehouse.session.operations;

import org.jspecify.annotations.NullMarked;
