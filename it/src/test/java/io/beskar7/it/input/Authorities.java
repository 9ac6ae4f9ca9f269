package io.beskar7.it.input;

/** Certificate authorities of others. */
final class Authorities {
  /** Valid for a hundred years; nobody has its key. */
  static final String SOMEBODY_ELSES =
      """
      -----BEGIN CERTIFICATE-----
      MIIBhzCCAS2gAwIBAgIUTGDJ3EOqXPC7BGrxQxZAwv6eKeQwCgYIKoZIzj0EAwIw
      GDEWMBQGA1UEAwwNU29tZWJvZHkgZWxzZTAgFw0yNjExMjExNjU1NDdaGA8yMTI2
      MTAyODE2NTU0N1owGDEWMBQGA1UEAwwNU29tZWJvZHkgZWxzZTBZMBMGByqGSM49
      AgEGCCqGSM49AwEHA0IABH6z6QeCs7XdGSO1FQ9IEq4T63HzpIwmA/2iDTTbor2g
      kEPedhVWUNCJvM+jqLO0vO+ELejFxioI/BIUD/Ts6TajUzBRMB0GA1UdDgQWBBTn
      VkJCkY4Fxln2bi/B2RoRrpsZSzAfBgNVHSMEGDAWgBTnVkJCkY4Fxln2bi/B2RoR
      rpsZSzAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCICu8Ysfhf4uM
      7eiXysAidGZn4JY0lY55Q/FeOyNYYyvSAiEA2HAXBc1z+2zW1x3aY8XQZt/SX61T
      pfTK0XZUG0OQQ6U=
      -----END CERTIFICATE-----
      """;

  private Authorities() {}
}
