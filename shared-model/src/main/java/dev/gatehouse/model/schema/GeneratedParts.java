package dev.gatehouse.model.schema;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.IntStream;

/// Generates the class that reads and makes the records of one type: hidden, in the record's own package and nest, with
/// plain calls of its accessors and its constructor, so that the compiler of the JVM sees through them.
final class GeneratedParts {

    private static final ClassDesc CD_PARTS = descriptor(RecordParts.class);
    private static final ClassDesc CD_VALUES = CD_Object.arrayType();

    private final ClassDesc type;
    private final List<RecordComponent> components;

    private GeneratedParts(Class<?> type) {
        this.type = descriptor(type);
        this.components = List.of(type.getRecordComponents());
    }

    /// @param lookup into the record, with full access
    static RecordParts of(Class<?> type, Lookup lookup) throws IllegalAccessException {
        var name = ClassDesc.of(type.getName() + "$Parts");
        var bytes = ClassFile.of().build(name, new GeneratedParts(type)::define);
        var made = lookup.defineHiddenClass(bytes, true, Lookup.ClassOption.NESTMATE);
        try {
            var constructor = made.findConstructor(made.lookupClass(), MethodType.methodType(void.class));
            return (RecordParts) constructor.invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("a generated class has a constructor that does nothing", e);
        }
    }

    private static ClassDesc descriptor(Class<?> type) {
        return ClassDesc.ofDescriptor(type.descriptorString());
    }

    private void define(ClassBuilder made) {
        made.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC)
                .withInterfaceSymbols(CD_PARTS)
                .withMethodBody(
                        INIT_NAME,
                        MTD_void,
                        ClassFile.ACC_PUBLIC,
                        code -> code.aload(0)
                                .invokespecial(CD_Object, INIT_NAME, MTD_void)
                                .return_())
                .withMethodBody("get", MethodTypeDesc.of(CD_Object, CD_int, CD_Object), ClassFile.ACC_PUBLIC, this::get)
                .withMethodBody("create", MethodTypeDesc.of(CD_Object, CD_VALUES), ClassFile.ACC_PUBLIC, this::create);
    }

    /// A switch over the index, with a call of the accessor in each case.
    private void get(CodeBuilder code) {
        var none = code.newLabel();
        var labels = IntStream.range(0, components.size())
                .mapToObj(_ -> code.newLabel())
                .toList();
        var cases = IntStream.range(0, components.size())
                .mapToObj(index -> SwitchCase.of(index, labels.get(index)))
                .toList();
        code.iload(1).tableswitch(0, Math.max(0, components.size() - 1), none, cases);
        for (int i = 0; i < components.size(); i++) {
            get(code, components.get(i), labels.get(i));
        }
        code.labelBinding(none)
                .new_(descriptor(IndexOutOfBoundsException.class))
                .dup()
                .iload(1)
                .invokespecial(
                        descriptor(IndexOutOfBoundsException.class),
                        INIT_NAME,
                        MethodTypeDesc.of(descriptor(void.class), CD_int))
                .athrow();
    }

    private void get(CodeBuilder code, RecordComponent component, Label label) {
        var part = descriptor(component.getType());
        code.labelBinding(label)
                .aload(2)
                .checkcast(type)
                .invokevirtual(type, component.getName(), MethodTypeDesc.of(part));
        if (component.getType().isPrimitive()) {
            var box = boxOf(component);
            code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, part));
        }
        code.areturn();
    }

    private void create(CodeBuilder code) {
        code.new_(type).dup();
        for (int i = 0; i < components.size(); i++) {
            code.aload(1).loadConstant(i).aaload();
            var component = components.get(i);
            if (component.getType().isPrimitive()) {
                var box = boxOf(component);
                var unbox = component.getType().getName() + "Value";
                code.checkcast(box).invokevirtual(box, unbox, MethodTypeDesc.of(descriptor(component.getType())));
            } else {
                code.checkcast(descriptor(component.getType()));
            }
        }
        var parameters = components.stream()
                .map(component -> descriptor(component.getType()))
                .toList();
        code.invokespecial(type, INIT_NAME, MethodTypeDesc.of(descriptor(void.class), parameters))
                .areturn();
    }

    private static ClassDesc boxOf(RecordComponent component) {
        return descriptor(MethodType.methodType(component.getType()).wrap().returnType());
    }
}
