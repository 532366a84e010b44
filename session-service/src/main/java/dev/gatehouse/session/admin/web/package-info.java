/// `/admin/v1`: what operators may see and do. Tokens and scopes are checked in `web`.
@NullMarked
package dev.gatehouse.session.admin.web;

import org.jspecify.annotations.NullMarked;
