package io.mooring.checker.fake;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Gives what this project uses of a checker the names and types that it has in 1.8. */
final class RollingForm extends ClassVisitor {

  static final String OLD_RECORDER = "tlc2/output/MPRecorder";
  static final String RECORDER = "tlc2/output/IMessagePrinterRecorder";
  static final String SILENT = "tlc2/output/SilentRecorder";

  private static final String STATE = "Ltlc2/tool/TLCState;";
  private static final String INFO = "Ltlc2/tool/TLCStateInfo;";
  private static final String ACTION = "Ltlc2/tool/Action;";
  private static final String ERRORS = "tla2sany/semantic/Errors";
  private static final String STRINGS = "()[Ljava/lang/String;";
  private static final String RECORD = "(I[Ljava/lang/Object;)V";

  /** What 1.8 does not have, or has in another form. */
  private static final Map<String, String> RENAMED =
      Map.of(
          "tla2sany/modanalyzer/SpecObj.initErrors",
          "errorsBefore",
          "tlc2/TLCGlobals.versionOfTLC",
          "oldVersion",
          ERRORS + ".getAborts",
          "abortsOfFork",
          ERRORS + ".getErrors",
          "errorsOfFork");

  private String name = "";

  RollingForm(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  /** The interface that receives messages. */
  static byte[] recorder() {
    ClassWriter type = new ClassWriter(0);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE;
    type.visit(Opcodes.V11, access, RECORDER, null, "java/lang/Object", null);
    type.visitMethod(
        Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT | Opcodes.ACC_VARARGS,
        "record",
        RECORD,
        null,
        null);
    type.visitEnd();
    return type.toByteArray();
  }

  /** The one that is there before another is set. */
  static byte[] silent() {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.visit(
        Opcodes.V11, Opcodes.ACC_PUBLIC, SILENT, null, "java/lang/Object", new String[] {RECORDER});
    MethodVisitor constructor = type.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(Opcodes.ALOAD, 0);
    constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    constructor.visitInsn(Opcodes.RETURN);
    constructor.visitMaxs(0, 0);
    MethodVisitor record = type.visitMethod(Opcodes.ACC_PUBLIC, "record", RECORD, null, null);
    record.visitCode();
    record.visitInsn(Opcodes.RETURN);
    record.visitMaxs(0, 0);
    type.visitEnd();
    return type.toByteArray();
  }

  private static boolean isStateWriter(String owner) {
    return owner.startsWith("tlc2/") && owner.endsWith("StateWriter");
  }

  /** A descriptor in its new form. */
  private static String form(String owner, String member, String descriptor) {
    String recorded = descriptor.replace("L" + OLD_RECORDER + ";", "L" + RECORDER + ";");
    return isStateWriter(owner) && member.equals("writeState")
        ? recorded.replace("Z", "S")
        : recorded;
  }

  private static String renamed(String owner, String member) {
    return RENAMED.getOrDefault(owner + "." + member, member);
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

  @Override
  public FieldVisitor visitField(
      int access,
      String field,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    return super.visitField(
        access,
        renamed(name, field),
        isOutput(name, field) ? "Ljava/io/Writer;" : form(name, field, descriptor),
        signature,
        value);
  }

  private static boolean isOutput(String owner, String field) {
    return owner.equals("tlc2/module/TLC") && field.equals("OUTPUT");
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next =
        super.visitMethod(
            access, renamed(name, method), form(name, method, descriptor), signature, exceptions);
    return new Body(next);
  }

  @Override
  public void visitEnd() {
    switch (name) {
      case "tlc2/util/IStateWriter" -> {
        asked("isConstrained", "()Z");
        asked(
            "writeState",
            "(" + STATE + STATE + "S" + ACTION + "Ltla2sany/semantic/SemanticNode;)V");
      }
      case ERRORS -> errors();
      case "tlc2/tool/TLCStateInfo" -> original();
      case "tlc2/tool/impl/FastTool" -> alias();
      default -> {
        // As it was.
      }
    }
    super.visitEnd();
  }

  private void asked(String method, String descriptor) {
    super.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, method, descriptor, null, null);
  }

  /** One list of errors has those that ended the parsing, too. */
  private void errors() {
    MethodVisitor all = super.visitMethod(Opcodes.ACC_PUBLIC, "getErrors", STRINGS, null, null);
    all.visitCode();
    for (String part : new String[] {"errorsOfFork", "abortsOfFork"}) {
      all.visitVarInsn(Opcodes.ALOAD, 0);
      all.visitMethodInsn(Opcodes.INVOKEVIRTUAL, ERRORS, part, STRINGS, false);
    }
    all.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        Joined.class.getName().replace('.', '/'),
        "of",
        "([Ljava/lang/String;[Ljava/lang/String;)[Ljava/lang/String;",
        false);
    all.visitInsn(Opcodes.ARETURN);
    all.visitMaxs(0, 0);
  }

  /** Without an alias a step's state is its own. */
  private void original() {
    MethodVisitor own =
        super.visitMethod(Opcodes.ACC_PUBLIC, "getOriginalState", "()" + STATE, null, null);
    own.visitCode();
    own.visitVarInsn(Opcodes.ALOAD, 0);
    own.visitFieldInsn(Opcodes.GETFIELD, name, "state", STATE);
    own.visitInsn(Opcodes.ARETURN);
    own.visitMaxs(0, 0);
  }

  private void alias() {
    MethodVisitor none =
        super.visitMethod(
            Opcodes.ACC_PUBLIC, "evalAlias", "(" + INFO + STATE + ")" + INFO, null, null);
    none.visitCode();
    none.visitVarInsn(Opcodes.ALOAD, 1);
    none.visitInsn(Opcodes.ARETURN);
    none.visitMaxs(0, 0);
  }

  /** The code of a method. */
  private final class Body extends MethodVisitor {

    Body(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      super.visitTypeInsn(opcode, type.equals(OLD_RECORDER) ? SILENT : type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
      super.visitFieldInsn(
          opcode,
          owner,
          renamed(owner, field),
          isOutput(owner, field) ? "Ljava/io/Writer;" : form(owner, field, descriptor));
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String method, String descriptor, boolean isInterface) {
      if (owner.equals(OLD_RECORDER)) {
        boolean constructor = method.equals("<init>");
        super.visitMethodInsn(
            constructor ? opcode : Opcodes.INVOKEINTERFACE,
            constructor ? SILENT : RECORDER,
            method,
            descriptor,
            !constructor);
        return;
      }
      boolean output =
          owner.equals("java/io/BufferedWriter")
              && (name.equals("tlc2/module/TLC") || name.equals("tlc2/TLC"))
              && !method.equals("<init>");
      if (isStateWriter(owner) && descriptor.equals("(" + STATE + STATE + "Z" + ACTION + ")V")) {
        // Whether it is new becomes the flag that it was seen.
        super.visitInsn(Opcodes.SWAP);
        super.visitInsn(Opcodes.ICONST_1);
        super.visitInsn(Opcodes.IXOR);
        super.visitInsn(Opcodes.SWAP);
      }
      boolean joined = owner.equals(ERRORS) && method.equals("getErrors");
      super.visitMethodInsn(
          opcode,
          output ? "java/io/Writer" : owner,
          joined ? method : renamed(owner, method),
          form(owner, method, descriptor),
          isInterface);
    }
  }
}
