package dev.gatehouse.model.codec.proto;

import static java.lang.constant.ConstantDescs.CD_MethodHandles;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.DEFAULT_NAME;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

/// Generates the class that writes and reads the inside of one message: hidden, with a call for each place instead of a
/// loop over them. The places are constants of the class, so the compiler of the JVM sees through each call to the one
/// thing that it does.
final class GeneratedBody {

    private static final ClassDesc CD_BODY = descriptor(ProtoBody.class);
    private static final ClassDesc CD_PLACE = descriptor(ProtoPlace.class);
    private static final ClassDesc CD_SLOT = descriptor(ProtoSlot.class);
    private static final ClassDesc CD_INPUT = descriptor(ProtoInput.class);
    private static final ClassDesc CD_OUTPUT = descriptor(ProtoOutput.class);
    private static final ClassDesc CD_MESSAGE = descriptor(ProtoMessage.class);
    private static final ClassDesc CD_VALUES = CD_Object.arrayType();

    private static final MethodTypeDesc SLOT = MethodTypeDesc.of(CD_SLOT);
    private static final MethodTypeDesc OF = MethodTypeDesc.of(CD_Object, CD_Object);
    private static final MethodTypeDesc WRITE = MethodTypeDesc.of(CD_void, CD_Object, CD_OUTPUT);
    private static final MethodTypeDesc READ = MethodTypeDesc.of(CD_boolean, CD_INPUT, CD_VALUES, CD_MESSAGE);
    private static final MethodTypeDesc READ_PLACE = MethodTypeDesc.of(CD_void, CD_INPUT, CD_int, CD_VALUES);
    private static final MethodTypeDesc PASS = MethodTypeDesc.of(CD_void, CD_INPUT, CD_int);
    private static final MethodTypeDesc FINISH = MethodTypeDesc.of(CD_void, CD_VALUES);

    private final List<ProtoPlace> places;

    private GeneratedBody(List<ProtoPlace> places) {
        this.places = places;
    }

    static ProtoBody of(List<ProtoPlace> places) {
        var lookup = MethodHandles.lookup();
        var name = ClassDesc.of(GeneratedBody.class.getPackageName(), "Body");
        var bytes = ClassFile.of().build(name, new GeneratedBody(places)::define);
        try {
            var made = lookup.defineHiddenClassWithClassData(bytes, List.copyOf(places), true);
            return (ProtoBody) made.lookupClass().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a generated class has a constructor that does nothing", e);
        }
    }

    private static ClassDesc descriptor(Class<?> type) {
        return ClassDesc.ofDescriptor(type.descriptorString());
    }

    private void define(ClassBuilder made) {
        made.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC)
                .withInterfaceSymbols(CD_BODY)
                .withMethodBody(
                        INIT_NAME,
                        MTD_void,
                        0,
                        code -> code.aload(0)
                                .invokespecial(CD_Object, INIT_NAME, MTD_void)
                                .return_())
                .withMethodBody("write", WRITE, ClassFile.ACC_PUBLIC, this::write)
                .withMethodBody("read", READ, ClassFile.ACC_PUBLIC, this::read)
                .withMethodBody("finish", FINISH, ClassFile.ACC_PUBLIC, this::finish);
    }

    private static DynamicConstantDesc<?> place(int index) {
        var bootstrap = ConstantDescs.ofConstantBootstrap(CD_MethodHandles, "classDataAt", CD_Object, CD_int);
        return DynamicConstantDesc.ofNamed(bootstrap, DEFAULT_NAME, CD_PLACE, index);
    }

    /// Calls each slot itself. A method of the place that does it would be shared by all messages: the compiler of
    /// the JVM may come to that one first, with the code of many slots in it, and then finds it too large to become
    /// part of a body.
    private void write(CodeBuilder code) {
        for (int i = 0; i < places.size(); i++) {
            code.loadConstant(place(i))
                    .invokevirtual(CD_PLACE, "slot", SLOT)
                    .loadConstant(place(i))
                    .aload(1)
                    .invokevirtual(CD_PLACE, "of", OF)
                    .aload(2)
                    .invokeinterface(CD_SLOT, "write", WRITE);
        }
        code.return_();
    }

    private void finish(CodeBuilder code) {
        for (int i = 0; i < places.size(); i++) {
            code.loadConstant(place(i)).aload(1).invokevirtual(CD_PLACE, "finish", FINISH);
        }
        code.return_();
    }

    /// A loop over the fields, with a switch over their numbers.
    private void read(CodeBuilder code) {
        int tag = 4;
        int unknown = 5;
        var next = code.newLabel();
        var end = code.newLabel();
        var pass = code.newLabel();
        var labels = places.stream().map(_ -> code.newLabel()).toList();
        code.iconst_0()
                .istore(unknown)
                .labelBinding(next)
                .aload(1)
                .invokevirtual(CD_INPUT, "tag", MethodTypeDesc.of(CD_int))
                .dup()
                .istore(tag)
                .ifeq(end)
                .iload(tag)
                .iconst_3()
                .iushr()
                .lookupswitch(pass, cases(labels));
        for (int i = 0; i < places.size(); i++) {
            code.labelBinding(labels.get(i))
                    .loadConstant(place(i))
                    .aload(1)
                    .iload(tag)
                    .aload(2)
                    .invokevirtual(CD_PLACE, "read", READ_PLACE)
                    .goto_(next);
        }
        code.labelBinding(pass)
                .aload(3)
                .aload(1)
                .iload(tag)
                .invokevirtual(CD_MESSAGE, "pass", PASS)
                .iconst_1()
                .istore(unknown)
                .goto_(next)
                .labelBinding(end)
                .iload(unknown)
                .ireturn();
    }

    private List<SwitchCase> cases(List<Label> labels) {
        var cases = new ArrayList<SwitchCase>();
        for (int i = 0; i < places.size(); i++) {
            for (int number : places.get(i).slot().numbers()) {
                cases.add(SwitchCase.of(number, labels.get(i)));
            }
        }
        return cases;
    }
}
