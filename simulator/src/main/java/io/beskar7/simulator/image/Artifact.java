package io.beskar7.simulator.image;

import io.beskar7.simulator.http.HttpReply;
import io.beskar7.simulator.tls.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One file of the image server. */
final class Artifact {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");
  private static final int KIB = 1024;

  private final byte[] content;
  private final String type;
  private final String digest;

  private Artifact(byte[] content, String type) {
    this.content = content;
    this.type = type;
    this.digest = Digests.hex(Digests.sha256(content));
  }

  /**
   * Every file by its path. The checksum beside {@code os-corrupt.img} is that of another image: it
   * stands for a download that was tampered with.
   */
  static Map<String, Artifact> all(long seed) {
    Map<String, Artifact> all = new TreeMap<>();
    all.put("/images/inspector/vmlinuz", bytes(seed, 1, 256 * KIB));
    all.put("/images/inspector/initrd.img", bytes(seed, 2, 384 * KIB));
    Artifact image = bytes(seed, 3, 512 * KIB);
    all.put("/images/os.img", image);
    all.put("/images/os-corrupt.img", bytes(seed, 4, 512 * KIB));
    all.put("/images/os.img.sha256", checksum(image.digest, "os.img"));
    all.put("/images/os-corrupt.img.sha256", checksum(image.digest, "os-corrupt.img"));
    return all;
  }

  String digest() {
    return digest;
  }

  HttpReply whole() {
    return HttpReply.bytes(200, type, content);
  }

  /** A single range (RFC 9110 section 14); anything else gets the whole. */
  HttpReply part(String range) {
    Matcher matcher = RANGE.matcher(range);
    if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
      return whole();
    }
    boolean suffix = matcher.group(1).isEmpty();
    long first =
        suffix
            ? Math.max(0, content.length - Long.parseLong(matcher.group(2)))
            : Long.parseLong(matcher.group(1));
    long last =
        suffix || matcher.group(2).isEmpty()
            ? content.length - 1
            : Math.min(content.length - 1, Long.parseLong(matcher.group(2)));
    if (first > last) {
      return HttpReply.of(416, "text/plain", "no such range\n")
          .with("Content-Range", "bytes */" + content.length);
    }
    return HttpReply.bytes(206, type, Arrays.copyOfRange(content, (int) first, (int) last + 1))
        .with("Content-Range", "bytes " + first + "-" + last + "/" + content.length);
  }

  private static Artifact bytes(long seed, int number, int size) {
    byte[] content = new byte[size];
    new Random(seed * 31 + number).nextBytes(content);
    return new Artifact(content, "application/octet-stream");
  }

  private static Artifact checksum(String digest, String name) {
    String line = digest + "  " + name + "\n";
    return new Artifact(line.getBytes(StandardCharsets.US_ASCII), "text/plain");
  }
}
