package io.mooring.room.cli;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options of a command with a heading for each {@link HelpSection}; without headings for a
 * command that names no section.
 */
final class OptionSections implements IHelpSectionRenderer {

  @Override
  public String render(Help help) {
    CommandSpec command = help.commandSpec();
    Map<HelpSection, List<OptionSpec>> sections = new EnumMap<>(HelpSection.class);
    for (OptionSpec option : command.options()) {
      sections.computeIfAbsent(section(option), none -> new ArrayList<>()).add(option);
    }
    if (sections.keySet().equals(Set.of(HelpSection.COMMON))) {
      return help.optionList();
    }
    StringBuilder text = new StringBuilder();
    sections.forEach(
        (section, options) ->
            text.append(help.createHeading("%n" + section.title() + ":%n"))
                .append(list(help, command, options)));
    return text.toString();
  }

  /** Some of the options, with the columns of all. */
  private static String list(Help help, CommandSpec command, List<OptionSpec> options) {
    Layout layout =
        help.createDefaultLayout(
            command.options(), command.positionalParameters(), help.colorScheme());
    layout.addOptions(options, help.parameterLabelRenderer());
    return layout.toString();
  }

  private static HelpSection section(OptionSpec option) {
    if (option.userObject() instanceof AnnotatedElement element) {
      HelpSection.In own = element.getAnnotation(HelpSection.In.class);
      if (own != null) {
        return own.value();
      }
    }
    if (option.userObject() instanceof Member member) {
      HelpSection.In shared = member.getDeclaringClass().getAnnotation(HelpSection.In.class);
      if (shared != null) {
        return shared.value();
      }
    }
    return HelpSection.COMMON;
  }
}
