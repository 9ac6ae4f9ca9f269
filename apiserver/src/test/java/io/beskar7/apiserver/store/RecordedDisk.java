package io.beskar7.apiserver.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A disk as a recorded trace of writes and syncs leaves it when the power goes. */
final class RecordedDisk {
  @SuppressWarnings("ArrayRecordComponent") // never changed
  private record Operation(char kind, String file, long number, byte[] data) {}

  private static final class FileState {
    byte[] durable = new byte[0];
    final List<Operation> pending = new ArrayList<>();

    /** Whether its name is in the folder on the disk. */
    boolean linked;

    /** Whether it has been removed, but not yet on the disk. */
    boolean unlinked;

    void accept(Operation operation) {
      switch (operation.kind()) {
        case 'S' -> {
          pending.forEach(p -> durable = apply(durable, p));
          pending.clear();
        }
        case 'U' -> unlinked = true;
        default -> pending.add(operation);
      }
    }
  }

  private final List<Operation> operations = new ArrayList<>();

  static RecordedDisk read(Path trace) throws IOException {
    byte[] bytes = Files.readAllBytes(trace);
    RecordedDisk disk = new RecordedDisk();
    int at = 0;
    while (at < bytes.length) {
      int end = at;
      while (bytes[end] != '\n') {
        end++;
      }
      String[] head = new String(bytes, at, end - at, StandardCharsets.UTF_8).split(" ");
      int size = Integer.parseInt(head[3]);
      byte[] data = Arrays.copyOfRange(bytes, end + 1, end + 1 + size);
      disk.operations.add(new Operation(head[0].charAt(0), head[1], Long.parseLong(head[2]), data));
      at = end + 1 + size;
    }
    return disk;
  }

  int size() {
    return operations.size();
  }

  /**
   * Cuts the power after {@code count} operations and writes what the disk holds into {@code
   * directory}. Writes that were not synced are lost, or each of them survives by chance.
   *
   * @return what was acknowledged before the cut
   */
  Acknowledged cut(int count, Random survivors, boolean anySurvive, Path directory)
      throws IOException {
    Map<String, FileState> files = new HashMap<>();
    byte[] acks = new byte[0];
    for (Operation operation : operations.subList(0, count)) {
      if (operation.file().equals("acks")) {
        acks = apply(acks, new Operation('W', "acks", acks.length, operation.data()));
      } else if (operation.file().equals(".")) {
        files.values().removeIf(file -> file.unlinked);
        files.values().forEach(file -> file.linked = true);
      } else {
        files.computeIfAbsent(operation.file(), f -> new FileState()).accept(operation);
      }
    }
    for (var entry : files.entrySet()) {
      FileState file = entry.getValue();
      if (anySurvive) {
        file.pending.stream()
            .filter(p -> survivors.nextBoolean())
            .forEach(p -> file.durable = apply(file.durable, p));
      }
      if (file.linked && !entry.getKey().endsWith("-shm")) {
        Files.write(directory.resolve(entry.getKey()), file.durable);
      }
    }
    return Acknowledged.parse(acks);
  }

  private static byte[] apply(byte[] content, Operation operation) {
    if (operation.kind() == 'T') {
      return Arrays.copyOf(content, (int) operation.number());
    }
    int offset = (int) operation.number();
    int end = offset + operation.data().length;
    byte[] next = end > content.length ? Arrays.copyOf(content, end) : content.clone();
    System.arraycopy(operation.data(), 0, next, offset, operation.data().length);
    return next;
  }
}
