package io.beskar7.apiserver.security;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/** The file with which kubectl and client libraries reach the server as administrator. */
public final class Kubeconfig {
  private Kubeconfig() {}

  public static void write(Path file, String url, Pki pki) {
    String authority =
        Base64.getEncoder().encodeToString(pki.authorityPem().getBytes(StandardCharsets.US_ASCII));
    PrivateFile.write(
        file,
        """
        apiVersion: v1
        kind: Config
        clusters:
        - name: beskar7
          cluster:
            server: %s
            certificate-authority-data: %s
        users:
        - name: admin
          user:
            token: %s
        contexts:
        - name: beskar7
          context:
            cluster: beskar7
            user: admin
            namespace: default
        current-context: beskar7
        """
            .formatted(url, authority, pki.token()));
  }
}
