package dev.gatehouse.gamelift;

import dev.gatehouse.gamelift.Sessions.Session;
import dev.gatehouse.gamelift.Sessions.Wish;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.RunningServer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/// What a session is given to be found by, in its properties, and to link with, in its data.
record SessionMarks(String suite) {

    private static final String SUITE = "gatehouse-suite";
    private static final String SERVER = "gatehouse-server-id";
    private static final String INSTANCE = "gatehouse-instance-id";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,48}");
    private static final JsonCodec<SessionEnvironment> CODEC = JsonCodec.of(SessionEnvironment.class);

    /// What a session's data are, as JSON.
    private record SessionEnvironment(@Member(1) PSortedMap<String, String> environment) {}

    /// Only such an id can be that of a placement, or a token.
    static boolean isId(ServerId server) {
        return ID.matcher(server.value()).matches();
    }

    Wish wish(Allocation allocation) {
        var variables = allocation.environment().get().variables();
        return new Wish(
                allocation.serverId().value(),
                Map.of(
                        SUITE, suite,
                        SERVER, allocation.serverId().value(),
                        INSTANCE, allocation.instanceId().value()),
                CODEC.encode(new SessionEnvironment(TreePMap.from(variables))));
    }

    /// Empty for a session that has ended or is not of this suite.
    Optional<RunningServer> read(Session session) {
        var properties = session.properties();
        var server = properties.get(SERVER);
        var instance = properties.get(INSTANCE);
        if (server == null || instance == null || !session.alive() || !suite.equals(properties.get(SUITE))) {
            return Optional.empty();
        }
        return Optional.of(new RunningServer(new ServerId(server), new InstanceId(instance), session.arn()));
    }
}
