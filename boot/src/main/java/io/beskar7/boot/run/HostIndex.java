package io.beskar7.boot.run;

import io.beskar7.api.host.HardwareDetails;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.domain.bmc.HostKey;
import io.beskar7.domain.hardware.Identity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.Indexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which host a machine is that tells its MAC address, UUID or serial number. May be behind. */
public final class HostIndex implements AutoCloseable {
  private static final String BY_MAC = "mac";
  private static final String BY_UUID = "uuid";
  private static final String BY_SERIAL = "serial";

  private final SharedIndexInformer<PhysicalHost> informer;
  private final Indexer<PhysicalHost> indexer;

  public HostIndex(KubernetesClient client) {
    informer = client.resources(PhysicalHost.class).inAnyNamespace().runnableInformer(0);
    informer.addIndexers(
        Map.of(
            BY_MAC, host -> identity(host).macs(),
            BY_UUID, host -> listOf(identity(host).uuid()),
            BY_SERIAL, host -> listOf(identity(host).serial())));
    indexer = informer.getIndexer();
    Informers.start(informer);
  }

  public boolean synced() {
    return informer.hasSynced();
  }

  /**
   * The hosts of that MAC address, else of that UUID, else of that serial number: in the first way
   * that finds any.
   */
  public List<HostKey> find(@Nullable String mac, @Nullable String uuid, @Nullable String serial) {
    Identity asked = new Identity(uuid, serial, mac == null ? List.of() : List.of(mac));
    List<HostKey> found = new ArrayList<>();
    asked.macs().forEach(known -> found.addAll(keys(BY_MAC, known)));
    if (found.isEmpty() && asked.uuid() != null) {
      found.addAll(keys(BY_UUID, asked.uuid()));
    }
    if (found.isEmpty() && asked.serial() != null) {
      found.addAll(keys(BY_SERIAL, asked.serial()));
    }
    return List.copyOf(found);
  }

  private List<HostKey> keys(String index, String value) {
    return indexer.byIndex(index, value).stream()
        .map(host -> new HostKey(host.getMetadata().getNamespace(), host.getMetadata().getName()))
        .sorted()
        .toList();
  }

  private static Identity identity(PhysicalHost host) {
    List<String> macs = new ArrayList<>();
    if (host.getSpec() != null && host.getSpec().bootMACAddresses != null) {
      macs.addAll(host.getSpec().bootMACAddresses);
    }
    HardwareDetails told = host.getStatus() == null ? null : host.getStatus().hardwareDetails;
    if (told == null) {
      return new Identity(null, null, macs);
    }
    if (told.macAddresses != null) {
      macs.addAll(told.macAddresses);
    }
    return new Identity(told.uuid, told.serialNumber, macs);
  }

  private static List<String> listOf(@Nullable String value) {
    return value == null ? List.of() : List.of(value);
  }

  @Override
  public void close() {
    informer.close();
  }
}
