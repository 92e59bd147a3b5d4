package io.mooring.codegen.model;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;

/**
 * Models as JSON text: the same model gives the same bytes, and reading gives the same model.
 *
 * <p>Types and expressions are objects whose {@code is} names their kind; values of the
 * specification are the booleans, numbers and strings of JSON, and otherwise an object with one
 * member: {@code model}, {@code set}, {@code sequence}, {@code record} or {@code function}.
 */
public final class ModelJson {

  private static final ObjectMapper MAPPER = mapper();
  private static final ObjectWriter WRITER =
      MAPPER.writer(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private ModelJson() {}

  /** The model as text that ends with a line feed. */
  public static String write(Model model) {
    try {
      return WRITER.writeValueAsString(model) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Reads a model.
   *
   * @throws ModelException if the text is no model
   */
  public static Model read(String json) throws ModelException {
    try {
      return MAPPER.readValue(json, Model.class);
    } catch (JsonProcessingException malformed) {
      throw new ModelException(
          "not a model as this generator writes it: " + malformed.getOriginalMessage(), malformed);
    }
  }

  /** Distinguishes the implementations of a sealed interface. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  private interface Tagged {}

  private static ObjectMapper mapper() {
    SimpleModule values = new SimpleModule();
    values.addSerializer(Value.class, new ValueJson.Writer());
    values.addDeserializer(Value.class, new ValueJson.Reader());
    JsonMapper mapper =
        JsonMapper.builder()
            .addModule(values)
            .addMixIn(Type.class, Tagged.class)
            .addMixIn(Expression.class, Tagged.class)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();
    name(Type.class, mapper);
    name(Expression.class, mapper);
    return mapper;
  }

  /** Each record goes by its simple name, also below an interface that is itself sealed. */
  private static void name(Class<?> sealed, ObjectMapper mapper) {
    for (Class<?> each : sealed.getPermittedSubclasses()) {
      if (each.isSealed()) {
        name(each, mapper);
      } else {
        mapper.registerSubtypes(new NamedType(each, each.getSimpleName()));
      }
    }
  }
}
