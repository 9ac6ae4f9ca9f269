package io.beskar7.redfish.client;

import io.beskar7.redfish.Cause;
import io.beskar7.redfish.NetworkAddresses;
import io.beskar7.redfish.http.Origin;
import io.beskar7.redfish.http.Trouble;
import io.beskar7.redfish.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the system's network interfaces one by one; one that cannot be read leaves a gap. */
final class Interfaces {
  private static final int MAX_PAGES = 10;
  private static final int MAX_MEMBERS = 128;

  private final Handle handle;
  private final Set<String> macs = new TreeSet<>();
  private final Set<String> ips = new TreeSet<>();
  private final Set<String> gaps = new TreeSet<>();

  Interfaces(Handle handle) {
    this.handle = handle;
  }

  NetworkAddresses read() throws Trouble {
    String collection = handle.read().ethernetInterfaces();
    if (collection == null) {
      gaps.add("the system has no EthernetInterfaces");
    } else {
      for (String member : members(collection)) {
        add(member);
      }
    }
    return new NetworkAddresses(List.copyOf(macs), List.copyOf(ips), List.copyOf(gaps));
  }

  private List<String> members(String collection) throws Trouble {
    List<String> members = new ArrayList<>();
    Set<String> pages = new HashSet<>();
    String next = collection;
    while (next != null && pages.size() < MAX_PAGES && pages.add(next)) {
      Optional<Resource> page = handle.find(next);
      if (page.isEmpty()) {
        gaps.add("GET " + next + " answered 404");
        return members;
      }
      for (Json member : page.get().body().list("Members")) {
        String link = path(member.text("@odata.id"));
        if (link != null && members.size() < MAX_MEMBERS) {
          members.add(link);
        }
      }
      next = path(page.get().body().link("Members@odata.nextLink"));
    }
    return members;
  }

  private void add(String member) throws Trouble {
    Optional<Resource> found;
    try {
      found = handle.find(member);
    } catch (Trouble trouble) {
      if (trouble.problem().cause() != Cause.UNEXPECTED_ANSWER) {
        throw trouble;
      }
      gaps.add(member + " cannot be read");
      return;
    }
    if (found.isEmpty()) {
      gaps.add("GET " + member + " answered 404");
      return;
    }
    Json nic = found.get().body();
    if (Addresses.isLinkToManager(member, nic)) {
      return;
    }
    String mac = Addresses.mac(nic.text("MACAddress"));
    mac = mac != null ? mac : Addresses.mac(nic.text("PermanentMACAddress"));
    if (mac != null) {
      macs.add(mac);
    }
    for (String family : List.of("IPv4Addresses", "IPv6Addresses")) {
      nic.list(family).stream()
          .map(address -> Addresses.usable(address.text("Address")))
          .filter(Objects::nonNull)
          .forEach(ips::add);
    }
  }

  private static @Nullable String path(@Nullable String link) {
    return link == null ? null : Origin.path(link);
  }
}
