package dev.gatehouse.determinism.code;

import dev.gatehouse.determinism.code.Allowances.Allowance;
import dev.gatehouse.model.player.GameModel;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Walks the code that can be reached from a game's model, actions, ticks and migrations, within the jars
/// or folders that the game lies in, and names what may give another result on another machine. What it
/// follows is what the byte code says: a call of an interface leads to the methods of all of the game's own
/// objects that it may run; code in other libraries is not read. Used once.
public final class CodeCheck {

    private static final String CONSTRUCTOR = "<init>";
    private static final String INITIALIZER = "<clinit>";
    private static final Set<String> CALLED_BY_COLLECTIONS = Set.of("equals", "hashCode", "compareTo");

    private static final ClassDesc OBJECT_METHODS = ClassDesc.of("java.lang.runtime.ObjectMethods");

    private final GameClasses classes;
    private final StaticFields fields;
    private final Dispatch dispatch;
    private final ForbiddenCalls forbidden = new ForbiddenCalls();
    private final Allowances allowances = new Allowances();
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Set<MethodModel> seen = new HashSet<>();
    private final Set<MethodModel> seenUnasked = new HashSet<>();
    private final Deque<Visit> open = new ArrayDeque<>();

    /// @param allowance of the method that a lambda stands in; absent for any other
    /// @param unasked whether only collections ask for the hash that comes of it
    private record Visit(MethodModel method, @Nullable Allowance allowance, boolean unasked) {}

    private CodeCheck(GameClasses classes) {
        this.classes = classes;
        this.fields = new StaticFields(classes);
        this.dispatch = new Dispatch(classes);
    }

    /// @param elsewhere a class of each further jar or folder with logic of the game
    /// @return in the order in which the code is reached
    public static List<Finding> of(GameModel<?> game, List<Class<?>> elsewhere) {
        var named = new ArrayList<Class<?>>(elsewhere);
        named.add(game.type());
        named.addAll(game.actions());
        var check = new CodeCheck(new GameClasses(named));
        check.walk(game);
        var all = new ArrayList<>(check.findings);
        all.addAll(check.allowances.findings());
        return all;
    }

    private void walk(GameModel<?> game) {
        var roots = new Roots(classes, game);
        roots.made().forEach(this::make);
        roots.methods().forEach(this::enterUncalled);
        roots.lambdas().forEach(call -> classes.find(call).ifPresent(this::enterUncalled));
        for (var visit = open.poll(); visit != null; visit = open.poll()) {
            read(visit);
        }
    }

    /// A method that no code is seen to call. Nothing in a game depends on a hash that only collections ask for.
    private void enterUncalled(MethodModel method) {
        enter(method, null, isHash(method));
    }

    private void enter(MethodModel method, @Nullable Allowance around, boolean unasked) {
        if (seen.contains(method) || !(unasked ? seenUnasked : seen).add(method)) {
            return;
        }
        open.add(new Visit(method, around, unasked));
        initialize(method.parent().orElseThrow());
    }

    private void initialize(ClassModel type) {
        type.methods().stream()
                .filter(method -> method.methodName().equalsString(INITIALIZER))
                .forEach(this::enterUncalled);
    }

    private void read(Visit visit) {
        var allowance = allowances.of(visit.method()).orElse(visit.allowance());
        var place = new Place(visit.method(), allowance, visit.unasked());
        visit.method().code().ifPresent(code -> {
            for (var element : code) {
                switch (element) {
                    case LineNumber number -> place.line = number.line();
                    case InvokeInstruction call -> call(place, call);
                    case InvokeDynamicInstruction made ->
                        Handles.of(made).forEach(handle -> follow(place, handle, true));
                    case FieldInstruction access -> field(place, access);
                    default -> {}
                }
            }
        });
    }

    private void call(Place place, InvokeInstruction instruction) {
        var call = new Call(
                instruction.owner().asInternalName(),
                instruction.name().stringValue(),
                instruction.type().stringValue());
        boolean isVirtual =
                instruction.opcode() == Opcode.INVOKEVIRTUAL || instruction.opcode() == Opcode.INVOKEINTERFACE;
        follow(place, call, isVirtual);
    }

    private void make(ClassModel type) {
        dispatch.made(type).forEach(method -> enter(method, null, false));
        enterCalledBack(type);
    }

    private void follow(Place place, Call call, boolean isVirtual) {
        if (classes.find(call.owner()).isEmpty()) {
            forbidden.reason(call).ifPresent(reason -> report(place, reason, call.toString()));
        } else {
            followInside(place, call);
        }
        // What an unasked hash asks for is entered like itself, where it is made.
        if (isVirtual && !(place.unasked && call.isHash())) {
            dispatch.called(call).forEach(found -> enter(found, null, place.unasked));
        }
        if (call.makesText()) {
            dispatch.called(Call.TO_STRING).forEach(found -> enter(found, null, place.unasked));
        }
    }

    private void followInside(Place place, Call call) {
        if (call.name().equals(CONSTRUCTOR)) {
            classes.find(call.owner()).ifPresent(this::make);
        }
        var method = classes.find(call);
        method.ifPresent(found -> enter(found, isLambda(found) ? place.allowance : null, place.unasked));
        if (method.isEmpty() || isHashOfARecord(method.get())) {
            var inherited = call.of(classes.foreignOwner(call.owner()));
            forbidden.reason(inherited).ifPresent(reason -> report(place, reason, inherited.toString()));
        }
    }

    /// What others call of an object once it is made: all of it where it implements something that is
    /// not the game's own, such as a `Comparator`.
    private void enterCalledBack(ClassModel type) {
        boolean isCalledBack = classes.allAbove(type, new LinkedHashSet<>()).stream()
                .anyMatch(name -> classes.find(name).isEmpty() && !isOfTheSuite(name));
        type.methods().stream()
                .filter(method -> !method.flags().has(AccessFlag.STATIC))
                .filter(method -> isCalledBack
                        || CALLED_BY_COLLECTIONS.contains(method.methodName().stringValue()))
                .forEach(this::enterUncalled);
    }

    private static boolean isOfTheSuite(String name) {
        return name.startsWith("dev/gatehouse/model/")
                || Set.of("java/lang/Object", "java/lang/Record", "java/lang/Enum")
                        .contains(name);
    }

    private static boolean isHash(MethodModel method) {
        return GameClasses.callOf(method).isHash();
    }

    /// That the compiler has written: how it is made up of its members' is said nowhere.
    private static boolean isHashOfARecord(MethodModel method) {
        return isHash(method)
                && method.code().stream()
                        .flatMap(code -> code.elementStream())
                        .filter(InvokeDynamicInstruction.class::isInstance)
                        .map(InvokeDynamicInstruction.class::cast)
                        .anyMatch(made -> made.bootstrapMethod().owner().equals(OBJECT_METHODS));
    }

    private static boolean isLambda(MethodModel method) {
        return method.flags().has(AccessFlag.SYNTHETIC)
                && method.methodName().stringValue().startsWith("lambda$");
    }

    private void field(Place place, FieldInstruction access) {
        boolean initializer = place.method.methodName().equalsString(INITIALIZER);
        var name = access.owner().asInternalName().replace('/', '.') + "."
                + access.name().stringValue();
        fields.reason(access, initializer).ifPresent(reason -> report(place, reason, name));
        classes.find(access.owner().asInternalName()).ifPresent(this::initialize);
    }

    private void report(Place place, Reason reason, String what) {
        if (place.allowance != null) {
            allowances.use(place.allowance);
        } else if (reason != Reason.HASH || !place.unasked) {
            findings.add(new Finding(reason, place.name(), place.file() + ":" + place.line, what));
        }
    }

    /// Where the walk stands.
    private static final class Place {

        private final MethodModel method;
        private final @Nullable Allowance allowance;
        private final boolean unasked;
        private int line;

        Place(MethodModel method, @Nullable Allowance allowance, boolean unasked) {
            this.method = method;
            this.allowance = allowance;
            this.unasked = unasked;
        }

        String name() {
            return GameClasses.nameOf(method).replace('/', '.') + "."
                    + method.methodName().stringValue();
        }

        String file() {
            return method.parent()
                    .flatMap(type -> type.findAttribute(Attributes.sourceFile()))
                    .map(source -> source.sourceFile().stringValue())
                    .orElse("?");
        }
    }
}
