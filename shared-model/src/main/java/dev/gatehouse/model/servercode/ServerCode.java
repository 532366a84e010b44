package dev.gatehouse.model.servercode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a game's server code offers to clients whose session is active. Immutable.
///
/// @param rpc objects of [ServerRpc] classes
/// @param groups who has a say in the groups of a name; of other names there are none
/// @param events which events clients may send
/// @param documents who may follow the documents of a collection; of other collections nobody may follow any
public record ServerCode(
        List<Object> rpc, Map<String, GroupHandler> groups, EventPolicy events, Map<String, DocumentPolicy> documents) {

    public static final ServerCode NONE = new ServerCode(List.of(), Map.of(), EventPolicy.GROUPS_ONLY, Map.of());

    public ServerCode {
        rpc = List.copyOf(rpc);
        groups = Map.copyOf(groups);
        documents = Map.copyOf(documents);
    }

    /// With one more object whose methods clients may call.
    public ServerCode rpc(Object methods) {
        var all = new ArrayList<>(rpc);
        all.add(methods);
        return new ServerCode(all, groups, events, documents);
    }

    /// With groups of one more name.
    public ServerCode group(String name, GroupHandler handler) {
        return new ServerCode(rpc, with(groups, name, handler), events, documents);
    }

    public ServerCode events(EventPolicy policy) {
        return new ServerCode(rpc, groups, policy, documents);
    }

    /// With documents of one more collection for clients to follow.
    public ServerCode documents(String collection, DocumentPolicy policy) {
        return new ServerCode(rpc, groups, events, with(documents, collection, policy));
    }

    private static <T> Map<String, T> with(Map<String, T> known, String name, T one) {
        var all = new HashMap<>(known);
        all.put(name, one);
        return all;
    }
}
