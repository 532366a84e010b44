package dev.gatehouse.simulation.client;

import dev.gatehouse.client.ClientSession;
import dev.gatehouse.client.live.GroupListener;
import dev.gatehouse.client.live.Membership;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.simulation.World;
import dev.gatehouse.simulation.check.EventWatch;
import dev.gatehouse.simulation.check.Promise;
import dev.gatehouse.simulation.game.Tavern;
import dev.gatehouse.simulation.time.Life;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one player says and hears. It wants to be in the tavern as long as it plays.
public final class Speech implements GroupListener {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final World world;
    private final Life life;
    private final String name;
    private final EventWatch events;

    /// What was said in the present session, wherever it went.
    private final Map<Long, EventScope> said = new LinkedHashMap<>();

    /// Who else is in the tavern, as far as it was told.
    private final Set<PlayerId> company = new HashSet<>();

    /// Whether it may have missed who came or left, and hear of it again.
    private boolean hasMissedCompany;

    /// Whether a refusal may have been lost in the present session.
    private boolean hasMissed;

    private @Nullable ClientSession<?> session;
    private @Nullable SessionId saidIn;

    /// Absent while it is not inside, and while it is on its way.
    private @Nullable Membership place;

    private boolean isEntering;

    Speech(World world, Life life, String name) {
        this.world = world;
        this.life = life;
        this.name = name;
        this.events = world.watch().events();
    }

    void over(ClientSession<?> next) {
        session = next;
        var _ = next.onEvent(Tavern.WORDS, event -> events.heard(name, event));
    }

    /// A session has begun: the client goes back to the tavern by itself, once it has been there.
    void started() {
        events.begins(name);
        company.clear();
        hasMissedCompany = false;
        if (place == null && !isEntering) {
            tryToEnter();
        }
    }

    private void enter() {
        var now = session;
        if (now == null) {
            return;
        }
        isEntering = true;
        var _ = now.join(Tavern.GROUP, null, this).whenComplete((membership, failure) -> {
            isEntering = false;
            if (now != session) {
                return;
            }
            if (failure == null) {
                place = membership;
                world.history().note(() -> name + " is in the tavern");
            } else {
                world.history().note(() -> name + " is not in the tavern: " + failure);
                enterLater(now);
            }
        });
    }

    private void enterLater(ClientSession<?> now) {
        life.in(PAUSE, () -> {
            if (now == session && place == null && !isEntering) {
                tryToEnter();
            }
        });
    }

    private void tryToEnter() {
        try {
            enter();
        } catch (IllegalStateException e) {
            // Between two sessions: it enters when the next one has started.
            isEntering = false;
        }
    }

    void missesSomething() {
        events.begins(name);
        hasMissedCompany = true;
        hasMissed = true;
    }

    void ended() {
        session = null;
        place = null;
        isEntering = false;
    }

    void say(EventScope scope) {
        var now = session;
        if (now == null || (scope.equals(Tavern.INSIDE) && place == null)) {
            return;
        }
        if (!now.id().equals(saidIn)) {
            saidIn = now.id();
            said.clear();
            hasMissed = false;
        }
        long event = events.next();
        if (now.send(Tavern.WORDS, scope, new JsonText(String.valueOf(event)))) {
            said.put(event, scope);
            world.history().note(() -> name + " says event " + event);
        }
    }

    /// Says something to everybody whom it reaches.
    public void sayEverywhere() {
        Tavern.SCOPES.forEach(this::say);
    }

    /// Whether it has heard everything that is said.
    public boolean isUpToDate() {
        return place != null && Tavern.SCOPES.stream().allMatch(scope -> events.isUpToDate(name, scope));
    }

    /// How much of what it said in its present session nobody was told, without a word of it. What is said to
    /// everybody is never refused; what is said in the tavern is where it is not back there yet.
    public long lost() {
        var now = session;
        if (now == null || !now.id().equals(saidIn)) {
            return 0;
        }
        long refused = hasMissed ? Long.MAX_VALUE : now.statistics().refused();
        return unsaid(EventScope.everybody()) + Math.max(0, unsaid(Tavern.INSIDE) - refused);
    }

    private long unsaid(EventScope scope) {
        return said.entrySet().stream()
                .filter(each -> each.getValue().equals(scope) && !events.isSaid(each.getKey()))
                .count();
    }

    /// Whether it was told that these are in the tavern besides, unless it was told of a gap.
    public boolean knows(Set<PlayerId> others) {
        return hasMissedCompany || company.equals(others);
    }

    @Override
    public void onJoined(PlayerId player) {
        if (!company.add(player) && !hasMissedCompany) {
            world.history().violated(Promise.C6, name + " heard again that " + player + " came");
        }
    }

    @Override
    public void onLeft(PlayerId player) {
        if (!company.remove(player) && !hasMissedCompany) {
            world.history().violated(Promise.C6, name + " heard that " + player + " left, who was not there");
        }
    }

    @Override
    public void onClosed() {
        world.history().violated(Promise.C6, name + " heard that the tavern is closed");
    }

    @Override
    public void onLost(CallError why) {
        world.history().note(() -> name + " is not let into the tavern again: " + why.code());
        place = null;
        var now = session;
        if (now != null) {
            enterLater(now);
        }
    }
}
