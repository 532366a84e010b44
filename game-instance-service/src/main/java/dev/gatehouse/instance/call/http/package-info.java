/// Calls between the services of the suite.
@NullMarked
package dev.gatehouse.instance.call.http;

import org.jspecify.annotations.NullMarked;
