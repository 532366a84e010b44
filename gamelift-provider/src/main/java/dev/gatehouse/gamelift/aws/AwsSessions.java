package dev.gatehouse.gamelift.aws;

import dev.gatehouse.gamelift.Sessions;
import dev.gatehouse.provider.BoundedCalls;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.gamelift.GameLiftClient;
import software.amazon.awssdk.services.gamelift.model.FleetCapacityExceededException;
import software.amazon.awssdk.services.gamelift.model.GameProperty;
import software.amazon.awssdk.services.gamelift.model.GameSession;
import software.amazon.awssdk.services.gamelift.model.GameSessionPlacement;
import software.amazon.awssdk.services.gamelift.model.GameSessionStatus;
import software.amazon.awssdk.services.gamelift.model.InvalidRequestException;
import software.amazon.awssdk.services.gamelift.model.NotFoundException;
import software.amazon.awssdk.services.gamelift.model.TerminationMode;

/// GameLift itself.
public final class AwsSessions implements Sessions {

    private final GameLiftClient client;
    private final @Nullable String location;
    private final int maxPlayers;
    private final BoundedCalls calls = new BoundedCalls(AwsSessions::reason);

    /// @param client closed with this; must not repeat by itself what it was not answered
    /// @param location of sessions that are created in a fleet
    public AwsSessions(GameLiftClient client, @Nullable String location, int maxPlayers) {
        this.client = client;
        this.location = location;
        this.maxPlayers = maxPlayers;
    }

    @Override
    public void place(String queue, Wish wish, Duration within) {
        calls.call(within, () -> {
            try {
                return client.startGameSessionPlacement(request -> request.placementId(wish.id())
                        .gameSessionQueueName(queue)
                        .maximumPlayerSessionCount(maxPlayers)
                        .gameProperties(properties(wish))
                        .gameSessionData(wish.data()));
            } catch (InvalidRequestException e) {
                // The id may have been used already. Whether that is why, the placement itself tells.
                return client.describeGameSessionPlacement(request -> request.placementId(wish.id()));
            }
        });
    }

    @Override
    public Optional<Placement> placement(String id, Duration within) {
        return calls.call(within, () -> {
            try {
                return Optional.of(placement(client.describeGameSessionPlacement(request -> request.placementId(id))
                        .gameSessionPlacement()));
            } catch (NotFoundException e) {
                return Optional.<Placement>empty();
            }
        });
    }

    @Override
    public void stopPlacing(String id, Duration within) {
        calls.call(within, () -> {
            try {
                return client.stopGameSessionPlacement(request -> request.placementId(id));
            } catch (NotFoundException | InvalidRequestException e) {
                return id;
            }
        });
    }

    @Override
    public Optional<Session> create(String fleet, Wish wish, Duration within) {
        return calls.call(within, () -> {
            try {
                return Optional.of(session(client.createGameSession(request -> request.fleetId(fleet)
                                .location(location)
                                .idempotencyToken(wish.id())
                                .maximumPlayerSessionCount(maxPlayers)
                                .gameProperties(properties(wish))
                                .gameSessionData(wish.data()))
                        .gameSession()));
            } catch (FleetCapacityExceededException e) {
                return Optional.<Session>empty();
            }
        });
    }

    @Override
    public Optional<Session> session(String arn, Duration within) {
        return calls.call(within, () -> {
            try {
                return client.describeGameSessions(request -> request.gameSessionId(arn)).gameSessions().stream()
                        .map(AwsSessions::session)
                        .findFirst();
            } catch (NotFoundException e) {
                return Optional.<Session>empty();
            }
        });
    }

    /// GameLift keeps sessions for 30 days after their end, and a filter takes one status. One that becomes active in
    /// between is in both answers, in the other order it would be in neither.
    @Override
    public List<Session> list(String fleet, Duration within) {
        return calls.call(
                within,
                () -> Stream.of(GameSessionStatus.ACTIVATING, GameSessionStatus.ACTIVE)
                        .flatMap(status -> list(fleet, status))
                        .distinct()
                        .toList());
    }

    private Stream<Session> list(String fleet, GameSessionStatus status) {
        return client
                .describeGameSessionsPaginator(request -> request.fleetId(fleet).statusFilter(status.toString()))
                .gameSessions()
                .stream()
                .map(AwsSessions::session)
                .filter(Session::alive);
    }

    @Override
    public void terminate(String arn, Duration within) {
        calls.call(within, () -> {
            try {
                return client.terminateGameSession(
                        request -> request.gameSessionId(arn).terminationMode(TerminationMode.FORCE_TERMINATE));
            } catch (NotFoundException e) {
                return arn;
            }
        });
    }

    @Override
    public void close() {
        calls.close();
        client.close();
    }

    private static List<GameProperty> properties(Wish wish) {
        return wish.properties().entrySet().stream()
                .map(property -> GameProperty.builder()
                        .key(property.getKey())
                        .value(property.getValue())
                        .build())
                .toList();
    }

    private static Placement placement(GameSessionPlacement found) {
        return switch (found.status()) {
            case FULFILLED -> new Placement.Fulfilled(found.gameSessionArn());
            case PENDING, UNKNOWN_TO_SDK_VERSION -> new Placement.Pending();
            case CANCELLED, TIMED_OUT, FAILED -> new Placement.Over(found.statusAsString());
        };
    }

    private static Session session(GameSession found) {
        Map<String, String> properties = found.gameProperties().stream()
                .collect(Collectors.toMap(GameProperty::key, GameProperty::value, (first, _) -> first));
        boolean alive = found.status() == GameSessionStatus.ACTIVE || found.status() == GameSessionStatus.ACTIVATING;
        return new Session(found.gameSessionId(), properties, alive);
    }

    /// Not what the SDK says, which may hold the request.
    private static String reason(Throwable failure) {
        return failure instanceof AwsServiceException refused && refused.awsErrorDetails() != null
                ? refused.awsErrorDetails().errorCode()
                : failure.getClass().getSimpleName();
    }
}
