package dev.gatehouse.model.player;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.HiddenMembers;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.model.codec.proto.StoredMembers;
import dev.gatehouse.model.codec.storage.StorableModel;
import dev.gatehouse.model.codec.storage.UnstorableException;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.EncodedValues;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedCollection;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What a game's players are: their model, its actions by code, its tempo. Client and server of one logic version hold
/// equal ones. Immutable; may be shared by threads.
public final class GameModel<M extends PlayerModel> {

    private final Class<M> type;
    private final Function<PlayerId, M> newPlayer;
    private final ActionCodes<M> codes;
    private final Migrations migrations;
    private final TickStep<M> onTick;
    private final List<Object> functions;
    private final StorableModel storable;
    private final boolean hasHidden;
    private final int ticksPerSecond;
    private final int logicVersion;
    private final TimelineLimits limits;

    private GameModel(Builder<M> builder) {
        this.type = builder.type;
        this.newPlayer = builder.newPlayer;
        var schema = Schema.of(builder.type);
        HiddenMembers.check(schema);
        this.hasHidden = HiddenMembers.anyIn(schema);
        this.codes = ActionCodes.of(builder.type, builder.actions);
        this.migrations = new Migrations(builder.type, builder.migrations);
        this.storable = StorableModel.of(builder.type);
        this.onTick = builder.onTick;
        this.functions = Stream.concat(builder.tickFunction.stream(), builder.migrations.values().stream())
                .toList();
        this.ticksPerSecond = builder.ticksPerSecond;
        this.logicVersion = builder.logicVersion;
        this.limits = builder.limits;
    }

    /// @param type the model's record
    /// @param newPlayer makes the model of a player who was never here
    public static <M extends PlayerModel> Builder<M> of(Class<M> type, Function<PlayerId, M> newPlayer) {
        return new Builder<>(type, newPlayer);
    }

    public Class<M> type() {
        return type;
    }

    /// @throws IllegalArgumentException if the game makes one that could not be stored
    public M newPlayer(PlayerId player) {
        var made = Objects.requireNonNull(newPlayer.apply(player), "newPlayer gave no model");
        storable.check(made);
        return made;
    }

    /// The actions, by ascending code.
    public SequencedCollection<Class<? extends Action<M>>> actions() {
        return codes.types();
    }

    /// The game's own functions besides its actions, for a check of their code: the one of its ticks, and its
    /// migrations.
    public List<Object> functions() {
        return functions;
    }

    public int ticksPerSecond() {
        return ticksPerSecond;
    }

    /// Grows whenever the same steps would lead to another model than before.
    public int logicVersion() {
        return logicVersion;
    }

    public TimelineLimits limits() {
        return limits;
    }

    /// Whether an action of that code may be run that way.
    public boolean knows(int code, ActionKind kind) {
        return codes.knows(code, kind);
    }

    /// @throws IllegalArgumentException if the action is not one of this game's, or has an argument that would not be
    ///     the same when it is read ([StorableModel])
    public ActionCall encode(Encoding encoding, Action<M> action) {
        return encode(encoding, action, StorableModel.RULES);
    }

    /// As [#encode], of an action that was accepted before, by a build of the suite that may have had fewer rules.
    public ActionCall encodeAccepted(Encoding encoding, Action<M> action) {
        return encode(encoding, action, 0);
    }

    private ActionCall encode(Encoding encoding, Action<M> action, int rules) {
        int code = codes.codeOf(action);
        StorableModel.of(action.getClass()).under(rules).check(action);
        return new ActionCall(code, encodeArgs(encoding, action.getClass(), action));
    }

    private static <T> Encoded encodeArgs(Encoding encoding, Class<T> type, Object action) {
        return EncodedValues.encode(encoding, type, type.cast(action), Audience.SERVER);
    }

    /// @throws DecodeException for an unknown code, arguments that do not fit it, or an action not of that kind
    public Action<M> decode(ActionCall call, ActionKind kind) throws DecodeException {
        return EncodedValues.decode(call.args(), codes.typeOf(call.code(), kind));
    }

    /// As [#decode], of an action that this game, or an older version of it, has stored. Refuses arguments that it does
    /// not know, so that nothing of them is lost where it is stored again.
    public Action<M> decodeStored(ActionCall call, ActionKind kind) throws DecodeException {
        var type = codes.typeOf(call.code(), kind);
        return switch (call.args()) {
            case Encoded.Proto(var bytes) -> ProtoCodec.of(type).decodeWhole(bytes);
            case Encoded.Json _ -> EncodedValues.decode(call.args(), type);
        };
    }

    /// Reads a call and writes it again.
    ///
    /// @throws DecodeException as [#decode], and where the action's constructor has made of its arguments what
    ///     [#encode] refuses
    public ActionCall translate(ActionCall call, ActionKind kind, Encoding encoding) throws DecodeException {
        var action = decode(call, kind);
        try {
            return encode(encoding, action);
        } catch (IllegalArgumentException e) {
            throw new DecodeException(DecodeException.Kind.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    /// @param audience [Audience#CLIENT] leaves the `@ServerOnly` members out
    public Encoded encodeModel(Encoding encoding, M model, Audience audience) {
        return EncodedValues.encode(encoding, type, model, audience);
    }

    /// @throws DecodeException if it is not an encoded model of this game
    public M decodeModel(Encoded model) throws DecodeException {
        return EncodedValues.decode(model, type);
    }

    /// The schema in which models of this game are stored: what [Model] says.
    public int schema() {
        return migrations.current();
    }

    /// Reads what this game, or an older version of it, has stored. Refuses members that it does not know, so that
    /// nothing of them is lost where it is stored again.
    ///
    /// @param schema in which it was stored
    /// @param stored an encoded model, with its `@ServerOnly` members
    /// @throws DecodeException for a schema that is too old or newer than this game's, and for what is no model
    public M decodeStored(int schema, ByteString stored) throws DecodeException {
        var bytes = schema == schema()
                ? stored
                : migrations.run(schema, StoredMembers.of(stored)).bytes();
        return ProtoCodec.of(type).decodeWhole(bytes);
    }

    /// What the game's code threw, as it may stand in a log. Where anything in the model is
    /// `@ServerOnly`, only its type and where it was thrown: a message, of a record's constructor for
    /// one, may quote it.
    public Throwable forLog(Throwable thrown) {
        return hasHidden && !(thrown instanceof UnstorableException) ? UnquotedFailure.of(thrown) : thrown;
    }

    /// What refuses the models that steps lead to, by all of this build's rules.
    StorableModel storable() {
        return storable;
    }

    /// @param judge of what the tick leads to
    M tick(M model, ActionContext context, StorableModel judge, Failures failures) {
        try {
            var next = Objects.requireNonNull(onTick.step(model, context), "onTick gave no model");
            judge.check(model, next);
            return next;
        } catch (Throwable e) {
            GameFailure.rethrowIfFatal(e);
            failures.add(e);
            return model;
        }
    }

    /// Collects what a game's model is. Not thread-safe.
    public static final class Builder<M extends PlayerModel> {

        private final Class<M> type;
        private final Function<PlayerId, M> newPlayer;
        private List<Class<? extends Action<M>>> actions = List.of();
        private final Map<Integer, UnaryOperator<StoredMembers>> migrations = new HashMap<>();
        private TickStep<M> onTick = (model, _) -> model;
        private List<Object> tickFunction = List.of();
        private int ticksPerSecond = 10;
        private int logicVersion = 1;
        private TimelineLimits limits = TimelineLimits.DEFAULT;

        private Builder(Class<M> type, Function<PlayerId, M> newPlayer) {
            this.type = type;
            this.newPlayer = newPlayer;
        }

        public Builder<M> actions(List<Class<? extends Action<M>>> all) {
            this.actions = List.copyOf(all);
            return this;
        }

        /// What every tick does to the model: pure, like an action. Nothing, unless said.
        public Builder<M> onTick(TickStep<M> step) {
            this.onTick = step;
            this.tickFunction = List.of(step);
            return this;
        }

        /// As [#onTick(TickStep)], for a step that needs no more than the model.
        public Builder<M> onTick(UnaryOperator<M> step) {
            this.onTick = (model, _) -> step.apply(model);
            this.tickFunction = List.of(step);
            return this;
        }

        /// @param rate 1 to 100; 10 unless said
        public Builder<M> ticksPerSecond(int rate) {
            this.ticksPerSecond = rate;
            return this;
        }

        public Builder<M> logicVersion(int version) {
            this.logicVersion = version;
            return this;
        }

        /// How a model that was stored in an older schema becomes one of the next: the members by
        /// their numbers, changed as the new record expects them. Pure, like an action. One for each
        /// schema from the oldest that [Model] names.
        ///
        /// @param from the older of the two
        /// @throws IllegalArgumentException if there is one from it already
        public Builder<M> migration(int from, UnaryOperator<StoredMembers> step) {
            if (migrations.putIfAbsent(from, step) != null) {
                throw new IllegalArgumentException("from: " + from + " (expected: one migration from each schema)");
            }
            return this;
        }

        public Builder<M> limits(TimelineLimits bounds) {
            this.limits = bounds;
            return this;
        }

        /// @throws IllegalArgumentException for a model that is no record, an action without code, with another's code,
        /// of another model or of
        ///     no kind, for a migration that is missing, and for a flush that holds less than a second of
        ///     ticks; the message names it
        /// @throws dev.gatehouse.model.schema.SchemaException for a model or an action with a
        ///     member that cannot be encoded, a `@ServerOnly` one that a client has no value for,
        ///     and an argument that is `@ServerOnly` or `@NoChecksum`; the message names the member
        public GameModel<M> build() {
            if (!type.isRecord()) {
                // Of a sealed interface, the next model could be another record than the one that was hashed.
                throw new IllegalArgumentException("type: " + type.getName() + " (expected: a record)");
            }
            if (ticksPerSecond < 1 || ticksPerSecond > 100) {
                throw new IllegalArgumentException("ticksPerSecond: " + ticksPerSecond + " (expected: 1 to 100)");
            }
            if (logicVersion < 0) {
                throw new IllegalArgumentException("logicVersion: " + logicVersion + " (expected: >= 0)");
            }
            if (limits.ticks() < ticksPerSecond) {
                // Clients flush more often than that, so none of them has to fall behind.
                throw new IllegalArgumentException(
                        "limits: ticks=" + limits.ticks() + " (expected: >= ticksPerSecond, " + ticksPerSecond + ")");
            }
            return new GameModel<>(this);
        }
    }
}
