package dev.gatehouse.goldrush.town;

import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.Caller;
import dev.gatehouse.model.servercode.EventPolicy;
import dev.gatehouse.model.servercode.Group;
import dev.gatehouse.model.servercode.GroupHandler;
import dev.gatehouse.model.servercode.Verdict;
import java.util.Set;

/// The saloon has three tables, `saloon:1` to `saloon:3`, and whoever sits at one may raise a toast there.
public final class Saloon implements GroupHandler, EventPolicy {

    public static final String NAME = "saloon";

    /// The one event that diggers may send.
    public static final String TOAST = "toast";

    private static final Set<String> TABLES = Set.of("1", "2", "3");

    @Override
    public Verdict join(Caller caller, Group group, JsonText args) {
        var table = group.instance();
        return table != null && TABLES.contains(table) ? Verdict.allowed() : Verdict.refused("There is no such table.");
    }

    @Override
    public boolean allows(Caller sender, String name, EventScope scope) {
        // To a group only its members may speak in any case.
        return name.equals(TOAST) && scope.group() != null;
    }
}
