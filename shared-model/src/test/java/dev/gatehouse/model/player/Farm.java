package dev.gatehouse.model.player;

import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.schema.NoChecksum;
import dev.gatehouse.model.schema.ServerOnly;
import java.util.List;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/// A small game with one of everything that the framework treats differently.
record Farm(
        @Member(1) int corn,
        @Member(2) @NoChecksum String greeting,
        @Member(3) Barn barn,
        @Member(4) @NoChecksum PendingQueue<String> parcels,
        @Member(5) @ServerOnly int suspicion)
        implements PlayerModel {

    record Barn(
            @Member(1) PSortedMap<String, Integer> tools,
            @Member(2) @NoChecksum int dust) {}

    static final Farm NEW = new Farm(0, "", new Barn(TreePMap.empty(), 0), PendingQueue.empty(), 0);

    static final GameModel<Farm> GAME = GameModel.of(Farm.class, player -> NEW)
            .actions(List.of(
                    Sow.class,
                    Rain.class,
                    Greet.class,
                    Dust.class,
                    Forge.class,
                    Explode.class,
                    Send.class,
                    Unpack.class,
                    Lie.class,
                    Lose.class))
            .limits(new TimelineLimits(8, 20, 2))
            .logicVersion(3)
            .build();

    Farm withCorn(int amount) {
        return new Farm(amount, greeting, barn, parcels, suspicion);
    }

    Farm withBarn(Barn next) {
        return new Farm(corn, greeting, next, parcels, suspicion);
    }

    Farm withParcels(PendingQueue<String> next) {
        return new Farm(corn, greeting, barn, next, suspicion);
    }

    @ActionCode(100)
    record Sow(@Member(1) int amount) implements ClientAction<Farm> {
        @Override
        public Outcome<Farm> execute(Farm farm, ActionContext context) {
            return amount > 0 ? Outcome.of(farm.withCorn(farm.corn + amount)) : Outcome.refused(farm, "nothing_to_sow");
        }
    }

    @ActionCode(101)
    record Rain() implements SynchronizedServerAction<Farm> {
        @Override
        public Outcome<Farm> execute(Farm farm, ActionContext context) {
            return Outcome.of(farm.withCorn(farm.corn * 2));
        }
    }

    @ActionCode(102)
    record Greet(@Member(1) String text) implements UnsynchronizedServerAction<Farm> {
        @Override
        public Outcome<Farm> execute(Farm farm, ActionContext context) {
            return Outcome.of(new Farm(farm.corn, text, farm.barn, farm.parcels, farm.suspicion + 1));
        }
    }

    @ActionCode(103)
    record Dust() implements UnsynchronizedServerAction<Farm> {
        @Override
        public Outcome<Farm> execute(Farm farm, ActionContext context) {
            return Outcome.of(farm.withBarn(new Barn(farm.barn.tools, farm.barn.dust + 1)));
        }
    }

    @ActionCode(104)
    record Forge(@Member(1) String tool) implements UnsynchronizedServerAction<Farm>, SynchronizedServerAction<Farm> {
        @Override
        public Outcome<Farm> execute(Farm farm, ActionContext context) {
            var tools = farm.barn.tools.plus(tool, farm.barn.tools.getOrDefault(tool, 0) + 1);
            return Outcome.of(farm.withBarn(new Barn(tools, farm.barn.dust)));
        }
    }

    @ActionCode(105)
    record Explode() implements ClientAction<Farm>, SynchronizedServerAction<Farm> {
        @Override
        public Outcome<Farm> execute(Farm farm, ActionContext context) {
            throw new IllegalStateException("boom at " + context.tick());
        }
    }

    @ActionCode(106)
    record Send(@Member(1) String parcel) implements UnsynchronizedServerAction<Farm> {
        @Override
        public Outcome<Farm> execute(Farm farm, ActionContext context) {
            return Outcome.of(farm.withParcels(farm.parcels.append(parcel)));
        }
    }

    @ActionCode(107)
    record Unpack(@Member(1) long id) implements ClientAction<Farm> {
        @Override
        public Outcome<Farm> execute(Farm farm, ActionContext context) {
            return farm.parcels
                    .claim(id)
                    .map(claim -> Outcome.of(farm.withParcels(claim.rest()).withCorn(farm.corn + 5)))
                    .orElseGet(() -> Outcome.refused(farm, "no_such_parcel"));
        }
    }

    /// Refuses and hands back another model all the same.
    @ActionCode(108)
    record Lie() implements ClientAction<Farm> {
        @Override
        public Outcome<Farm> execute(Farm farm, ActionContext context) {
            return Outcome.refused(farm.withCorn(1_000_000), "just_kidding");
        }
    }

    /// Forgets to hand a model back, as code that nobody checks for null may.
    @ActionCode(109)
    record Lose() implements ClientAction<Farm> {
        @Override
        @SuppressWarnings("NullAway")
        public Outcome<Farm> execute(Farm farm, ActionContext context) {
            return Outcome.of(null);
        }
    }
}
