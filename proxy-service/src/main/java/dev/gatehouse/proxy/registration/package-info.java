/// Who is connected to which game: the proxy's entry in the registry, made before a new session is attached. From then
/// on the session's node keeps it.
@NullMarked
package dev.gatehouse.proxy.registration;

import org.jspecify.annotations.NullMarked;
