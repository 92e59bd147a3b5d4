package io.mooring.checker.fake;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Adds a method that returns nothing: an abstract one to an interface, an empty one to a class. */
final class AddedMethod extends ClassVisitor {

  private final String owner;
  private final String method;
  private final String descriptor;
  private boolean wanted;
  private boolean isInterface;

  AddedMethod(ClassVisitor next, String owner, String method, String descriptor) {
    super(Opcodes.ASM9, next);
    this.owner = owner;
    this.method = method;
    this.descriptor = descriptor;
  }

  @Override
  public void visit(
      int version,
      int access,
      String className,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    wanted = className.equals(owner);
    isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
    super.visit(version, access, className, signature, superName, interfaces);
  }

  @Override
  public void visitEnd() {
    if (wanted) {
      int access = Opcodes.ACC_PUBLIC | (isInterface ? Opcodes.ACC_ABSTRACT : 0);
      MethodVisitor body = super.visitMethod(access, method, descriptor, null, null);
      if (!isInterface) {
        body.visitCode();
        body.visitInsn(Opcodes.RETURN);
        body.visitMaxs(0, 0);
        body.visitEnd();
      }
    }
    super.visitEnd();
  }
}
