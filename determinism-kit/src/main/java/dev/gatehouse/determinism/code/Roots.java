package dev.gatehouse.determinism.code;

import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.player.ActionContext;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.Outcome;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.player.TickStep;
import dev.gatehouse.model.schema.EnumShape;
import dev.gatehouse.model.schema.InlineShape;
import dev.gatehouse.model.schema.MapShape;
import dev.gatehouse.model.schema.RecordShape;
import dev.gatehouse.model.schema.Scalar;
import dev.gatehouse.model.schema.Schema;
import dev.gatehouse.model.schema.SequenceShape;
import dev.gatehouse.model.schema.Shape;
import dev.gatehouse.model.schema.UnionShape;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Where the suite enters a game's code.
final class Roots {

    private static final Set<String> FUNCTIONS = Set.of(UnaryOperator.class.getName(), TickStep.class.getName());

    private static final Call EXECUTE = execute();

    private final GameClasses classes;
    private final Set<ClassModel> made = new LinkedHashSet<>();
    private final List<MethodModel> methods = new ArrayList<>();
    private final List<Call> lambdas = new ArrayList<>();

    Roots(GameClasses classes, GameModel<?> game) {
        this.classes = classes;
        Schema.of(game.type()).shapes().forEach(this::addRecord);
        for (var action : game.actions()) {
            Schema.of(action).shapes().forEach(this::addRecord);
            classes.find(EXECUTE.of(nameOf(action))).ifPresent(methods::add);
        }
        game.functions().forEach(function -> addFunction(function.getClass()));
    }

    /// The types of which there are objects before any code is run.
    Set<ClassModel> made() {
        return made;
    }

    /// The methods that are entered.
    List<MethodModel> methods() {
        return methods;
    }

    /// The bodies of functions that are entered.
    List<Call> lambdas() {
        return lambdas;
    }

    private static Call execute() {
        var type = MethodType.methodType(Outcome.class, PlayerModel.class, ActionContext.class);
        return new Call(nameOf(Action.class), "execute", type.descriptorString());
    }

    private static String nameOf(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    private Optional<ClassModel> find(Class<?> type) {
        return classes.find(nameOf(type));
    }

    private void addRecord(Shape shape) {
        switch (shape) {
            case RecordShape record -> addRecord(record.type());
            case InlineShape inline -> addRecord(inline.type());
            case Scalar _, EnumShape _, UnionShape _, SequenceShape _, MapShape _ -> {}
        }
    }

    private void addRecord(Class<?> record) {
        var names = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        names.add("<init>");
        find(record).ifPresent(type -> add(type, names));
    }

    private void add(ClassModel type, Set<String> names) {
        made.add(type);
        type.methods().stream()
                .filter(method -> names.contains(method.methodName().stringValue()))
                .forEach(methods::add);
    }

    /// A lambda's class is hidden, and its code in the class around it: which of the functions there it is, cannot be
    /// seen, so all of its kind are entered.
    private void addFunction(Class<?> function) {
        if (function.isHidden()) {
            var host = function.getName().substring(0, function.getName().indexOf("$$Lambda"));
            classes.find(host.replace('.', '/')).ifPresent(this::addLambdas);
        } else {
            find(function).ifPresent(type -> {
                made.add(type);
                methods.addAll(type.methods());
            });
        }
    }

    private void addLambdas(ClassModel host) {
        for (var method : host.methods()) {
            method.code().stream()
                    .flatMap(code -> code.elementStream())
                    .filter(InvokeDynamicInstruction.class::isInstance)
                    .map(InvokeDynamicInstruction.class::cast)
                    .filter(Roots::makesAFunction)
                    .forEach(made -> lambdas.addAll(Handles.of(made)));
        }
    }

    private static boolean makesAFunction(InvokeDynamicInstruction made) {
        var type = made.typeSymbol().returnType();
        return type.isClassOrInterface() && FUNCTIONS.contains(type.packageName() + "." + type.displayName());
    }
}
