package dev.gatehouse.providerkit;

import static java.util.Arrays.stream;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The contract passes an honest provider, and finds each mistake.
class ContractMistakesTest {

    @Test
    void findsNothingInAnHonestProvider() {
        var honest = new Contract(Set.of(), Duration.ofSeconds(5));

        assertThat(tests()).hasSizeGreaterThan(10).allMatch(test -> passes(test, honest));
    }

    @ParameterizedTest
    @EnumSource(Mistake.class)
    void findsEachMistake(Mistake mistake) {
        var mistaken = new Contract(EnumSet.of(mistake), Duration.ofMillis(300));

        assertThat(tests())
                .filteredOn(test -> test.getName().equals(findsIt(mistake)))
                .singleElement()
                .matches(test -> !passes(test, mistaken));
    }

    /// The test that is there for it; others may find it as well.
    private static String findsIt(Mistake mistake) {
        return switch (mistake) {
            case DOUBLES -> "givesOneServerHoweverOftenItIsAsked";
            case MINTS_TOO_EARLY -> "givesOneServerToFiftyWhoAskAtOnce";
            case STARTS_UNWANTED -> "startsNothingForWhoIsNotWantedAnyMore";
            case BELIEVES_ITS_OWN_BOOK -> "losesAndDoublesNothingWhicheverReplyIsLost";
            case CALLS_TWO_THE_SAME -> "callsNoTwoServersTheSame";
            case FORGETS_THE_ENVIRONMENT -> "handsTheServerWhatItNeedsToLink";
            case OVERCOMMITS, FAILS_WHERE_IT_IS_FULL -> "givesNoMoreThanItHas";
            case FAILS_WHERE_NOTHING_IS_LEFT -> "takesAServerBackHoweverOftenItIsTold";
            case STOPS_NOTHING -> "givesAServerAndTakesItBack";
            case STOPS_ANOTHER_ONE -> "knowsNothingOfStrangers";
            case WAITS_FOR_EVER -> "answersInTimeOrNotAtAll";
            case GOES_ON_WHEN_INTERRUPTED, ANSWERS_WHEN_INTERRUPTED -> "givesUpWhenItIsInterrupted";
            case TELLS_SECRETS -> "showsNoSecretWhereItFails";
        };
    }

    /// Gives up soon: some mistakes are that a call does not.
    private record Contract(Set<Mistake> mistakes, Duration patience) implements GameServerProviderContract {

        @Override
        public TestHost start() {
            return new MemoryHost(mistakes);
        }
    }

    private static List<Method> tests() {
        return stream(GameServerProviderContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .toList();
    }

    private static boolean passes(Method test, Contract contract) {
        try {
            test.invoke(contract);
            return true;
        } catch (InvocationTargetException e) {
            return false;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the tests of the contract are public", e);
        }
    }
}
