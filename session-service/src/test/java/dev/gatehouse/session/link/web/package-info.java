/// Tests of the way out to a proxy.
@NullMarked
package dev.gatehouse.session.link.web;

import org.jspecify.annotations.NullMarked;
