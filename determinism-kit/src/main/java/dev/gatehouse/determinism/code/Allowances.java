package dev.gatehouse.determinism.code;

import dev.gatehouse.model.player.KnownDeterministic;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.MethodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The [KnownDeterministic] annotations that a walk has come by, and which of them were needed.
final class Allowances {

    /// @param holder the type or method with the annotation
    record Allowance(String holder, String reason) {}

    private final Map<String, Allowance> seen = new TreeMap<>();
    private final Map<String, Allowance> used = new TreeMap<>();

    /// The allowance for a method: its own, or its type's.
    Optional<Allowance> of(MethodModel method) {
        var owner = GameClasses.nameOf(method).replace('/', '.');
        var found = in(method, owner + "." + method.methodName().stringValue())
                .or(() -> in(method.parent().orElseThrow(), owner));
        found.ifPresent(allowance -> seen.put(allowance.holder(), allowance));
        return found;
    }

    void use(Allowance allowance) {
        used.put(allowance.holder(), allowance);
    }

    /// Those that give no reason, or allow nothing.
    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        for (var allowance : seen.values()) {
            if (allowance.reason().isBlank()) {
                findings.add(new Finding(Reason.ALLOWANCE, allowance.holder(), "", "without a reason, it"));
            } else if (!used.containsKey(allowance.holder())) {
                findings.add(new Finding(Reason.ALLOWANCE, allowance.holder(), "", "without need, it"));
            }
        }
        return findings;
    }

    private static Optional<Allowance> in(AttributedElement element, String holder) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(all -> all.annotations().stream())
                .filter(each -> each.classSymbol()
                        .equals(KnownDeterministic.class.describeConstable().orElseThrow()))
                .findFirst()
                .map(each -> new Allowance(holder, reason(each)));
    }

    private static String reason(Annotation annotation) {
        return annotation.elements().stream()
                .map(element -> element.value())
                .filter(AnnotationValue.OfString.class::isInstance)
                .map(value -> ((AnnotationValue.OfString) value).stringValue())
                .findFirst()
                .orElse("");
    }
}
