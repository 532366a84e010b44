package dev.gatehouse.determinism.code;

import dev.gatehouse.model.player.ActionCode;
import dev.gatehouse.model.player.ActionContext;
import dev.gatehouse.model.player.ClientAction;
import dev.gatehouse.model.player.Outcome;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.pcollections.HashTreePMap;

/// One action for each thing that an action must not do, in the way in which games do it. [Detours] has those that hide
/// it.
@SuppressWarnings({
    "DefaultCharset",
    "JavaTimeDefaultTimeZone",
    "JavaUtilDate",
    "NonFinalStaticField",
    "StringCaseLocaleUsage",
    "TimeZoneUsage",
    "FutureReturnValueIgnored",
    "AnnotateFormatMethod",
    "DoNotCall",
    "IdentityHashMapUsage",
    "UnnecessaryLambda"
}) // Doing it is the test.
final class Offences {

    static final Map<Class<? extends ClientAction<Den>>, String> ALL = Map.ofEntries(
            Map.entry(Millis.class, "java.lang.System.currentTimeMillis reads a clock"),
            Map.entry(Now.class, "java.time.Instant.now reads a clock"),
            Map.entry(Chance.class, "java.lang.Math.random draws from outside the model"),
            Map.entry(NewRandom.class, "new java.util.Random draws from outside the model"),
            Map.entry(Uuid.class, "java.util.UUID.randomUUID draws from outside the model"),
            Map.entry(Shuffle.class, "java.util.Collections.shuffle draws from outside the model"),
            Map.entry(Identity.class, "java.lang.System.identityHashCode depends on where an object lies"),
            Map.entry(EnumHash.class, "java.lang.Enum.hashCode depends on where an object lies"),
            Map.entry(HashOfMany.class, "java.util.Objects.hash may be another number in every process"),
            Map.entry(HashOfOne.class, "java.util.Objects.hashCode may be another number in every process"),
            Map.entry(HashOfAnArray.class, "java.util.Arrays.hashCode may be another number in every process"),
            Map.entry(HashOfAList.class, "java.util.List.hashCode may be another number in every process"),
            Map.entry(HashOfARecord.class, "java.lang.Record.hashCode may be another number in every process"),
            Map.entry(Hashed.class, "new java.util.HashMap is in another order in every process"),
            Map.entry(HashedSet.class, "new java.util.HashSet is in another order in every process"),
            Map.entry(Salted.class, "java.util.Set.of is in another order in every process"),
            Map.entry(Grouped.class, "java.util.stream.Collectors.groupingBy is in another order in every process"),
            Map.entry(HashTrie.class, "org.pcollections.HashTreePMap.empty is in another order in every process"),
            Map.entry(Lower.class, "java.lang.String.toLowerCase depends on the machine's locale"),
            Map.entry(Format.class, "java.lang.String.format depends on the machine's locale"),
            Map.entry(Zone.class, "java.time.ZoneId.systemDefault depends on the machine's locale"),
            Map.entry(Charset.class, "java.lang.String.getBytes depends on the machine's locale"),
            Map.entry(Parallel.class, "java.util.List.parallelStream depends on threads"),
            Map.entry(Later.class, "java.util.concurrent.CompletableFuture.supplyAsync depends on threads"),
            Map.entry(Disk.class, "new java.io.File reaches out of the model"),
            Map.entry(Print.class, "java.lang.System.out reaches out of the model"),
            Map.entry(Environment.class, "java.lang.System.getenv reaches out of the model"),
            Map.entry(Counter.class, "Offences$Counter.counter is state that no model has"),
            Map.entry(Sine.class, "java.lang.Math.sin may be rounded differently"));

    interface Act extends ClientAction<Den> {
        Outcome<Den> on(Den den);

        @Override
        default Outcome<Den> execute(Den den, ActionContext context) {
            return on(den);
        }
    }

    enum Suit {
        HEARTS
    }

    @ActionCode(1)
    record Millis() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.counting(System.currentTimeMillis());
        }
    }

    @ActionCode(1)
    record Now() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.counting(Instant.now().toEpochMilli());
        }
    }

    @ActionCode(1)
    record Chance() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.counting(Math.random() < 0.5 ? 1 : 2);
        }
    }

    @ActionCode(1)
    record NewRandom() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.counting(new Random().nextInt(6));
        }
    }

    @ActionCode(1)
    record Uuid() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.saying(UUID.randomUUID().toString());
        }
    }

    @ActionCode(1)
    record Shuffle() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            var letters = new ArrayList<>(List.of(den.text().split("", -1)));
            Collections.shuffle(letters);
            return den.saying(String.join("", letters));
        }
    }

    @ActionCode(1)
    record Identity() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.counting(System.identityHashCode(den));
        }
    }

    @ActionCode(1)
    record EnumHash() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.counting(Suit.HEARTS.hashCode());
        }
    }

    @ActionCode(1)
    record HashOfMany() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.counting(Objects.hash(den.text(), Suit.HEARTS));
        }
    }

    @ActionCode(1)
    record HashOfOne() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.counting(Objects.hashCode(Suit.HEARTS));
        }
    }

    @ActionCode(1)
    record HashOfAnArray() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.counting(Arrays.hashCode(Suit.values()));
        }
    }

    @ActionCode(1)
    record HashOfAList() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.counting(List.of(Suit.HEARTS).hashCode());
        }
    }

    @ActionCode(1)
    record HashOfARecord() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.counting(den.hashCode());
        }
    }

    @ActionCode(1)
    record Hashed() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            Map<String, Integer> seen = new HashMap<>();
            seen.put(den.text(), 1);
            return den.saying(String.join("", seen.keySet()));
        }
    }

    @ActionCode(1)
    record HashedSet() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.saying(String.join("", new HashSet<>(List.of(den.text()))));
        }
    }

    @ActionCode(1)
    record Salted() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.saying(String.join("", Set.of("a", "b", "c")));
        }
    }

    @ActionCode(1)
    record Grouped() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.counting(List.of(den).stream()
                    .collect(Collectors.groupingBy(Den::text))
                    .size());
        }
    }

    @ActionCode(1)
    record HashTrie() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.counting(HashTreePMap.empty().size());
        }
    }

    @ActionCode(1)
    record Lower() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.saying(den.text().toLowerCase());
        }
    }

    @ActionCode(1)
    record Format() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.saying(String.format("%,d", den.count()));
        }
    }

    @ActionCode(1)
    record Zone() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.counting(Instant.EPOCH.atZone(ZoneId.systemDefault()).getHour());
        }
    }

    @ActionCode(1)
    record Charset() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.counting(den.text().getBytes().length + den.text().getBytes(StandardCharsets.UTF_8).length);
        }
    }

    @ActionCode(1)
    record Parallel() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.counting(List.of(1L, 2L).parallelStream().reduce(0L, Long::sum));
        }
    }

    @ActionCode(1)
    record Later() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            CompletableFuture.supplyAsync(() -> 1L);
            return den.counting(1);
        }
    }

    @ActionCode(1)
    record Disk() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.counting(new File(den.text()).length());
        }
    }

    @ActionCode(1)
    record Print() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            System.out.println(den);
            return den.counting(1);
        }
    }

    @ActionCode(1)
    record Environment() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.saying(String.valueOf(System.getenv("HOME")));
        }
    }

    @ActionCode(1)
    record Counter() implements Act {
        private static int counter;

        @Override
        public Outcome<Den> on(Den den) {
            return den.counting(counter++);
        }
    }

    @ActionCode(1)
    record Sine() implements Act {
        @Override
        public Outcome<Den> on(Den den) {
            return den.counting((long) (Math.sin((double) den.count()) * 100));
        }
    }

    private Offences() {}
}
