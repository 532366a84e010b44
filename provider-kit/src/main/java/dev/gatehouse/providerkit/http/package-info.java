/// For hosts that are reached by HTTP: a stand-in's server, and the line to it.
@NullMarked
package dev.gatehouse.providerkit.http;

import org.jspecify.annotations.NullMarked;
