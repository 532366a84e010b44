/// The script behind `GuestAccounts`.
@NullMarked
package dev.gatehouse.registry.guest.redis;

import org.jspecify.annotations.NullMarked;
