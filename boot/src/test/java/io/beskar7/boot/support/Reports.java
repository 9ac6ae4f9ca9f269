package io.beskar7.boot.support;

/** Reports as agents send them. */
public final class Reports {
  /** Inspector contract v4.2: 2 x 8 cores, 2 x 32 GiB. */
  public static final String V42 =
      """
      {"manufacturer": "Acme", "model": "Node 1", "serialNumber": "TAG0001",
       "uuid": "4C4C4544-0039-4D10-8056-B4C04F4A3732",
       "bootModeDetected": "UEFI", "firmwareVersion": "1.2.3", "namespace": "x", "hostName": "y",
       "cpus": [
         {"id": "CPU0", "vendor": "Intel", "model": "Xeon", "cores": 8, "threads": 16, "frequency": "2.0GHz"},
         {"id": "CPU1", "vendor": "Intel", "model": "Xeon", "cores": 8, "threads": 16, "frequency": "2.0GHz"}],
       "memory": [
         {"id": "A1", "type": "DDR4", "capacity": "32GiB", "speed": "3200MHz"},
         {"id": "A2", "type": "DDR4", "capacity": "32 GB", "speed": "3200MHz"},
         {"id": "A3", "type": "Unknown", "capacity": "No Module Installed"}],
       "disks": [
         {"name": "/dev/nvme0n1", "model": "Fast", "sizeGB": 960, "type": "NVMe", "serialNumber": "D1"}],
       "nics": [
         {"name": "eno1", "macAddress": "AA:BB:CC:DD:EE:01", "driver": "ixgbe", "speed": "10Gbps",
          "ipAddresses": ["192.0.2.10"]}]}
      """;

  /** The shape of architecture.md, of the same server. */
  public static final String SPEC =
      """
      {"cpus": {"count": 2, "cores": 16, "threads": 32, "model": "Xeon", "architecture": "x86_64", "mhz": 2000},
       "memory": {"totalBytes": 68719476736, "totalGB": 64},
       "disks": [{"device": "/dev/nvme0n1", "sizeBytes": 960000000000, "sizeGB": 960, "type": "NVMe",
                  "model": "Fast", "serial": "D1"}],
       "nics": [{"interface": "eno1", "macAddress": "aa:bb:cc:dd:ee:01", "linkStatus": "up",
                 "speedMbps": 10000, "driver": "ixgbe"}],
       "system": {"manufacturer": "Acme", "model": "Node 1", "serialNumber": "TAG0001",
                  "uuid": "4c4c4544-0039-4d10-8056-b4c04f4a3732", "biosVersion": "1.2.3",
                  "bmcAddress": "192.0.2.1"}}
      """;

  /** Nonsense in every field. */
  public static final String ABSURD =
      "{\"manufacturer\": \""
          + "x".repeat(5000)
          + "\\u0000\\u001b\", \"cpus\": {\"cores\": -5, \"mhz\": \"fast\"},"
          + " \"memory\": \"lots\", \"nics\": [{\"macAddress\": \"Not Available\"}, 7, null],"
          + " \"disks\": ["
          + "{\"sizeGB\": \"big\"},".repeat(9_999)
          + "{}]}";

  private Reports() {}

  public static String of(String shape) {
    return shape.equals("v42") ? V42 : SPEC;
  }
}
