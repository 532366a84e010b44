package dev.gatehouse.launcher.simulator.conformance;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A game server without the SDK, with one mistake.
final class PlantedServer implements WebSocket.Listener {

    private static final Pattern TYPE = Pattern.compile("\"type\":\"([^\"]*)\"");
    private static final Pattern PLAYER = Pattern.compile("\"playerId\":\"([^\"]*)\"");
    private static final Pattern GAME_TOKEN = Pattern.compile("\"gameToken\":\"([^\"]*)\"");
    private static final Pattern SOCIAL_TOKEN = Pattern.compile("\"socialToken\":\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]*)\"");
    private static final long AGAIN_MILLIS = 200;
    private static final long ANSWER_MILLIS = 5_000;
    private static final int UNAUTHORIZED = 401;
    private static final long BEAT_MILLIS = 1_000;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int STOPPED = 143;

    private final Mistake mistake;
    private final String instance;
    private final String partnerUrl;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final Map<String, CompletableFuture<String>> asked = new ConcurrentHashMap<>();
    private final PlantedDoor door;
    private List<String> waiting = List.of();
    private String gameToken;
    private String socialToken;
    private volatile @Nullable WebSocket link;
    private volatile @Nullable WebSocket abandoned;

    private PlantedServer(Mistake mistake, Map<String, String> environment) throws Exception {
        this.mistake = mistake;
        this.instance = environment.getOrDefault("GATEHOUSE_GAME_INSTANCE_ID", "");
        this.partnerUrl = environment.getOrDefault("GATEHOUSE_PARTNER_URL", "");
        this.gameToken = environment.getOrDefault("GATEHOUSE_GAME_TOKEN", "");
        this.socialToken = environment.getOrDefault("GATEHOUSE_SOCIAL_TOKEN", "");
        this.door = new PlantedDoor(mistake, instance, PlantedDoor.keys(HTTP, partnerUrl, gameToken), this::ask);
    }

    static PlantedServer start(Mistake mistake, Map<String, String> environment) throws Exception {
        var server = new PlantedServer(mistake, environment);
        Thread.ofVirtual().name("planted-door").start(server.door::serve);
        server.thread.execute(server::open);
        if (mistake != Mistake.NEVER_SAYS_THAT_IT_IS_WELL) {
            var _ = server.thread.scheduleAtFixedRate(server::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
        }
        return server;
    }

    /// @return its status
    int awaitEnd() {
        int ended = status.join();
        thread.shutdownNow();
        door.close();
        var open = link;
        if (open != null) {
            open.abort();
        }
        return ended;
    }

    /// As when its process is killed.
    void stop() {
        exit(STOPPED);
    }

    private void exit(int with) {
        status.complete(with);
    }

    private void open() {
        try {
            var builder = HTTP.newWebSocketBuilder().header("Authorization", "Bearer " + gameToken);
            if (mistake != Mistake.SHOWS_ONE_TOKEN) {
                builder.header("X-Gatehouse-Social-Token", socialToken);
            }
            link = builder.buildAsync(URI.create(partnerUrl + "/partner/v1/link"), this)
                    .join();
            link();
        } catch (RuntimeException e) {
            System.out.println("no link: " + e);
            if (mistake == Mistake.COMES_BACK_REVOKED || !isUnauthorized(e)) {
                again();
            }
        }
    }

    private void link() {
        say("link", "\"host\":\"localhost\",\"port\":" + door.port() + ",\"capacity\":8");
    }

    private void again() {
        if (mistake != Mistake.STAYS_AWAY && !status.isDone()) {
            long pause = mistake == Mistake.COMES_BACK_WITHOUT_PAUSES ? 0 : AGAIN_MILLIS;
            var _ = thread.schedule(this::open, pause, TimeUnit.MILLISECONDS);
        }
    }

    private static boolean isUnauthorized(RuntimeException failure) {
        return failure.getCause() instanceof WebSocketHandshakeException refused
                && refused.getResponse().statusCode() == UNAUTHORIZED;
    }

    private void beat() {
        if (link != null) {
            say("keep-alive", null);
        }
    }

    /// For the door; blocks.
    private String ask(String type, String members) {
        var answer = new CompletableFuture<String>();
        asked.put(type, answer);
        say(type, members);
        return answer.completeOnTimeout("", ANSWER_MILLIS, TimeUnit.MILLISECONDS)
                .join();
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
            linked(message);
        } else if (message.contains("\"id\":\"end\"")) {
            exit(0);
        } else if (message.contains("\"id\":\"connect-players\"")) {
            connected(message);
        } else if (isAsked(message)) {
            System.out.println("answered: " + message);
        } else if (type.find()) {
            hear(type.group(1), message);
        }
    }

    /// As long as the service has not seen that the link before is gone it refuses the next one.
    private void linked(String answer) {
        if (answer.contains("already_linked")) {
            var _ = thread.schedule(this::link, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            connectPlayers(answer);
        }
    }

    private boolean isAsked(String message) {
        var id = ID.matcher(message);
        var waits = id.find() ? asked.remove(id.group(1)) : null;
        return waits != null && waits.complete(message);
    }

    private void connected(String answer) {
        boolean mayAskAgain = answer.contains("\"retryable\":true") && mistake != Mistake.NEVER_ASKS_AGAIN;
        boolean asksAnyway = mistake == Mistake.ASKS_WHATEVER_THE_ANSWER && answer.contains("\"retryable\":false");
        if (mayAskAgain || asksAnyway) {
            long pause = mistake == Mistake.ASKS_AGAIN_AT_ONCE ? 0 : AGAIN_MILLIS;
            var _ = thread.schedule(this::connectWaiting, pause, TimeUnit.MILLISECONDS);
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
            case "terminate" -> exit(0);
            case "player-left", "updated" -> {}
            default -> {
                if (mistake == Mistake.DIES_OF_NEWS) {
                    exit(1);
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
        var open = link;
        if (mistake == Mistake.OPENS_ANEW_FOR_TOKENS && open != null) {
            abandoned = open;
            open.abort();
            link = null;
            again();
        }
    }

    private void connectPlayers(String message) {
        waiting = PLAYER.matcher(message).results().map(MatchResult::group).toList();
        connectWaiting();
    }

    private void connectWaiting() {
        if (!waiting.isEmpty()) {
            say(
                    "connect-players",
                    "\"players\":["
                            + waiting.stream()
                                    .map(each -> each.substring("\"playerId\":".length()))
                                    .collect(Collectors.joining(","))
                            + "]");
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        lost(from);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        lost(from);
    }

    private void lost(WebSocket from) {
        if (from.equals(abandoned)) {
            return;
        }
        link = null;
        asked.values().forEach(each -> each.complete(""));
        again();
    }
}
