/// Player tokens as JSON Web Tokens: signatures, keys and claims, with Nimbus. Which claims matter is said here; what
/// follows from them is not.
@NullMarked
package dev.gatehouse.proxy.token.jose;

import org.jspecify.annotations.NullMarked;
