package dev.gatehouse.model.servercode;

import java.util.ArrayList;
import java.util.List;

/// What a game's server code offers to clients whose session is active. Immutable.
///
/// @param rpc objects of [ServerRpc] classes
public record ServerCode(List<Object> rpc) {

    public static final ServerCode NONE = new ServerCode(List.of());

    public ServerCode {
        rpc = List.copyOf(rpc);
    }

    /// With one more object whose methods clients may call.
    public ServerCode rpc(Object methods) {
        var all = new ArrayList<>(rpc);
        all.add(methods);
        return new ServerCode(all);
    }
}
