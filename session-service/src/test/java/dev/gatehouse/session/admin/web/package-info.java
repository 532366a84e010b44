/// Tests of what operators do over HTTP.
@NullMarked
package dev.gatehouse.session.admin.web;

import org.jspecify.annotations.NullMarked;
