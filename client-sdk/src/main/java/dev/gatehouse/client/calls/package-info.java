/// Asking and being asked: calls in both directions, logins, and how either fails. What is open when a
/// session is lost fails as `session_moved`; nothing is asked twice by itself.
@NullMarked
package dev.gatehouse.client.calls;

import org.jspecify.annotations.NullMarked;
