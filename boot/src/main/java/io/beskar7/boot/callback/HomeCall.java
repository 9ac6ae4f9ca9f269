package io.beskar7.boot.callback;

import com.fasterxml.jackson.databind.JsonNode;
import io.beskar7.api.common.Address;
import io.beskar7.api.common.AddressType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an installed system says of itself: {"hostname": "...", "addresses": ["10.0.0.11"]}, where
 * an address may also be {"type": "InternalIP", "address": "10.0.0.11"}.
 */
record HomeCall(@Nullable String hostname, List<Address> addresses) {
  private static final int MAX_BYTES = 253;
  private static final int MAX_ADDRESSES = 32;
  private static final Pattern IP = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

  static HomeCall read(byte[] body) {
    JsonNode said = Bodies.json(body);
    String hostname = Bodies.printable(said.path("hostname").asText(""), MAX_BYTES);
    List<Address> addresses = new ArrayList<>();
    for (JsonNode entry : said.path("addresses")) {
      Address address = address(entry);
      if (address != null && addresses.size() < MAX_ADDRESSES) {
        addresses.add(address);
      }
    }
    return new HomeCall(hostname.isEmpty() ? null : hostname, List.copyOf(addresses));
  }

  private static @Nullable Address address(JsonNode entry) {
    JsonNode value = entry.isObject() ? entry.path("address") : entry;
    String text = Bodies.printable(value.asText(""), MAX_BYTES);
    AddressType type =
        IP.matcher(text).matches() ? told(entry.path("type").asText("")) : AddressType.INTERNAL_DNS;
    return text.isEmpty() ? null : new Address(type, text);
  }

  private static AddressType told(String type) {
    return Arrays.stream(AddressType.values())
        .filter(known -> known.name().replace("_", "").equalsIgnoreCase(type))
        .findFirst()
        .orElse(AddressType.INTERNAL_IP);
  }
}
