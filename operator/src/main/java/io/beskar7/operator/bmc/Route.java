package io.beskar7.operator.bmc;

import io.beskar7.api.reason.Reason;
import io.beskar7.domain.bmc.BmcTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way to a host's BMC, or what bars it. */
public sealed interface Route {
  /**
   * The BMC may be spoken to.
   *
   * @param place address and, after a #, system id: which server this is about
   * @param version changes with address, login or trust; free of secrets
   * @param warnings what a person should know of the way chosen
   */
  record Open(BmcTarget target, String place, String version, List<String> warnings)
      implements Route {
    /** The same, to that system where the spec names none; null changes nothing. */
    public Open to(@Nullable String system) {
      return system == null || target.systemId() != null
          ? this
          : new Open(
              new BmcTarget(target.address(), system, target.credentials(), target.trust()),
              place,
              version,
              warnings);
    }
  }

  /** Something has to be corrected first. */
  record Barred(Reason reason, String message) implements Route {}
}
