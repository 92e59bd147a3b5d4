package io.mooring.checker.fake;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/** Adds a method to the interface by which TLC tells of states. */
final class AddedMethod extends ClassVisitor {

  private boolean wanted;

  AddedMethod(ClassVisitor next) {
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
    wanted = className.equals("tlc2/util/IStateWriter");
    super.visit(version, access, className, signature, superName, interfaces);
  }

  @Override
  public void visitEnd() {
    if (wanted) {
      super.visitMethod(
          Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT,
          "writeEdge",
          "(Ltlc2/tool/TLCState;)V",
          null,
          null);
    }
    super.visitEnd();
  }
}
