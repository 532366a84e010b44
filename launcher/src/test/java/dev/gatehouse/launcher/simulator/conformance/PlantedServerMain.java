package dev.gatehouse.launcher.simulator.conformance;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A game server in a hundred lines and without the SDK, with the mistake that its game is called
/// by. For goldrush it is goldrush's own, without any.
final class PlantedServerMain implements WebSocket.Listener {

    private static final Pattern TYPE = Pattern.compile("\"type\":\"([^\"]*)\"");
    private static final Pattern PLAYER = Pattern.compile("\"playerId\":\"([^\"]*)\"");
    private static final Pattern GAME_TOKEN = Pattern.compile("\"gameToken\":\"([^\"]*)\"");
    private static final Pattern SOCIAL_TOKEN = Pattern.compile("\"socialToken\":\"([^\"]*)\"");
    private static final String DEDICATED_SERVER = "dev.gatehouse.goldrush.dedicated.DedicatedServerMain";
    private static final long AGAIN_MILLIS = 200;
    private static final long BEAT_MILLIS = 1_000;

    private final @Nullable Mistake mistake;
    private final String instance = env("GATEHOUSE_GAME_INSTANCE_ID");
    private final HttpClient http = HttpClient.newHttpClient();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final StringBuilder partial = new StringBuilder();
    private String gameToken = env("GATEHOUSE_GAME_TOKEN");
    private String socialToken = env("GATEHOUSE_SOCIAL_TOKEN");
    private volatile @Nullable WebSocket link;

    private PlantedServerMain(@Nullable Mistake mistake) {
        this.mistake = mistake;
    }

    /// @param arguments the id of the game
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("goldrush")) {
            var main = Class.forName(DEDICATED_SERVER).getDeclaredMethod("main");
            main.setAccessible(true);
            main.invoke(null);
            return;
        }
        var mistake = Arrays.stream(Mistake.values())
                .filter(each -> each.game().value().equals(arguments[0]))
                .findFirst()
                .orElse(null);
        var server = new PlantedServerMain(mistake);
        server.thread.execute(server::open);
        if (mistake != Mistake.NEVER_SAYS_THAT_IT_IS_WELL) {
            var _ = server.thread.scheduleAtFixedRate(server::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void open() {
        try {
            var builder = http.newWebSocketBuilder().header("Authorization", "Bearer " + gameToken);
            if (mistake != Mistake.SHOWS_ONE_TOKEN) {
                builder.header("X-Gatehouse-Social-Token", socialToken);
            }
            link = builder.buildAsync(URI.create(env("GATEHOUSE_PARTNER_URL") + "/partner/v1/link"), this)
                    .join();
            say("link", "\"host\":\"localhost\",\"port\":7777,\"capacity\":8");
        } catch (RuntimeException e) {
            System.out.println("no link: " + e);
            again();
        }
    }

    private void again() {
        if (mistake != Mistake.STAYS_AWAY) {
            var _ = thread.schedule(this::open, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void beat() {
        if (link != null) {
            say("keep-alive", null);
        }
    }

    /// The id of each request is its type.
    private void say(String type, @Nullable String members) {
        var to = link;
        if (to != null) {
            to.sendText(
                            "{\"type\":\"" + type + "\",\"id\":\"" + type + "\",\"instanceId\":\"" + instance + "\""
                                    + (members == null ? "" : "," + members) + "}",
                            true)
                    .join();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            var message = partial.toString();
            partial.setLength(0);
            thread.execute(() -> take(message));
        }
        from.request(1);
        return null;
    }

    private void take(String message) {
        var type = TYPE.matcher(message);
        if (message.contains("\"id\":\"link\"")) {
            connectPlayers(message);
        } else if (message.contains("\"id\":\"end\"")) {
            System.exit(0);
        } else if (type.find()) {
            hear(type.group(1), message);
        }
    }

    private void hear(String type, String notice) {
        switch (type) {
            case "players-added" -> connectPlayers(notice);
            case "refresh" -> refresh(notice);
            case "drain" -> {
                if (mistake != Mistake.IGNORES_DRAIN) {
                    say("end", "\"why\":\"drained\"");
                }
            }
            case "terminate" -> System.exit(0);
            case "player-left", "updated" -> {}
            default -> {
                if (mistake == Mistake.DIES_OF_NEWS) {
                    System.exit(1);
                }
            }
        }
    }

    private void refresh(String notice) {
        var game = GAME_TOKEN.matcher(notice);
        var social = SOCIAL_TOKEN.matcher(notice);
        if (mistake != Mistake.IGNORES_REFRESH && game.find() && social.find()) {
            gameToken = game.group(1);
            socialToken = social.group(1);
        }
    }

    private void connectPlayers(String message) {
        var players = PLAYER.matcher(message).results().map(MatchResult::group).toList();
        if (!players.isEmpty()) {
            say(
                    "connect-players",
                    "\"players\":["
                            + players.stream()
                                    .map(each -> each.substring("\"playerId\":".length()))
                                    .collect(Collectors.joining(","))
                            + "]");
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        link = null;
        again();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        link = null;
        again();
    }

    private static String env(String name) {
        return System.getenv().getOrDefault(name, "");
    }
}
