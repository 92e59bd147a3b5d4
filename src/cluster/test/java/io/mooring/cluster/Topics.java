package io.mooring.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Topics on a broker, as a producer and a consumer see them. */
final class Topics implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How many partitions each topic has. */
  static final int PARTITIONS = 2;

  private final String address;
  private final Admin admin;
  private final KafkaProducer<String, String> producer;

  Topics(String address) {
    this.address = address;
    admin = Admin.create(Map.of("bootstrap.servers", address));
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", address, "enable.idempotence", true),
            new StringSerializer(),
            new StringSerializer());
  }

  void create(List<String> names) throws ExecutionException, InterruptedException {
    admin
        .createTopics(
            names.stream().map(each -> new NewTopic(each, PARTITIONS, (short) 1)).toList())
        .all()
        .get();
  }

  /** Sends texts to the partitions of their keys, in their order, and waits until they are kept. */
  void send(String topic, List<Map.Entry<String, String>> keyed)
      throws ExecutionException, InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (Map.Entry<String, String> each : keyed) {
      sent.add(producer.send(new ProducerRecord<>(topic, each.getKey(), each.getValue())));
    }
    producer.flush();
    for (Future<RecordMetadata> each : sent) {
      each.get();
    }
  }

  /** Sends a text to each partition. */
  void sendToAll(String topic, List<String> texts) throws ExecutionException, InterruptedException {
    for (int i = 0; i < texts.size(); i++) {
      producer.send(new ProducerRecord<>(topic, i, "", texts.get(i))).get();
    }
  }

  /** Whether a group has committed all that is in a topic: a checkpoint has it. */
  boolean isCommitted(String topic, String group) throws ExecutionException, InterruptedException {
    var committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    try (KafkaConsumer<String, String> consumer = consumer("read_committed")) {
      for (Map.Entry<TopicPartition, Long> end :
          consumer.endOffsets(partitions(topic)).entrySet()) {
        var offset = committed.get(end.getKey());
        if (end.getValue() > 0 && (offset == null || offset.offset() < end.getValue())) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether there are records in a topic whose transaction is open: no checkpoint has them yet. */
  boolean hasOpenTransaction(String topic) {
    List<TopicPartition> partitions = partitions(topic);
    try (KafkaConsumer<String, String> committed = consumer("read_committed");
        KafkaConsumer<String, String> all = consumer("read_uncommitted")) {
      Map<TopicPartition, Long> stable = committed.endOffsets(partitions);
      Map<TopicPartition, Long> ends = all.endOffsets(partitions);
      return partitions.stream()
          .anyMatch(each -> ends.getOrDefault(each, 0L) > stable.getOrDefault(each, 0L));
    }
  }

  private static List<TopicPartition> partitions(String topic) {
    return IntStream.range(0, PARTITIONS).mapToObj(i -> new TopicPartition(topic, i)).toList();
  }

  private KafkaConsumer<String, String> consumer(String isolation) {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", address, "isolation.level", isolation),
        new StringDeserializer(),
        new StringDeserializer());
  }

  /** All that is committed in a topic now. */
  List<JsonNode> read(String topic) throws IOException {
    List<JsonNode> all = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = consumer("read_committed")) {
      List<TopicPartition> partitions = partitions(topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
        for (var each : consumer.poll(Duration.ofMillis(200))) {
          all.add(JSON.readTree(each.value()));
        }
      }
    }
    return all;
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
    admin.close(Duration.ZERO);
  }
}
