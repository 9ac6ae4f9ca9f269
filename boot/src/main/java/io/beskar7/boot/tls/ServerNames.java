package io.beskar7.boot.tls;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.GeneralName;

/** Names in the form certificates want them. */
final class ServerNames {
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private ServerNames() {}

  /** Host names and addresses, each once, IPv6 with or without brackets. */
  static List<GeneralName> of(List<String> names) {
    Set<GeneralName> unique = new LinkedHashSet<>();
    for (String name : names) {
      String bare = name.replaceAll("[\\[\\]]", "").replaceAll("%.*", "");
      int kind = ADDRESS.matcher(bare).matches() ? GeneralName.iPAddress : GeneralName.dNSName;
      unique.add(new GeneralName(kind, bare));
    }
    return List.copyOf(unique);
  }
}
