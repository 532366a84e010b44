package dev.gatehouse.launcher.simulator.conformance;

/// What a server goes through, each in an instance of its own. The longest first.
public enum Life {
    LOSES_ITS_LINK,
    HOSTS,
    OPENS_ITS_DOOR,
    IS_DRAINED
}
