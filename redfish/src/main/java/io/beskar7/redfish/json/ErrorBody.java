package io.beskar7.redfish.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The message ids of an error answer, in all the shapes BMCs give it (DSP0266 "Error responses",
 * and what vendors make of it). Only the last part of each id counts: registries and their versions
 * differ. The texts are left alone: they may repeat what was sent.
 */
public record ErrorBody(List<String> ids) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  public static ErrorBody of(String body) {
    Json json = Json.parse(body).orElse(Json.NOTHING);
    Json error = json.at("error");
    List<String> ids = new ArrayList<>();
    for (Json holder : List.of(error, json)) {
      for (String name : List.of("@Message.ExtendedInfo", "Messages")) {
        for (Json message : holder.list(name)) {
          add(ids, message.text("MessageId"));
          add(ids, message.text("MessageID"));
        }
      }
    }
    add(ids, error.text("code"));
    return new ErrorBody(List.copyOf(ids));
  }

  private static void add(List<String> ids, @Nullable String id) {
    String last = id == null ? "" : id.substring(id.lastIndexOf('.') + 1);
    if (ID.matcher(last).matches() && !ids.contains(last)) {
      ids.add(last);
    }
  }

  public boolean has(Set<String> wanted) {
    return ids.stream().anyMatch(wanted::contains);
  }

  public boolean mentions(String fragment) {
    String lower = fragment.toLowerCase(Locale.ROOT);
    return ids.stream().anyMatch(id -> id.toLowerCase(Locale.ROOT).contains(lower));
  }

  /** The first id that says more than that there was an error. */
  public @Nullable String telling() {
    return ids.stream()
        .filter(id -> !id.equals("GeneralError") && !id.equals("ExtendedInfo"))
        .findFirst()
        .orElse(null);
  }
}
