package dev.gatehouse.launcher.simulator;

import dev.gatehouse.model.id.InstanceId;
import java.util.ArrayList;
import java.util.List;

/// The instances that were heard of here, by numbers that are short to type: those that were
/// created at the console, and those that game servers have created. Safe to use from any thread.
public final class Instances {

    private static final String ID_PREFIX = "gi-";

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

    /// @param name its number, or its id, which need not be known here
    /// @throws IllegalArgumentException if there is none; the message is for people
    synchronized InstanceId find(String name) {
        for (int number = 1; number <= known.size(); number++) {
            if (name.equals(Integer.toString(number))) {
                return known.get(number - 1);
            }
        }
        if (name.startsWith(ID_PREFIX)) {
            return new InstanceId(name);
        }
        throw new IllegalArgumentException("instance: " + name + " (expected: "
                + (known.isEmpty() ? "one that was allocated" : "1 to " + known.size()) + ", or an id)");
    }

    /// How lines about it begin: with its number, and the first time with its id too, unless it was
    /// added before.
    public synchronized String label(InstanceId id) {
        int index = known.indexOf(id);
        return index < 0 ? "[" + add(id) + " is " + id + "]" : "[" + (index + 1) + "]";
    }
}
