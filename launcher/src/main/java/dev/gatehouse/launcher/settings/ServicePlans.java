package dev.gatehouse.launcher.settings;

import static java.util.stream.Collectors.joining;
import static java.util.stream.IntStream.rangeClosed;

import dev.gatehouse.launcher.keys.DevelopmentTokens;
import dev.gatehouse.launcher.keys.KeyFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What each process of the three services is told, so that it finds Redis, the others and its keys.
///
/// @param serviceKey what services show each other, in base64
/// @param game the jars of the game that session-service hosts
/// @param gameServer the command of that game's dedicated server, as game-instance-service is to run it; empty
///     where it has none
/// @param providers the jars of providers of game servers that game-instance-service asks
public record ServicePlans(
        Ports ports,
        Folders folders,
        Replicas replicas,
        String serviceKey,
        List<Path> game,
        List<String> gameServer,
        List<Path> providers) {

    /// What a process takes to be there at most.
    private static final Duration TO_START = Duration.ofSeconds(2);

    private static final Duration TO_EXIT = Duration.ofSeconds(10);

    private static final String INSTANCE = "game-instance-1";

    public List<ServicePlan> all() {
        List<ServicePlan> plans = new ArrayList<>();
        rangeClosed(1, replicas.sessionNodes()).mapToObj(this::session).forEach(plans::add);
        rangeClosed(1, replicas.proxies()).mapToObj(this::proxy).forEach(plans::add);
        plans.add(instance());
        return List.copyOf(plans);
    }

    /// game-instance-service alone, for game servers that come to it over a line, and a Redis that
    /// keeps nothing.
    ///
    /// @param linkWithin how long a game server may take to link; its pairs of tokens are as short-lived
    ///     as that allows
    /// @param keepAlive how often it must say that it is well
    /// @param misses after so many missed it is lost
    public ServicePlan behindALine(Duration linkWithin, Duration keepAlive, int misses) {
        ServicePlan plan = instance();
        Map<String, String> environment = new HashMap<>(plan.environment());
        environment.put("GATEHOUSE_REGISTRY_ACCEPTDATALOSS", "true");
        environment.put("GATEHOUSE_INSTANCES_PARTNERURL", "ws://127.0.0.1:" + ports.line());
        environment.put("GATEHOUSE_INSTANCES_ALLOCATION", inMillis(TO_START));
        environment.put("GATEHOUSE_INSTANCES_LINK", inMillis(linkWithin));
        environment.put(
                "GATEHOUSE_INSTANCES_TOKENS_PAIRLIFETIME",
                inMillis(linkWithin.plus(TO_START).multipliedBy(2)));
        // Time to see whether a server goes by itself.
        environment.put("GATEHOUSE_INSTANCES_PROVIDER_LOCALPROCESS_EXITGRACE", inMillis(TO_EXIT));
        environment.put("GATEHOUSE_INSTANCES_KEEPALIVE", inMillis(keepAlive));
        environment.put("GATEHOUSE_INSTANCES_KEEPALIVEMISSES", Integer.toString(misses));
        return new ServicePlan(plan.name(), plan.module(), plan.port(), plan.extraClassPath(), environment);
    }

    private static String inMillis(Duration duration) {
        return duration.toMillis() + "ms";
    }

    /// Leaves out the service key.
    @Override
    public String toString() {
        return "ServicePlans[ports=%s, folders=%s]".formatted(ports, folders);
    }

    private ServicePlan proxy(int number) {
        String name = "proxy-" + number;
        int port = ports.proxy(number);
        Map<String, String> environment = common(name, port);
        environment.put("GATEHOUSE_PROXY_PROJECTID", "goldrush-development");
        environment.put("GATEHOUSE_PROXY_TOKENS_ISSUERS_0_ISSUER", DevelopmentTokens.ISSUER);
        environment.put("GATEHOUSE_PROXY_TOKENS_ISSUERS_0_JWKS", developmentKeys());
        environment.put("GATEHOUSE_PROXY_TOKENS_ISSUERS_0_AUDIENCE", DevelopmentTokens.PLAYERS);
        // In development a page may come from anywhere, a file included.
        environment.put("GATEHOUSE_PROXY_ALLOWEDORIGINS", "*");
        // A crowd that tries the connection policy is one account.
        environment.put("GATEHOUSE_PROXY_ADMISSION_MAXCONNECTIONSPERACCOUNT", "1000");
        if (replicas.proxies() == 1) {
            // A drain that fits into the time in which a process has to stop here.
            environment.put("GATEHOUSE_PROXY_DRAIN_WINDOW", "1500ms");
            environment.put("GATEHOUSE_PROXY_DRAIN_GRACE", "500ms");
            environment.put("GATEHOUSE_PROXY_CLOSEGRACE", "500ms");
            hurry(environment);
        }
        environment.put("GATEHOUSE_GUESTS_ENABLED", "true");
        environment.put("GATEHOUSE_GUESTS_KEY", keys().guests().toString());
        return new ServicePlan(name, "proxy-service", port, List.of(), environment);
    }

    private ServicePlan session(int number) {
        String name = "session-" + number;
        int port = ports.session(number);
        Map<String, String> environment = common(name, port);
        environment.put("GATEHOUSE_SESSION_LINKURL", "ws://127.0.0.1:" + port + "/link");
        environment.put("GATEHOUSE_SESSION_HTTPURL", "http://127.0.0.1:" + port);
        operators(environment);
        if (replicas.sessionNodes() == 1) {
            hurry(environment);
        }
        return new ServicePlan(name, "session-service", port, game, environment);
    }

    private ServicePlan instance() {
        Map<String, String> environment = common(INSTANCE, ports.instance());
        operators(environment);
        hurry(environment);
        environment.put("GATEHOUSE_INSTANCES_PARTNERKEY", keys().partner().toString());
        environment.put("GATEHOUSE_INSTANCES_PARTNERURL", "ws://127.0.0.1:" + ports.instance());
        String provider = "GATEHOUSE_INSTANCES_PROVIDER_LOCALPROCESS_";
        if (!gameServer.isEmpty()) {
            environment.put(provider + "COMMAND", inWords(gameServer));
        }
        environment.put(provider + "RUNDIRECTORY", folders.run().toString());
        environment.put(provider + "LOGDIRECTORY", folders.log().toString());
        return new ServicePlan(INSTANCE, "game-instance-service", ports.instance(), providers, environment);
    }

    private Map<String, String> common(String node, int port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("GATEHOUSE_NODE_ID", node);
        environment.put("GATEHOUSE_SERVICEKEY", serviceKey);
        environment.put("GATEHOUSE_LOGFORMAT", "text");
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(Ports.management(port)));
        environment.put("SPRING_DATA_REDIS_HOST", "127.0.0.1");
        environment.put("SPRING_DATA_REDIS_PORT", Integer.toString(ports.redis()));
        return environment;
    }

    /// For what there is one of: a developer who presses Ctrl-C has no players to wait for, and they have nowhere to
    /// go.
    private static void hurry(Map<String, String> environment) {
        environment.put("SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE", "3s");
    }

    private void operators(Map<String, String> environment) {
        environment.put("GATEHOUSE_OPERATORS_ISSUER", DevelopmentTokens.ISSUER);
        environment.put("GATEHOUSE_OPERATORS_JWKS", developmentKeys());
        environment.put("GATEHOUSE_OPERATORS_AUDIENCE", DevelopmentTokens.OPERATORS);
    }

    /// The command as one line of words and quotes.
    private static String inWords(List<String> command) {
        return command.stream().map(ServicePlans::quoted).collect(joining(" "));
    }

    private static String quoted(String word) {
        if (word.contains("\"")) {
            return "'" + word + "'";
        }
        return word.contains(" ") || word.contains("'") ? '"' + word + '"' : word;
    }

    private KeyFiles keys() {
        return new KeyFiles(folders.keys());
    }

    private String developmentKeys() {
        return keys().developmentPublic().toUri().toString();
    }
}
