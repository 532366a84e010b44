package dev.gatehouse.determinism.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The calls of the JDK and of PCollections that give another result on another machine, or at another time.
final class ForbiddenCalls {

    /// @param owner and the name are matched whole
    private record Rule(Reason reason, Pattern owner, Pattern name, Predicate<String> descriptor) {

        boolean matches(Call call) {
            return owner.matcher(call.owner()).matches()
                    && name.matcher(call.name()).matches()
                    && descriptor.test(call.descriptor());
        }
    }

    private static final String ANY = ".*";
    private static final String NEW = "<init>";

    private final List<Rule> rules = new ArrayList<>();

    ForbiddenCalls() {
        clocks();
        chance();
        identity();
        hashes();
        hashOrder();
        defaults();
        threads();
        outside();
        forbid(
                Reason.FLOATING_POINT,
                "java/lang/Math",
                "a?(sin|cos|tan)|atan2|(sin|cos|tan)h|exp|expm1|log|log10|log1p|pow|cbrt|hypot");
    }

    Optional<Reason> reason(Call call) {
        return rules.stream()
                .filter(rule -> rule.matches(call))
                .map(Rule::reason)
                .findFirst();
    }

    private void clocks() {
        forbid(Reason.CLOCK, "java/lang/System", "currentTimeMillis|nanoTime");
        forbid(Reason.CLOCK, "java/time/.*", "now");
        forbid(Reason.CLOCK, "java/time/Clock|java/time/InstantSource", "(system|tick).*");
        forbid(Reason.CLOCK, "java/util/(Date|GregorianCalendar)", NEW, "()V"::equals);
        forbid(Reason.CLOCK, "java/util/Calendar", "getInstance");
    }

    private void chance() {
        forbid(Reason.CHANCE, "java/lang/(Strict)?Math", "random");
        forbid(Reason.CHANCE, "java/util/(Splittable)?Random", NEW, "()V"::equals);
        forbid(Reason.CHANCE, "java/util/concurrent/ThreadLocalRandom|java/security/SecureRandom", ANY);
        forbid(Reason.CHANCE, "java/util/random/RandomGenerator", "of|getDefault");
        forbid(Reason.CHANCE, "java/util/random/RandomGeneratorFactory", ANY);
        forbid(Reason.CHANCE, "java/util/UUID", "randomUUID");
        forbid(Reason.CHANCE, "java/util/Collections", "shuffle", "(Ljava/util/List;)V"::equals);
    }

    private void identity() {
        forbid(Reason.IDENTITY, "java/lang/System", "identityHashCode");
        forbid(Reason.IDENTITY, "java/lang/Object", "hashCode|toString");
        forbid(Reason.IDENTITY, "java/lang/Enum", "hashCode");
        forbid(Reason.IDENTITY, "java/util/(IdentityHashMap|WeakHashMap)", NEW);
    }

    /// Behind a hash, however many objects deep, may stand an enum's. Texts, numbers, and arrays of numbers say which
    /// it
    /// is.
    private void hashes() {
        var specified = "java/lang/(String|Character|Byte|Short|Integer|Long|Float|Double|Boolean)";
        forbid(Reason.HASH, "(?!" + specified + "$).*", "hashCode", "()I"::equals);
        forbid(Reason.HASH, "java/util/Objects", "hash|hashCode");
        forbid(Reason.HASH, "java/util/Arrays", "hashCode|deepHashCode", args -> args.startsWith("([L"));
    }

    private void hashOrder() {
        forbid(Reason.HASH_ORDER, "java/util/(HashMap|HashSet|Hashtable)", NEW + "|new(HashMap|HashSet)");
        forbid(Reason.HASH_ORDER, "java/util/concurrent/ConcurrentHashMap", ANY);
        // One entry is in every order.
        forbid(Reason.HASH_ORDER, "java/util/Map", "of", args -> parameters(args) > 2);
        forbid(Reason.HASH_ORDER, "java/util/Map", "copyOf|ofEntries");
        forbid(Reason.HASH_ORDER, "java/util/Set", "of", args -> parameters(args) > 1 || isArray(args));
        forbid(Reason.HASH_ORDER, "java/util/Set", "copyOf");
        forbid(
                Reason.HASH_ORDER,
                "java/util/stream/Collectors",
                "to(Unmodifiable)?Set|toUnmodifiableMap|.*Concurrent.*");
        forbid(
                Reason.HASH_ORDER,
                "java/util/stream/Collectors",
                "toMap|groupingBy",
                args -> !args.contains("Supplier"));
        forbid(Reason.HASH_ORDER, "org/pcollections/(HashTreeP(Map|Set|Bag)|HashPMap|MapPSet|MapPBag)", ANY);
    }

    private void defaults() {
        forbid(Reason.DEFAULTS, "java/util/(Locale|TimeZone)", "getDefault");
        forbid(Reason.DEFAULTS, "java/time/ZoneId", "systemDefault");
        forbid(Reason.DEFAULTS, "java/nio/charset/Charset", "defaultCharset");
        forbid(Reason.DEFAULTS, "java/lang/String", "toLowerCase|toUpperCase|getBytes", args -> args.startsWith("()"));
        forbid(Reason.DEFAULTS, "java/lang/String", "format", args -> args.startsWith("(Ljava/lang/String;"));
        forbid(Reason.DEFAULTS, "java/lang/String", "formatted");
        forbid(Reason.DEFAULTS, "java/lang/String", NEW, args -> args.matches("\\(\\[B(II)?\\)V"));
        forbid(Reason.DEFAULTS, "java/util/Formatter", NEW, args -> !args.contains("Locale"));
        forbid(Reason.DEFAULTS, "java/util/Scanner", NEW);
        forbid(Reason.DEFAULTS, "java/time/format/DateTimeFormatter", "ofPattern", args -> !args.contains("Locale"));
        forbid(Reason.DEFAULTS, "java/time/format/DateTimeFormatter", "ofLocalized.*");
        forbid(Reason.DEFAULTS, "java/text/.*", NEW + "|get.*Instance", args -> !args.contains("Locale"));
    }

    private void threads() {
        forbid(Reason.THREADS, "java/lang/(Thread.*|InheritableThreadLocal|ScopedValue.*)", ANY);
        forbid(Reason.THREADS, "java/lang/Object", "wait|notify|notifyAll");
        forbid(Reason.THREADS, "java/util/concurrent/(?!TimeUnit|\\w*Exception).*", ANY);
        forbid(Reason.THREADS, "java/util/(Timer|TimerTask)", ANY);
        forbid(Reason.THREADS, "java/util/.*", "parallelStream|parallel|parallel(Sort|Prefix|SetAll)");
    }

    private void outside() {
        forbid(Reason.OUTSIDE, "java/io/(File|Random|Console|PrintStream|InputStream|OutputStream).*", ANY);
        forbid(Reason.OUTSIDE, "java/nio/(file|channels)/.*", ANY);
        forbid(Reason.OUTSIDE, "java/net/(?!URI).*", ANY);
        forbid(Reason.OUTSIDE, "java/lang/(Process.*|Runtime)", ANY);
        forbid(
                Reason.OUTSIDE,
                "java/lang/System",
                "getenv|getProperty|getProperties|lineSeparator|console|exit|gc|load|loadLibrary|getLogger");
        forbid(Reason.OUTSIDE, "java/lang/(Integer|Long|Boolean)", "getInteger|getLong|getBoolean");
    }

    private void forbid(Reason reason, String owner, String name) {
        forbid(reason, owner, name, _ -> true);
    }

    private void forbid(Reason reason, String owner, String name, Predicate<String> descriptor) {
        rules.add(new Rule(reason, Pattern.compile(owner), Pattern.compile(name), descriptor));
    }

    private static boolean isArray(String descriptor) {
        return descriptor.startsWith("([");
    }

    /// How many parameters, all of them objects, a method has.
    private static long parameters(String descriptor) {
        return descriptor
                .substring(0, descriptor.indexOf(')'))
                .chars()
                .filter(c -> c == ';')
                .count();
    }
}
