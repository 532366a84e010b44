package dev.gatehouse.instance.partner;

import dev.gatehouse.model.id.InstanceId;
import java.util.Collection;
import java.util.function.Consumer;

/// The game servers that are linked to this node.
public interface LiveServers {

    /// The links that are live here now.
    Collection<LiveLink> links();

    /// An instance has changed. Its server is told at once, if it is linked here. Does not block.
    void changed(InstanceId instance);

    /// From now on calls this with each link that is new, or whose instance has changed.
    ///
    /// @param look must not block
    void onChange(Consumer<LiveLink> look);
}
