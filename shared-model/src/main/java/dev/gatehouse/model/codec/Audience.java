package dev.gatehouse.model.codec;

import dev.gatehouse.model.schema.RecordMember;

/// For whom a value is encoded.
public enum Audience {
    /// Everything, for storage and between services.
    SERVER,
    /// Without what is `@ServerOnly`: for players, patches, reports and logs.
    CLIENT;

    public boolean sees(RecordMember member) {
        return this == SERVER || !member.serverOnly();
    }
}
