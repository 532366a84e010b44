package dev.gatehouse.instance.wiring;

import dev.gatehouse.registry.instance.InstanceRecord;
import java.util.function.Consumer;

/// What goes on once an instance is created.
record AfterCreation(Consumer<InstanceRecord> next) {}
