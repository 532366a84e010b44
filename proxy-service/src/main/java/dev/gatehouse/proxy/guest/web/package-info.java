/// `POST /v1/guests`.
@NullMarked
package dev.gatehouse.proxy.guest.web;

import org.jspecify.annotations.NullMarked;
