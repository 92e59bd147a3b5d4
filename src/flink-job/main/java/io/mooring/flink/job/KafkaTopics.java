package io.mooring.flink.job;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Topics of Kafka as source and as sink. */
final class KafkaTopics {
  private static final long CONTACT_SECONDS = 20;

  private KafkaTopics() {}

  @SuppressWarnings("deprecation") // The connector asks for Kafka's older type.
  static KafkaSource<String> source(InputOptions input) {
    KafkaSourceBuilder<String> builder =
        KafkaSource.<String>builder()
            .setBootstrapServers(input.servers)
            .setTopics(input.topics)
            .setGroupId(input.group)
            .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
            .setStartingOffsets(
                switch (input.from) {
                  case EARLIEST -> OffsetsInitializer.earliest();
                  case COMMITTED ->
                      OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
                  case LATEST -> OffsetsInitializer.latest();
                })
            .setValueOnlyDeserializer(new SimpleStringSchema(StandardCharsets.UTF_8));
    if (input.untilEnd) {
      builder.setBounded(OffsetsInitializer.latest());
    }
    return builder.build();
  }

  /**
   * A topic that is written in transactions, one for each checkpoint.
   *
   * @param prefix of the names of the transactions: no other job on these brokers has it
   */
  static KafkaSink<String> sink(String servers, String topic, String prefix, Duration timeout) {
    return KafkaSink.<String>builder()
        .setBootstrapServers(servers)
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix(prefix)
        .setProperty(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, Long.toString(timeout.toMillis()))
        .setRecordSerializer(new Texts(topic))
        .build();
  }

  /**
   * Texts as records. They have the time at which they are written, and not that of an event: a
   * broker deletes by it, and would delete at once what is found in old logs.
   */
  private record Texts(String topic) implements KafkaRecordSerializationSchema<String> {
    @Override
    public ProducerRecord<byte[], byte[]> serialize(
        String text, KafkaSinkContext context, @Nullable Long time) {
      return new ProducerRecord<>(topic, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Refuses brokers that do not answer, and topics that do not exist. */
  static void contact(String servers, List<String> topics) throws InterruptedException {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            servers,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            (int) TimeUnit.SECONDS.toMillis(CONTACT_SECONDS),
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            (int) TimeUnit.SECONDS.toMillis(CONTACT_SECONDS));
    Set<String> missing = new TreeSet<>(topics);
    try (Admin admin = Admin.create(settings)) {
      missing.removeAll(admin.listTopics().names().get(CONTACT_SECONDS, TimeUnit.SECONDS));
    } catch (KafkaException | ExecutionException | TimeoutException failed) {
      throw new WrongCallException(
          "no broker of Kafka answers at " + servers + ": is it running, and is that its address?");
    }
    if (!missing.isEmpty()) {
      throw new WrongCallException(
          "there is no topic "
              + String.join(", ", missing)
              + " at "
              + servers
              + ": create it, or name another one");
    }
  }
}
