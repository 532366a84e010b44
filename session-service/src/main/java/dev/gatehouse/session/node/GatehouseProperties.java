package dev.gatehouse.session.node;

import dev.gatehouse.model.id.NodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What every service of the suite is told.
///
/// @param node who this node is
/// @param serviceKey base64 of at least 32 bytes that all services of the deployment share; there is no default
@ConfigurationProperties("gatehouse")
public record GatehouseProperties(
        @DefaultValue IdentityProperties node, @Nullable String serviceKey) {

    /// @param id unique among the live nodes of the deployment
    public record IdentityProperties(
            @DefaultValue("session-1") String id) {}

    public GatehouseProperties {
        if (serviceKey == null || serviceKey.isBlank()) {
            throw new IllegalArgumentException("gatehouse.service-key: absent (expected: base64 of at least 32 bytes)");
        }
        ServiceKey.ofBase64(serviceKey);
    }

    public NodeId nodeId() {
        return new NodeId(node.id());
    }

    public ServiceKey key() {
        return ServiceKey.ofBase64(serviceKey == null ? "" : serviceKey);
    }

    /// Leaves out what must not be in a log.
    @Override
    public String toString() {
        return "GatehouseProperties[node=" + node + "]";
    }
}
