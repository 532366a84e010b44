package dev.gatehouse.model.servercode;

import org.jspecify.annotations.Nullable;

/// A group as it is addressed: `name`, or `name:instance` where there are many of one name.
public record Group(String name, @Nullable String instance) {

    /// @param address as on the wire
    public static Group of(String address) {
        int colon = address.indexOf(':');
        return colon < 0
                ? new Group(address, null)
                : new Group(address.substring(0, colon), address.substring(colon + 1));
    }

    /// As on the wire.
    public String address() {
        return instance == null ? name : name + ":" + instance;
    }
}
