package io.mooring.checker.fake;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Takes away what the bundled checker adds to the release that it was made of. */
final class ClassicForm extends ClassVisitor {

  static final String COLLECTOR = "tlc2/output/OutputCollector";

  private static final String ROOT = "getRootModule";

  private String name = "";

  ClassicForm(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  @Override
  public void visit(
      int version,
      int access,
      String className,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    name = className;
    super.visit(version, access, className, signature, superName, interfaces);
  }

  /** The tool does not say its root module; its processor does. */
  private static String renamed(String owner, String method) {
    boolean tool = owner.startsWith("tlc2/tool/") && !owner.endsWith("SpecProcessor");
    return tool && method.equals(ROOT) ? "rootModuleOfFork" : method;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next =
        super.visitMethod(access, renamed(name, method), descriptor, signature, exceptions);
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String called, String type, boolean isInterface) {
        if (!owner.equals(COLLECTOR)) {
          super.visitMethodInsn(opcode, owner, renamed(owner, called), type, isInterface);
          return;
        }
        Type[] arguments = Type.getArgumentTypes(type);
        for (int i = arguments.length - 1; i >= 0; i--) {
          super.visitInsn(arguments[i].getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
        }
      }
    };
  }
}
