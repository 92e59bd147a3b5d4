package io.mooring.room.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The sections that the options of a command have in its help, in this order. */
enum HelpSection {
  CHECKED("What is checked"),
  CHANGED("What is changed"),
  JUDGED("How a change is judged"),
  GENERATED("What is generated"),
  SHOWN("What is shown"),
  EXTENT("How far"),
  CHECKER("Which checker and modules"),
  MACHINES("On several machines"),
  PEOPLE("Results for people"),
  PROGRAMS("Results for programs"),
  COMMON("Options of every command");

  private final String title;

  HelpSection(String title) {
    this.title = title;
  }

  /** The heading. */
  String title() {
    return title;
  }

  /** The section of an option, or of all options of a class that name none themselves. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
  @interface In {
    HelpSection value();
  }
}
