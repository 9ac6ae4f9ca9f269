package io.beskar7.bmc;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;

/** Where a BMC really is, whatever name it is called by. */
record LaneKey(String ip, int port) {

  /** Resolves names; see {@link #resolve}. */
  interface Resolver {
    LaneKey resolve(URI address) throws UnknownHostException;
  }

  /** Of several addresses always the same one, in whatever order the name service gives them. */
  static LaneKey resolve(URI address) throws UnknownHostException {
    InetAddress[] all = InetAddress.getAllByName(address.getHost());
    InetAddress first =
        Arrays.stream(all).min(Comparator.comparing(InetAddress::getHostAddress)).orElseThrow();
    int port = address.getPort();
    return new LaneKey(
        first.getHostAddress(), port >= 0 ? port : "http".equals(address.getScheme()) ? 80 : 443);
  }

  @Override
  public String toString() {
    return ip.contains(":") ? "[" + ip + "]:" + port : ip + ":" + port;
  }
}
