/// What sessions ask of game instances: the answer that a player sees, and what the services say to each other for it.
@NullMarked
package dev.gatehouse.model.instance;

import org.jspecify.annotations.NullMarked;
