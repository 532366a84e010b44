package dev.gatehouse.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gameserver.GameServerConfiguration;
import dev.gatehouse.instance.life.LifeEvent.EndRequested;
import dev.gatehouse.instance.life.LifeEvent.PlayersAdded;
import dev.gatehouse.instance.partner.Caller;
import dev.gatehouse.instance.partner.LiveServers;
import dev.gatehouse.instance.partner.PairRenewal;
import dev.gatehouse.instance.partner.PartnerRequests;
import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.instance.token.PartnerTokens.PairCheck.Bad;
import dev.gatehouse.instance.token.PartnerTokens.PairCheck.Good;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.PartnerHeaders;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class PartnerLinksIT {

    @RegisterExtension
    static final SharedService SHARED = new SharedService();

    private static final int REPLAYS = 1_000;
    private static final int BURST_OF_EACH_HOST = 50;
    private static final List<String> HOSTS = List.of("127.0.0.1", "127.0.0.2");
    private static final String SECOND_LINK = "a second link of game server";

    private final ServiceUnderTest service = SHARED.get();
    private final RunningGames games = new RunningGames(service);

    @Test
    @DisplayName("3.4 (20): tokens are refreshed on the open link, and the server comes back with the next pair")
    void refreshesTokensOnTheOpenLink() throws Exception {
        var running = games.run("refresh");
        var id = running.get("id").stringValue();
        var first = SHARED.environmentOf(id);

        try (var server = RunningGames.door(running)) {
            renew(id);
            assertThat(askWith(first, id)).isEqualTo("ok");
            assertThat(server.say("reward carol")).isEqualTo("action 7");

            games.unlink(server, id);
            assertThat(server.say("link")).isEqualTo("linked to " + id);
            assertThat(askWith(first, id)).isEqualTo("token_revoked");
            assertThat(server.say("reward carol")).isEqualTo("action 7");
            assertThat(server.say("end done")).isEqualTo("ended");
        }
    }

    @Test
    @DisplayName(
            "3.4 (2): an operator revokes the tokens of an open link; it is told so and closed, and nobody comes back")
    void endsALinkWhoseTokensAreRevoked() throws Exception {
        var running = games.run("revoke");
        var id = running.get("id").stringValue();
        var pair = SHARED.environmentOf(id);
        try (var server = RunningGames.door(running)) {
            games.unlink(server, id);
        }

        try (var http = HttpClient.newHttpClient();
                var link = new TestLink(http, pair)) {
            link.say(RunningGames.linkRequest(running));
            assertThat(link.hear()).contains("\"ok\":true");
            service.call("/" + id + "/revoke-tokens", "", 200);
            long revoked = System.nanoTime();

            assertThat(link.hear()).contains("\"type\":\"terminate\"", "no longer the ones");
            assertThat(link.closed().get(20, TimeUnit.SECONDS)).isEqualTo("token_revoked");
            var took = Duration.ofNanos(System.nanoTime() - revoked);
            System.out.printf("3.4 (2): told and closed %d ms after the revocation%n", took.toMillis());
            assertThat(took).isLessThan(Duration.ofSeconds(1));
        }
        assertThat(askWith(pair, id)).isEqualTo("token_revoked");
        service.call("/" + id + "/revoke-tokens", "", 200);
        service.call("/" + id + "/end", "{}", 200);
        assertThat(service.call("/" + id + "/revoke-tokens", "", 409)
                        .get("code")
                        .stringValue())
                .isEqualTo("instance_over");
    }

    @Test
    @DisplayName("a server hears of players and data whichever node they came through, at once where it is its own")
    void hearsWhatOtherNodesDo() throws Exception {
        var running = games.run("notices");
        var id = running.get("id").stringValue();
        var pair = SHARED.environmentOf(id);
        try (var server = RunningGames.door(running)) {
            games.unlink(server, id);
        }
        var otherNode = games.anotherNode();

        try (var http = HttpClient.newHttpClient();
                var link = new TestLink(http, pair)) {
            link.say(RunningGames.linkRequest(running));
            assertThat(link.hear()).contains("\"ok\":true", "\"carol\"");
            long added = System.nanoTime();
            otherNode.apply(new InstanceId(id), new PlayersAdded(List.of(new InstancePlayer(new PlayerId("dave"), 1))));
            assertThat(link.hear()).contains("\"type\":\"players-added\"", "\"dave\"");
            long heard = System.nanoTime();
            service.call("/" + id + "/data", "{\"shared\":{\"round\":2}}", 200);
            assertThat(link.hear()).contains("\"type\":\"updated\"", "{\"round\":2}");
            long updated = System.nanoTime();
            otherNode.apply(new InstanceId(id), new EndRequested("done"));
            assertThat(link.hear()).contains("\"type\":\"terminate\"", "\"done\"");
            System.out.printf(
                    "notices: heard %d ms after another node's change, %d ms after a call to its own node%n",
                    TimeUnit.NANOSECONDS.toMillis(heard - added), TimeUnit.NANOSECONDS.toMillis(updated - heard));
            assertThat(link.closed().get(20, TimeUnit.SECONDS)).isEqualTo("instance_over");
        }
    }

    @Test
    @DisplayName(
            "F58: of many links with one pair, from two hosts at once, one stays; the others are refused and noted")
    void keepsOneOfManyLinks(CapturedOutput output) throws Exception {
        var running = games.run("burst");
        var id = running.get("id").stringValue();
        var pair = SHARED.environmentOf(id);
        try (var server = RunningGames.door(running)) {
            games.unlink(server, id);
        }
        assertThat(service.read("/" + id).get("liveness").stringValue()).isEqualTo("suspected");
        double countedBefore = refusedLinks();
        int notedBefore = count(output, SECOND_LINK);

        var links = new ArrayList<TestLink>();
        for (String host : HOSTS) {
            var http = HttpClient.newBuilder()
                    .localAddress(InetAddress.getByName(host))
                    .build();
            links.addAll(together(BURST_OF_EACH_HOST, _ -> new TestLink(http, pair)));
        }
        links.forEach(link -> link.say(RunningGames.linkRequest(running)));
        var answers = new ArrayList<String>();
        for (TestLink link : links) {
            answers.add(link.hear());
        }

        int others = HOSTS.size() * BURST_OF_EACH_HOST - 1;
        assertThat(answers.stream().filter(answer -> answer.contains("\"ok\":true")))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.contains("\"already_linked\"")))
                .hasSize(others);
        assertThat(refusedLinks() - countedBefore).isEqualTo(others);
        assertThat(count(output, SECOND_LINK) - notedBefore).isEqualTo(others);
        System.out.printf(
                "F58: %d links at once from %d hosts: links = 1, %d refused, counted and noted%n",
                links.size(), HOSTS.size(), others);
        links.forEach(TestLink::close);
        service.call("/" + id + "/end", "{}", 200);
    }

    @Test
    @DisplayName(
            "F74: a pair that is replayed a thousand times in parallel opens one link; revoked, elsewhere or later none")
    void opensNoMoreThanOneLinkForAPair() throws Exception {
        var running = games.run("replay");
        var id = running.get("id").stringValue();
        var other = games.run("replay-other");
        var pair = SHARED.environmentOf(id);

        assertThat(replay(pair, running)).isEqualTo(Map.of("already_linked", 1_000L));
        try (var server = RunningGames.door(running)) {
            games.unlink(server, id);
        }
        assertThat(replay(pair, running)).isEqualTo(Map.of("ok", 1L, "already_linked", 999L));
        assertThat(replay(pair, other)).isEqualTo(Map.of("not_your_instance", 1_000L));
        service.call("/" + id + "/revoke-tokens", "", 200);
        assertThat(replay(pair, running)).isEqualTo(Map.of("token_revoked", 1_000L));
        var otherId = other.get("id").stringValue();
        service.call("/" + otherId + "/end", "{}", 200);
        assertThat(replay(SHARED.environmentOf(otherId), other)).isEqualTo(Map.of("instance_over", 1_000L));
        System.out.printf(
                "F74: %d replays each: accepts = 0 beside a live link, 1 without one, 0 for another instance, 0 after the revocation, 0 after the end%n",
                REPLAYS);
    }

    /// As if half of the pair's life had passed.
    private void renew(String id) {
        var link = service.bean(LiveServers.class).links().stream()
                .filter(live -> live.caller().pair().instance().value().equals(id))
                .findFirst()
                .orElseThrow();
        service.bean(PairRenewal.class).renew(link);
    }

    /// What became of so many links that came at once, each with a look at its tokens: `ok`, or why not.
    private Map<String, Long> replay(GameServerConfiguration pair, JsonNode instance) throws Exception {
        return together(REPLAYS, number -> link(pair, instance, "replay/" + number)).stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private String link(GameServerConfiguration pair, JsonNode instance, String link) {
        var now = service.bean(InstantSource.class).instant();
        return switch (service.bean(PartnerTokens.class).checkPair(pair.socialToken(), pair.gameToken(), now)) {
            case Bad(var why) -> why.code();
            case Good(var good) ->
                codeOf(service.bean(PartnerRequests.class)
                        .answer(new Caller(good, link), RunningGames.linkOf(instance)));
        };
    }

    private static String codeOf(GameServerAnswer answer) {
        return answer.error() == null ? "ok" : answer.error().code();
    }

    /// Asks over the HTTP form whether this pair still does.
    ///
    /// @return `ok`, or why not
    private String askWith(GameServerConfiguration pair, String id) throws Exception {
        var response = service.post(
                service.url().resolve(PartnerHeaders.RPC_PATH),
                "{\"id\":\"1\",\"type\":\"keep-alive\",\"instanceId\":\"%s\"}".formatted(id),
                "Authorization",
                "Bearer " + pair.gameToken(),
                PartnerHeaders.SOCIAL_TOKEN,
                pair.socialToken());
        return codeOf(JsonCodec.of(GameServerAnswer.class).decode(response.body()));
    }

    private double refusedLinks() {
        var counter = service.bean(MeterRegistry.class)
                .find("gatehouse.instance.links")
                .tag("result", "already_linked")
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private static int count(CapturedOutput output, String text) {
        return output.getAll().split(Pattern.quote(text), -1).length - 1;
    }

    /// Does it so often, all at the same time.
    private static <T> List<T> together(int times, IntFunction<T> what) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, times)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        return what.apply(number);
                    }))
                    .toList();
            start.countDown();
            var done = new ArrayList<T>();
            for (var each : running) {
                done.add(each.get());
            }
            return done;
        }
    }
}
