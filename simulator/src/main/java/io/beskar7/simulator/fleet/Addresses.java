package io.beskar7.simulator.fleet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/** The loopback addresses of a fleet: BMCs, machines and the image server have one each. */
final class Addresses {
  private static final int MACHINES = 64 << 16;
  private static final int IMAGES = 0xff01;

  private final int base;

  Addresses(String baseAddress) {
    base = ByteBuffer.wrap(InetAddress.ofLiteral(baseAddress).getAddress()).getInt();
  }

  /** The BMC of this number, counted from 0. */
  InetAddress bmc(int number) {
    return at(base + number);
  }

  /** The machine of this number: its second octet is 64 away from that of the BMCs. */
  InetAddress machine(int number) {
    return at((127 << 24) | (((base + number) ^ MACHINES) & 0xffffff));
  }

  /** The image server: x.y.255.1 of the first BMC's x.y. */
  InetAddress images() {
    return at((base & 0xffff0000) | IMAGES);
  }

  private static InetAddress at(int address) {
    try {
      return InetAddress.getByAddress(ByteBuffer.allocate(4).putInt(address).array());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
