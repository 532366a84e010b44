/// The HTTP API of game instances: strict JSON in, JSON out, one shape for every error.
@NullMarked
package dev.gatehouse.instance.api.web;

import org.jspecify.annotations.NullMarked;
