package io.mooring.codegen.emit;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * How many objects and elements of arrays a machine reaches, by its own fields and Java's deques.
 */
final class ReachableMemory {

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();
  private long size;

  private ReachableMemory() {}

  static long of(Object root) throws IllegalAccessException {
    ReachableMemory memory = new ReachableMemory();
    memory.add(root);
    while (!memory.open.isEmpty()) {
      memory.visit(memory.open.remove());
    }
    return memory.size;
  }

  private void add(Object object) {
    boolean shared =
        object == null
            || object instanceof Class
            || object instanceof ClassLoader
            || object instanceof Thread
            || object instanceof RunningMachine.Generated;
    if (!shared && seen.add(object)) {
      open.add(object);
      size++;
    }
  }

  private void addReference(Object object) {
    size++;
    add(object);
  }

  private void visit(Object object) throws IllegalAccessException {
    if (object.getClass().isArray()) {
      size += Array.getLength(object);
      for (int i = 0; object instanceof Object[] array && i < array.length; i++) {
        add(array[i]);
      }
      return;
    }
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          try {
            field.setAccessible(true);
          } catch (InaccessibleObjectException closed) {
            // Java's own: of a collection the content counts.
            if (object instanceof Iterable<?> content) {
              content.forEach(this::addReference);
            }
            continue;
          }
          add(field.get(object));
        }
      }
    }
  }
}
