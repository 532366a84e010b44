package dev.gatehouse.launcher.simulator;

import dev.gatehouse.model.id.InstanceId;
import java.util.ArrayList;
import java.util.List;

/// The instances that were created here, by numbers that are short to type. Safe to use from any
/// thread.
public final class Instances {

    private final List<InstanceId> known = new ArrayList<>(); // Guarded by this.

    /// Nothing where it is known.
    ///
    /// @return its number, from 1
    public synchronized int add(InstanceId id) {
        if (!known.contains(id)) {
            known.add(id);
        }
        return known.indexOf(id) + 1;
    }

    public synchronized List<InstanceId> all() {
        return List.copyOf(known);
    }

    /// @param name its number, or its id
    /// @throws IllegalArgumentException if there is none; the message is for people
    synchronized InstanceId find(String name) {
        for (int number = 1; number <= known.size(); number++) {
            var id = known.get(number - 1);
            if (name.equals(Integer.toString(number)) || name.equals(id.value())) {
                return id;
            }
        }
        throw new IllegalArgumentException("instance: " + name + " (expected: "
                + (known.isEmpty() ? "one that was allocated" : "1 to " + known.size()) + ")");
    }

    /// How lines about it begin.
    public synchronized String label(InstanceId id) {
        int index = known.indexOf(id);
        return index < 0 ? "[" + id + "]" : "[" + (index + 1) + "]";
    }
}
