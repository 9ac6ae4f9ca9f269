package io.beskar7.redfish.client;

import io.beskar7.redfish.Cause;
import io.beskar7.redfish.Pace;
import io.beskar7.redfish.http.Origin;
import io.beskar7.redfish.http.Trouble;
import io.beskar7.redfish.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the system that is meant. Members come in any order, so the first is never taken for
 * granted: one BMC may stand before several systems.
 */
final class Systems {
  private static final int MAX_PAGES = 10;
  private static final int MAX_MEMBERS = 256;
  private static final String ONLY = "";

  private final Connection connection;
  private final Map<String, String> known = new HashMap<>();

  Systems(Connection connection) {
    this.connection = connection;
  }

  /** The system as it is now; looked up anew when it is no longer where it was. */
  SystemResource read(@Nullable String systemId, Access access, Pace pace) throws Trouble {
    String key = systemId == null ? ONLY : systemId;
    String path = known.get(key);
    if (path != null) {
      var found = connection.find(path, access, pace);
      if (found.isPresent()) {
        return new SystemResource(found.get());
      }
      known.remove(key);
    }
    SystemResource system =
        systemId == null
            ? pick(members(access, pace), access, pace)
            : named(systemId, members(access, pace), access, pace);
    known.put(key, system.path());
    return system;
  }

  /** The path of the system, if it has been read before. */
  @Nullable String path(@Nullable String systemId) {
    return known.get(systemId == null ? ONLY : systemId);
  }

  private SystemResource named(String systemId, List<String> members, Access access, Pace pace)
      throws Trouble {
    String wanted = trimmed(systemId);
    for (String member : members) {
      if (trimmed(member).equals(wanted) || id(member).equals(wanted)) {
        return new SystemResource(connection.get(member, access, pace));
      }
    }
    throw new Trouble(
        Cause.SYSTEM_NOT_FOUND,
        connection.address() + ": there is no system " + systemId + ", there is " + ids(members));
  }

  private SystemResource pick(List<String> members, Access access, Pace pace) throws Trouble {
    if (members.size() == 1) {
      return new SystemResource(connection.get(members.getFirst(), access, pace));
    }
    List<SystemResource> fit = new ArrayList<>();
    for (String member : members) {
      SystemResource system = new SystemResource(connection.get(member, access, pace));
      if (system.resetTarget() != null && system.boot().hasTarget()) {
        fit.add(system);
      }
    }
    if (fit.size() == 1) {
      return fit.getFirst();
    }
    List<String> candidates =
        fit.isEmpty() ? members : fit.stream().map(SystemResource::path).toList();
    throw new Trouble(
        Cause.AMBIGUOUS_SYSTEM,
        connection.address() + ": several systems are behind this BMC: " + ids(candidates));
  }

  private List<String> members(Access access, Pace pace) throws Trouble {
    List<String> members = new ArrayList<>();
    Set<String> pages = new HashSet<>();
    String next = connection.root().systems();
    while (next != null && pages.size() < MAX_PAGES && pages.add(next)) {
      Json page = connection.get(next, access, pace).body();
      for (Json member : page.list("Members")) {
        String link = member.text("@odata.id");
        String path = link == null ? null : Origin.path(link);
        if (path != null && members.size() < MAX_MEMBERS) {
          members.add(path);
        }
      }
      String link = page.link("Members@odata.nextLink");
      next = link == null ? null : Origin.path(link);
    }
    if (members.isEmpty()) {
      // BMCs list none for minutes after their own start.
      throw new Trouble(Cause.NOT_READY, connection.address() + ": the BMC lists no system");
    }
    return members;
  }

  private static String ids(List<String> members) {
    return members.stream().map(Systems::id).sorted().collect(Collectors.joining(", "));
  }

  private static String id(String path) {
    String trimmed = trimmed(path);
    return trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }

  private static String trimmed(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
