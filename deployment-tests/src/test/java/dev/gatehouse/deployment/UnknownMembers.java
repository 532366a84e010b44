package dev.gatehouse.deployment;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds what Kubernetes would ignore or refuse: its own types read any member, and put aside what they do not know.
final class UnknownMembers {

    private final List<String> found = new ArrayList<>();

    private UnknownMembers() {}

    static List<String> of(HasMetadata manifest) {
        var unknown = new UnknownMembers();
        unknown.walk(manifest, manifest.getKind());
        return unknown.found;
    }

    private void walk(Object value, String path) {
        switch (value) {
            case Collection<?> items -> {
                int index = 0;
                for (Object item : items) {
                    walk(item, path + "[" + index++ + "]");
                }
            }
            case Map<?, ?> members -> members.forEach((name, member) -> walk(member, path + "." + name));
            default -> walkBean(value, path);
        }
    }

    private void walkBean(Object value, String path) {
        if (!value.getClass().getName().startsWith("io.fabric8.")) {
            return;
        }
        for (Method method : value.getClass().getMethods()) {
            if (!method.getName().startsWith("get") || method.getParameterCount() > 0) {
                continue;
            }
            Object member = read(value, method);
            if (method.getName().equals("getAdditionalProperties")) {
                ((Map<?, ?>) Objects.requireNonNull(member)).keySet().forEach(name -> found.add(path + "." + name));
            } else if (member != null) {
                walk(member, path + "." + method.getName().substring(3));
            }
        }
    }

    private static @Nullable Object read(Object bean, Method getter) {
        try {
            return getter.invoke(bean);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(getter.toString(), e);
        }
    }
}
