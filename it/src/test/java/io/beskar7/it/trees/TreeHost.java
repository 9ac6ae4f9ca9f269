package io.beskar7.it.trees;

import io.beskar7.api.common.Annotations;
import io.beskar7.api.common.LocalRef;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostSpec;
import io.beskar7.api.host.RedfishConnection;
import io.beskar7.it.harness.Rack;
import io.beskar7.simulator.bmc.TreeBmc;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Locale;

/** A captured BMC that is being served, and what a user writes to enrol the hosts behind it. */
record TreeHost(TreeBmc bmc, String name) implements AutoCloseable {
  private static final String USER = "root";
  private static final String PASSWORD = "tree-pw";

  static TreeHost serve(Path trees, String tree) throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.ofLiteral("127.9.1.1"), 0);
    return new TreeHost(TreeBmc.start(trees.resolve(tree), any, USER, PASSWORD), nameOf(tree));
  }

  private static String nameOf(String tree) {
    return tree.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Login and CA. */
  void applyAccess(Rack rack) {
    rack.apply(secret(name, "username", USER, "password", PASSWORD));
    rack.apply(secret(name + "-ca", "ca.crt", bmc.caPem()));
  }

  private HasMetadata secret(String secretName, String... data) {
    SecretBuilder secret =
        new SecretBuilder()
            .withNewMetadata()
            .withName(secretName)
            .addToAnnotations(Annotations.BMC_ADDRESSES, bmc.address().getHost())
            .endMetadata();
    for (int i = 0; i < data.length; i += 2) {
      secret.addToStringData(data[i], data[i + 1]);
    }
    return secret.build();
  }

  /**
   * One of the systems as a host.
   *
   * @param systemId null to leave the choice to the pick rule
   */
  PhysicalHost host(String hostName, String systemId) {
    PhysicalHost host = new PhysicalHost();
    host.setMetadata(new ObjectMetaBuilder().withName(hostName).build());
    PhysicalHostSpec spec = new PhysicalHostSpec();
    spec.redfishConnection = new RedfishConnection();
    spec.redfishConnection.address = bmc.address().toString();
    spec.redfishConnection.credentialsSecretRef = name;
    spec.redfishConnection.caBundleSecretRef = new LocalRef(name + "-ca");
    spec.redfishConnection.systemId = systemId;
    host.setSpec(spec);
    return host;
  }

  @Override
  public void close() throws IOException {
    bmc.close();
  }
}
