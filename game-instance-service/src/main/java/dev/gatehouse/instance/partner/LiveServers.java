package dev.gatehouse.instance.partner;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.GameServerNotice;
import java.util.Collection;

/// The game servers that are linked to this node. A server that is linked elsewhere, or not at all, hears
/// nothing: it learns at its next request.
public interface LiveServers {

    void tell(InstanceId instance, GameServerNotice notice);

    /// The links that are live here now.
    Collection<LiveLink> links();

    /// Closes the link of an instance that is over.
    void close(InstanceId instance);
}
